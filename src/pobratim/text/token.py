"""Tokens and sentences: slices of a page's text that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from .morph import Form, forms, lemmas


@dataclass(slots=True, eq=False)
class Token:
    """A word, number or mark. `start`, `end` are code points of the page's text; `index` counts within the sentence.

    `is_word` tells whether it has a letter; `forms` are all morphological readings, best first, empty for a mark
    or a number. Both are looked at many times a page and so are found once.
    """

    text: str
    start: int
    end: int
    index: int
    lower: str = ""
    is_word: bool = False
    forms: tuple[Form, ...] = ()

    def __post_init__(self) -> None:
        self.lower = self.text.lower()
        alphabetic = self.text[0].isalpha()
        self.is_word = alphabetic or any(map(str.isalpha, self.text))
        if alphabetic:
            self.forms = forms(self.lower)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter («Тверь», «ООО»)."""
        return self.text[0].isupper()

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all readings."""
        return lemmas(self.lower) if self.forms else frozenset((self.lower,))

    @property
    def lemma(self) -> str:
        """The likeliest lemma."""
        return self.forms[0].lemma if self.forms else self.lower


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence and its tokens; `paragraph` counts the paragraphs of the page from 0 (0 is the headline, if any)."""

    start: int
    end: int
    index: int
    paragraph: int
    text: str
    tokens: list[Token] = field(default_factory=list)

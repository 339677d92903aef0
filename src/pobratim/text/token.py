"""Tokens and sentences: slices of a page's text that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from .morph import Form, forms, lemma, lemmas


@dataclass(slots=True, eq=False)
class Token:
    """A word, number or mark. `start`, `end` are code points of the page's text; `index` counts within the sentence."""

    text: str
    start: int
    end: int
    index: int
    lower: str = ""

    def __post_init__(self) -> None:
        self.lower = self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it has a letter."""
        return any(ch.isalpha() for ch in self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter («Тверь», «ООО»)."""
        return self.text[0].isupper()

    @property
    def forms(self) -> tuple[Form, ...]:
        """All morphological readings, best first; empty for a mark or a number."""
        return forms(self.lower) if self.text[0].isalpha() else ()

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all readings."""
        return lemmas(self.lower) if self.text[0].isalpha() else frozenset((self.lower,))

    @property
    def lemma(self) -> str:
        """The likeliest lemma."""
        return lemma(self.lower) if self.text[0].isalpha() else self.lower


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence and its tokens; `paragraph` counts the paragraphs of the page from 0 (0 is the headline, if any)."""

    start: int
    end: int
    index: int
    paragraph: int
    text: str
    tokens: list[Token] = field(default_factory=list)

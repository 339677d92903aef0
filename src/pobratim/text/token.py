"""Tokens and sentences: slices of a page's text that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from pobratim.core.memo import remembered

from .adjective import may_be_adjective
from .date_mention import may_tell_time
from .morph import WORDS, Form, forms
from .opening import Opening, opening_of
from .uses import Table, uses_of


class Word(Struct, eq=False, gc=False):
    """What a token's text says wherever it stands."""

    lower: str
    is_word: bool
    is_capital: bool
    forms: tuple[Form, ...]
    lemma: str
    lemmas: frozenset[str]
    uses: tuple[Table, ...]
    is_adjective: bool
    opening: Opening | None = None


@remembered(WORDS)
def word_of(text: str) -> Word:
    """What a token's text says; found once a word."""
    lower = text.lower()
    alphabetic = text[0].isalpha()
    found = forms(lower) if alphabetic else ()
    is_word, is_capital = alphabetic or any(map(str.isalpha, text)), text[0].isupper()
    lemmas = frozenset([f.lemma for f in found]) if found else frozenset((lower,))
    uses: tuple[Table, ...] = uses_of(lemmas) if is_word else ()
    if may_tell_time(lower):
        uses = (*uses, "time")
    adjective = is_word and may_be_adjective(lower, found or forms(lower))
    word = Word(lower, is_word, is_capital, found, found[0].lemma if found else lower, lemmas, uses, adjective)
    if is_word:
        word.opening = opening_of(text, word)
    return word


class Token(Struct, eq=False, gc=False):
    """A word, number or mark. `start`, `end` are code points of the page's text; `index` counts within the sentence.

    `is_word` tells whether it has a letter, `is_capital` whether it begins with a capital («Тверь», «ООО»); `forms`
    are all morphological readings, best first, empty for a mark or a number; `lemma` is the likeliest lemma, `lemmas`
    those of all readings, `uses` the tables of the lexicon that know one of these; `is_adjective` tells whether it can
    agree with a noun, `opening` as what it may open an actor's name. They are looked at many times a page and so are found
    once a word.
    """

    text: str
    start: int
    end: int
    index: int
    lower: str
    is_word: bool
    is_capital: bool
    forms: tuple[Form, ...]
    lemma: str
    lemmas: frozenset[str]
    uses: tuple[Table, ...]
    is_adjective: bool
    opening: Opening | None


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence and its tokens; `paragraph` counts the paragraphs of the page from 0 (0 is the headline, if any).

    `words` are its tokens in lower case, `lemmas` those of all readings of its words: a rule whose words are not
    among them need not look at the tokens one by one. `uses` are the indexes of the tokens that each table of the lexicon
    knows, in order; a table that knows none is left out.
    """

    start: int
    end: int
    index: int
    paragraph: int
    text: str
    tokens: list[Token] = field(default_factory=list)
    words: frozenset[str] = field(init=False)
    lemmas: frozenset[str] = field(init=False)
    uses: dict[Table, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.words = frozenset([token.lower for token in self.tokens])
        self.lemmas = frozenset().union(*[token.lemmas for token in self.tokens if token.is_word])
        self.uses = {}
        for token in self.tokens:
            for table in token.uses:
                self.uses.setdefault(table, []).append(token.index)

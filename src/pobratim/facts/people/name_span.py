"""The value that the rules about names speak in: a name in a sentence."""

from __future__ import annotations

from msgspec import Struct

from pobratim.lexicon.place_key import type_words
from pobratim.text.east_asian_name import family_name_kinds
from pobratim.text.token import Sentence, Token


class NameSpan(Struct, eq=False):
    """A name in a sentence: token indexes `first`, `last` (exclusive) and the text's offsets.

    `tokens` are all of its tokens, `words` those that are words of more than one letter.
    """

    sentence: Sentence
    first: int
    last: int
    tokens: list[Token] = []
    words: list[Token] = []

    def __post_init__(self) -> None:
        self.tokens = self.sentence.tokens[self.first : self.last]
        self.words = [token for token in self.tokens if len(token.text) > 1 and token.is_word]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.tokens[-1].end


def is_type_word(token: Token) -> bool:
    """Whether a word says what kind of territory a name is of («области», «аймака»)."""
    return len(token.text) > 1 and token.is_word and not type_words().keys().isdisjoint(token.lemmas)


def is_east_asian_first(token: Token) -> bool:
    """Whether a word can be a family name that stands first («Чжао», «Нгуен»)."""
    return len(token.text) > 1 and bool(family_name_kinds(token.lower))

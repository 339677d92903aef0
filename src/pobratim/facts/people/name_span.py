"""The value that the rules about names speak in: a name in a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from msgspec import Struct

from pobratim.annotate.name import Name
from pobratim.lexicon.place_key import type_words
from pobratim.text.east_asian_name import family_name_kinds
from pobratim.text.token import Sentence, Token

_START, _END = attrgetter("start"), attrgetter("end")


class NameSpan(Struct, eq=False):
    """A name in a sentence: token indexes `first`, `last` (exclusive) and the text's offsets."""

    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.sentence.tokens[self.last - 1].end

    @property
    def words(self) -> list[Token]:
        """The tokens that are words of more than one letter."""
        return [token for token in self.tokens if len(token.text) > 1 and token.is_word]


def token_range(sentence: Sentence, name: Name) -> tuple[int, int]:
    """The tokens of a tagged name, the last exclusive; `(0, 0)` for none."""
    first = bisect_right(sentence.tokens, name.start, key=_END)
    last = bisect_left(sentence.tokens, name.end, first, key=_START)
    return (first, last) if first < last else (0, 0)


def is_type_word(token: Token) -> bool:
    """Whether a word says what kind of territory a name is of («области», «аймака»)."""
    return len(token.text) > 1 and token.is_word and not type_words().keys().isdisjoint(token.lemmas)


def is_east_asian_first(token: Token) -> bool:
    """Whether a word can be a family name that stands first («Чжао», «Нгуен»)."""
    return len(token.text) > 1 and bool(family_name_kinds(token.lower))

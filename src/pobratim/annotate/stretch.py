"""Where in a sentence a name may stand at all: near capitals. The network is spared the rest, two fifths of a page's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pobratim.text.token import Token

BEFORE = 4
"""Words before a capital that the network is shown: its three convolutions see three on either side."""
BEHIND = 8
"""Words behind a capital: «Министерство сельского хозяйства, природных ресурсов и …» goes on in lower case."""
SEEN = 3
"""Words from a verb or a pronoun on, where no name goes on: what the convolutions see of them from the name."""

_PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"))
_ENDING = frozenset(("VERB", "INFN", "GRND", "NPRO"))
_NAMING = frozenset(("NOUN", "ADJF", "ADJS"))  # «Оппозиционные партии», «Товарооборот края» may be taken for organisations


def stretches(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The parts of a sentence among which names may stand, in order: none where it has no capital but a common word's at its head
    («Там обсудили сроки», «Соглашение бессрочное»).

    Fails where a name is a common word as well and opens the sentence («Моторола» is in the dictionary), and where it begins in
    lower case or with a number («58-я армия», «16 тонн»): of 18,400 names in 12,000 sentences of news 23 are lost so, 17 of them
    mistakes («Свадьба»), one is cut short, and one mistake is new.
    """
    begin = end = 0
    for at, following in pairwise([*_capitals(tokens), len(tokens)]):
        if at - BEFORE > end:
            if end:
                yield tokens[begin:end]
            begin = at - BEFORE
        end = _end(tokens, at, following)
    if end:
        yield tokens[begin:end]


def _end(tokens: Sequence[Token], at: int, following: int) -> int:
    """Where the stretch of a capital ends at the latest; where the next one follows, that one's counts."""
    for place in range(at + 1, min(at + BEHIND + 1, following)):
        forms = tokens[place].forms
        if forms and forms[0].pos in _ENDING:
            return place + SEEN
    return at + BEHIND + 1


def is_common(token: Token) -> bool:
    """Whether all that a word may be is a word of the dictionary, none of it a proper name."""
    return bool(token.forms) and all(form.known and _PROPER.isdisjoint(form.tags) for form in token.forms)


def _capitals(tokens: Sequence[Token]) -> list[int]:
    """Where capitals stand, without that of a common word at the head."""
    found = [at for at, token in enumerate(tokens) if token.text != token.lower]
    if found and not any(token.is_word for token in tokens[: found[0]]) and _is_no_name(tokens[found[0]], found[0]):
        del found[0]
    return found


def _is_no_name(first: Token, at: int) -> bool:
    """Whether a sentence's first word is a common one and opens no name; in capitals («ФИФА») or behind a mark it may be one."""
    if not is_common(first):
        return False
    if not any(form.pos in _NAMING for form in first.forms):
        return True
    return first.opening is None and at == 0 and (len(first.text) == 1 or not first.text.isupper())

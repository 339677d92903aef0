"""The region of an instrument: from its first adjective to where its own words end."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.lexicon.documents import foreign_topics, group
from pobratim.text.time_words import NUMBERS
from pobratim.text.token import Token

_FIELDS = frozenset(("сфера", "область", "вопрос", "направление", "линия"))
_CLAUSE_OPENERS = group("clause-opener")


def first_of(tokens: Sequence[Token], head: int) -> int:
    """The first token of the noun's own adjectives, pointing words and number: «12» of «подписали 12 новых соглашений»."""
    k = head
    while k and _starts_lower(tokens, k - 1) and _belongs_before(tokens, k - 1):
        k -= 1
    return k


def _starts_lower(tokens: Sequence[Token], k: int) -> bool:
    """Whether the capital of a word, if any, is that of a sentence or a quotation and not of a name."""
    return not tokens[k].is_capital or k == 0 or tokens[k - 1].text in '«"(-–—:'


def _belongs_before(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word before a noun is its adjective, its number, an opening quote, or «и» between two adjectives."""
    token = tokens[k]
    return (
        token.is_adjective
        or token.lower in NUMBERS
        or token.text in '«"„'
        or (token.text.isdigit() and int(token.text) < 100)
        or (token.lower == "и" and k > 0 and tokens[k - 1].is_adjective)
    )


def is_foreign(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether the words beside the noun make it none of ours: «трудовой договор», «договор аренды», «мировое соглашение»."""
    words = foreign_topics()
    if any(t.lemmas & words for t in tokens[first:head]):
        return True
    for t in tokens[head + 1 : head + 6]:
        if t.text in ",.;:«" or t.lower in ("между", "с", "со"):
            return False
        if t.lemmas & words:
            return True
    return False


def region_end(tokens: Sequence[Token], head: int, stop: int) -> int:
    """The token at which the words of the instrument at `head` end; `stop` at the latest, where the next one begins.

    «соглашение о дружбе, которое действует …» ends at the comma. Fails on a subject with a verb in it («план «Как мы живём»»).
    """
    return next((k for k in range(head + 1, stop) if _ends(tokens, head, k, stop)), stop)


def _ends(tokens: Sequence[Token], head: int, k: int, stop: int) -> bool:
    """Whether a token is a finite verb, a strong mark, or the mark before another clause."""
    text = tokens[k].text
    if text in ";:!?" or text == "." and k == len(tokens) - 1:
        return True
    if text == "," and k + 1 < stop and tokens[k + 1].lemma in _CLAUSE_OPENERS:
        return not _goes_on(tokens, k, stop)
    if text == "," and k + 1 < stop and _is_infinitive(tokens[k + 1]) and not any(map(_is_infinitive, tokens[head + 1 : k])):
        return True  # «подписать соглашение с А, установить связи Б с В»
    if text in "–—-" and tokens[k - 1].text != "»" and not tokens[k - 1].text.isdigit() and _verb_after(tokens, k, stop):
        return True
    return is_predicative(tokens[k])


def _is_infinitive(token: Token) -> bool:
    return bool(token.forms) and token.forms[0].pos == "INFN"


def _goes_on(tokens: Sequence[Token], k: int, stop: int) -> bool:
    """Whether a comma only joins one more adjective or sphere («…, а также культурной сферах», «…, а также в сфере спорта»)."""
    joined = k + 3 < stop and tokens[k + 1].lower == "а" and tokens[k + 2].lower == "также"
    if joined and k + 4 < stop and tokens[k + 3].lower in ("в", "по") and tokens[k + 4].lemma in _FIELDS:
        return True
    return joined and tokens[k - 1].is_adjective and tokens[k + 3].is_adjective


def is_predicative(token: Token) -> bool:
    """Whether a token is likely a verb, a short participle or a gerund, by which a clause goes on («подписано», «продолжая»)."""
    return bool(token.forms) and token.forms[0].pos in ("VERB", "PRTS", "GRND") and token.forms[0].score > 0.3


def _verb_after(tokens: Sequence[Token], k: int, stop: int) -> bool:
    """Whether a verb follows a dash within a few words: the dash then parts clauses."""
    return any(is_predicative(t) for t in tokens[k + 1 : min(stop, k + 8)])

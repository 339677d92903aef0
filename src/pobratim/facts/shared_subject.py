"""Verbs that share a subject: «мэры **встретились** и подписали договор»."""

from __future__ import annotations

from pobratim.text.token import Sentence

from .sides import is_finite

_REACH = 40  # tokens back to the verb that has the subject
_JOINERS = frozenset(("и", "а", "также", "затем", "потом", "после"))


def verb_with_subject(sentence: Sentence, at: int) -> int | None:
    """The finite verb before «и» that agrees with the one at token `at`, whose subject does both; None where there is none.

    «Мэры обсудили планы, посетили музей и подписали договор» gives «посетили» for «подписали». Fails where the clause
    behind «и» leaves a subject of its own out.
    """
    tokens, k = sentence.tokens, at - 1
    if k < 1 or not is_finite(tokens[at]):
        return None
    while k > 0 and tokens[k].forms and tokens[k].forms[0].pos == "ADVB" and tokens[k].lower not in _JOINERS:
        k -= 1
    if tokens[k].lower not in _JOINERS and not (tokens[k].text == "," and k == at - 1):
        return None
    own = tokens[at].forms[0]
    for verb in range(k - 1, max(-1, k - _REACH), -1):
        if tokens[verb].text in ";:«»" or tokens[verb].lemma == "который":
            return None
        if is_finite(tokens[verb]):
            other = tokens[verb].forms[0]
            return verb if (other.pos, other.number, other.gender) == (own.pos, own.number, own.gender) else None
    return None

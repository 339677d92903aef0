"""Rumours: acts of which the sentence says that they did not happen («мэрия опровергла сообщения о расторжении договора»)."""

from __future__ import annotations

from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence

_DENYING = group("denying")
_UNCONFIRMED = group("unconfirmed")
_BEING = frozenset(("идти", "быть"))
_NEGATED_REACH = 14  # tokens between the act and «не подтвердились» behind it


def is_denied(sentence: Sentence, at: int) -> bool:
    """Whether the act at token `at` is only a rumour: behind «опроверг», or before «не подтвердились».

    Fails where one clause denies a rumour and the next tells of a real act.
    """
    if not sentence.lemmas.isdisjoint(_DENYING) and any(t.lemmas & _DENYING for t in sentence.tokens[:at]):
        return True
    if "не" not in sentence.words:
        return False  # most sentences
    if "речи" in sentence.words and not sentence.lemmas.isdisjoint(_BEING) and sentence.tokens[at].forms[0].pos == "NOUN":
        return True  # «ни о каком расторжении договора речи не идёт»
    if sentence.lemmas.isdisjoint(_UNCONFIRMED):
        return False
    tokens = sentence.tokens
    behind = range(at + 1, min(len(tokens), at + _NEGATED_REACH))
    return any(tokens[k].lemmas & _UNCONFIRMED and tokens[k - 1].lower == "не" for k in behind)

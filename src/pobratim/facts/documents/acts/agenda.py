"""Agendas: a signing that stands in what is to come («в программе визита – подписание соглашения»)."""

from __future__ import annotations

from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence

_AGENDA = group("agenda")
_REACH = 14  # tokens from «программа» to «подписание»


def is_on_agenda(sentence: Sentence, at: int) -> bool:
    """Whether the noun of a signing at token `at` is an item of a programme, and nothing between says that it is past.

    «В программе были приём и подписание» is told afterwards. Fails on a verbless report of a visit that is over.
    """
    if sentence.words.isdisjoint(_AGENDA):
        return False  # most sentences
    tokens = sentence.tokens
    opener = next((k for k in range(at - 1, max(-1, at - _REACH), -1) if tokens[k].lower in _AGENDA), None)
    if opener is None:
        return False
    past = (f for t in tokens[opener:at] for f in t.forms[:1] if f.pos in ("VERB", "PRTS"))
    return not any("past" in f.tags or f.pos == "PRTS" for f in past)

"""Signatures told without a verb: «Под меморандумом – подписи А и Б», «Подписи под договором: от Твери – А, от Орши – Б»."""

from __future__ import annotations

from pobratim.text.token import Sentence

_MARKS = frozenset("–—-:")
_VERBS = frozenset(("VERB", "INFN", "PRTS", "GRND"))
_NONE = frozenset(("без", "нет", "ни"))
_UNDER = 5  # tokens before «подпись» in which «под документом» stands
_REACH = 9  # tokens between the noun and the mark behind it («Подписи под меморандумом о взаимопонимании: …»)


def stands_for_a_verb(sentence: Sentence, at: int) -> bool:
    """Whether the signatures named at token `at` were put though no verb says so: a dash or a colon takes its place.

    «Под ним – автографы мэров» is true, «Подписи – ни одной», «Осталось поставить подпись» and «За подписью ехали» are not.
    """
    tokens, token = sentence.tokens, sentence.tokens[at]
    if not any(f.case == "nomn" for f in token.forms) or not sentence.words.isdisjoint(_NONE):
        return False
    before = at - 1
    while before > 0 and (tokens[before].is_adjective or tokens[before].forms and tokens[before].forms[0].pos == "NUMR"):
        before -= 1
    if before > 0 and tokens[before].text in _MARKS:
        return not _verb_in(sentence, _clause_start(sentence, before), at)
    if before >= 0 and tokens[before].text not in ",.;«" and not any(t.lower == "под" for t in tokens[max(0, at - _UNDER) : at]):
        return False
    mark = next((k for k in range(at + 1, min(len(tokens), at + _REACH)) if tokens[k].text in _MARKS), None)
    return mark is not None and not _verb_in(sentence, at, mark)


def _clause_start(sentence: Sentence, at: int) -> int:
    return next((k for k in range(at - 1, -1, -1) if sentence.tokens[k].text in ";:"), 0)


def _verb_in(sentence: Sentence, first: int, last: int) -> bool:
    return any(t.forms and t.forms[0].pos in _VERBS and not t.is_capital for t in sentence.tokens[first:last])

"""Statuses: what the act that governs a mention makes of its document."""

from __future__ import annotations

import itertools

from pobratim.lexicon.documents import group, predicates

from ..mention import InstrumentMention
from ..view import SentenceView
from .act import Act

_STATUS = {
    ("sign", "done"): "signed",
    ("sign", "planned"): "planned",
    ("sign", "proposed"): "proposed",
    ("prolong", "planned"): "planned",
    ("prolong", "proposed"): "proposed",
    ("prolong", "done"): "prolonged",
    ("prolong", "negated"): "terminated",
    ("terminate", "done"): "terminated",
}
_BINDING = group("binding")
_PROLONGING = group("prolonging")


def status_of(view: SentenceView, mention: InstrumentMention, act: Act | None) -> str:
    """What an act makes of a document: «подписали» signed, «подпишут» planned; without an act it is in force."""
    status = _STATUS.get((act.kind, act.mood), "in_force") if act else "in_force"
    if act is not None and act.kind == "force" and view.says("отныне") and view.sentence.tokens[act.token].lemma in _BINDING:
        return "signed"  # «Отныне Тверь и Оршу связывает договор»
    if act is not None and act.kind == "force" and _was_till(view, act):
        return "terminated"
    if act is None or status != "signed":
        return status
    if act.rule == "since-signing":
        return "in_force"  # «60-летие со дня подписания соглашения»
    if _is_draft(view, mention):
        return "planned"
    after = view.sentence.tokens[mention.head + 1 : mention.head + 4]
    if mention.relation == "prolongs" and mention.kind == "protocol":
        return "signed"  # «протокол о продлении соглашения» is signed, what it prolongs is another
    if any(t.lemma in _PROLONGING for t in after):
        return "prolonged"  # «соглашение о продлении …»
    if act.voice == "passive" and view.sentence.tokens[0].lower == "у" and not view.dates:
        return "in_force"  # «У Казани заключено соглашение с Эскишехиром»: what it has, and no news
    return "in_force" if act.voice == "participle" and _being_carried_out(view, mention) else "signed"


def _was_till(view: SentenceView, act: Act) -> bool:
    """«До 2014 года действовало соглашение»: it held till a day that is told."""
    tokens = view.sentence.tokens
    if "до" not in view.sentence.words or act.voice != "active" or "past" not in tokens[act.token].forms[0].tags:
        return False
    return any(a.lower == "до" and b.text[0].isdigit() for a, b in itertools.pairwise(tokens))


def _is_draft(view: SentenceView, mention: InstrumentMention) -> bool:
    """«одобрили проект такого же документа»: what was approved is to be signed yet."""
    tokens = view.sentence.tokens
    k = mention.first - 1
    while k > 0 and (tokens[k].lower == "же" or tokens[k].is_adjective):
        k -= 1
    return k >= 0 and tokens[k].lemma == "проект"


def _being_carried_out(view: SentenceView, mention: InstrumentMention) -> bool:
    """«исполнить соглашение, подписанное …»: what stands before says that the document is in force."""
    table = predicates()
    before = view.sentence.tokens[max(0, mention.first - 4) : mention.first]
    return any(table[lemma].act == "force" for t in before for lemma in t.lemmas if lemma in table)

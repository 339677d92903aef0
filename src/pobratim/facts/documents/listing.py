"""Lists: after «были подписаны:» the items take the act of the sentence that opens them, and its kind where they name none."""

from __future__ import annotations

import re

from pobratim.facts.listed_sides import with_partners
from pobratim.facts.sides import Side, agents, is_finite
from pobratim.lexicon.documents import group

from .acts.act import Act
from .mention import InstrumentMention
from .view import SentenceView

_ITEM = re.compile(r"^\s*(?:[-–—•·*▪●]|\d{1,2}[.)]|[а-я]\))\s*")
_NAMING = group("naming")
_LIST_REACH = 40  # paragraphs
_BARE_HEAD = 6  # tokens of «Среди них:»
_NAMING_REACH = 3  # sentences
_WITH_REACH = 6  # sentences


def inherit_in_lists(views: list[SentenceView]) -> None:
    """Gives every list item without an act of its own the act of the list's head; a head noun in the plural
    lends its kind to items that only name a partner («подписаны соглашения: – с Минском;»).
    """
    head: SentenceView | None = None
    for view in views:
        if head is not None and _is_with_whom(head, view):
            _inherit(head, view)
            for mention in view.instruments[:1]:
                mention.later = [*mention.later, *with_partners(view.sentence, view.sides, 0, mention.first)]
            continue
        if head is not None and (_in_list(head, view) or _named_after(head, view) or _closes_list(views, view)):
            if not [a for a in view.acts if not a.weak and a.voice != "participle"]:
                _inherit(head, view)
            continue
        if head is not None and _names_member(head, view):
            continue  # «Первый документ – с А – подписали …»: the next sentence may tell the second
        opens = _opens_list(view)
        if opens:
            _take_act_before(views, view)
        head = view if (opens or any(m.plural for m in view.instruments)) and _act_of(view) else None


def _take_act_before(views: list[SentenceView], view: SentenceView) -> None:
    """«Подписан пакет документов. Среди них:»: the list's head has the act of the sentence before."""
    before = views[view.sentence.index - 1] if view.sentence.index else None
    bare = not view.acts and len(view.sentence.tokens) <= _BARE_HEAD
    if bare and before is not None and view.sentence.tokens[0].lower in _NAMING:
        view.inherited = _act_of(before)
        view.lent = _doers(before, view.inherited)


def _inherit(head: SentenceView, view: SentenceView) -> None:
    view.inherited = _act_of(head)
    view.lent = _doers(head, view.inherited)
    view.head = head
    view.acts = [a for a in view.acts if a.voice == "participle"]
    _lend_kind(head, view)


def _act_of(view: SentenceView) -> Act | None:
    """The last act that a sentence tells, else the one it inherited."""
    acts = [a for a in view.acts if not a.weak] or ([view.inherited] if view.inherited else [])
    return acts[-1] if acts else None


def _doers(head: SentenceView, act: Act | None) -> list[Side]:
    """The doers of the act that a list inherits."""
    if act is None:
        return []
    if act is head.inherited:
        return head.lent
    return agents(head.sentence, head.sides, act.token, act.doer_case)


def _opens_list(view: SentenceView) -> bool:
    return view.sentence.text.rstrip().endswith(":")


def _named_after(head: SentenceView, view: SentenceView) -> bool:
    """«Результат – подписанные бумаги. Это соглашение …»: the next sentence names what was signed."""
    first = view.sentence.tokens[0].lower
    near = 0 < view.sentence.index - head.sentence.index <= _NAMING_REACH
    return near and first in _NAMING and bool(view.instruments) and not view.acts


def _is_with_whom(head: SentenceView, view: SentenceView) -> bool:
    """«Губернатор подписал три документа. С мэром А – соглашение о туризме.»: with whom one of those counted was signed."""
    tokens = view.sentence.tokens
    near = 0 < view.sentence.index - head.sentence.index <= _WITH_REACH and any(m.plural for m in head.instruments)
    if not near or tokens[0].lower not in ("с", "со") or not view.instruments or any(not a.weak for a in view.acts):
        return False
    before = view.instruments[0].first - 1
    return before > 1 and tokens[before].text in "–—-"


def _names_member(head: SentenceView, view: SentenceView) -> bool:
    """Whether a sentence tells one of the documents counted before, with an act of its own."""
    near = 0 < view.sentence.index - head.sentence.index <= _NAMING_REACH
    return (
        near and any(m.plural for m in head.instruments) and view.sentence.tokens[0].lower in _NAMING and bool(view.instruments)
    )


def _in_list(head: SentenceView, view: SentenceView) -> bool:
    """Whether a sentence is an item under a head with a colon: of its paragraph, with a mark, or opening with an instrument."""
    if not _opens_list(head):
        return False
    if view.sentence.paragraph == head.sentence.paragraph:
        return True
    if view.sentence.paragraph - head.sentence.paragraph > _LIST_REACH:
        return False
    text = view.sentence.text
    item = _ITEM.match(text) is not None or text.rstrip().endswith(";")
    opens = bool(view.instruments) and view.instruments[0].first <= 3
    return item or (opens and not any(not a.weak for a in view.acts))


def _closes_list(views: list[SentenceView], view: SentenceView) -> bool:
    """Whether a sentence is the last item of a list, behind one that ends with a semicolon and was lent its act."""
    before = views[view.sentence.index - 1] if view.sentence.index else None
    if before is None or before.inherited is None or not before.sentence.text.rstrip().endswith(";"):
        return False
    return view.sentence.paragraph - before.sentence.paragraph <= 1


def _lend_kind(head: SentenceView, view: SentenceView) -> None:
    """«– с Минском;» under «подписаны соглашения:» is an agreement, whose words are the whole item."""
    if view.instruments or not head.instruments or not _names_sides(view):
        return
    model = head.instruments[-1]
    tokens = view.sentence.tokens
    view.instruments.append(
        InstrumentMention(
            view.sentence.index,
            0,
            0,
            len(tokens),
            tokens[0].start,
            tokens[-1].end,
            model.kind,
            "full",
            plural=False,
            cases=model.cases,
            modifiers=model.modifiers,
            model=model,
        )
    )


def _names_sides(view: SentenceView) -> bool:
    """Whether an item opens with «с А», with «между А и Б», or with the pair itself."""
    tokens = view.sentence.tokens
    partners = with_partners(view.sentence, view.sides, 0, len(tokens))
    if partners and partners[0].first <= 4 or any(t.lower == "между" for t in tokens[:5]):
        return True
    return len(view.sides) > 1 and view.sides[0].first <= 2 and not any(is_finite(t) for t in tokens)

"""Sentence views with their acts handed out: lists after a colon take the act of the sentence that opens them."""

from __future__ import annotations

import itertools
import re

from pobratim.facts.sides import Side, agents, is_finite, sides_of, with_partners
from pobratim.facts.story import Story

from .act import Act, find_acts
from .gather import SentenceView, choose_act
from .instrument import InstrumentMention, find_instruments
from .term import find_term

_ITEM = re.compile(r"^\s*(?:[-–—•·*▪●]|\d{1,2}[.)]|[а-я]\))\s*")


def build_views(story: Story) -> list[SentenceView]:
    """A view of every sentence, with the act of each instrument chosen; lists inherit the act of their head."""
    views = [_view(story, n) for n in range(len(story.sentences))]
    _inherit_in_lists(story, views)
    _inherit_mood(views)
    for view in views:
        for mention in view.instruments:
            mention.act = choose_act(view, mention)
            mention.inherited = mention.act is not None and mention.act is view.inherited
    return views


def _view(story: Story, n: int) -> SentenceView:
    s = story.sentences[n]
    sides = sides_of(s, sorted(story.actors[n] + story.generics[n], key=lambda m: m.first), story.persons[n])
    term = find_term(story.text, s.start, s.end)
    dates = [d for d in story.dates[n] if not (term and term[1].start <= d.start < term[1].end)]
    return SentenceView(s, sides, find_acts(s), find_instruments(s), dates)


def _inherit_mood(views: list[SentenceView]) -> None:
    """«Во-вторых, заключить договор»: an infinitive that nothing governs has the mood of the sentence before."""
    for before, view in itertools.pairwise(views):
        for act in view.acts:
            if act.rule == "infinitive" and (source := next((a for a in before.acts if a.mood in ("planned", "proposed")), None)):
                act.mood, act.rule = source.mood, "mood-of-sentence-before"


def _inherit_in_lists(story: Story, views: list[SentenceView]) -> None:
    """After «были подписаны:» every list item without an act of its own takes that act; a head noun in the plural
    lends its kind to items that only name a partner («– с Минском;»).
    """
    head: SentenceView | None = None
    for view in views:
        text = view.sentence.text
        if head is not None and (_in_list(head, view, text) or _named_after(head, view)):
            if not [a for a in view.acts if not a.weak and a.voice != "participle"]:
                view.inherited = _act_of(head)
                view.lent = _doers(head, view.inherited)
                view.head = head
                view.acts = [a for a in view.acts if a.voice == "participle"]
                _lend_kind(head, view)
            continue
        opens = text.rstrip().endswith(":") or any(m.plural for m in view.instruments)
        head = view if opens and _act_of(view) else None


def _act_of(view: SentenceView) -> Act | None:
    acts = [a for a in view.acts if not a.weak] or ([view.inherited] if view.inherited else [])
    return acts[-1] if acts else None


def _doers(head: SentenceView, act: Act | None) -> list[Side]:
    """The doers of the act that a list inherits, and the partners its opening sentence names."""
    if act is None:
        return []
    if act is head.inherited:
        return head.lent
    return agents(head.sentence, head.sides, act.token, "nomn" if act.voice == "active" else "ablt")


_NAMING = frozenset("это среди речь в первый первое первая второй второе вторая третий третье один одно одна ещё".split())


def _named_after(head: SentenceView, view: SentenceView) -> bool:
    """«Результат – подписанные бумаги. Это соглашение …»: the next sentence names what was signed."""
    first = view.sentence.tokens[0].lower
    return 0 < view.sentence.index - head.sentence.index <= 3 and first in _NAMING and bool(view.instruments) and not view.acts


def _in_list(head: SentenceView, view: SentenceView, text: str) -> bool:
    if not head.sentence.text.rstrip().endswith(":"):
        return False
    if view.sentence.paragraph == head.sentence.paragraph:
        return True
    if view.sentence.paragraph - head.sentence.paragraph > 40:
        return False
    item = _ITEM.match(text) is not None or text.rstrip().endswith(";")
    opens = bool(view.instruments) and view.instruments[0].first <= 3
    return item or (opens and not any(not a.weak for a in view.acts))


def _lend_kind(head: SentenceView, view: SentenceView) -> None:
    if view.instruments or not head.instruments:
        return
    model = head.instruments[-1]
    tokens = view.sentence.tokens
    partners = with_partners(view.sentence, view.sides, 0, len(tokens))
    named = bool(partners) and partners[0].first <= 4
    between = any(t.lower == "между" for t in tokens[:5])
    pair = len(view.sides) > 1 and view.sides[0].first <= 2 and not any(is_finite(t) for t in tokens)
    if not (named or between or pair):
        return
    last = len(tokens)
    view.instruments.append(
        InstrumentMention(
            view.sentence.index,
            0,
            0,
            last,
            tokens[0].start,
            tokens[last - 1].end,
            model.kind,
            "full",
            False,
            model.cases,
            modifiers=model.modifiers,
            model=model,
        )
    )

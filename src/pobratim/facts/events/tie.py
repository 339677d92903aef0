"""Ties: votes, laws and orders that end a tie of two sides."""

from __future__ import annotations

from pobratim.facts.documents.draft import Draft
from pobratim.facts.scene import scene_date
from pobratim.facts.story import Story
from pobratim.lexicon.events import follower, lemmas_of, ties
from pobratim.text.date_mention import DateMention
from pobratim.text.offset import token_at
from pobratim.text.token import Token

from .cast import Cast
from .draft import EventDraft
from .merge import absorb
from .place import actor_of, add_party, related
from .told import is_past, told_at
from .view import EventView

_DATE_REACH = 10  # tokens between an ending and its own day, a clause border counted as ten
_TIE_REACH = 7  # tokens from «разорвал» to «отношения»
_BEFORE = frozenset(("ранее", "прежде", "раньше"))
_RESOLVED = frozenset(("решение", "решить", "постановить", "проголосовать"))


def ties_of(story: Story, views: list[EventView], drafts: list[Draft]) -> list[EventDraft]:
    """The votes and orders that end ties, one for each side that ends them.

    Where no document is named, the headline and the lead tell the end («Псков остался без побратима»). Fails on ties
    that end by silence.
    """
    found: list[EventDraft] = []
    for document in drafts:
        draft = _ended_document(story, views, document)
        if draft:
            _join_ending(story, found, draft)
    cast = Cast(story, drafts)
    for view in views[: story.lead.stop]:
        draft = _ended_tie(story, view, cast)
        if draft:
            _join_ending(story, found, draft)
    return found


def _ended_document(story: Story, views: list[EventView], document: Draft) -> EventDraft | None:
    """The end of a document in the headline and the lead, unless it is told with a day long past."""
    if document.status != "terminated" or document.recalled or document.nested or len(document.parties) < 2:
        return None
    if document.sentence not in story.lead:
        return None
    evidence = (document.evidence.get("status") or document.evidence["kind"])[0]
    view = next(v for v in views if v.sentence.start <= evidence.start < v.sentence.end)
    token = next(t for t in view.tokens if t.end > evidence.start)
    dated = view.date(token.index, "held")
    if dated and is_past(story, dated[0]) and _beside(view, token, dated[1]):
        return None
    draft = told_at(story, view, token.index, "other", "held", "tie-ended")
    draft.parties, draft.documents = list(document.parties), [document]
    _settle_date(story, draft)
    return draft


def _ended_tie(story: Story, view: EventView, cast: Cast) -> EventDraft | None:
    """«Рованиеми приостановил побратимство с Мурманском», where the sentence or the page gives both sides."""
    token = _ending_word(view)
    if token is None or view.recalled or view.lemmas & _BEFORE:
        return None
    parties: list[str] = []
    for side in view.sides:
        add_party(story, parties, actor_of(story, side))
    parties = parties if len(parties) >= 2 else list(cast.pair)
    if len(parties) < 2:
        return None
    draft = told_at(story, view, token.index, "other", "held", "tie-ended")
    draft.parties = parties
    _settle_date(story, draft)
    return draft


def _ending_word(view: EventView) -> Token | None:
    """The word for ending a tie, where the sentence tells it as done («приостановил побратимство», «за разрыв отношений»)."""
    if lemmas_of("end").isdisjoint(view.lemmas):
        return None
    for token in view.tokens:
        form = next((f for f in token.forms if f.lemma in lemmas_of("end")), None)
        if form is None or view.says(token.start) or "futr" in form.tags:
            continue
        if form.pos == "INFN" and not _resolved(view.tokens, token.index):
            continue
        if token.index and view.tokens[token.index - 1].lower == "не":
            continue
        if token.index and view.tokens[token.index - 1].lower in ("о", "об") and not _resolved(view.tokens, token.index):
            continue  # «отклонили просьбу о приостановлении побратимства»
        following = view.tokens[token.index + 1].lower if token.index + 1 < len(view.tokens) else ""
        if follower(form.lemma) not in ("", following):
            continue
        near = view.tokens[max(0, token.index - 3) : token.index + _TIE_REACH]
        if any(t.lemmas & ties() for t in near if t.is_word):
            return token
    return None


def _resolved(tokens: list[Token], at: int) -> bool:
    """Whether a word of deciding stands shortly before («решение о разрыве»)."""
    return any(t.lemma in _RESOLVED for t in tokens[max(0, at - 4) : at])


def _join_ending(story: Story, found: list[EventDraft], draft: EventDraft) -> None:
    """One vote may end several ties: endings with a common side are one."""
    for known in found:
        if any(related(story, a, b) for a in known.parties for b in draft.parties):
            absorb(story, known, draft)
            return
    found.append(draft)


def _beside(view: EventView, token: Token, mention: DateMention) -> bool:
    """Whether a date stands with the word itself and not in a clause about the tie's beginning."""
    at = token_at(view.tokens, mention.start)
    return view.distance(at, token.index) < _DATE_REACH


def _settle_date(story: Story, draft: EventDraft) -> None:
    """The day of the ending, and not of the tie's beginning or of a jubilee to come; else the day the story stands at."""
    if draft.date is not None and not is_past(story, draft.date) and not _ahead(story, draft):
        return
    draft.date = scene_date(story, draft.sentence)
    draft.evidence.pop("date", None)
    if draft.date and draft.date.evidence:
        draft.prove("date", draft.date.evidence[0], "scene-date")


def _ahead(story: Story, draft: EventDraft) -> bool:
    published = story.clock.published
    if draft.date is None or published is None or draft.date.yearless:
        return False
    return draft.date.value > published.isoformat()[: len(draft.date.value)]

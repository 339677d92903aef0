"""Other occasions: openings, meetings of working groups, and votes or laws that end a tie."""

from __future__ import annotations

from pobratim.facts.documents.draft import Draft
from pobratim.facts.story import Story
from pobratim.lexicon.events import lemmas_of, opened
from pobratim.text.date_mention import DateMention
from pobratim.text.token import Token

from .draft import EventDraft
from .mood import cue_of, noun_status, verb_status
from .cast import Cast
from .merge import absorb
from .place import actor_of, add_party, related
from .told import add_where, is_past, told_at
from .view import EventView
from .who import join, subjects, who_of

_OPENED_REACH = 7  # tokens from «открыли» to what was opened
_DATE_REACH = 10  # tokens between an ending and its own day, a clause border counted as ten
_NEEDS = {"остаться": "без", "отказаться": "от"}
_TIE_REACH = 7  # tokens from «разорвал» to «отношения»
_TIES = frozenset(("побратимство", "побратим", "связь", "отношение", "дружба", "партнёрство", "сотрудничество"))
_SESSION = frozenset(("заседание", "сессия"))
_SESSION_OF = {"группа": frozenset(("рабочий",)), "комиссия": frozenset(("совместный", "межправительственный", "межрегиональный", "двусторонний"))}
_SESSION_REACH = 6  # tokens from «заседание» to «группы»


def openings_of(story: Story, view: EventView) -> list[EventDraft]:
    """What was opened, by whom («гости открыли фотовыставку»); a gathering that opens is that gathering."""
    if view.spoken or view.recalled or not view.lemmas & lemmas_of("open"):
        return []
    for token in view.tokens:
        if not token.forms or cue_of(token) != "open":
            continue
        thing = _opened_thing(view, token)
        if thing is None:
            continue
        form = token.forms[0]
        status, rule = noun_status(view.sentence, token.index) if form.pos == "NOUN" else verb_status(view.sentence, token.index, form)
        if status is None:
            continue
        draft = _told(story, view, token, "opening", status, rule)
        who = subjects(view, token.index)
        join(story, draft, who)
        draft.arrival = any(w.group and w.group.full for w in who)
        draft.weak = not draft.parties
        return [draft]
    return []


def _opened_thing(view: EventView, token: Token) -> Token | None:
    """The noun for what is opened, near the word, if it is such a thing."""
    for other in view.tokens[max(0, token.index - _OPENED_REACH) : token.index + _OPENED_REACH]:
        if other.is_word and other.lemma in opened() and any(f.case in ("nomn", "accs", "gent") for f in other.forms):
            return other
    return None


def sessions_of(story: Story, view: EventView) -> list[EventDraft]:
    """«Заседание рабочей группы», «заседание совместной комиссии»."""
    if view.spoken or view.recalled or not view.lemmas & _SESSION:
        return []
    found = []
    for token in view.tokens:
        if token.is_word and token.lemma in _SESSION and _of_group(view.tokens, token.index):
            status, rule = noun_status(view.sentence, token.index)
            if status:
                draft = _told(story, view, token, "working_group", status, rule)
                join(story, draft, [who_of(story, s) for s in view.sides if s.person and "nomn" in s.cases])
                for actor in _named_actors(story, view):
                    add_party(story, draft.parties, actor)
                found.append(draft)
    return found


def _named_actors(story: Story, view: EventView) -> list[str]:
    """The actors of the sentence; in place of the group itself those it is named after."""
    found: list[str] = []
    for side in view.sides:
        if side.actor and any(view.tokens[k].lemma in _SESSION_OF for k in range(side.first, side.last)):
            found += [story.registry.entity(inner) for inner in side.actor.inner]
        elif side.actor and (actor := actor_of(story, side)):
            found.append(actor)
    return found


def _of_group(tokens: list[Token], at: int) -> bool:
    near = tokens[at + 1 : at + 1 + _SESSION_REACH]
    words = frozenset(lemma for t in near if t.is_word for lemma in t.lemmas)
    return any(t.lemma in _SESSION_OF and words & _SESSION_OF[t.lemma] for t in near if t.is_word)


def endings_of(story: Story, views: list[EventView], drafts: list[Draft]) -> list[EventDraft]:
    """The votes and orders that end a tie: one for each pair whose document was terminated as the news of the page.

    Where no document is named, the headline and the lead tell it («Псков остался без побратима»). Fails on ties that
    end by silence.
    """
    cast = Cast(story, drafts)
    found: list[EventDraft] = []
    for document in drafts:
        if document.status != "terminated" or document.recalled or document.nested or not document.parties:
            continue
        if document.sentence not in story.lead:
            continue
        evidence = (document.evidence.get("status") or document.evidence["kind"])[0]
        view = next(v for v in views if v.sentence.start <= evidence.start < v.sentence.end)
        token = next(t for t in view.tokens if t.end > evidence.start)
        dated = view.date(token.index, "held")
        if dated and is_past(story, dated[0]) and _beside(view, token, dated[1]):
            continue
        draft = _told(story, view, token, "other", "held", "tie-ended")
        draft.place = None
        draft.parties, draft.documents = list(document.parties), [document]
        _settle_date(story, draft)
        _join_ending(story, found, draft)
    for view in views[: story.lead.stop]:
        token = _tie_ended(view)
        parties = sides_or_pair(story, view, cast) if token and not view.recalled else []
        if token and len(parties) >= 2:
            draft = _told(story, view, token, "other", "held", "tie-ended")
            draft.place, draft.parties = None, parties
            _settle_date(story, draft)
            _join_ending(story, found, draft)
    return found


def _join_ending(story: Story, found: list[EventDraft], draft: EventDraft) -> None:
    """One vote may end several ties: endings with a common side are one."""
    for known in found:
        if any(related(story, a, b) for a in known.parties for b in draft.parties):
            absorb(story, known, draft)
            return
    found.append(draft)


def _beside(view: EventView, token: Token, mention: DateMention) -> bool:
    """Whether a date stands with the word itself and not in a clause about the tie's beginning."""
    at = next((t.index for t in view.tokens if t.end > mention.start), 0)
    return view.distance(at, token.index) < _DATE_REACH


def _settle_date(story: Story, draft: EventDraft) -> None:
    """The day of the ending, and not of the tie's beginning or of a jubilee to come; else the day the story stands at."""
    day, published = draft.date.day() if draft.date else None, story.clock.published
    ahead = bool(draft.date and published) and (day > published if day else draft.date.value > str(published)[: len(draft.date.value)])
    if draft.date is None or ahead or is_past(story, draft.date):
        draft.date = story.scene_date(draft.sentence)
        draft.evidence.pop("date", None)
        if draft.date and draft.date.evidence:
            draft.prove("date", draft.date.evidence[0], "scene-date")


def sides_or_pair(story: Story, view: EventView, cast: Cast) -> list[str]:
    """The actors a sentence names, if at least two, else the page's pair."""
    named: list[str] = []
    for side in view.sides:
        add_party(story, named, actor_of(story, side))
    return named if len(named) >= 2 else list(cast.pair)


def _tie_ended(view: EventView) -> Token | None:
    """The word for ending a tie, where the sentence tells it as done («приостановил побратимство», «за разрыв отношений»)."""
    for token in view.tokens:
        if not token.forms or view.says(token.start) or not any(f.lemma in lemmas_of("end") for f in token.forms):
            continue
        if token.index and view.tokens[token.index - 1].lower == "не" or token.forms[0].pos == "INFN":
            continue
        needed = _NEEDS.get(token.lemma)
        if needed and not (token.index + 1 < len(view.tokens) and view.tokens[token.index + 1].lower == needed):
            continue
        near = view.tokens[max(0, token.index - 3) : token.index + _TIE_REACH]
        if any(t.lemmas & _TIES for t in near if t.is_word) and "futr" not in token.forms[0].tags:
            return token
    return None


def _told(story: Story, view: EventView, token: Token, kind: str, status: str, rule: str) -> EventDraft:
    draft = told_at(story, view, token.index, kind, status, rule)
    add_where(story, view, draft)
    return draft

"""Other occasions: openings, meetings of working groups, and votes or laws that end a tie."""

from __future__ import annotations

from pobratim.facts.documents.draft import Draft
from pobratim.facts.sides import agents
from pobratim.facts.story import Story
from pobratim.lexicon.events import lemmas_of, opened
from pobratim.text.token import Token

from .draft import EventDraft
from .mood import cue_of, noun_status, verb_status
from .place import actor_of, add_party
from .view import EventView

_OPENED_REACH = 7  # tokens from «открыли» to what was opened
_SESSION = frozenset(("заседание", "сессия"))
_SESSION_OF = {"группа": frozenset(("рабочий",)), "комиссия": frozenset(("совместный", "межправительственный", "межрегиональный", "двусторонний"))}
_SESSION_REACH = 6  # tokens from «заседание» to «группы»


def openings_of(story: Story, view: EventView) -> list[EventDraft]:
    """What was opened, by whom («гости открыли фотовыставку»); a gathering that opens is that gathering."""
    if view.spoken or view.recalled or not view.lemmas & lemmas_of("open"):
        return []
    for token in view.tokens:
        if not token.is_word or cue_of(token) != "open":
            continue
        thing = _opened_thing(view, token)
        if thing is None:
            continue
        form = token.forms[0]
        status, rule = noun_status(view.sentence, token.index) if form.pos == "NOUN" else verb_status(view.sentence, token.index, form)
        if status is None:
            continue
        draft = _draft(story, view, token, "opening", status, rule)
        for side in agents(view.sentence, view.sides, token.index, "nomn"):
            add_party(story, draft.parties, actor_of(story, side))
            if side.person:
                draft.attend(side.person.person, "participant", actor_of(story, side))
        for group in view.groups:
            if "nomn" in group.cases:
                add_party(story, draft.parties, group.side)
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
                draft = _draft(story, view, token, "working_group", status, rule)
                for side in view.sides:
                    if side.person and "nomn" in side.cases or side.actor:
                        add_party(story, draft.parties, actor_of(story, side))
                    if side.person and "nomn" in side.cases:
                        draft.attend(side.person.person, "participant", actor_of(story, side))
                found.append(draft)
    return found


def _of_group(tokens: list[Token], at: int) -> bool:
    near = tokens[at + 1 : at + 1 + _SESSION_REACH]
    words = frozenset(lemma for t in near if t.is_word for lemma in t.lemmas)
    return any(t.lemma in _SESSION_OF and words & _SESSION_OF[t.lemma] for t in near if t.is_word)


def endings_of(story: Story, views: list[EventView], drafts: list[Draft]) -> list[EventDraft]:
    """The votes and orders that end a tie: one for each pair whose document was terminated as the news of the page."""
    found: list[EventDraft] = []
    for document in drafts:
        if document.status != "terminated" or document.recalled or document.nested or not document.parties:
            continue
        evidence = (document.evidence.get("status") or document.evidence["kind"])[0]
        view = next(v for v in views if v.sentence.start <= evidence.start < v.sentence.end)
        token = next(t for t in view.tokens if t.end > evidence.start)
        draft = _draft(story, view, token, "other", "held", "tie-ended")
        draft.place = None
        draft.parties, draft.documents = list(document.parties), [document]
        if draft.date is None or draft.date == document.signed:
            draft.date = story.scene_date(view.sentence.index)
        found.append(draft)
    return found


def _draft(story: Story, view: EventView, token: Token, kind: str, status: str, rule: str) -> EventDraft:
    draft = EventDraft(kind, view.sentence.index, token.start, token.end, status=status)
    draft.prove("kind", story.quote(token.start, token.end), rule)
    dated = view.date(token.index, status)
    if dated:
        draft.date = dated[0]
        draft.prove("date", story.quote(dated[1].start, dated[1].end), f"date-{dated[1].shape}")
    where = view.place()
    if where and where.actor:
        draft.place = story.registry.entity(where.actor)
        draft.prove("place", story.quote(where.start, where.end), "where")
    return draft

"""Other occasions: openings and sittings of working groups."""

from __future__ import annotations

from pobratim.facts.sides import Side, preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.events import lemmas_of, opened, session_bodies, sessions
from pobratim.text.token import Token

from .draft import EventDraft
from .mood import cue_of, noun_status, verb_status
from .place import actor_of, add_party
from .told import add_where, told_at
from .view import EventView
from .who import join, subjects, who_of

_OPENED_REACH = 7  # tokens from «открыли» to what was opened
_WHERE = frozenset(("в", "во", "на"))
_SESSION = frozenset(("заседание", "сессия"))
_SESSION_REACH = 6  # tokens from «заседание» to «группы»


def openings_of(story: Story, view: EventView) -> list[EventDraft]:
    """What was opened, by whom («гости открыли фотовыставку»); a gathering that opens is that gathering."""
    if view.lemmas.isdisjoint(lemmas_of("open")) or view.recalled:
        return []
    for token in view.tokens:
        if not token.forms or cue_of(token) != "open" or view.says(token.start):
            continue
        thing = _opened_thing(view, token)
        if thing is None:
            continue
        form = token.forms[0]
        noun = form.pos == "NOUN"
        status, rule = noun_status(view.sentence, token.index) if noun else verb_status(view.sentence, token.index, form)
        if status is None:
            continue
        draft = _told(story, view, token, "opening", status, rule)
        if draft.past:
            continue  # «выставка открыта с ноября прошлого года»
        who = subjects(view, token.index)
        join(story, draft, who)
        if not draft.parties:
            for actor in _named_actors(story, view):
                if actor != draft.place:
                    add_party(story, draft.parties, actor)
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
    if view.lemmas.isdisjoint(_SESSION) or view.recalled:
        return []
    found = []
    for token in view.tokens:
        if token.lemma in _SESSION and not view.says(token.start) and _of_group(view.tokens, token.index):
            status, rule = noun_status(view.sentence, token.index)
            if status:
                draft = _told(story, view, token, "working_group", status, rule)
                join(story, draft, [who_of(story, s) for s in view.sides if s.person and "nomn" in s.cases])
                for actor in _named_actors(story, view):
                    add_party(story, draft.parties, actor)
                found.append(draft)
    return found


def _named_actors(story: Story, view: EventView) -> list[str]:
    """The actors of the sentence; in place of the group itself those it is named after; a venue («на ВДНХ») is none."""
    found: list[str] = []
    for side in view.sides:
        if side.actor and _is_venue(view, side):
            continue
        actor = actor_of(story, side) if side.actor else None
        if actor and side.actor and any(word in side.actor.name.lower() for word in session_bodies()):
            place = story.registry.place_of(actor)
            found += [story.registry.entity(inner) for inner in side.actor.inner] or ([place] if place else [])
        elif actor:
            found.append(actor)
    return found


def _is_venue(view: EventView, side: Side) -> bool:
    """Whether a side only says where it is («на ВДНХ», «в Минске»)."""
    return "loct" in side.cases and preposition_before(view.sentence, side.first) in _WHERE


def _of_group(tokens: list[Token], at: int) -> bool:
    near = tokens[at + 1 : at + 1 + _SESSION_REACH]
    words = frozenset(lemma for t in near if t.is_word for lemma in t.lemmas)
    return any(t.lemma in sessions() and words & sessions()[t.lemma] for t in near if t.is_word)


def _told(story: Story, view: EventView, token: Token, kind: str, status: str, rule: str) -> EventDraft:
    draft = told_at(story, view, token.index, kind, status, rule)
    add_where(story, view, draft)
    return draft

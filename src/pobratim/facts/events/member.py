"""Members: who leads a delegation, who belongs to it, who receives it — told in sentences of their own."""

from __future__ import annotations

from pobratim.facts.listed_sides import listed_from
from pobratim.facts.sides import Side, agents, preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.actors import guest_words

from .draft import EventDraft
from .place import actor_of, add_party, related
from .view import EventView

_REACH = 4  # sentences after a visit in which its people are told
_SPEAK_FOR = frozenset(("представлять", "представить"))
_NEAR = 4  # tokens between «представляли» and whom
_AHEAD = 2  # sentences before a visit in which its people are told
_TEAM = frozenset(("делегация", "состав", "поездка", "она", "группа", "вместе"))
_LEAD = frozenset(("возглавить", "возглавлять"))
_JOIN = frozenset(("войти", "входить", "отправиться", "приехать", "прилететь", "прибыть", "участвовать"))
_WELCOME = frozenset(("встретить", "встречать", "приветствовать", "принимать", "принять", "выйти"))


def add_members(story: Story, views: list[EventView], visits: list[EventDraft]) -> None:
    """Adds heads, members and hosts to the visit last told before the sentence that names them.

    «Возглавил её мэр А; вместе с ним в поездку отправились Б и В». Fails where two delegations are told in turn.
    """
    for view in views:
        n = view.sentence.index
        if view.spoken or not story.persons[n]:
            continue
        visit = next((v for v in reversed(visits) if v.sentence <= n), None)
        if visit is None and "делегация" in view.lemmas:
            visit = next((v for v in visits if v.sentence - n <= _AHEAD), None)  # the visit itself is told after
        if visit is None or n - visit.sentence > _REACH:
            continue
        if view.lemmas & _LEAD and view.lemmas & _TEAM:
            _add(story, visit, _doers(view, _LEAD) or _who_leads(view), "head")
        if view.lemmas & _TEAM:
            _add(story, visit, _listed_members(view), "member")
        if view.lemmas & _WELCOME and not view.lemmas.isdisjoint(guest_words()):
            _add_hosts(story, visit, _doers(view, _WELCOME))


def add_represented(story: Story, views: list[EventView], talks: list[EventDraft]) -> None:
    """«Петербург представляли вице-губернатор А и председатель комитета Б»: who spoke for a side at the meeting told before."""
    for view in views if talks else ():
        n = view.sentence.index
        if view.lemmas.isdisjoint(_SPEAK_FOR) or view.spoken or not story.persons[n]:
            continue
        talk = next((t for t in reversed(talks) if 0 < n - t.sentence <= _REACH), None)
        verb = next((t.index for t in view.tokens if t.is_word and t.lemmas & _SPEAK_FOR), None)
        if talk is None or verb is None:
            continue
        whom = [s for s in view.sides if s.actor and "accs" in s.cases and preposition_before(view.sentence, s.first) is None]
        side = next((actor_of(story, s) for s in whom if abs(s.first - verb) <= _NEAR), None)
        for person in (s for s in agents(view.sentence, view.sides, verb, "nomn") if s.person):
            assert person.person
            acts_for = side or actor_of(story, person)
            talk.attend(person.person.person, "participant", acts_for)
            add_party(story, talk.parties, acts_for)
        talk.weak = talk.weak and len(talk.parties) < 2


def _doers(view: EventView, verbs: frozenset[str]) -> list[Side]:
    for token in view.tokens:
        if token.is_word and token.lemmas & verbs:
            after = [s for s in view.sides if s.person and "nomn" in s.cases and 0 < s.first - token.index <= 2]
            if after:  # «делегацию возглавят министр А и мэр Б»
                return [s for s in listed_from(view.sentence, view.sides, after[0].first, "nomn", len(view.tokens)) if s.person]
            return [s for s in agents(view.sentence, view.sides, token.index, "nomn") if s.person]
    return []


def _who_leads(view: EventView) -> list[Side]:
    """«… с полпредом Кадыровым, который возглавляет делегацию»: the person the relative clause is of."""
    for token in view.tokens[2:]:
        opener = view.tokens[token.index - 1]
        if token.lemmas & _LEAD and opener.lower in ("который", "которая") and view.tokens[token.index - 2].text == ",":
            return [s for s in view.sides if s.person and s.last == token.index - 2]
    return []


def _listed_members(view: EventView) -> list[Side]:
    """«В составе делегации – А, Б», «в делегацию вошли А и Б», «вместе с ним отправились А, Б»."""
    for token in view.tokens:
        if token.lower == "составе" and token.index + 1 < len(view.tokens) and "делегация" in view.lemmas:
            after = listed_from(view.sentence, view.sides, token.index + 1, "gent", len(view.tokens))
            if after and after[0].person:
                return [s for s in after if s.person]  # «делегация в составе проректора А и декана Б»
            after = listed_from(view.sentence, view.sides, token.index + 2, "nomn", len(view.tokens))
            return [s for s in after or view.sides if s.person and "nomn" in s.cases]
        if token.is_word and token.lemmas & _JOIN:
            return [
                s
                for s in view.sides
                if s.person and s.first > token.index and "nomn" in s.cases and preposition_before(view.sentence, s.first) is None
            ]
    return []


def _add(story: Story, visit: EventDraft, people: list[Side], role: str) -> None:
    for side in people:
        assert side.person
        actor = actor_of(story, side)
        if role != "head" and visit.place and actor and related(story, actor, visit.place):
            continue
        visit.attend(side.person.person, role, visit.guests[0] if visit.guests else actor)
        if not visit.guests and actor:
            add_party(story, visit.guests, actor)
            add_party(story, visit.parties, actor)


def _add_hosts(story: Story, visit: EventDraft, people: list[Side]) -> None:
    for side in people:
        assert side.person
        actor = actor_of(story, side)
        if actor and any(related(story, actor, g) for g in visit.guests):
            continue
        visit.attend(side.person.person, "host", actor)
        visit.host = visit.host or actor
        if not (visit.place and actor and len(visit.parties) > 1 and related(story, actor, visit.place)):
            add_party(story, visit.parties, actor)  # the governor of a province of the country they visit is a host only

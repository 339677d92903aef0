"""Where a document was signed: the settlement, else the venue as named."""

from __future__ import annotations

import re
from typing import NamedTuple

from pobratim.core.facts import SETTLEMENTS
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.sides import preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.speech_verb import speech_use
from pobratim.text.token import Sentence

from .acts.act import find_acts

_ARRIVING = group("arriving")
_PAPERS = group("document-word")
_RETURNING = group("returning")
_CEREMONY = group("ceremony")
_FORUM_FIELDS = group("forum-field")
_HOSTING = group("hosting")
_HOUSES = frozenset(("administration", "government", "assembly", "university", "chamber"))
_IN = frozenset(("в", "во", "на"))
_INTO = frozenset(("в", "во"))
_PLACE = "место"
_BECOME = frozenset(("стать", "быть"))
_ROOMS = group("room")
_HALLS = frozenset(("филармония", "ратуша", "кремль", "мэрия", "музей", "театр", "библиотека", "дворец", "университет"))
_INSIDE = frozenset(("loct", "gent"))
_OF_TOWN = re.compile(r"[сц]к(?:ой|ом|ого)$")
_TOWN_ENDING = 2  # letters that the name of a town has more than the stem of its adjective
_BEEN = frozenset(("уже", "побывать"))
_SEEING = frozenset(("посетить", "посещать"))
_TAKING_PLACE = frozenset(("проходить", "пройти", "состояться", "проводиться"))
_NEAR = 8  # tokens from «форум» to its town
_AFTER = 4  # sentences behind a signing in which its ceremony is told


class Venue(NamedTuple):
    """An actor at which something was signed, and the mention that says so."""

    entity: str
    mention: ActorMention


def venue_in(story: Story, sentence: int) -> Venue | None:
    """The settlement a sentence stands in («в Полоцке»), else the forum or place it names so («на ПМЭФ»), or None.

    A settlement named as part of somebody's post or name is none. Looked for once, when the documents are completed: by then
    the actors of the page are known.
    """
    if sentence not in story.venues:
        story.venues[sentence] = _told_venue(story, sentence)
    return story.venues[sentence]


def _told_venue(story: Story, sentence: int) -> Venue | None:
    s = story.sentences[sentence]
    named = story.named(sentence)
    if not named:
        return next(iter(_hall(story, s)), None)  # no rule but that of the halls looks at other sentences
    here = [m for m in named if _stands_in(story, s, m)]
    here += [m for m in story.actors[sentence] if m.kind == "forum" and m not in here and _on_its_fields(s, m)]
    settlements = [m for m in here if m.kind in SETTLEMENTS] or _became_place(story, s)
    if settlements:
        return Venue(story.registry.entity(settlements[0]), settlements[0])
    houses = (
        _seats(story, s, here)
        or _hall(story, s)
        or [Venue(story.registry.entity(m), m) for m in here if m.kind in ("forum", "other") and (m.layer == "body" or _signs(s))]
    )
    return houses[0] if houses else _arrived_at(story, s)


def _signs(sentence: Sentence) -> bool:
    """Whether a sentence tells an act of signing, so that an unknown place it stands in («в Киркенесе») is its venue."""
    return any(act.kind == "sign" and not act.weak for act in find_acts(sentence))


def _became_place(story: Story, sentence: Sentence) -> list[ActorMention]:
    """«Местом подписания стал Минск»."""
    if _PLACE not in sentence.lemmas or sentence.lemmas.isdisjoint(_BECOME):
        return []
    return [m for m in story.actors[sentence.index] if m.kind in SETTLEMENTS and m.cases & {"nomn", "ablt"}][-1:]


def _arrived_at(story: Story, sentence: Sentence) -> Venue | None:
    """«Губернатор прибыл в Астану», «в рамках визита в Минск»: the settlement somebody came to."""
    if sentence.lemmas.isdisjoint(_ARRIVING):
        return None if sentence.lemmas.isdisjoint(_RETURNING) else _returned_from(story, sentence)
    came = [
        m
        for m in story.actors[sentence.index]
        if m.kind in SETTLEMENTS
        and "accs" in m.cases
        and (preposition_before(sentence, m.first) in _INTO or _is_seen(sentence, m))
        and not _in_person(story, m)
    ]
    return Venue(story.registry.entity(came[0]), came[0]) if came else None


def _returned_from(story: Story, sentence: Sentence) -> Venue | None:
    """«Губернатор вернулся из Москвы с двумя документами»: where they were signed; fails on who came back before."""
    left = [m for m in story.actors[sentence.index] if m.kind in SETTLEMENTS and "gent" in m.cases]
    told = [m for m in left if preposition_before(sentence, m.first) == "из" and not _in_person(story, m)]
    return Venue(story.registry.entity(told[0]), told[0]) if told and not sentence.lemmas.isdisjoint(_PAPERS) else None


def _is_seen(sentence: Sentence, mention: ActorMention) -> bool:
    """«Партизанск посетила делегация», «мэр посетил Тверь»: the settlement that somebody saw, beside the verb."""
    near = sentence.tokens[max(0, mention.first - 2) : mention.last + 2]
    return any(t.lemma in _SEEING for t in near) and preposition_before(sentence, mention.first) is None


def _seats(story: Story, sentence: Sentence, here: list[ActorMention]) -> list[Venue]:
    """The settlements of the bodies a sentence stands in («в администрации Иркутска прошла …»), unless somebody speaks there."""
    houses = [m for m in here if m.layer == "body" and m.kind in _HOUSES]
    houses += [m for m in story.actors[sentence.index] if m.kind in _HOUSES and "gent" in m.cases and _in_a_room(sentence, m)]
    if not houses or any(speech_use(t.lower) for t in sentence.tokens):
        return []
    found = [Venue(place, m) for m in houses if (place := story.registry.place_of(story.registry.entity(m)))]
    return [v for v in found if v.entity in story.registry.places and story.registry.places[v.entity].kind in SETTLEMENTS]


def _in_a_room(sentence: Sentence, house: ActorMention) -> bool:
    """«в зале заседаний городской администрации»: a part of the house stands before it."""
    before = sentence.tokens[max(0, house.first - 3) : house.first]
    room = next((t for t in before if t.lemma in _ROOMS), None)
    return room is not None and preposition_before(sentence, room.index) in _IN


def _hall(story: Story, sentence: Sentence) -> list[Venue]:
    """«в тульской филармонии», «в здании казанской ратуши»: the town of the page that the adjective of a hall names."""
    if sentence.lemmas.isdisjoint(_HALLS) or not _signs(sentence):
        return []
    for token in sentence.tokens[1:]:
        own = sentence.tokens[token.index - 1]
        if token.lemmas.isdisjoint(_HALLS) or not _OF_TOWN.search(own.lower) or not {f.case for f in token.forms} & _INSIDE:
            continue
        first = own.index - (own.index > 1 and not _ROOMS.isdisjoint(sentence.tokens[own.index - 1].lemmas))
        if preposition_before(sentence, first) not in _IN:
            continue
        stem = _OF_TOWN.sub("", own.lower).rstrip("ь")
        for row in story.actors:
            for mention in row:
                like = mention.kind in SETTLEMENTS and mention.name.lower().startswith(stem)
                if like and len(stem) > 2 and len(mention.name) - len(stem) <= _TOWN_ENDING:
                    return [Venue(story.registry.entity(mention), mention)]
    return []


def _town_of(story: Story, forum: ActorMention) -> ActorMention | None:
    """The settlement that a forum is given: by its host, or by another sentence («В форуме, который проходит в Уфе, …»)."""
    for s in story.sentences:
        if not s.lemmas.isdisjoint(_TAKING_PLACE) and (town := _town_of_bare(story, s)) is not None:
            return town
        told = [m for m in story.actors[s.index] if m.kind == "forum" and m.entity == forum.entity]
        if told and (host := _host_in(story, s)):
            return host
        if told and not any(a is forum for a in told):
            town = next(
                (
                    m
                    for m in story.actors[s.index]
                    if m.kind in SETTLEMENTS and _stands_in(story, s, m) and m.first > told[0].first
                ),
                None,
            )
            if town is not None:
                return town
    return None


def _town_of_bare(story: Story, sentence: Sentence) -> ActorMention | None:
    """«в форуме, который проходит в Уфе»: the town of a forum named by its noun alone, on a page that names one forum."""
    bare = next((t for t in sentence.tokens if t.lemma == "форум"), None)
    if bare is None or any(m.first <= bare.index < m.last for m in story.actors[sentence.index]):
        return None
    if len({m.entity for row in story.actors for m in row if m.kind == "forum"}) > 1:
        return None
    towns = (m for m in story.actors[sentence.index] if m.kind in SETTLEMENTS and _stands_in(story, sentence, m))
    return next((m for m in towns if 0 < m.first - bare.index <= _NEAR), None)


def _host_in(story: Story, sentence: Sentence) -> ActorMention | None:
    """The settlement that receives a forum («на форуме, который принимает Тула»), or None.

    Takes the host of somebody else for the forum's where a sentence names both («Тула приняла гостей форума»).
    """
    if sentence.lemmas.isdisjoint(_HOSTING):
        return None
    return next((m for m in story.actors[sentence.index] if m.kind in SETTLEMENTS and "nomn" in m.cases), None)


def _stands_in(story: Story, sentence: Sentence, mention: ActorMention) -> bool:
    """Whether a sentence stands in what is mentioned («в Уфе», «на форуме»)."""
    in_place = "loct" in mention.cases and preposition_before(sentence, mention.first) in _IN
    return in_place and not _in_person(story, mention)


def scene_venue(story: Story, sentence: int, past: frozenset[int], lead: bool = True) -> Venue | None:
    """The venue told in the sentence, just before it, or in the lead (if `lead`); sentences of the `past` tell another's."""
    for n in [sentence, *range(sentence - 1, max(-1, sentence - 4), -1), *(story.lead if lead else ())]:
        elsewhere = n in past or story.sentences[n].lemmas >= _BEEN  # «гости уже побывали в Тюмени»
        found = venue_in(story, n) if n == sentence or not elsewhere else None
        if found:
            return of_forum(story, found)
    return None


def venue_told_after(story: Story, sentence: int, others: frozenset[int]) -> Venue | None:
    """The venue told in one of the next sentences that speaks of the ceremony («Церемония пройдёт в Тюмени»), or None.

    Sentences of `others` tell of other documents: nothing is looked for behind them.
    """
    for n in range(sentence + 1, min(sentence + _AFTER, len(story.sentences))):
        if n in others:
            return None
        found = venue_in(story, n) if not story.sentences[n].lemmas.isdisjoint(_CEREMONY) else None
        if found:
            return of_forum(story, found)
    return None


def of_forum(story: Story, found: Venue) -> Venue:
    """The settlement of a forum, where the page gives it one."""
    town = _town_of(story, found.mention) if found.mention.kind == "forum" else None
    return Venue(story.registry.entity(town), town) if town else found


def _on_its_fields(sentence: Sentence, forum: ActorMention) -> bool:
    """«на полях форума», «в рамках форума», «на площадке форума»."""
    before = sentence.tokens[max(0, forum.first - 2) : forum.first]
    return any(t.lemma in _FORUM_FIELDS for t in before)


def _in_person(story: Story, mention: ActorMention) -> bool:
    return any(p.whole_start <= mention.start < p.whole_end for p in story.persons[mention.sentence])

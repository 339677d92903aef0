"""Where a document was signed: the settlement, else the venue as named."""

from __future__ import annotations

from pobratim.core.facts import SETTLEMENTS
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.sides import preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.speech_verb import speech_use
from pobratim.text.token import Sentence

_FORUM_FIELDS = group("forum-field")
_HOUSES = frozenset(("administration", "government", "assembly", "university", "chamber"))
_IN = frozenset(("в", "во", "на"))


def venue_in(story: Story, sentence: int) -> ActorMention | None:
    """The settlement a sentence stands in («в Полоцке»), else the forum or place it names so («на ПМЭФ»), or None.

    A settlement named as part of somebody's post or name is none.
    """
    s = story.sentences[sentence]
    here = [
        m
        for m in story.actors[sentence]
        if "loct" in m.cases and preposition_before(s, m.first) in _IN and not _in_person(story, m)
    ]
    here += [m for m in story.actors[sentence] if m.kind == "forum" and m not in here and _on_its_fields(s, m)]
    settlements = [m for m in here if m.kind in SETTLEMENTS] or _seats(s, here)
    venues = settlements or [m for m in here if m.kind in ("forum", "other") and m.layer == "body"]
    return venues[0] if venues else None


def _seats(sentence: Sentence, here: list[ActorMention]) -> list[ActorMention]:
    """The settlements of the bodies a sentence stands in («в администрации Иркутска прошла …»), unless somebody speaks there."""
    if any(speech_use(t.lower) for t in sentence.tokens):
        return []
    houses = (m.parent for m in here if m.layer == "body" and m.kind in _HOUSES)
    return [place for place in houses if place is not None and place.kind in SETTLEMENTS]


def _town_of(story: Story, forum: ActorMention) -> ActorMention | None:
    """The settlement that another sentence gives a forum («В форуме, который проходит в Уфе, …»), or None."""
    for s in story.sentences:
        told = [m for m in story.actors[s.index] if m.kind == "forum" and m.entity == forum.entity]
        if told and not any(a is forum for a in told):
            town = next((m for m in story.actors[s.index] if _stands_in(story, s, m) and m.first > told[0].first), None)
            if town is not None:
                return town
    return None


def _stands_in(story: Story, sentence: Sentence, mention: ActorMention) -> bool:
    """Whether a sentence stands in a settlement («в Уфе»)."""
    in_place = mention.kind in SETTLEMENTS and "loct" in mention.cases
    return in_place and preposition_before(sentence, mention.first) in _IN and not _in_person(story, mention)


def scene_venue(story: Story, sentence: int, past: frozenset[int], lead: bool = True) -> ActorMention | None:
    """The venue told in the sentence, just before it, or in the lead (if `lead`); sentences of the `past` tell another's."""
    for n in [sentence, *range(sentence - 1, max(-1, sentence - 4), -1), *(story.lead if lead else ())]:
        found = venue_in(story, n) if n == sentence or n not in past else None
        if found:
            return (_town_of(story, found) or found) if found.kind == "forum" else found
    return None


def _on_its_fields(sentence: Sentence, forum: ActorMention) -> bool:
    """«на полях форума», «в рамках форума», «на площадке форума»."""
    before = sentence.tokens[max(0, forum.first - 2) : forum.first]
    return any(t.lemma in _FORUM_FIELDS for t in before)


def _in_person(story: Story, mention: ActorMention) -> bool:
    return any(p.whole_start <= mention.start < p.whole_end for p in story.persons[mention.sentence])

"""Where a document was signed: the settlement, else the venue as named."""

from __future__ import annotations

from pobratim.core.facts import SETTLEMENTS
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.sides import preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence

_FORUM_FIELDS = group("forum-field")
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
    settlements = [m for m in here if m.kind in SETTLEMENTS]
    venues = settlements or [m for m in here if m.kind in ("forum", "other") and m.layer == "body"]
    return venues[0] if venues else None


def scene_venue(story: Story, sentence: int, lead: bool = True) -> ActorMention | None:
    """The venue told in the sentence, just before it, or in the lead (if `lead`)."""
    for n in [sentence, *range(sentence - 1, max(-1, sentence - 4), -1), *(story.lead if lead else ())]:
        found = venue_in(story, n)
        if found:
            return found
    return None


def _on_its_fields(sentence: Sentence, forum: ActorMention) -> bool:
    """«на полях форума», «в рамках форума», «на площадке форума»."""
    before = sentence.tokens[max(0, forum.first - 2) : forum.first]
    return any(t.lemma in _FORUM_FIELDS for t in before)


def _in_person(story: Story, mention: ActorMention) -> bool:
    return any(p.whole_start <= mention.start < p.whole_end for p in story.persons[mention.sentence])

"""Joining the drafts of one page that speak of one document. Which can be one: `agree.py`; what is joined how: `absorb.py`."""

from __future__ import annotations

from collections.abc import Mapping

from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from .absorb import absorb
from .agree import can_be_one, shared_parties
from .draft import Draft

_TIE_TOPICS = group("owned")
_COUNTED_REACH = 3  # sentences


def merge_drafts(story: Story, drafts: list[Draft]) -> list[Draft]:
    """The documents of a page in order of first mention; each draft joins the latest earlier one it can be.

    Announced first and signed later is one document, signed. Fails where one pair of parties signs two documents
    of one kind and nothing («ещё одно») tells them apart.
    """
    kept: list[Draft] = []
    moved: dict[int, Draft] = {}
    for draft in drafts:
        target = _target(story, kept, draft)
        if target is not None:
            absorb(story, target, draft)
            moved[id(draft)] = target
        elif _can_begin(draft):
            kept.append(draft)
    kept = _without_echoes(_without_counted(story, kept))
    for draft in kept:
        draft.parent = _parent_kept(draft, kept, moved)
    return kept


def _target(story: Story, kept: list[Draft], draft: Draft) -> Draft | None:
    """The document that a draft speaks of: for «документ» the last of the news, else the one with most parties in common."""
    fit = [d for d in kept if can_be_one(story, d, draft)]
    if not fit:
        return None
    if draft.refer or not draft.explicit and not draft.parties:
        return max(fit, key=lambda d: (not d.recalled and not d.nested, d.mentions[-1]))
    return max(fit, key=lambda d: (shared_parties(story, d, draft), d.kind == draft.kind, not d.recalled, d.sentence))


def _can_begin(draft: Draft) -> bool:
    """Whether a draft that joins no other is a document: «документ» only with its sides, «побратимы» only with both."""
    if draft.implied:
        return draft.explicit or draft.headline
    if not draft.refer or draft.explicit and len(draft.parties) > 1:
        return True
    if draft.status == "signed" and draft.parties and len(draft.signatories) > 1:
        return True  # «Теперь есть бумага. Под ней – подписи А и Б.»
    if draft.status == "signed" and draft.topic & _TIE_TOPICS and len(draft.parties) > 1:
        return True  # «Летом 1993 года города подписали документ о сотрудничестве»
    return bool(draft.parties) and draft.status != "in_force" and (draft.fresh or draft.partnered)


def _without_counted(story: Story, kept: list[Draft]) -> list[Draft]:
    """The drafts without «два соглашения», of which the next sentences tell each («Первое – с А. Второе – с Б»)."""
    return [
        d
        for d in kept
        if not (d.plural and not _names_sides(story, d) and any(_tells_one_of(d, other) for other in kept if other is not d))
    ]


def _names_sides(story: Story, draft: Draft) -> bool:
    """Whether it tells its sides; «пять соглашений с регионами России» tells only the country of the others."""
    if not (draft.explicit or draft.partnered):
        return False
    places = [story.registry.places.get(p) for p in draft.parties]
    return not any(place is not None and place.kind == "country" for place in places)


def _tells_one_of(counted: Draft, other: Draft) -> bool:
    near = 0 < other.sentence - counted.sentence <= _COUNTED_REACH
    told = other.first or other.fresh or other.plural and other.partnered
    return near and other.status == counted.status and told and len(other.parties) > 1


def _without_echoes(kept: list[Draft]) -> list[Draft]:
    """The drafts without ended ties of which no document is named, and without what the headline told in other words."""
    kept = [d for d in kept if not (d.implied and d.status == "terminated")]
    if any(not d.headline and not d.recalled and not d.refer for d in kept):
        kept = [d for d in kept if not d.headline]
    return kept


def _parent_kept(draft: Draft, kept: list[Draft], moved: Mapping[int, Draft]) -> Draft | None:
    """The document that a draft's parent has joined, or None where it is no document of the page."""
    parent = draft.parent
    while parent is not None and id(parent) in moved:
        parent = moved[id(parent)]
    return parent if parent is not draft and parent in kept else None

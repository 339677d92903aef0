"""How well two documents, or two events, of one page agree: what decides which is paired with which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .name import name_likeness, same_place
from .pairing import pair_up
from .person import person_likeness
from .story import Deed, Years

DOCUMENT_KINS = ({"agreement", "contract"}, {"plan", "programme", "roadmap"})
EVENT_KINS = ({"visit", "meeting", "negotiation"},)
SPHERE_KINS = ({"science", "science-technology"}, {"culture", "heritage"})
TIE_BREAK = 0.1

_SHORT_DATE = re.compile(r"\d{4}(-\d\d)?")


def shared_names(gold: Sequence[str], found: Sequence[str]) -> int:
    """How many names of places and bodies the two lists have in common."""
    return len(pair_up(gold, found, lambda a, b: 1 + name_likeness(a, b) if name_likeness(a, b) else 0))


def shared_people(gold: Sequence[str], found: Sequence[str]) -> int:
    """How many people the two lists have in common; first letters of first names are enough."""
    return len(pair_up(gold, found, lambda a, b: person_likeness(a, b, "letter")))


def shared_spheres(gold: Sequence[str], found: Sequence[str]) -> int:
    """How many spheres the two lists have in common; kin codes count."""
    return len(pair_up(gold, found, lambda a, b: (a == b) + any({a, b} <= kin for kin in SPHERE_KINS)))


def same_years(gold: Years, found: Years) -> bool:
    """Whether two terms agree; a number of years adds nothing to both ends."""
    return gold[:2] == found[:2] and (gold[2] == found[2] or None not in gold[:2])


def date_within(gold: str | None, found: str | None) -> bool:
    """Whether the found date is right or only less precise (2019-05 for 2019-05-12)."""
    return gold == found or bool(gold and found and _SHORT_DATE.fullmatch(found) and gold.startswith(found + "-"))


def _date_likeness(a: str | None, b: str | None) -> float:
    if a == b:
        return 1.0 if a else 0.5
    return 0.5 * (date_within(a, b) or date_within(b, a))


def _kin(a: str, b: str, kins: Sequence[set[str]]) -> bool:
    return a == b or any({a, b} <= kin for kin in kins)


def _agreement(gold: Deed, found: Deed, common: float) -> float:
    """1, and what each field that agrees adds."""
    ties = (
        same_place(gold.place, found.place),
        same_years(gold.years, found.years),
        gold.background == found.background,
    )
    return (
        1
        + (gold.kind == found.kind)
        + common
        + _date_likeness(gold.date, found.date)
        + (gold.status == found.status)
        + TIE_BREAK * sum(ties)
    )


def document_likeness(gold: Deed, found: Deed) -> float:
    """0 where two records cannot be one document: the kinds are no kin, or both name parties and share none."""
    if not _kin(gold.kind, found.kind, DOCUMENT_KINS):
        return 0
    common = shared_names(gold.parties, found.parties)
    possible = common > 0 if gold.parties and found.parties else gold.status == found.status
    size = len(gold.parties) + len(found.parties)
    return _agreement(gold, found, 2 * common / max(1, size)) if possible else 0


def event_likeness(gold: Deed, found: Deed, *, kins: Sequence[set[str]] = EVENT_KINS) -> float:
    """0 where two records cannot be one event.

    Both name somebody and share nobody; or one side names nobody, and status, date and place do not settle it.
    """
    if not _kin(gold.kind, found.kind, kins):
        return 0
    common = shared_names(gold.parties, found.parties) + shared_people(gold.people, found.people)
    size_gold, size_found = (len(deed.parties) + len(deed.people) for deed in (gold, found))
    possible = common > 0 if size_gold and size_found else gold.status == found.status and _same_occasion(gold, found)
    return _agreement(gold, found, 2 * common / max(1, size_gold + size_found)) if possible else 0


def _same_occasion(gold: Deed, found: Deed) -> bool:
    """An equal date or place; or neither is stated on both sides."""
    places = same_place(gold.place, found.place)
    if (gold.date and gold.date == found.date) or (gold.place and places):
        return True
    return gold.date == found.date and places

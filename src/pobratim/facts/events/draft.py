"""Drafts of events: what one place of the text tells of one event, before drafts of the same event are joined."""

from __future__ import annotations

from pobratim.core.date import PartialDate
from pobratim.core.facts import Attendee
from pobratim.facts.documents.draft import Draft
from pobratim.facts.proof import Proven

TALKS = frozenset(("meeting", "negotiation"))
_ROLE_RANK = {"participant": 0, "member": 1, "speaker": 1, "host": 2, "head": 2}


class EventDraft(Proven, eq=False):
    """One event as one or more mentions tell it.

    `parties` are actor ids in order; `guests` and `hosts` those of them that came and that received. `weak` marks a
    mention that tells too little to stand alone («в ходе визита»), `arrival` one of these that the page's pair may
    complete («сербская делегация прибыла»), `roll` one that
    only says who else was there («во встрече участвовали»), `past` what is told as history, `sure` that its own words give
    the status. `start`, `end` are the telling word's
    code points.
    """

    kind: str
    sentence: int
    start: int
    end: int
    status: str = "held"
    date: PartialDate | None = None
    place: str | None = None
    host: str | None = None
    parties: list[str] = []
    guests: list[str] = []
    people: list[Attendee] = []
    documents: list[Draft] = []
    within: EventDraft | None = None
    weak: bool = False
    arrival: bool = False
    past: bool = False
    roll: bool = False
    name: str = ""
    named: bool = False
    sure: bool = True

    @property
    def persons(self) -> set[str]:
        """The ids of its people."""
        return {p.person for p in self.people}

    def attend(self, person: str, role: str = "participant", side: str | None = None) -> None:
        """Adds a person; one already there keeps the role that says more."""
        known = next((p for p in self.people if p.person == person), None)
        if known is None:
            self.people.append(Attendee(person=person, role=role, side=side))  # type: ignore[arg-type]
            return
        known.side = known.side or side
        if _ROLE_RANK[role] > _ROLE_RANK[known.role]:
            known.role = role  # type: ignore[assignment]

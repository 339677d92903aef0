"""What is to follow and what became of it: promises, measures of plans, reports on them."""

from __future__ import annotations

from typing import Literal

import msgspec

from .plain import AnyText, Day, DayOfYear, Line, Text
from .ref import ActorRef, Date, Ref

Side = Literal["", "a", "b", "joint"]
Recurring = Literal["yearly", "half-yearly", "quarterly", "monthly", "term", "agreed"]
MeasureState = Literal["not_started", "under_way", "done", "partly", "postponed", "not_done", "dropped", "no_word"]


class Promise(msgspec.Struct, forbid_unknown_fields=True):
    """A commitment in somebody's words: what, who takes it on, to whom, by when."""

    what: Text
    by: Ref | None = None
    to: Ref | None = None
    due: Date | None = None


class Outcome(msgspec.Struct, forbid_unknown_fields=True):
    """What a promise became, and by what that is seen: records, and pages by their addresses."""

    state: Literal["open", "kept", "broken", "dropped"]
    on: Day | None = None
    fact: AnyText = ""
    evidence: list[Ref] = []
    pages: list[Line] = []


class Executor(msgspec.Struct, forbid_unknown_fields=True):
    """Who carries a measure out, as written, and for which side of the plan."""

    name: Text
    side: Side = ""
    actor: ActorRef | None = None


class Due(msgspec.Struct, forbid_unknown_fields=True):
    """When a measure is due: as written, the first and last day of it, and whether it comes again (or is still to be agreed);
    `by`: the day of each year by which one that comes every year is awaited («ежегодно, до 1 декабря»).
    """

    wording: str
    first: Day | None = None
    last: Day | None = None
    recurring: Recurring | None = None
    by: DayOfYear | msgspec.UnsetType = msgspec.UNSET


class Raw(msgspec.Struct, forbid_unknown_fields=True):
    """A row as it stands in the file; `understood` is false where a person must look."""

    cells: list[str]
    place: str = ""
    understood: bool = True


class Report(msgspec.Struct, forbid_unknown_fields=True):
    """How a measure stands in a period, by the word of one side; evidence are records, pages (addresses) and files (numbers)."""

    state: MeasureState
    first: Day
    last: Day
    side: Side = ""
    fact: AnyText = ""
    evidence: list[Ref] = []
    pages: list[Line] = []
    files: list[int] = []
    author: str = ""
    made: Day | None = None

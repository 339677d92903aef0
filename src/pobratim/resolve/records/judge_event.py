"""Whether two nodes speak of one event."""

from __future__ import annotations

from .content import Event, full_day
from .verdict import Rule, Verdict, decide
from .window import NEAR_DAYS, event_window

MEANT_ALIKE = {"negotiation": "meeting"}


def judge_event(a: Event, b: Event) -> Verdict:
    """The same, another, or unknown; the order of the two does not matter."""
    return decide(a, b, APART, SAME)


def other_kind(a: Event, b: Event) -> float:
    """One is a visit, the other another kind of event."""
    return float(MEANT_ALIKE.get(a.kind, a.kind) != MEANT_ALIKE.get(b.kind, b.kind))


def other_ordinal(a: Event, b: Event) -> float:
    """A page, a list or a person tells of several that are alike: the first is not the second."""
    return float(a.ordinal != b.ordinal)


def other_time(a: Event, b: Event) -> float:
    """They took place at different times."""
    if full_day(a.date) and full_day(b.date):
        return float(not _near(a, b))
    one, two = event_window(a), event_window(b)
    return float(one is not None and two is not None and not one.meets(two))


def same_day(a: Event, b: Event) -> float:
    """The same parties, the same kind of event, the same day."""
    return 0.95 if full_day(a.date) and a.date == b.date and _parties_agree(a, b) else 0.0


def same_people(a: Event, b: Event) -> float:
    """Two or more of the same people at the same kind of event on the same day."""
    return 0.9 if full_day(a.date) and a.date == b.date and len({*a.people} & {*b.people}) >= 2 else 0.0


def nearby_day(a: Event, b: Event) -> float:
    """The same parties and kind; the days given differ by three at most: a visit lasts, an event is moved."""
    return 0.6 if a.date != b.date and _near(a, b) and _parties_agree(a, b) else 0.0


def told_as_news(a: Event, b: Event) -> float:
    """The same parties and kind; a page gives no exact day, and the time fits."""
    if (full_day(a.date) and full_day(b.date)) or not _parties_agree(a, b):
        return 0.0
    one, two = event_window(a), event_window(b)
    return 0.5 if one is not None and two is not None and one.meets(two) else 0.0


def _parties_agree(a: Event, b: Event) -> bool:
    one, two = frozenset(a.parties), frozenset(b.parties)
    return len(one & two) >= 2 and (one <= two or two <= one)


def _near(a: Event, b: Event) -> bool:
    """Equal days; for a visit, and for a plan beside what came of it, some days more or less."""
    one, two = full_day(a.date), full_day(b.date)
    slack = NEAR_DAYS if a.kind == "visit" or a.planned != b.planned else 0
    return one is not None and two is not None and abs((one - two).days) <= slack


APART: tuple[Rule[Event], ...] = (other_kind, other_ordinal, other_time)
SAME: tuple[Rule[Event], ...] = (same_day, same_people, nearby_day, told_as_news)

"""What is open: measures that nobody settled, promises, documents announced; as `resolve.plans` compares them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.db.models import Model

from pobratim.register import sql
from pobratim.register.lifecycle import begins_of
from pobratim.register.measure import SETTLED
from pobratim.register.models import Document, DocumentParty, DocumentSphere, Measure, MeasureExecutor, State, Statement
from pobratim.register.promise import OPEN
from pobratim.resolve.plans.match import YEAR, Planned
from pobratim.resolve.records.content import DOCUMENT, MEASURE, STATEMENT

#: Of more actors than these, all that is announced, all plans that have measures, are looked through: they are less than all
#: that these are parties to.
FEW = 100
ANNOUNCED = ("planned", "proposed")


def planned(keys: Iterable[str]) -> Iterator[Planned]:
    """Those of these records that are open and whose time and two sides are known.

    Each table is asked for by keys alone, and what is open picked out of it: asked for that too, SQLite takes the index of
    states for the better one and goes through all that is open, for every two thousand keys.
    """
    for some in sql.chunks(keys):
        yield from _measures([key for key in some if key[0] == MEASURE])
        yield from _promises([key for key in some if key[0] == STATEMENT])
        yield from _documents([key for key in some if key[0] == DOCUMENT])


def measures_of(plans: Iterable[str]) -> set[str]:
    """The measures of these plans."""
    found: set[str] = set()
    for some in sql.chunks(plans):
        found |= set(Measure.objects.filter(plan__in=some).values_list("key", flat=True))
    return found


def open_between(actors: Iterable[str]) -> set[str]:
    """The keys of the measures and promises that may be open between some of these actors; more than are."""
    found: set[str] = set()
    known = sorted(set(actors))
    for some in sql.chunks(known):
        found |= set(Statement.objects.filter(promise_state=OPEN, promised_by__in=some).values_list("key", flat=True))
        found |= set(MeasureExecutor.objects.filter(actor__in=some).values_list("measure", flat=True))
    if len(known) <= FEW:
        plans = DocumentParty.objects.filter(acts_for__in=known).values("document")
        return found | set(Measure.objects.filter(plan__in=plans).values_list("key", flat=True))
    measured = Measure.objects.order_by().exclude(plan=None).values_list("plan", flat=True).distinct()
    return found | measures_of(_between(measured, known))


def announced_between(sides: Collection[frozenset[str]]) -> set[str]:
    """The keys of the documents announced whose parties act for just these."""
    known = {actor for one in sides for actor in one}
    announced = Document.objects.filter(status__in=ANNOUNCED).order_by()
    if len(known) <= FEW:
        announced = announced.filter(party_rows__acts_for__in=known).distinct()
    return {key for key, own in sides_of(announced.values_list("key", flat=True)).items() if frozenset(own) in sides}


def _between(documents: Iterable[str], actors: Iterable[str]) -> set[str]:
    """Those of these documents whose parties act for one of the actors."""
    known = set(actors)
    return {key for key, sides in sides_of(documents).items() if not sides.isdisjoint(known)}


def sides_of(keys: Iterable[str], model: type[Model] = DocumentParty, owner: str = "document_id") -> dict[str, set[str]]:
    """Document → those for whom its parties act; so of an event, by its table of parties and the column of what they are of."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, actor in sql.select(f"SELECT {owner}, acts_for_id FROM {sql.table(model)} WHERE {owner} IN {{keys}}", keys):
        found[key].add(actor)
    return found


def _measures(keys: list[str]) -> Iterator[Planned]:
    rows = Measure.objects.filter(key__in=keys, plan__isnull=False).exclude(state=State.REJECTED)
    rows = rows.exclude(plan__state=State.REJECTED).select_related("plan").prefetch_related("executors", "spheres")
    found = [one for one in rows.defer("fields", "contradictions", "plan__fields") if not _settled(one)]
    sides = sides_of(one.plan_id for one in found if one.plan_id)
    for one in found:
        plan = one.plan
        begin = (plan.signed_first or begins_of(plan) or plan.first_told or one.due_first) if plan else None
        if plan is None or begin is None:
            continue
        known = sides[plan.key] | {row.actor_id for row in one.executors.all() if row.actor_id}
        last = one.due_last or plan.ends_last
        spheres = frozenset(row.code for row in one.spheres.all())
        yield Planned(
            one.key,
            frozenset(known),
            begin,
            one.due_first or (begin if one.due_last else None),  # «до конца 2025 года»: from the beginning on
            last,
            f"{one.section}. {one.text}" if one.section else one.text,
            spheres,
        )


def _settled(measure: Measure) -> bool:
    """Whether a report says that nothing more is awaited; what comes again is awaited again."""
    return not measure.recurring and any(one["state"] in SETTLED for one in measure.reports)


def _promises(keys: list[str]) -> Iterator[Planned]:
    found = Statement.objects.filter(key__in=keys).exclude(promise_state="").exclude(promised_by="").exclude(promised_to="")
    for one in found.only("state", "promise_state", "promised_by", "promised_to", "promise_due", "promise", "first_told"):
        told, promise = one.first_told, one.promise or {}
        if one.promise_state == OPEN and one.state != State.REJECTED and told is not None:
            begin = _later(told, 1)
            yield Planned(
                one.key,
                frozenset((one.promised_by, one.promised_to)),
                begin,
                begin,
                one.promise_due or _later(told, YEAR.days),
                promise["what"],
            )


def _documents(keys: list[str]) -> Iterator[Planned]:
    asked = "SELECT key, status, state, background, kind, title, signed_last, first_told, last_told"
    rows = sql.select(f"{asked} FROM {sql.table(Document)} WHERE key IN {{keys}}", keys)
    found = [row for row in rows if row[1] in ANNOUNCED and row[2] != State.REJECTED and not row[3]]
    sides = sides_of(row[0] for row in found)
    spheres: dict[str, set[str]] = defaultdict(set)
    for key, code in sql.select(
        f"SELECT document_id, code FROM {sql.table(DocumentSphere)} WHERE document_id IN {{keys}}", sides
    ):
        spheres[key].add(code)
    for key, _, _, _, kind, title, *days in found:
        signed, first, last = map(sql.day, days)
        if first:
            end = _later(signed or last or first, YEAR.days)
            yield Planned(key, frozenset(sides[key]), first, first, end, title, frozenset(spheres[key]), kind)


def _later(day: datetime.date, days: int) -> datetime.date:
    """So many days later, as far as the calendar goes."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return day

"""The dry run: what would become of every row of a plan. Reads the register, writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

from pobratim.register.derive.draft import MANY, canonical
from pobratim.register.errors import WrongValue
from pobratim.register.lists.compare import Difference
from pobratim.register.lists.layout import Columns
from pobratim.register.models import Document, Measure, State
from pobratim.register.selectors.record import record_of
from pobratim.resolve.records.content import plain
from pobratim.tables import Table

from .context import KnownActors, context_of, territories_of
from .mapping import PLAN, with_sides
from .read import Corrections, read_rows, term_in_title
from .row import Context, PlanRow

#: Fields by which a row and the measure that is there are compared.
_COMPARED = ("due", "executor", "expected", "sphere")
_Identity = tuple[str, str, str]
MOST_ROWS = 2_000


class Fate(StrEnum):
    """What would become of a row."""

    ADD = "add"
    KNOWN = "known"  # the plan has this measure, and it says the same
    DIFFERS = "differs"  # the plan has this measure, and something of it is not as in the file
    DOUBLE = "double"  # the file itself has the very same row before


class RowPlan(NamedTuple):
    """A row and its fate; `measure` is the key of the one that is there, `same_as` the number of the row that it repeats.

    `ordinal` tells rows apart that are alike in section, number and words.
    """

    row: PlanRow
    fate: Fate
    measure: str = ""
    differing: tuple[Difference, ...] = ()
    same_as: int = 0
    ordinal: int = 0


class Plan(NamedTuple):
    """The fates of all rows, in the order of the file; `document` is the key of the plan."""

    table: Table
    columns: Columns
    document: str
    rows: tuple[RowPlan, ...]

    def of(self, *fates: Fate) -> list[RowPlan]:
        """The rows of some fates."""
        return [one for one in self.rows if one.fate in fates]


def plan_of(key: str) -> Document:
    """The document of that key.

    Raises:
        NoSuchRecord: there is none.
        WrongValue: the record is no document.
    """
    record = record_of(key)
    if not isinstance(record, Document):
        raise WrongValue("not a document", address=key[:60])
    return record


def columns_for(table: Table, columns: Columns, document: Document) -> Columns:
    """The mapping, with the sides of the document where headings name them."""
    return with_sides(table, columns, context_of(document).sides)


def dry_run(
    table: Table,
    columns: Columns,
    *,
    document: str,
    corrections: Corrections | None = None,
    advance: Callable[[], None] = lambda: None,
) -> Plan:
    """What would become of every row of a table.

    Args:
        table: of the plan.
        columns: column letter → field.
        document: key of the plan.
        corrections: words that a person put in the place of some cells.
        advance: called after every row that was read.

    Raises:
        NoSuchRecord: there is no such plan.
        WrongValue: the mapping cannot be used, or there are more than 2,000 rows.
    """
    PLAN.checked(columns)
    if len(table.rows) > MOST_ROWS:
        raise WrongValue("more than 2,000 rows: no plan of measures is so long", address=table.name)
    plan = plan_of(document)
    context: Context = context_of(plan, term_in_title(table))
    actors = KnownActors(territories_of(plan))
    rows = []
    for row in read_rows(table, columns, context, corrections):
        rows.append(_with_actors(row, actors))
        advance()
    return Plan(table, dict(columns), plan.key, tuple(_fates(plan, rows)))


def plan_again(plan: Plan) -> Plan:
    """The same rows beside the register as it is now."""
    rows = [one.row for one in plan.rows]
    return plan._replace(rows=tuple(_fates(plan_of(plan.document), rows)))


def _with_actors(row: PlanRow, actors: KnownActors) -> PlanRow:
    found = []
    for one in row.values.get("executor", []):
        key = actors.key_of(one["name"], one["side"])
        found.append({**one, "actor": {"node": key} if key else None})
    return row._replace(values={**row.values, "executor": found}) if found else row


def _fates(plan: Document, rows: list[PlanRow]) -> list[RowPlan]:
    there: dict[_Identity, list[Measure]] = {}
    for one in Measure.objects.filter(plan=plan).exclude(state=State.REJECTED).order_by("key"):
        there.setdefault((plain(one.section), plain(one.number), plain(one.text)), []).append(one)
    first: dict[str, int] = {}
    met: Counter[_Identity] = Counter()
    found = []
    for row in rows:
        words = canonical({name: value for name, value in row.values.items() if name not in ("raw", "report")})
        if words in first:
            found.append(RowPlan(row, Fate.DOUBLE, same_as=first[words]))
            continue
        first[words] = row.number
        told = row.values
        identity = plain(told.get("section")), plain(told.get("number")), plain(told["text"])
        found.append(_fate(row, there.get(identity, []), met[identity]))
        met[identity] += 1
    return found


def _fate(row: PlanRow, known: list[Measure], ordinal: int) -> RowPlan:
    """Of measures that are alike the one that says the same, else the next of them."""
    if not known:
        return RowPlan(row, Fate.ADD, ordinal=ordinal)
    best = min(known, key=lambda one: len(_differing(row, one)))
    known.remove(best)
    differing = _differing(row, best)
    return RowPlan(row, Fate.DIFFERS if differing else Fate.KNOWN, best.key, differing, ordinal=ordinal)


def _differing(row: PlanRow, measure: Measure) -> tuple[Difference, ...]:
    found = []
    for field in _COMPARED:
        theirs = [one["value"] for one in measure.fields.get(field, [])]
        theirs = theirs if field in MANY else theirs[:1]
        ours: Any = row.values.get(field)
        many = ours if field in MANY else [ours]
        if ours and sorted(map(canonical, many)) != sorted(map(canonical, theirs)):
            found.append(Difference(field, ours, theirs if field in MANY else next(iter(theirs), None)))
    return tuple(found)

"""The dry run: what would become of every row. Reads the register, writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from pobratim.register.field import refs_in
from pobratim.register.models import Node
from pobratim.register.selectors.record import record_of
from pobratim.tables import Table

from .compare import Comparison, compare
from .entry import Entry, entry_of
from .layout import Columns
from .mapping import LIST
from .match import Match, Matcher
from .read import read_rows
from .row import ReadRow
from .titles import numbered

NOTHING = Comparison({}, ())


class Fate(StrEnum):
    """What would become of a row."""

    ADD = "add"  # a record of its own
    FILL = "fill"  # a record is there and lacks something that the row tells
    KNOWN = "known"  # a record is there and lacks nothing
    DOUBLE = "double"  # the list itself tells it in another row
    UNREADABLE = "unreadable"


class RowPlan(NamedTuple):
    """A row and its fate; `match` is the record that it means, `same_as` the number of the row that it repeats."""

    row: ReadRow
    fate: Fate
    entry: Entry | None = None
    match: Match | None = None
    comparison: Comparison = NOTHING
    same_as: int = 0


class Plan(NamedTuple):
    """The fates of all rows, in the order of the file."""

    table: Table
    columns: Columns
    own: str
    rows: tuple[RowPlan, ...]

    def of(self, *fates: Fate) -> list[RowPlan]:
        """The rows of some fates."""
        return [one for one in self.rows if one.fate in fates]


def dry_run(table: Table, columns: Columns, *, own: str = "", advance: Callable[[], None] = lambda: None) -> Plan:
    """What would become of every row of a table.

    Args:
        table: of the list.
        columns: column letter → field.
        own: the office's own side, for lists that name the partner alone.
        advance: called after every row that was read.

    Raises:
        WrongValue: the mapping cannot be used.
    """
    LIST.checked(columns)
    read: list[ReadRow] = []
    for row in read_rows(table, columns, own=own):
        read.append(row)
        advance()
    return _planned(table, columns, own, read)


def plan_again(plan: Plan) -> Plan:
    """The same rows beside the register as it is now."""
    return _planned(plan.table, plan.columns, plan.own, [one.row for one in plan.rows])


def _planned(table: Table, columns: Columns, own: str, read: Sequence[ReadRow]) -> Plan:
    matcher = Matcher()
    entries = {row.number: entry_of(row.facts, own) for row in read if row.facts is not None}
    doubles = _tell_apart(entries, matcher)
    plans = [_plan(row, entries.get(row.number), doubles.get(row.number, 0), matcher) for row in read]
    return Plan(table, dict(columns), own, tuple(plans))


def _tell_apart(entries: dict[int, Entry], matcher: Matcher) -> dict[int, int]:
    """Rows that would be one record: with the same title they are doubles, with another they get ordinals.

    Returns row → the row that it repeats; the order of the rows does not matter to who gets which ordinal.
    """
    kept: dict[tuple[str, tuple[str, ...]], list[list[int]]] = {}
    doubles: dict[int, int] = {}
    for number, entry in sorted(entries.items(), key=lambda one: (one[1].title, one[1].document.content, one[0])):
        groups = kept.setdefault((entry.content.kind, entry.content.parties), [])
        group = next(
            (some for some in groups if any(matcher.are_one(entries[one].document, entry.document) for one in some)), None
        )
        if group is None:
            groups.append([number])
        elif double := next((one for one in group if entries[one].title == entry.title), 0):
            doubles[number] = double
        else:
            group.append(number)
    for some in (group for groups in kept.values() for group in groups):
        entries.update(zip(some, numbered((entries[one] for one in some), matcher), strict=True))
    return doubles


def _plan(row: ReadRow, entry: Entry | None, double: int, matcher: Matcher) -> RowPlan:
    if entry is None:
        return RowPlan(row, Fate.UNREADABLE)
    if double:
        return RowPlan(row, Fate.DOUBLE, entry, same_as=double)
    match = matcher.record_of(entry.document)
    if match is None:
        return RowPlan(row, Fate.ADD, entry)
    comparison = compare(record_of(match.record), entry.document.values, records_named(entry, matcher), row.told)
    return RowPlan(row, Fate.FILL if comparison.missing else Fate.KNOWN, entry, match, comparison)


def records_named(entry: Entry, matcher: Matcher) -> dict[str, str]:
    """Node → record, of what the entry names and the register has."""
    found = {}
    for thing in entry.named:
        if match := matcher.record_of(thing):
            found[thing.node] = match.record
    return found


def nodes_there(nodes: Iterable[str]) -> set[str]:
    """Those of the nodes that are in the register and part of a record."""
    return set(Node.objects.filter(key__in=list(nodes)).exclude(record="").values_list("key", flat=True))


def names_of(plan: RowPlan) -> dict[str, str]:
    """Node → name, of everything that a row names: for showing its values."""
    things = plan.entry.named if plan.entry else ()
    found = {}
    for thing in things:
        name = next(iter(thing.values.get("name", [])), "")
        found[thing.node] = name["name"] if isinstance(name, dict) else str(name)
    shown = refs_in([one.in_register for one in plan.comparison.differing]) - found.keys()
    for key in sorted(shown):
        found[key] = str(getattr(record_of(key), "name", "") or key)
    return found

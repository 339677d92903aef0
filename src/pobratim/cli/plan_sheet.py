"""The readable output of plans: the rows of a file with their fates, and the board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich.box import HORIZONTALS
from rich.table import Table as Sheet
from rich.text import Text

from pobratim.register.plans.dry import Fate, Plan, RowPlan
from pobratim.register.plans.mapping import NAMES
from pobratim.register.selectors.plan import Item
from pobratim.tables import Book
from pobratim.words.codes import FIELDS, MEASURE_STATES, RECURRING, SIDES, SPHERES
from pobratim.words.speech import mark, tr, tr_n

from .list_sheet import mapping_sheet, problem_words
from .sheet import console

FATES = {
    Fate.ADD: mark("would be added"),
    Fate.KNOWN: mark("is known"),
    Fate.DIFFERS: mark("is known and differs"),
    Fate.DOUBLE: mark("repeats row {number}"),
}
AS_WRITTEN = mark("would be added as written: a person must look")
_TITLE_CHARS = 160


def print_plan(book: Book, plan: Plan, *, whole: bool) -> None:
    """The mapping, then all rows, or (not `whole`) those that a person must look at; the counts on stderr."""
    out = console()
    for note in book.notes:
        click.echo(tr(note), err=True)
    out.print(mapping_sheet(plan.table, plan.columns, NAMES))
    rows = [one for one in plan.rows if whole or not one.row.understood or one.differing]
    if rows:
        out.print(_rows(rows))
    click.echo(_counts(plan), err=True)


def _counts(plan: Plan) -> str:
    number = Counter(one.fate for one in plan.rows)
    told = [
        tr_n("{number} measure would be added", "{number} measures would be added", number[Fate.ADD]),
        tr_n("{number} known already", "{number} known already", number[Fate.KNOWN]) if number[Fate.KNOWN] else "",
        tr_n("{number} differs", "{number} differ", number[Fate.DIFFERS]) if number[Fate.DIFFERS] else "",
        tr_n("{number} repeated", "{number} repeated", number[Fate.DOUBLE]) if number[Fate.DOUBLE] else "",
    ]
    unclear = sum(not one.row.understood for one in plan.rows)
    told.append(tr_n("{number} kept as written", "{number} kept as written", unclear) if unclear else "")
    return ", ".join(filter(None, told))


def _rows(rows: list[RowPlan]) -> Sheet:
    sheet = Sheet(box=HORIZONTALS, title=tr("Rows"), title_justify="left", title_style="bold", show_lines=True, expand=True)
    heads = (("№", None), (tr("Measure"), 5), (tr("Due"), 3), (tr("Executors"), 4), (tr("To be known"), 4))
    for name, ratio in heads:
        sheet.add_column(name, ratio=ratio, overflow="fold")
    for one in rows:
        told = one.row.values
        number = " ".join(filter(None, (told.get("number", ""), told["text"][:_TITLE_CHARS])))
        text = Text(number)
        text.append(f"\n{told.get('section', '')}", style="dim")
        sheet.add_row(
            str(one.row.number), text, due_words(told.get("due")), executor_words(told.get("executor", [])), _notes(one)
        )
    return sheet


def _notes(one: RowPlan) -> Text:
    fate = FATES[one.fate].format(number=one.same_as) if one.row.understood else AS_WRITTEN
    text = Text(tr(FATES[one.fate]).format(number=one.same_as) if one.row.understood else tr(AS_WRITTEN))
    text.stylize("bold red" if not one.row.understood else "green" if one.fate is Fate.ADD else "yellow" if fate else "")
    for problem in one.row.problems:
        text.append("\n" + problem_words(problem), style="not bold default")
    for each in one.differing:
        told = tr("{field}: the list has {ours}; the register has {theirs}")
        ours, theirs = (value_words(each.field, value) for value in (each.in_list, each.in_register))
        text.append("\n" + told.format(field=tr(FIELDS["m"][each.field]), ours=ours, theirs=theirs), style="not bold default")
    return text


def value_words(field: str, value: Any) -> str:
    """A value of a measure's field for people."""
    if not value:
        return "–"
    if field == "due":
        return " ".join(due_words(value).split("\n"))
    if field == "executor":
        return ", ".join(one["name"] for one in value)
    return ", ".join(tr(SPHERES.get(one, one)) for one in value) if field == "sphere" else str(value)


def due_words(due: Mapping[str, Any] | None) -> str:
    """As written, and below it what was understood."""
    if not due:
        return ""
    days = [".".join(reversed(day.split("-"))) if day else "…" for day in (due["first"], due["last"])]
    told = [
        tr(RECURRING[due["recurring"]]) if due["recurring"] else "",
        tr("by {date}").format(date=".".join(reversed(due["by"].split("-")))) if due.get("by") else "",
        "–".join(days) if any((due["first"], due["last"])) else "",
    ]
    return "\n".join(filter(None, (due["wording"], ", ".join(filter(None, told)))))


def executor_words(many: Sequence[Mapping[str, Any]]) -> str:
    """One a line, with the side; a sign marks those whom the register knows."""
    sides = {"": "", **{code: f" ({tr(name)})" for code, name in SIDES.items()}}
    return "\n".join(f"{one['name']}{sides[one['side']]}{' ✓' if one.get('actor') else ''}" for one in many)


def print_board(groups: list[tuple[str, list[Item]]], by: str) -> None:
    """The measures, group by group."""
    sheet = Sheet(box=HORIZONTALS, show_lines=True, expand=True)
    for name, ratio in (("№", None), (tr("Measure"), 5), (tr("Due"), 3), (tr("Executors"), 4), (tr("State"), 2)):
        sheet.add_column(name, ratio=ratio, overflow="fold")
    for name, found in groups:
        sheet.add_row("", Text(group_words(by, name), style="bold"), "", "", str(len(found)))
        for measure, standing in found:
            names = [{"name": one.name, "side": one.side, "actor": one.actor_id} for one in measure.executors.all()]
            state = Text(tr(MEASURE_STATES[standing.state.value]))
            state.append(f"\n{tr('overdue')}" if standing.overdue else "", style="bold red")
            sheet.add_row(measure.number, measure.text, due_words(measure.due), executor_words(names), state)
    console().print(sheet)


def group_words(by: str, name: str) -> str:
    """The name of a group of the board."""
    if not name:
        return tr("not told")
    if by == "state":
        return tr(MEASURE_STATES[name])
    if by == "quarter":
        year, _, quarter = name.partition("-")
        return tr("quarter {quarter} of {year}").format(quarter=quarter, year=year)
    return tr(SPHERES.get(name, name)) if by == "sphere" else name


def told_counts(counts: Mapping[str, int]) -> str:
    """How many measures stand how."""
    states = [f"{tr(MEASURE_STATES[state])}: {number}" for state, number in counts.items() if state in MEASURE_STATES]
    return ", ".join([*states, f"{tr('overdue')}: {counts.get('overdue', 0)}"])

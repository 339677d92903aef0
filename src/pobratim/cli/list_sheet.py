"""The readable output of an import: the mapping of the columns, and the rows with their fates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import click
from rich.box import HORIZONTALS
from rich.table import Table as Sheet
from rich.text import Text

from pobratim.register.lists.dry import Fate, Plan, RowPlan, names_of
from pobratim.register.lists.mapping import NAMES, Field
from pobratim.register.lists.row import FEW_PARTIES, Problem
from pobratim.tables import Book, Table
from pobratim.words.codes import DOCUMENT_KINDS, FIELDS, SPHERES, STATUSES
from pobratim.words.speech import mark, tr, tr_n

from .sheet import console

FATES = {
    Fate.ADD: mark("would be added"),
    Fate.FILL: mark("is known, would be completed"),
    Fate.KNOWN: mark("is known"),
    Fate.DOUBLE: mark("repeats row {number}"),
    Fate.UNREADABLE: mark("cannot be read"),
}
_STYLES = {Fate.UNREADABLE: "bold red", Fate.FILL: "yellow", Fate.ADD: "green"}
_CODES = {"sphere": SPHERES, "kind": DOCUMENT_KINDS}
_TITLE_CHARS = 80


def print_plan(book: Book, plan: Plan, *, whole: bool) -> None:
    """The mapping, then all rows, or (not `whole`) those that cannot be read or differ; the counts on stderr."""
    out = console()
    for note in book.notes:
        click.echo(tr(note), err=True)
    out.print(mapping_sheet(plan.table, plan.columns, NAMES))
    rows = [one for one in plan.rows if whole or one.fate == Fate.UNREADABLE or one.comparison.differing]
    if rows:
        out.print(_rows(rows))
    click.echo(_counts(plan), err=True)
    if not plan.own and any(problem.reason == FEW_PARTIES for one in plan.rows for problem in one.row.problems):
        click.echo(tr("Where the list does not name your own side, name it with --own."), err=True)


def _counts(plan: Plan) -> str:
    number = Counter(one.fate for one in plan.rows)
    told = {
        Fate.ADD: tr_n("{number} row would be added", "{number} rows would be added", number[Fate.ADD]),
        Fate.FILL: tr_n("{number} would be completed", "{number} would be completed", number[Fate.FILL]),
        Fate.KNOWN: tr_n("{number} known already", "{number} known already", number[Fate.KNOWN]),
        Fate.DOUBLE: tr_n("{number} repeated", "{number} repeated", number[Fate.DOUBLE]),
        Fate.UNREADABLE: tr_n("{number} not read", "{number} not read", number[Fate.UNREADABLE]),
    }
    return ", ".join(words for fate, words in told.items() if number[fate])


def mapping_sheet(table: Table, columns: Mapping[str, str], names: Mapping[str, str]) -> Sheet:
    """What each column holds, and how it is said with `--map`."""
    sheet = Sheet(box=HORIZONTALS, title=tr("Columns"), title_justify="left", title_style="bold")
    for name in (tr("Column"), tr("Heading"), tr("Field"), "--map"):
        sheet.add_column(name, overflow="fold")
    for column in table.columns:
        field = columns[column.letter]
        style = "dim" if field == Field.IGNORED else ""
        sheet.add_row(column.letter, column.heading, tr(names[field]), f"{column.letter}={field}", style=style)
    return sheet


def _rows(rows: list[RowPlan]) -> Sheet:
    sheet = Sheet(box=HORIZONTALS, title=tr("Rows"), title_justify="left", title_style="bold", show_lines=True, expand=True)
    for name, ratio in (("№", None), (tr("What becomes of it"), 3), (tr("Document"), 5), (tr("To be known"), 5)):
        sheet.add_column(name, ratio=ratio, overflow="fold")
    for one in rows:
        sheet.add_row(str(one.row.number), _fate(one), _document(one), _notes(one))
    return sheet


def _fate(one: RowPlan) -> Text:
    text = Text(tr(FATES[one.fate]).format(number=one.same_as), style=_STYLES.get(one.fate, ""))
    if one.match is not None:
        text.append(f"\n{one.match.record}", style="not bold dim")
        text.append(f"\n{tr(one.match.why)}" if one.match.why else "", style="not bold dim")
    return text


def _document(one: RowPlan) -> Text:
    """Title, sides and day; of a row that cannot be read its own words."""
    if one.entry is None:
        return Text(" · ".join(" ".join(words.split())[:_TITLE_CHARS] for words in one.row.cells.values()), style="dim")
    names, values = names_of(one), one.entry.document.values
    text = Text(one.row.title[:_TITLE_CHARS] or in_words("kind", values["kind"][0], names))
    for field in ("party", "signed"):
        if field in values:
            text.append(f"\n{in_words(field, values[field], names)}", style="dim")
    return text


def _notes(one: RowPlan) -> Text:
    names = names_of(one)
    lines = [problem_words(problem) for problem in one.row.problems]
    for field, value in one.comparison.missing.items():
        lines.append(
            tr("{field}: to be filled in: {value}").format(field=tr(FIELDS["d"][field]), value=in_words(field, value, names))
        )
    for each in one.comparison.differing:
        told = tr("{field}: the list has {ours}; the register has {theirs}")
        ours, theirs = (in_words(each.field, value, names) for value in (each.in_list, each.in_register))
        lines.append(told.format(field=tr(FIELDS["d"][each.field]), ours=ours, theirs=theirs))
    return Text("\n".join(lines))


def problem_words(problem: Problem) -> str:
    """The column, what is wrong with it, and its words."""
    where = f"{problem.column}: " if problem.column else ""
    said = f" («{' '.join(problem.text.split())[:_TITLE_CHARS]}»)" if problem.column else ""
    return where + problem.in_words(tr) + said


def in_words(field: str, value: Any, names: Mapping[str, str]) -> str:
    """A value of a document's field for people; `names` gives the names of what it refers to."""
    if isinstance(value, list):
        return ", ".join(in_words(field, one, names) for one in value)
    if isinstance(value, str):
        return tr(_CODES[field].get(value, value)) if field in _CODES else value
    if "status" in value:
        return tr(STATUSES[value["status"]])
    if "value" in value:
        return ".".join(reversed(str(value["value"]).split("-")))
    if "node" in value:
        return names.get(value["node"], value["node"])
    if "actor" in value or "person" in value:
        return in_words(field, value.get("actor") or value["person"], names)
    return _term(value, names)


def _term(value: dict[str, Any], names: Mapping[str, str]) -> str:
    days = [in_words("term", value[end], names) for end in ("from", "to") if value.get(end)]
    years = tr_n("for {number} year", "for {number} years", value["years"]) if value.get("years") else ""
    told = ["–".join(days), years, tr("open-ended") if value.get("open_ended") else "", value.get("renewal") or ""]
    return ", ".join(filter(None, told))

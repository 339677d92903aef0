"""What the preview of a plan shows: the columns with what they hold, the rows with what was understood of them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from pobratim.register.derive.draft import canonical
from pobratim.register.errors import WrongValue
from pobratim.register.field import refs_in
from pobratim.register.lists.compare import Difference
from pobratim.register.lists.row import Problem
from pobratim.register.models import Document
from pobratim.register.plans.context import sides_named
from pobratim.register.plans.dry import Fate, Plan, RowPlan, columns_for, dry_run
from pobratim.register.plans.mapping import NAMES, PLAN, Field
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.list_import import columns_of
from pobratim.resolve.records.content import digest
from pobratim.tables import Book, Cell, Table

from .words import in_words, joined, word

#: A form has so many inputs at most; beyond it only rows that a person must look at can be corrected.
MOST_INPUTS = 3_000
_INPUT = re.compile(r"cell-(\d{1,6})-([A-Z]{1,3})")
_SAMPLES = 2
_SAMPLE_CHARS = 60


class ColumnShown(NamedTuple):
    """A column: its letter, heading, the field it holds, and what stands in its first rows."""

    letter: str
    heading: str
    field: str
    samples: list[str]


class CellShown(NamedTuple):
    """A cell that may be corrected: the name of its input, the heading, the words, and what is wrong with them."""

    name: str
    heading: str
    text: str
    wrong: str


class RowShown(NamedTuple):
    """A row with its fate and the cells that may be corrected; none where there are too many.

    `problems`: what is wrong or doubtful, and whether the row is not understood for it; `differing`: field and what the
    register has.
    """

    plan: RowPlan
    cells: list[CellShown]
    problems: list[tuple[str, bool]]
    differing: list[tuple[str, SafeString]]


class Preview:
    """The dry run of a plan's table with what a person changed of it; `problem` says why there is none."""

    def __init__(self, document: Document, table: Table, sent: QueryDict | None) -> None:
        self.document, self.table = document, table
        self.sides = sides_named(document)
        self.columns = columns_for(table, columns_of(table, PLAN)[0], document)
        self.problem = ""
        self.plan: Plan | None = None
        if sent is not None:
            told = {column.letter: sent.get(f"field-{column.letter}", "") for column in table.columns}
            self.columns |= {letter: field for letter, field in told.items() if field in set(Field)}
        self.corrections = self._corrections(sent) if sent is not None else {}
        try:
            self.plan = dry_run(table, self.columns, document=document.key, corrections=self.corrections)
        except WrongValue as error:
            self.problem = gettext(error.reason) + (f": {error.address}" if error.address else "")

    def _corrections(self, sent: QueryDict) -> dict[tuple[int, str], str]:
        """The cells whose input does not hold what stands in the file."""
        letters = [column.letter for column in self.table.columns]
        rows = self.table.rows
        written = {(row.number, letter): cell.text for row in rows for letter, cell in zip(letters, row.cells, strict=True)}
        found = {}
        for name in sent:
            place = _INPUT.fullmatch(name)
            key = (int(place[1]), place[2]) if place else None
            text = str(sent[name]).replace("\r\n", "\n").strip()
            if key in written and text != written[key]:
                found[key] = text
        return found

    @cached_property
    def digest(self) -> str:
        """What was shown: all fates and values; what comes in is this and nothing else."""
        rows = self.plan.rows if self.plan else ()
        return digest(canonical([[one.fate, one.measure, one.same_as, one.row.values] for one in rows]))

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What a column may hold, and its name; a side under the name of its party."""
        named = {Field.EXECUTOR_A: self.sides.get("a"), Field.EXECUTOR_B: self.sides.get("b")}
        return [(field, f"{word(NAMES, field)}{f': {side}' if (side := named.get(field)) else ''}") for field in Field]

    @property
    def shown_columns(self) -> list[ColumnShown]:
        """The columns as they are read."""
        found = []
        for place, column in enumerate(self.table.columns):
            texts = (" ".join(row.cells[place].text.split()) for row in self.table.rows)
            samples = [text[:_SAMPLE_CHARS] for text in texts if text][:_SAMPLES]
            found.append(ColumnShown(column.letter, column.heading, self.columns[column.letter], samples))
        return found

    @property
    def shown_rows(self) -> list[RowShown]:
        """The rows in the order of the file."""
        rows = self.plan.rows if self.plan else ()
        all_of_them = len(rows) * len(self.table.columns) <= MOST_INPUTS
        written = {row.number: row.cells for row in self.table.rows}
        names = labels(refs_in([[each.in_register for each in one.differing] for one in rows]))
        found = []
        for one in rows:
            cells = self._cells(one, written) if all_of_them or not one.row.understood else []
            problems = [(_problem(problem), problem.fatal) for problem in one.row.problems]
            found.append(RowShown(one, cells, problems, [(each.field, _theirs(each, names)) for each in one.differing]))
        return found

    def _cells(self, one: RowPlan, written: dict[int, tuple[Cell, ...]]) -> list[CellShown]:
        wrong = {problem.column: problem.in_words(gettext) for problem in one.row.problems}
        found = []
        for column, cell in zip(self.table.columns, written[one.row.number], strict=True):
            place = (one.row.number, column.letter)
            text = self.corrections.get(place, cell.text)
            name = f"cell-{one.row.number}-{column.letter}"
            found.append(CellShown(name, column.heading or column.letter, text, wrong.get(column.letter, "")))
        return found

    @property
    def counts(self) -> dict[str, int]:
        """Fate → number of rows, with `unclear` of those that a person must look at."""
        rows = self.plan.rows if self.plan else ()
        told = {fate.value: sum(one.fate is fate for one in rows) for fate in Fate}
        return {**told, "unclear": sum(not one.row.understood for one in rows), "corrected": len(self.corrections)}


def _problem(problem: Problem) -> str:
    said = f" «{' '.join(problem.text.split())[:_SAMPLE_CHARS]}»" if problem.text.strip() else ""
    return f"{problem.in_words(gettext)}{said}"


def _theirs(each: Difference, names: dict[str, str]) -> SafeString:
    many = each.in_register if isinstance(each.in_register, list) else [each.in_register]
    return joined([in_words("m", each.field, one, names) for one in many])


def table_named(book: Book, name: str) -> Table:
    """The table of that name, else the largest: offices put the list of those who sign before the plan."""
    return next((one for one in book.tables if one.name == name), max(book.tables, key=lambda one: len(one.rows)))

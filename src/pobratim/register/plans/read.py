"""The rows of a plan to measures. Pure; nothing of a row is lost: what is not understood is kept as written and marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pobratim.facts.documents.sphere import find_spheres
from pobratim.lexicon.plans import state_patterns
from pobratim.register.lists.cell import is_empty
from pobratim.register.lists.layout import Columns
from pobratim.register.lists.row import Problem
from pobratim.register.values.plain import TEXT_CHARS
from pobratim.tables import Cell, Row, Table

from .calendar import Span, folded, parts_of
from .due import due_between
from .due_columns import due_of_all, due_under
from .executor import executors_of
from .mapping import Field
from .row import NO_DUE, NO_EXECUTOR, NO_SPHERE, NO_STATE, NO_TEXT, TOO_LONG, Context, PlanRow
from .side import A, B, side_of

_SECTION = re.compile(r"(?:[IVXІ]{1,4}|\d{1,2}|раздел\s+\S{1,4})[.)]?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,2}[.)])\s+(?P<text>\S.*)", re.DOTALL)
_TITLE_YEARS = re.compile(r"\bна\b[^.;]{0,80}")


#: Row and column letter → the words that a person put in the place of what stands there.
Corrections = Mapping[tuple[int, str], str]


def read_rows(table: Table, columns: Columns, context: Context, corrections: Corrections | None = None) -> Iterator[PlanRow]:
    """Every row of a table but those without a word; rows that are titles of parts become the section of those below.

    What is corrected is read as corrected and kept as written.
    """
    sections = _inner_sections(table, columns)
    section = ""
    for row in table.rows:
        if row.number in sections:
            section = sections[row.number]
        elif any(not is_empty(cell) for cell in row.cells):
            read = _with(row, table, corrections or {})
            yield _Reader(table, columns, row, read, section or row.section, context).read()


def _with(row: Row, table: Table, corrections: Corrections) -> tuple[Cell, ...]:
    """The cells of a row as they are to be read."""
    letters = (column.letter for column in table.columns)
    told = ((cell, corrections.get((row.number, letter))) for cell, letter in zip(row.cells, letters, strict=True))
    return tuple(cell if words is None else Cell(words) for cell, words in told)


def term_in_title(table: Table) -> Span:
    """The years that the lines above a plan tell («План мероприятий на 2024–2026 годы»); nothing where they tell none."""
    for line in table.title:
        for found in _TITLE_YEARS.finditer(folded(line)):
            spans = [span for part in parts_of(found[0]) if part.year and (span := part.span())]
            if spans:
                return Span(spans[0].first, spans[-1].last)
    return Span()


def _inner_sections(table: Table, columns: Columns) -> dict[int, str]:
    """Row → section, of rows that hold a number and a title alone («I. | Торговля | | »), where others hold more."""
    found = {}
    for row in table.rows:
        full = {columns.get(column.letter): cell.text for column, cell in zip(table.columns, row.cells, strict=True) if cell}
        number, title = full.get(Field.NUMBER, ""), full.get(Field.TEXT, "")
        if title and full.keys() <= {Field.NUMBER, Field.TEXT} and _SECTION.fullmatch(number.strip()):
            found[row.number] = " ".join(f"{number} {title}".split())
    return found if len(found) < len(table.rows) else {}


class _Reader:
    """One row being read."""

    def __init__(self, table: Table, columns: Columns, row: Row, read: tuple[Cell, ...], section: str, context: Context) -> None:
        self.row, self.section, self.context = row, section, context
        self.headings = {column.letter: column.heading for column in table.columns}
        self.by_field: dict[str, list[tuple[str, Cell]]] = {}
        for column, cell in zip(table.columns, read, strict=True):
            if not is_empty(cell):
                self.by_field.setdefault(columns.get(column.letter, Field.IGNORED), []).append((column.letter, cell))
        self.has_due = bool({Field.DUE, Field.BEGIN, Field.END} & set(columns.values()))
        self.has_executor = bool({Field.EXECUTOR, Field.EXECUTOR_A, Field.EXECUTOR_B} & set(columns.values()))
        self.cells = {
            column.heading or column.letter: cell.text for column, cell in zip(table.columns, row.cells, strict=True) if cell.text
        }
        self.place = f"{table.name} · {row.number}"
        self.raw = [cell.text for cell in row.cells]
        self.problems: list[Problem] = []

    def cell(self, field: str) -> Cell:
        """The words of a field, of several columns one below the other."""
        cells = [cell for _, cell in self.by_field.get(field, ())]
        return cells[0] if len(cells) == 1 else Cell("\n".join(cell.text for cell in cells))

    def blame(self, field: str, reason: str, *, fatal: bool = False) -> None:
        """Notes what is wrong with a field's cell."""
        letters = [letter for letter, _ in self.by_field.get(field, ())]
        self.problems.append(Problem(letters[0] if letters else "", self.cell(field).text, reason, fatal))

    def read(self) -> PlanRow:
        """The row."""
        number, text = self._text()
        due, executors = self._due(), self._executors()
        found: dict[str, Any] = {
            "section": " ".join((self.cell(Field.SECTION).text or self.section).split()),
            "number": number,
            "text": text,
            "expected": self._expected(),
            "due": due,
            "executor": executors,
            "sphere": self._spheres(text),
            "report": [one for letter, cell in self.by_field.get(Field.DONE, ()) for one in self._report(letter, cell, due)],
        }
        found = {field: value for field, value in found.items() if value}
        row = PlanRow(self.row.number, found, tuple(self.problems), self.cells)
        found["raw"] = {"cells": self.raw, "place": self.place, "understood": row.understood}
        return row

    def _text(self) -> tuple[str, str]:
        """Number and words; of a row that names no measure all its words."""
        number = " ".join(self.cell(Field.NUMBER).text.split())
        text = " ".join(self.cell(Field.TEXT).text.split())
        if not number and (found := _NUMBERED.fullmatch(text)):
            number, text = found["number"], found["text"]
        if not text:
            text = " · ".join(" ".join(one.split()) for one in self.raw if one)
            self.blame(Field.TEXT, NO_TEXT, fatal=True)
        if len(text) > TEXT_CHARS:
            self.blame(Field.TEXT, TOO_LONG, fatal=True)
        return number[:TEXT_CHARS], text[:TEXT_CHARS]

    def _due(self) -> dict[str, Any] | None:
        begin, end, whole = self.cell(Field.BEGIN), self.cell(Field.END), self.cell(Field.DUE)
        field = Field.DUE if whole else Field.BEGIN if begin else Field.END
        if whole:
            cells = ((self.headings[letter], cell) for letter, cell in self.by_field[Field.DUE])
            told = due_of_all([due_under(heading, cell, self.context.term) for heading, cell in cells])
        else:
            told = due_between(begin, end, self.context.term)
        if told.wrong:
            self.blame(field, told.wrong, fatal=True)
        elif told.due is None and self.has_due:
            self.blame(field, NO_DUE)
        return told.due

    def _executors(self) -> list[dict[str, Any]]:
        found = []
        for field, side in ((Field.EXECUTOR_A, A), (Field.EXECUTOR_B, B), (Field.EXECUTOR, "")):
            for _, cell in self.by_field.get(field, ()):
                found += executors_of(cell, self.context.sides, side)
        if not found and self.has_executor:
            self.blame(Field.EXECUTOR, NO_EXECUTOR)
        return [{"name": one.name, "side": one.side} for one in dict.fromkeys(found)]

    def _expected(self) -> str:
        """The expected result, and below it the indicators."""
        lines = [
            " ".join(cell.text.split()) for field in (Field.EXPECTED, Field.INDICATOR) for _, cell in self.by_field.get(field, ())
        ]
        return "\n".join(dict.fromkeys(lines))[:TEXT_CHARS]

    def _spheres(self, text: str) -> list[str]:
        """By the column, by the section, or by the words of the measure."""
        told = self.cell(Field.SPHERE).text
        if told and not _codes(told):
            self.blame(Field.SPHERE, NO_SPHERE)
        return _codes(told) or _codes(self.cell(Field.SECTION).text or self.section) or _codes(text)

    def _report(self, letter: str, done: Cell, due: dict[str, Any] | None) -> list[dict[str, Any]]:
        """What a mark of fulfilment says, as a report made on the day of the import, by the side that the heading names."""
        state = state_of(done.text)
        if state is None:
            self.blame(Field.DONE, NO_STATE)
            return []
        today = self.context.today.isoformat()
        told = due or {}
        last = min(told.get("last") or today, today)
        first = min(told.get("first") or last, last)
        side = side_of(self.headings[letter], self.context.sides)
        told_by = {"side": side} if side in (A, B) else {}
        return [{"state": state, "first": first, "last": last, **told_by, "fact": " ".join(done.text.split()), "made": today}]


def state_of(text: str) -> str | None:
    """The state of a measure as offices write it; None where it is not known.

    >>> state_of("Исполнено. Выставка открыта 15 мая"), state_of("не исполнено"), state_of("см. приложение")
    ('done', 'not_done', None)
    """
    low = " ".join(folded(text).split())
    found = ((low.find(folded(words)), -len(words), state) for words, state in state_patterns())
    told = [one for one in found if one[0] == 0 or (one[0] > 0 and not low[one[0] - 1].isalpha())]
    return min(told)[2] if told else None


def _codes(text: str) -> list[str]:
    return [code for code, _ in find_spheres(text, 0, len(text))]

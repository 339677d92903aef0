"""What the columns of a plan of measures may hold."""

from __future__ import annotations

import re
from enum import StrEnum

from pobratim.lexicon.actors import heads
from pobratim.lexicon.plans import heading_patterns
from pobratim.register.lists.layout import Columns, Layout
from pobratim.tables import Cell, Table
from pobratim.text.morph import lemma
from pobratim.words.speech import mark

from .due import due_of
from .due_columns import is_time
from .side import A, B, Side, side_of


class Field(StrEnum):
    """What a column may hold; `IGNORED` is read by nobody and kept with the row."""

    NUMBER = "number"
    SECTION = "section"
    TEXT = "text"
    SPHERE = "sphere"
    EXECUTOR = "executor"
    EXECUTOR_A = "executor_a"
    EXECUTOR_B = "executor_b"
    DUE = "due"
    BEGIN = "begin"
    END = "end"
    EXPECTED = "expected"
    INDICATOR = "indicator"
    DONE = "done"
    NOTE = "note"
    IGNORED = "ignored"


NAMES: dict[str, str] = {
    Field.NUMBER: mark("number in the plan"),
    Field.SECTION: mark("section"),
    Field.TEXT: mark("measure"),
    Field.SPHERE: mark("spheres"),
    Field.EXECUTOR: mark("executors"),
    Field.EXECUTOR_A: mark("executors of side A"),
    Field.EXECUTOR_B: mark("executors of side B"),
    Field.DUE: mark("due"),
    Field.BEGIN: mark("beginning"),
    Field.END: mark("end"),
    Field.EXPECTED: mark("expected result"),
    Field.INDICATOR: mark("indicator"),
    Field.DONE: mark("mark of fulfilment"),
    Field.NOTE: mark("note"),
    Field.IGNORED: mark("not read"),
}
_SIDES = {A: Field.EXECUTOR_A, B: Field.EXECUTOR_B}
_NUMBER = re.compile(r"[\dIVX]{1,4}(?:\.\d{1,3})*[.)]?")
_WORDS = 4


def _is_executor(cell: Cell) -> bool:
    words = cell.text.split()
    return bool(words) and len(words) < 3 * _WORDS and lemma(words[0].strip("«").lower()) in heads()


PLAN = Layout(
    name="plan:",
    fields=tuple(Field),
    several=frozenset(
        (Field.EXECUTOR, Field.EXECUTOR_A, Field.EXECUTOR_B, Field.DUE, Field.INDICATOR, Field.DONE, Field.NOTE, Field.IGNORED)
    ),
    rest=Field.NOTE,
    unread=Field.IGNORED,
    patterns=heading_patterns,
    tests=(
        (Field.NUMBER, lambda cell: bool(_NUMBER.fullmatch(cell.text))),
        (Field.DUE, lambda cell: not due_of(cell).wrong),
        (Field.EXECUTOR, _is_executor),
        (Field.TEXT, lambda cell: len(cell.text.split()) >= _WORDS),
    ),
    needed=frozenset((Field.TEXT,)),
    lacks=mark("no column holds the measures"),
)


def with_sides(table: Table, columns: Columns, sides: tuple[Side, ...]) -> Columns:
    """The mapping with a side for every column of executors whose heading names one («от Чуйской области»).

    Where one of two columns has a side, the other one has the other. A column of which nothing is known but that its heading
    is a time («2026», «II квартал 2026 г.») says when measures are due.
    """
    headings = {column.letter: column.heading for column in table.columns}
    found = dict(columns)
    for letter, field in columns.items():
        if field in (Field.NOTE, Field.IGNORED) and is_time(headings[letter]):
            found[letter] = Field.DUE
    for letter, field in columns.items():
        own = side_of(headings[letter], sides)
        if own in _SIDES and found[letter] != Field.DUE and field in (Field.EXECUTOR, Field.NOTE, Field.IGNORED):
            found[letter] = _SIDES[own]
    open_ = [letter for letter, field in found.items() if field == Field.EXECUTOR]
    told = {field for field in found.values() if field in _SIDES.values()}
    if len(open_) == 1 and len(told) == 1:
        found[open_[0]] = Field.EXECUTOR_B if told == {Field.EXECUTOR_A} else Field.EXECUTOR_A
    return {letter: str(field) for letter, field in found.items()}

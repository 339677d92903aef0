"""Which column of a table holds which field: guessed from headings, and from the cells where a heading says nothing.

What the fields are, and the words by which headings are known, is the `Layout`: one of lists, one of plans.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.resolve.records.content import digest
from pobratim.tables import Cell, Table

from .cell import is_empty

#: Column letter → field.
Columns = dict[str, str]
Patterns = Callable[[], tuple[tuple[str, tuple[str, ...]], ...]]

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|№")
_LOOK_ROWS = 50
_MOST = 0.6


class Layout(NamedTuple):
    """What the columns of a kind of table may hold.

    `name` keeps remembered mappings of different kinds apart. `fields` are the codes; those in `several` may be held by
    more columns than one; `rest` is the one of a column whose heading says something that is taken, `unread` of one that says
    nothing. `patterns` are the words of headings; `tests` try the cells of a column without a heading, in their order.
    One of `needed` must be there, else `lacks` is the reason.
    """

    name: str
    fields: tuple[str, ...]
    several: frozenset[str]
    rest: str
    unread: str
    patterns: Patterns
    tests: tuple[tuple[str, Callable[[Cell], bool]], ...]
    needed: frozenset[str]
    lacks: str

    def guess(self, table: Table) -> Columns:
        """A field for every column of a table; `unread` where neither heading nor cells say which."""
        scores = {column.letter: self._scores(column.heading) for column in table.columns}
        chosen: Columns = {}
        ranked = sorted(
            ((score, letter, field) for letter, found in scores.items() for field, score in found.items()),
            key=lambda one: (-one[0], len(one[1]), one[1], one[2]),
        )
        for _, letter, field in ranked:
            if letter not in chosen and (field in self.several or field not in chosen.values()):
                chosen[letter] = field
        for place, column in enumerate(table.columns):
            if column.letter not in chosen:
                found = self._by_cells([row.cells[place] for row in table.rows[:_LOOK_ROWS]], set(chosen.values()))
                chosen[column.letter] = found if not scores[column.letter] else self.rest
        return {column.letter: str(chosen[column.letter]) for column in table.columns}

    def digest(self, table: Table) -> str:
        """By what a table of the same layout is known again: its headings, folded, in whatever order they stand."""
        return digest(self.name + "|".join(sorted(_folded(table).values())))

    def by_heading(self, table: Table, columns: Mapping[str, str]) -> dict[str, str]:
        """The mapping as it is remembered: folded heading → field; columns without a heading are left out."""
        folded = _folded(table)
        return {folded[letter]: field for letter, field in columns.items() if folded.get(letter)}

    def from_headings(self, table: Table, remembered: Mapping[str, str]) -> Columns:
        """A remembered mapping on a table of the same headings; what it does not know is guessed."""
        folded = _folded(table)
        return {letter: remembered.get(folded[letter], field) for letter, field in self.guess(table).items()}

    def corrected(self, table: Table, columns: Mapping[str, str], changes: Iterable[tuple[str, str]]) -> Columns:
        """The mapping with some columns changed, each named by its letter or its heading.

        Raises:
            WrongValue: there is no such column or field.
        """
        result = dict(columns)
        names = {column.letter.lower(): column.letter for column in table.columns}
        names |= {" ".join(heading_words(column.heading)): column.letter for column in table.columns if column.heading}
        for name, field in changes:
            letter = names.get(name.strip().lower()) or names.get(" ".join(heading_words(name)))
            if letter is None:
                raise WrongValue("the table has no such column", address=name[:80])
            if field not in self.fields:
                told = gettext("there is no such field; there are: {names}").format(names=", ".join(self.fields))
                raise WrongValue(told, address=field[:80])
            result[letter] = field
        return self.checked(result)

    def checked(self, columns: Mapping[str, str]) -> Columns:
        """The mapping, if it can be used.

        Raises:
            WrongValue: a field that one column holds is given to two, or none is there of those that are needed.
        """
        held = list(columns.values())
        for field in self.fields:
            if field not in self.several and held.count(field) > 1:
                raise WrongValue("two columns hold the same field", address=field)
        if not self.needed & set(held):
            raise WrongValue(self.lacks)
        return dict(columns)

    def _scores(self, heading: str) -> dict[str, int]:
        """Field → how much of a heading speaks for it."""
        parts = [heading_words(part) for part in heading.split(" / ")]
        found: dict[str, int] = {}
        for field, pattern in self.patterns():
            whole = _fits([word for part in parts for word in part], pattern)
            last = _fits(parts[-1], pattern) if len(parts) > 1 else 0
            score = max(whole + len(parts) - 1 if whole else 0, 2 * last)
            if score:
                found[field] = max(found.get(field, 0), score)
        return found

    def _by_cells(self, cells: Iterable[Cell], taken: set[str]) -> str:
        """The field that most of a column's cells look like; `unread` where it is taken or they look like nothing."""
        full = [cell for cell in cells if not is_empty(cell)]
        if not full:
            return self.unread
        for field, test in self.tests:
            if field not in taken and sum(map(test, full)) >= _MOST * len(full):
                return field
        return self.unread


def _fits(words: list[str], pattern: tuple[str, ...]) -> int:
    """The number of letters of a pattern whose words all stand in the heading, in their order; 0 where they do not.

    A short word must stand there as it is («с», «по»).
    """
    place = 0
    for begin in pattern:
        found = (n for n in range(place, len(words)) if words[n] == begin or (len(begin) > 2 and words[n].startswith(begin)))
        place = next(found, -1) + 1
        if place == 0:
            return 0
    return sum(map(len, pattern)) + len(pattern)


def heading_words(heading: str) -> list[str]:
    """The words of a heading, folded."""
    return [word for one in _WORD.findall(heading.lower().replace("ё", "е").replace("п/п", "п")) for word in one.split("-")]


def _folded(table: Table) -> dict[str, str]:
    return {column.letter: " ".join(heading_words(column.heading)) for column in table.columns}

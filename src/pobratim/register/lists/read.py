"""A row of a list to the facts of one document, or the reasons why it cannot be read. A pure function of the row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pobratim.core.date import PartialDate
from pobratim.core.facts import Document, DocumentKind, DocumentStatus, Facts, Signatory
from pobratim.core.page import Page
from pobratim.facts.documents.sphere import find_spheres
from pobratim.register.values.plain import LINE_CHARS
from pobratim.tables import Cell, Row, Table

from .cell import NO_DATE, Told, date_of, is_empty, kind_of, status_of
from .layout import Columns
from .mapping import Field
from .row import (
    AS_WRITTEN,
    FEW_PARTIES,
    LAPSED,
    NO_KIND,
    NO_PEOPLE,
    NO_PLACE,
    NO_SPHERE,
    NO_STATUS,
    NO_TERM,
    TOO_LONG,
    Problem,
    ReadRow,
)
from .sides import signatories_of
from .story import RowStory
from .term import put_together, wrong_day

_STORY = (Field.TITLE, Field.COUNTRY, Field.OWN, Field.PARTNER, Field.PARTIES, Field.PLACE, Field.SIGNED)
_SIGN = (Field.SIGNATORIES, Field.SIGNATORY_OWN, Field.SIGNATORY_PARTNER)
_OWN_OPTION = "own option"
_SECTION = "section"


def read_rows(table: Table, columns: Columns, *, own: str = "") -> Iterator[ReadRow]:
    """Every row of a table; those of which only the number is filled are left out.

    Args:
        table: of the list.
        columns: column letter → field.
        own: the office's own side, for lists that name the partner alone.
    """
    by_title = next((kind for line in reversed(table.title) if (kind := _kind_in(line))), None)
    for row in table.rows:
        reader = _Reader(table, columns, row, own, by_title)
        if not reader.is_blank:
            yield reader.read()


def _kind_in(line: str) -> str | None:
    """The kind that a heading speaks of («Перечень **соглашений** Тверской области»)."""
    words = line.split()
    return next((kind for start in range(len(words)) if (kind := kind_of(" ".join(words[start : start + 2])))), None)


class _Reader:
    """One row being read."""

    def __init__(self, table: Table, columns: Columns, row: Row, own: str, kind: str | None) -> None:
        self.row, self.own, self.kind_of_list = row, own, kind
        self.by_field: dict[str, list[tuple[str, Cell]]] = {}
        for column, cell in zip(table.columns, row.cells, strict=True):
            if not is_empty(cell):
                self.by_field.setdefault(columns.get(column.letter, Field.IGNORED), []).append((column.letter, cell))
        self.cells = {
            column.heading or column.letter: cell.text for column, cell in zip(table.columns, row.cells, strict=True) if cell.text
        }
        self.problems: list[Problem] = []
        self.told: set[str] = set()

    @property
    def is_blank(self) -> bool:
        return not self.by_field.keys() - {Field.NUMBER, Field.COUNTRY, Field.NOTE, Field.IGNORED}

    def cell(self, field: str) -> Cell:
        """The words of a field, of several columns one below the other."""
        cells = [cell for _, cell in self.by_field.get(field, ())]
        return cells[0] if len(cells) == 1 else Cell("\n".join(cell.text for cell in cells))

    def blame(self, field: str, reason: str, *, fatal: bool = False, name: str = "") -> None:
        """Notes that a field's cell cannot be read."""
        letters = [letter for letter, _ in self.by_field.get(field, ())]
        self.problems.append(Problem(letters[0] if letters else "", self.cell(field).text, reason, fatal, name))

    def read(self) -> ReadRow:
        """The row."""
        story = self._story()
        date = self._date(Field.SIGNED) or self._date_of_title()
        parties = self._parties(story)
        kind = self._kind()
        place = self._place(story)
        begin, end = self._date(Field.TERM_FROM), self._date(Field.TERM_TO)
        self._look_for_wrong_days()
        term = put_together(self.cell(Field.TERM), begin, end, self.cell(Field.RENEWAL))
        if term is None and self.cell(Field.TERM):
            self.blame(Field.TERM, NO_TERM)
        people = {field: story.people(field) for field in _SIGN}
        for field in _SIGN:
            if self.cell(field) and not people[field]:
                self.blame(field, NO_PEOPLE)
        sides = {Field.SIGNATORY_OWN: self._own(story), Field.SIGNATORY_PARTNER: story.first(Field.PARTNER)}
        title = self._title()
        document = Document(
            id="d1",
            kind=cast(DocumentKind, kind or "other"),
            title=title or None,
            parties=parties,
            signatories=[Signatory(person=who, for_=side) for who, side in signatories_of(story, people, sides, parties)],
            signed=date,
            place=place,
            term=term,
            spheres=self._spheres(),
            status=self._status(term is not None),
        )
        if any(one.fatal for one in self.problems):
            return ReadRow(self.row.number, None, tuple(self.problems), self.cells, title)
        return ReadRow(
            self.row.number, self._facts(story, document), tuple(self.problems), self.cells, title, frozenset(self.told)
        )

    def _title(self) -> str:
        title = " ".join(self.cell(Field.TITLE).text.split())
        if len(title) > LINE_CHARS:
            self.blame(Field.TITLE, TOO_LONG, fatal=True)
        return title

    def _story(self) -> RowStory:
        cells = {str(field): self.cell(field).text for field in (*_STORY, *_SIGN)}
        return RowStory({_OWN_OPTION: self.own, _SECTION: self.row.section, **cells})

    def _date(self, field: str) -> PartialDate | None:
        return self._checked(field, date_of(self.cell(field)))

    def _checked(self, field: str, told: Told) -> PartialDate | None:
        if told.wrong:
            self.blame(field, told.wrong, fatal=True)
        if told.warning:
            self.blame(field, told.warning)
        return told.date

    def _date_of_title(self) -> PartialDate | None:
        """The day in a title («Соглашение … от 12.03.2019 № 15»), where the list has no column of days."""
        if Field.SIGNED in self.by_field:
            return None
        text = self.cell(Field.TITLE).text
        before, found, after = text.rpartition(" от ")
        told = date_of(Cell(after)) if found and before else Told()
        return None if told.wrong == NO_DATE else self._checked(Field.TITLE, told)

    def _parties(self, story: RowStory) -> list[str]:
        """The sides that the row names, our own first where it names the partner alone."""
        named = [*story.actors(Field.PARTIES), *story.actors(Field.PARTNER)] or story.parties_of_title(Field.TITLE)
        named = named or ([country] if (country := story.first(Field.COUNTRY)) else [])
        own = self._own(story)
        kept: list[str] = []
        for one in ([own] if own and self._lacks(story, own, named) else []) + named:
            if not any(story.registry.same_side(one, other) for other in kept):
                kept.append(one)
        if len(kept) < 2:
            field = next((one for one in (Field.PARTIES, Field.PARTNER, Field.TITLE) if self.cell(one)), Field.PARTIES)
            self.blame(field, FEW_PARTIES, fatal=True)
        for one in kept:
            name = story.registry.name(one)
            if len(name) > LINE_CHARS:
                self.problems.append(Problem("", name, TOO_LONG, fatal=True))
            elif story.is_as_written(one):
                self.problems.append(Problem("", name, AS_WRITTEN, False, name))
        return kept

    def _lacks(self, story: RowStory, own: str, named: list[str]) -> bool:
        """Whether our own side is to be added: none of those named is it, and a column of parties names fewer than two."""
        if self.cell(Field.OWN):
            return True
        whole = len(story.actors(Field.PARTIES)) > 1
        return not whole and not any(story.registry.same_side(own, one) for one in named)

    def _own(self, story: RowStory) -> str | None:
        return story.first(Field.OWN) or story.first(_OWN_OPTION)

    def _kind(self) -> str | None:
        kind = kind_of(self.cell(Field.KIND).text) or kind_of(self.cell(Field.TITLE).text)
        kind = kind or _kind_in(self.row.section) or self.kind_of_list
        if kind is None:
            self.blame(Field.KIND if self.cell(Field.KIND) else Field.TITLE, NO_KIND, fatal=True)
        return kind

    def _place(self, story: RowStory) -> str | None:
        found = story.place(Field.PLACE)
        if found is None and self.cell(Field.PLACE):
            self.blame(Field.PLACE, NO_PLACE)
        return found or (story.place(Field.SIGNED) if not self.cell(Field.PLACE) else None)

    def _look_for_wrong_days(self) -> None:
        if reason := wrong_day(self.cell(Field.TERM).text):
            self.blame(Field.TERM, reason, fatal=True)

    def _spheres(self) -> list[str]:
        text = self.cell(Field.SPHERES).text
        codes = [code for code, _ in find_spheres(text, 0, len(text))]
        if text and not codes:
            self.blame(Field.SPHERES, NO_SPHERE)
        title = self.cell(Field.TITLE).text
        return codes or [code for code, _ in find_spheres(title, title.find(" о"), len(title))] if " о" in title else codes

    def _status(self, has_term: bool) -> DocumentStatus:
        cell = self.cell(Field.STATUS)
        if not cell:
            return "signed"
        code = status_of(cell.text)
        if code is None:
            self.blame(Field.STATUS, NO_STATUS)
            return "signed"
        if code == "lapsed" and has_term:
            return "signed"
        self.told.add("status")
        if code == "lapsed":
            self.blame(Field.STATUS, LAPSED)
            return "terminated"
        return cast(DocumentStatus, code)

    def _facts(self, story: RowStory, document: Document) -> Facts:
        named = {one.person for one in document.signatories}
        people = [one for one in story.story.people.people if one.id in named]
        places, bodies = list(story.registry.places.values()), list(story.registry.bodies.values())
        return Facts(page=Page(text=story.text), places=places, bodies=bodies, people=people, documents=[document])

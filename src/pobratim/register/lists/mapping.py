"""Which column holds which field: guessed from headings, and from the cells where a heading says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from pobratim.lexicon.gazetteer import lookup
from pobratim.lexicon.lists import heading_patterns
from pobratim.register.errors import WrongValue
from pobratim.resolve.records.content import digest
from pobratim.tables import Cell, Table
from pobratim.text.date_mention import find_dates
from pobratim.words.speech import mark

from .cell import is_empty, kind_of, status_of

#: Column letter → field.
Columns = dict[str, str]


class Field(StrEnum):
    """What a column may hold; `IGNORED` is read by nobody and kept with the row."""

    NUMBER = "number"
    TITLE = "title"
    KIND = "kind"
    PARTIES = "parties"
    OWN = "own"
    PARTNER = "partner"
    COUNTRY = "country"
    SIGNED = "signed"
    PLACE = "place"
    TERM = "term"
    TERM_FROM = "term_from"
    TERM_TO = "term_to"
    RENEWAL = "renewal"
    SIGNATORIES = "signatories"
    SIGNATORY_OWN = "signatory_own"
    SIGNATORY_PARTNER = "signatory_partner"
    SPHERES = "spheres"
    STATUS = "status"
    RESPONSIBLE = "responsible"
    NOTE = "note"
    IGNORED = "ignored"


NAMES: dict[str, str] = {
    Field.NUMBER: mark("number in the list"),
    Field.TITLE: mark("title"),
    Field.KIND: mark("kind of document"),
    Field.PARTIES: mark("parties"),
    Field.OWN: mark("our side"),
    Field.PARTNER: mark("partner"),
    Field.COUNTRY: mark("country of the partner"),
    Field.SIGNED: mark("date of signing"),
    Field.PLACE: mark("place of signing"),
    Field.TERM: mark("term"),
    Field.TERM_FROM: mark("beginning of the term"),
    Field.TERM_TO: mark("end of the term"),
    Field.RENEWAL: mark("renewal"),
    Field.SIGNATORIES: mark("signatories"),
    Field.SIGNATORY_OWN: mark("signatory of our side"),
    Field.SIGNATORY_PARTNER: mark("signatory of the partner"),
    Field.SPHERES: mark("spheres"),
    Field.STATUS: mark("state"),
    Field.RESPONSIBLE: mark("who is responsible"),
    Field.NOTE: mark("note"),
    Field.IGNORED: mark("not read"),
}
#: Fields that several columns may hold together; kept with the row alone, some of them.
SEVERAL = frozenset(
    (Field.PARTIES, Field.PARTNER, Field.SIGNATORIES, Field.SPHERES, Field.RESPONSIBLE, Field.NOTE, Field.IGNORED)
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|№")
_LOOK_ROWS = 50
_MOST = 0.6
_LONG_CHARS = 30
_KIND_WORDS = 2


def guess(table: Table) -> Columns:
    """A field for every column of a table; `ignored` where neither heading nor cells say which."""
    scores = {column.letter: _scores(column.heading) for column in table.columns}
    chosen: Columns = {}
    ranked = sorted(
        ((score, letter, field) for letter, found in scores.items() for field, score in found.items()),
        key=lambda one: (-one[0], len(one[1]), one[1], one[2]),
    )
    for _, letter, field in ranked:
        if letter not in chosen and (field in SEVERAL or field not in chosen.values()):
            chosen[letter] = field
    for place, column in enumerate(table.columns):
        if column.letter not in chosen:
            found = _by_cells([row.cells[place] for row in table.rows[:_LOOK_ROWS]], set(chosen.values()))
            chosen[column.letter] = found if not scores[column.letter] else Field.NOTE
    return {column.letter: str(chosen[column.letter]) for column in table.columns}


def _scores(heading: str) -> dict[str, int]:
    """Field → how much of a heading speaks for it."""
    parts = [_words(part) for part in heading.split(" / ")]
    found: dict[str, int] = {}
    for field, pattern in heading_patterns():
        whole = _fits([word for part in parts for word in part], pattern)
        last = _fits(parts[-1], pattern) if len(parts) > 1 else 0
        score = max(whole + len(parts) - 1 if whole else 0, 2 * last)
        if score:
            found[field] = max(found.get(field, 0), score)
    return found


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


def _words(heading: str) -> list[str]:
    return [word for one in _WORD.findall(heading.lower().replace("ё", "е").replace("п/п", "п")) for word in one.split("-")]


def _by_cells(cells: Iterable[Cell], taken: set[str]) -> str:
    """The field that most of a column's cells look like; `ignored` where it is taken or they look like nothing."""
    full = [cell for cell in cells if not is_empty(cell)]
    if not full:
        return Field.IGNORED
    for field, test in _TESTS:
        if field not in taken and sum(map(test, full)) >= _MOST * len(full):
            return field
    return Field.IGNORED


def _is_date(cell: Cell) -> bool:
    return cell.day is not None or (len(cell.text) <= _LONG_CHARS and bool(find_dates(cell.text)))


_TESTS = (
    (Field.SIGNED, _is_date),
    (Field.TERM, lambda cell: bool(re.search(r"\b(?:лет|года?|бессрочн\w*)\b", cell.text)) and len(cell.text) <= 2 * _LONG_CHARS),
    (Field.KIND, lambda cell: len(cell.text.split()) <= _KIND_WORDS and kind_of(cell.text) is not None),
    (Field.TITLE, lambda cell: kind_of(cell.text) is not None),
    (Field.STATUS, lambda cell: len(cell.text) <= _LONG_CHARS and status_of(cell.text) is not None),
    (Field.COUNTRY, lambda cell: any(one.kind == "country" for one in lookup(cell.text)[:1])),
    (Field.PARTNER, lambda cell: bool(lookup(cell.text))),
)


def headings_digest(table: Table) -> str:
    """By what a list of the same layout is known again: its headings, folded, in whatever order they stand."""
    return digest("|".join(sorted(" ".join(_words(column.heading)) for column in table.columns)))


def by_heading(table: Table, columns: Mapping[str, str]) -> dict[str, str]:
    """The mapping as it is remembered: folded heading → field; columns without a heading are left out."""
    folded = {column.letter: " ".join(_words(column.heading)) for column in table.columns}
    return {folded[letter]: field for letter, field in columns.items() if folded.get(letter)}


def from_headings(table: Table, remembered: Mapping[str, str]) -> Columns:
    """A remembered mapping on a table of the same headings; what it does not know is guessed."""
    folded = {column.letter: " ".join(_words(column.heading)) for column in table.columns}
    return {letter: remembered.get(folded[letter], field) for letter, field in guess(table).items()}


def corrected(table: Table, columns: Mapping[str, str], changes: Iterable[tuple[str, str]]) -> Columns:
    """The mapping with some columns changed, each named by its letter or its heading.

    Raises:
        WrongValue: there is no such column or field.
    """
    result = dict(columns)
    names = {column.letter.lower(): column.letter for column in table.columns}
    names |= {" ".join(_words(column.heading)): column.letter for column in table.columns if column.heading}
    for name, field in changes:
        letter = names.get(name.strip().lower()) or names.get(" ".join(_words(name)))
        if letter is None:
            raise WrongValue("the table has no such column", address=name[:80])
        if field not in set(Field):
            raise WrongValue("there is no such field", address=field[:80])
        result[letter] = field
    return checked(result)


def checked(columns: Mapping[str, str]) -> Columns:
    """The mapping, if it can be used.

    Raises:
        WrongValue: a field that one column holds is given to two, or no column says who the parties are.
    """
    held = list(columns.values())
    for field in Field:
        if field not in SEVERAL and held.count(field) > 1:
            raise WrongValue("two columns hold the same field", address=field)
    if not {Field.PARTIES, Field.PARTNER, Field.TITLE} & set(held):
        raise WrongValue("no column holds the parties, the partner or the title")
    return dict(columns)

"""A list as people read it: headings and codes in words of the language in force, days as days; keys come last.

What programs read (CSV, JSON Lines) keeps the names of the columns and the codes.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import get_language, gettext

from pobratim.lexicon.country import country_name
from pobratim.resolve.records.content import full_day
from pobratim.words import codes
from pobratim.words.speech import mark

from .row import Cell, Row

#: Spreadsheets know no days before the end of it.
FIRST_YEAR = 1900
Shown = Cell | datetime.date

TITLES = {
    "documents": mark("Documents"),
    "events": mark("Events"),
    "people": mark("People"),
    "partners": mark("Partners"),
    "statements": mark("Statements"),
    "promises": mark("Promises"),
}
HEADINGS = {
    "key": mark("Key of the record"),
    "kind": mark("Kind"),
    "title": mark("Title"),
    "status": mark("Status as told"),
    "lifecycle": mark("State on the day"),
    "on": mark("As of the day"),
    "signed": mark("Signed"),
    "signed_wording": mark("Date as written"),
    "date": mark("Date"),
    "date_wording": mark("Date as written"),
    "parties": mark("Parties"),
    "party_keys": mark("Keys of the parties"),
    "signatories": mark("Signatories"),
    "witnesses": mark("In the presence of"),
    "place": mark("Place"),
    "host": mark("Host"),
    "people": mark("People"),
    "spheres": mark("Spheres"),
    "term_from": mark("Term, from"),
    "term_to": mark("Term, to"),
    "term_years": mark("Term, years"),
    "open_ended": mark("Without an end"),
    "renewal": mark("Renewal"),
    "ends": mark("Ends"),
    "relations": mark("Related documents"),
    "recalled_only": mark("Only recalled"),
    "name": mark("Name"),
    "surname": mark("Surname"),
    "given": mark("Given name"),
    "patronymic": mark("Patronymic"),
    "posts": mark("Posts"),
    "level": mark("Level"),
    "country": mark("Country"),
    "iso3166_2": mark("Code of the region (ISO 3166-2)"),
    "geonames": mark("Number in GeoNames"),
    "within": mark("Lies in"),
    "names": mark("Other names"),
    "documents": mark("Documents"),
    "events": mark("Events"),
    "text": mark("Words"),
    "direct": mark("Direct speech"),
    "speaker": mark("Speaker"),
    "speaker_key": mark("Key of the speaker"),
    "what": mark("Promise"),
    "by": mark("Who promised"),
    "by_key": mark("Key of who promised"),
    "to": mark("To whom"),
    "to_key": mark("Key of to whom"),
    "due": mark("Due"),
    "due_wording": mark("Date as written"),
    "outcome": mark("What became of it"),
    "overdue": mark("Overdue"),
    "outcome_on": mark("Day of that"),
    "outcome_fact": mark("What is known of it"),
    "state": mark("Review"),
    "pages": mark("Pages"),
    "first_told": mark("First told"),
    "last_told": mark("Last told"),
    "contradictions": mark("Pages disagree over"),
    "sources": mark("Sources"),
}
_FULL_NAME = mark("Full name")
_STATES = {"proposed": mark("proposed"), "accepted": mark("accepted"), "rejected": mark("rejected")}
_KINDS = {"documents": codes.DOCUMENT_KINDS, "events": codes.EVENT_KINDS, "partners": codes.ACTOR_KINDS}
_CODES: dict[str, Mapping[str, str]] = {
    "status": codes.STATUSES,
    "lifecycle": codes.LIFECYCLES,
    "spheres": codes.SPHERES,
    "level": codes.LEVELS,
    "outcome": codes.OUTCOMES,
    "state": _STATES,
}
_DAYS = frozenset(("on", "signed", "date", "term_from", "term_to", "ends", "due", "outcome_on", "first_told", "last_told"))
_LETTERS = {"documents": "d", "events": "e", "people": "p", "partners": "a", "statements": "s", "promises": "s"}


def columns_shown(columns: Sequence[str]) -> list[str]:
    """The columns in the order in which people want them: keys are for programs and come last."""
    return sorted(columns, key=lambda column: column.rpartition("_")[2] in ("key", "keys"))


def heading(name: str, column: str) -> str:
    """The name of a column of a list."""
    return gettext(_FULL_NAME if (name, column) == ("people", "name") else HEADINGS[column])


def shown(name: str) -> Callable[[Row], dict[str, Shown]]:
    """What makes a row of a list one that people read."""
    fields, kinds = codes.FIELDS[_LETTERS[name]], _KINDS.get(name, {})
    words = {**_CODES, "kind": kinds, "contradictions": fields}

    def row_shown(row: Row) -> dict[str, Shown]:
        return {column: _cell(column, value, words.get(column)) for column, value in row.items()}

    return row_shown


def _cell(column: str, value: Cell, words: Mapping[str, str] | None) -> Shown:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if words is not None:
        return [_word(words, one) for one in value] if isinstance(value, list) else _word(words, str(value)) if value else value
    if column in _DAYS and isinstance(value, str):
        day = full_day(value)
        return day if day and day.year > FIRST_YEAR else value
    if column == "country" and isinstance(value, str):
        return country_name(value, get_language() or "en") or value
    if column == "relations" and isinstance(value, list):
        return [" ".join((_word(codes.RELATIONS, kind), key)) for kind, _, key in (one.partition(" ") for one in value)]
    if column == "people" and isinstance(value, list):
        return [_with_role(one) for one in value]
    return value


def _word(words: Mapping[str, str], code: str) -> str:
    return gettext(words[code]) if code in words else code


def _with_role(told: str) -> str:
    """«Дмитрий Азаров (participant)»: whose role is no other than the others' has none told."""
    name, _, role = told.removesuffix(")").rpartition(" (")
    return told if role not in codes.ROLES else name if role == "participant" else f"{name} ({_word(codes.ROLES, role)})"

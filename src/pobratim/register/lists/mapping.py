"""What the columns of a list of agreements may hold."""

from __future__ import annotations

import re
from enum import StrEnum

from pobratim.facts.documents.sphere import find_spheres
from pobratim.lexicon.gazetteer import lookup
from pobratim.lexicon.lists import heading_patterns
from pobratim.tables import Cell
from pobratim.text.date_mention import find_dates
from pobratim.words.speech import mark

from .cell import kind_of, status_of
from .layout import Layout


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
_LONG_CHARS = 30
_KIND_WORDS = 2


def _is_date(cell: Cell) -> bool:
    return cell.day is not None or (len(cell.text) <= _LONG_CHARS and bool(find_dates(cell.text)))


def _are_spheres(cell: Cell) -> bool:
    """Every part of the cell begins as a sphere: «культура, туризм», and not «министерство культуры»."""
    parts = [part.strip().lower() for part in re.split(r"[,;\n]|\sи\s", cell.text) if part.strip()]
    return bool(parts) and all(any(proof.start == 0 for _, proof in find_spheres(part, 0, len(part))) for part in parts)


_TESTS = (
    (Field.SIGNED, _is_date),
    (Field.TERM, lambda cell: bool(re.search(r"\b(?:лет|года?|бессрочн\w*)\b", cell.text)) and len(cell.text) <= 2 * _LONG_CHARS),
    (Field.KIND, lambda cell: len(cell.text.split()) <= _KIND_WORDS and kind_of(cell.text) is not None),
    (Field.TITLE, lambda cell: kind_of(cell.text) is not None),
    (Field.STATUS, lambda cell: len(cell.text) <= _LONG_CHARS and status_of(cell.text) is not None),
    (Field.COUNTRY, lambda cell: any(one.kind == "country" for one in lookup(cell.text)[:1])),
    (Field.PARTNER, lambda cell: bool(lookup(cell.text))),
    (Field.SPHERES, _are_spheres),
)

LIST = Layout(
    name="",
    fields=tuple(Field),
    several=SEVERAL,
    rest=Field.NOTE,
    unread=Field.IGNORED,
    patterns=heading_patterns,
    tests=_TESTS,
    needed=frozenset((Field.PARTIES, Field.PARTNER, Field.TITLE)),
    lacks=mark("no column holds the parties, the partner or the title"),
)

"""Pictures of the register as SVG, their words in the language that is active; papers show them, and pages with links."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext, ngettext

from pobratim.pictures.chain import Item, Tie, chain_picture
from pobratim.pictures.grid import Cell, Row, grid_picture
from pobratim.pictures.terms import Term, terms_picture
from pobratim.pictures.timeline import Point, timeline_picture
from pobratim.pictures.years import Column, columns, years_picture
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.measure import MeasureState
from pobratim.register.models import Document
from pobratim.register.selectors.day_words import partial_date
from pobratim.register.selectors.days import Happened
from pobratim.register.selectors.document import Chain
from pobratim.register.selectors.label import document_label, short, upper_first
from pobratim.register.selectors.plan import Item as Measured
from pobratim.register.selectors.plan import board
from pobratim.words import codes

from .words import word

Life = Mapping[str, Lifecycle]
Ends = Mapping[str, datetime.date]
ROMAN = ("", "I", "II", "III", "IV")
MOST_QUARTERS = 20
MOST_SPHERES = 16
#: Key of a record → where its page is; empty for no link.
Href = Callable[[str], str]


def nowhere(key: str) -> str:
    """No link: a paper has no pages to lead to."""
    return ""


def chain(found: Chain, here: str, names: Mapping[str, str], life: Life, href: Href = nowhere) -> str:
    """The chain that a document stands in; nothing where it stands alone."""
    if len(found.documents) < 2:
        return ""
    place = {one.key: number for number, one in enumerate(found.documents)}
    items = [Item(names[one.key], href(one.key), _note(one, life), one.key == here) for one in found.documents]
    ties = [Tie(place[one.document_id], place[one.to_id], word(codes.RELATIONS, one.kind)) for one in found.relations]
    desc = ngettext("{number} document, what it rests on first", "{number} documents, what others rest on first", len(items))
    return chain_picture(items, ties, title=gettext("Chain of documents"), desc=desc.format(number=len(items)))


def _note(document: Document, life: Life) -> str:
    state = word(codes.LIFECYCLES, life[document.key].value)
    return f"{partial_date(document.signed)} · {state}" if document.signed else state


def terms(
    documents: Iterable[Document], names: Mapping[str, str], life: Life, ends: Ends, on: datetime.date, href: Href = nowhere
) -> str:
    """How long documents hold or held, the earliest first; nothing where none has a day to begin with."""
    found = sorted((one for one in documents if one.signed_first or one.first_told), key=_begin)
    if not found:
        return ""
    bars = [_term(one, names, life, ends, href) for one in found]
    title, desc = gettext("What was in force when"), gettext("Years from left to right; a hollow bar has no end that is told")
    return terms_picture(bars, on=on, title=title, desc=desc)


def _begin(document: Document) -> tuple[datetime.date, str]:
    return document.signed_first or document.first_told or datetime.date.max, document.key


def _term(document: Document, names: Mapping[str, str], life: Life, ends: Ends, href: Href) -> Term:
    state, first = life[document.key], _begin(document)[0]
    promised = state in (Lifecycle.INTENTION, Lifecycle.DRAFT)
    end = None if promised else ends.get(document.key)
    last = max(end, first) if end else None
    note = word(codes.LIFECYCLES, state.value)
    return Term(names.get(document.key, ""), href(document.key), first, last, note, promised)


def timeline(
    signed: Sequence[Happened],
    held: Sequence[Happened],
    first: datetime.date | None,
    last: datetime.date,
    href: Href = nowhere,
    title: str = "",
) -> str:
    """What was signed and held, day by day; nothing where that is one thing or none.

    Args:
        signed: documents.
        held: events.
        first: where the time begins; None: at the beginning of the year of the earliest.
        last: where it ends.
        href: see `Href`.
        title: of the picture, if not «Contacts by day».
    """
    if len(signed) + len(held) < 2:
        return ""
    begin = first or min(one.day for one in (*signed, *held)).replace(month=1, day=1)
    points = [_point(one, 0, short(document_label(one.kind, one.title, ())), href) for one in signed]
    points += [_point(one, 1, upper_first(word(codes.EVENT_KINDS, one.kind)), href) for one in held]
    lanes = gettext("documents signed"), gettext("events held")
    desc = gettext("A mark for each document signed and each event held, from left to right")
    end = max(last, begin + datetime.timedelta(days=1))
    return timeline_picture(points, lanes, begin, end, title=title or gettext("Contacts by day"), desc=desc)


def _point(one: Happened, lane: int, name: str, href: Href) -> Point:
    return Point(one.day, lane, f"{partial_date(one.day.isoformat())}: {name}", href(one.key))


def spheres(counted: Mapping[tuple[str, int], int], linked: Callable[[str, Column], str] | None = None) -> str:
    """How many documents of each sphere were signed in each year; nothing where there are none.

    Args:
        counted: `(sphere, year)` → documents.
        linked: where the documents of a sphere and a year (or years) are listed.
    """
    totals = Counter[str]()
    for (code, _), number in counted.items():
        totals[code] += number
    times = columns(Counter(year for _, year in counted))
    if not times:
        return ""
    order = sorted(totals, key=lambda code: (-totals[code], word(codes.SPHERES, code)))[:MOST_SPHERES]
    rows = [
        Row(upper_first(word(codes.SPHERES, code)), tuple(_cell(code, column, counted, linked) for column in times))
        for code in order
    ]
    title = gettext("Documents by year and sphere")
    desc = gettext("A row for each sphere, a column for each year: how many documents were signed; the more, the darker")
    return grid_picture(rows, [one.label for one in times], title=title, desc=desc, name="spheres")


def _cell(code: str, column: Column, counted: Mapping[tuple[str, int], int], linked: Callable[[str, Column], str] | None) -> Cell:
    number = sum(counted.get((code, year), 0) for year in range(column.first, column.last + 1))
    return Cell(number, linked(code, column) if linked and number else "")


def years(documents: Mapping[int, int], events: Mapping[int, int], linked: Callable[[Column], Column] | None = None) -> str:
    """How many documents were signed and events held in each year; nothing where there are none."""
    found = [linked(one) if linked else one for one in columns(documents, events)]
    if not found:
        return ""
    names = (gettext("documents signed"), gettext("events held"))
    title, desc = gettext("Contacts by year"), gettext("Two columns a year: documents signed, events held")
    return years_picture(found, names, title=title, desc=desc)


def quarters(found: Iterable[Measured], href: Href = nowhere) -> str:
    """How many measures of a plan are due in each quarter, and how many of them are done; nothing where none has a day.

    Args:
        found: the measures, as they stand on a day.
        href: name of a quarter («2025-4») → where its measures are listed.
    """
    due = {name: many for name, many in board(found, "quarter") if name}
    if not due:
        return ""
    bars = []
    for name in _between(min(due), max(due)):
        many = due.get(name, [])
        done = sum(one.standing.state is MeasureState.DONE for one in many)
        year, quarter = map(int, name.split("-"))
        told = gettext("{quarter} q. {year}").format(quarter=ROMAN[quarter], year=year)
        bars.append(Column(year, year, (done, len(many)), (href(name),) * 2, told))
    names = (gettext("done"), gettext("due in the quarter"))
    title, desc = gettext("Done by quarter"), gettext("Two columns a quarter: measures done, measures due in it")
    return years_picture(bars[-MOST_QUARTERS:], names, title=title, desc=desc, name="quarters")


def _between(first: str, last: str) -> Iterator[str]:
    """The quarters from the first to the last («2024-4», «2025-1» …)."""
    year, quarter = map(int, first.split("-"))
    while (name := f"{year:04}-{quarter}") <= last:
        yield name
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)

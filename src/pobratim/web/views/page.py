"""A page as it was read: its text with the facts marked, the records that it tells of beside it, its other readings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import PageVersion
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.page import Told, newer, page_of, published, readings, records_of, told_by
from pobratim.register.selectors.record import record_of
from pobratim.register.selectors.related import Related, related
from pobratim.web.marking import HERE, Piece, paragraphs

#: Kinds in the order in which they are listed beside the text; of several on one word the first shows.
_ORDER = "despa"
#: Fields whose words say what the record is: those that are marked where nothing is asked for.
_TELLING = ("kind", "title", "name", "text")
#: So many records of a kind are listed; with `?all` all of them.
SHOWN = 40
#: So many of the records that a related story shares are named.
SHARED = 3


class Marked(NamedTuple):
    """A stretch of text: the kind it is marked as (empty: none), the records it tells of, whether it was asked for, and first."""

    text: str
    kind: str
    records: str
    here: bool
    first: bool


class Group(NamedTuple):
    """The records of a kind that a page tells of: the first of them, and how many there are."""

    kind: str
    records: list[tuple[str, str]]
    number: int


def page(request: HttpRequest, number: int) -> HttpResponse:
    """The reader; `?claim=` marks one proof, `?record=` all that is told of one record, neither: what tells of any."""
    version = page_of(number)
    told, keys = told_by(version), records_of(version)
    chosen = _chosen(request, told, keys)
    stories = related(version) if version.current else []
    groups, names = _groups(keys, SHOWN if "all" not in request.GET else len(keys), stories)
    context = {
        "page": version,
        "published": published(version),
        "newer": newer(version),
        "readings": readings(version),
        "paragraphs": _marked(version, chosen or told, here=bool(chosen)),
        "chosen": chosen[0].record if chosen else "",
        "groups": groups,
        "stories": [(one.page, [names[key] for key in one.shared[:SHARED] if key in names]) for one in stories],
        "more": sum(one.number for one in groups) > sum(len(one.records) for one in groups),
    }
    return render(request, "web/page.html", context)


def _chosen(request: HttpRequest, told: list[Told], keys: list[str]) -> list[Told]:
    claim, record = request.GET.get("claim", ""), request.GET.get("record", "")
    if record and record not in keys:
        try:
            record = record_of(record).key
        except NoSuchRecord:
            return []
    return [one for one in told if str(one.claim) == claim or one.record == record]


def _groups(keys: list[str], most: int, stories: list[Related]) -> tuple[list[Group], dict[str, str]]:
    """The records of the page by kind, and the names of these and of what related stories share with it."""
    of = {kind: [key for key in keys if key[:1] == kind] for kind in _ORDER}
    shared = {key for one in stories for key in one.shared[:SHARED]}
    names = labels(shared.union(*(some[:most] for some in of.values())))
    found = [Group(kind, [(key, names[key]) for key in some[:most] if key in names], len(some)) for kind, some in of.items()]
    return [one for one in found if one.records], names


def _marked(version: PageVersion, told: Iterable[Told], *, here: bool) -> list[list[Marked]]:
    """The paragraphs of the text; the first place asked for is where the address leads to."""
    spans = [
        (start, end, HERE if here else one.record) for one in told if here or one.field in _TELLING for start, end in one.spans
    ]
    found, first = [], True
    for pieces in paragraphs(version.text, spans):
        line = []
        for piece in pieces:
            line.append(_piece(piece, first))
            first = first and not line[-1].here
        found.append(line)
    return found


def _piece(piece: Piece, first: bool) -> Marked:
    here = HERE in piece.marks
    kinds = {name[0] for name in piece.marks if name != HERE}
    kind = next((one for one in _ORDER if one in kinds), "")
    return Marked(piece.text, kind, " ".join(name for name in piece.marks if name != HERE), here, here and first)

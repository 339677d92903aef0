"""The proof of a value: every page that says so, with the sentence marked."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from pobratim.register.errors import NoSuchRecord
from pobratim.register.field import FIELDS
from pobratim.register.selectors.evidence import proofs_of
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.record import Evidence, record_of
from pobratim.web.asked import by_htmx
from pobratim.web.marking import Piece, passage
from pobratim.web.showing import shown
from pobratim.web.words import word
from pobratim.words import codes

#: Pages that are shown, the earliest first, and paragraphs of each.
SHOWN, PARAGRAPHS = 20, 4


class Proof(NamedTuple):
    """A claim and the paragraphs of its page in which it stands."""

    claim: Evidence
    paragraphs: list[list[Piece]]


def evidence(request: HttpRequest, key: str, field: str, number: int) -> HttpResponse:
    """The proof of the value that stands at `number` among the values of a field; a part of a page for htmx."""
    record = record_of(key)
    told = record.fields.get(field, []) if field in FIELDS[record.key[0]] else []
    if number >= len(told):
        raise NoSuchRecord(gettext("no such value"), address=f"{key[:60]}/{field[:20]}/{number}")
    claims = proofs_of(record, field, told[number]["value"], SHOWN)
    context = {
        "record": record,
        "name": labels([record.key])[record.key],
        "field": word(codes.FIELDS[record.key[0]], field),
        "value": shown(record, field, [number])[0].html,
        "proofs": [Proof(one, passage(one.text, one.spans)[:PARAGRAPHS]) for one in claims],
        "more": max(0, told[number]["pages"] - SHOWN) if len(claims) == SHOWN else 0,
        "beside": by_htmx(request),
    }
    return render(request, "web/parts/evidence.html" if by_htmx(request) else "web/evidence.html", context)

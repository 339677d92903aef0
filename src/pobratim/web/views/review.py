"""The review queue: what waits for a person, with its proof and its like; decided one by one or many at a stroke."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.register.models import Record
from pobratim.register.permission import Permission
from pobratim.register.selectors.likeness import Likeness
from pobratim.register.selectors.paging import Place
from pobratim.register.selectors.review import (
    COUNTED,
    Reason,
    Telling,
    Waiting,
    Wanted,
    contradicted_count,
    next_in_queue,
    tellings,
    waiting_counts,
)
from pobratim.web.acting import allowed
from pobratim.web.asked import words_of
from pobratim.web.marking import Piece, passage
from pobratim.web.showing import Row, names_for, rows_of

SHOWN, PARAGRAPHS = 8, 3
#: The kinds in the order of their tabs.
_KINDS = "deaps"
_KEY = re.compile(r"[a-z][0-9a-f]{20}")
_ASKED = ("kind", "reason", "partner", "site", "day")


class Proof(NamedTuple):
    """A page that tells of a record, and the paragraphs in which it does."""

    telling: Telling
    paragraphs: list[list[Piece]]


class Item(NamedTuple):
    """A record that waits, as it is shown."""

    record: Record
    name: str
    rows: list[Row]
    proofs: list[Proof]
    alike: list[Likeness]


@allowed(Permission.REVIEW)
def review(request: HttpRequest) -> HttpResponse:
    """The first records of the part asked for, or those after a place."""
    wanted = _wanted(request)
    counts = waiting_counts()
    skipped = request.session.get("skipped", [])
    waiting = next_in_queue(wanted, SHOWN, _place(wanted, words_of(request, "after", 400)), skipped)
    alike = (other.key for many in waiting.alike.values() for other in many)
    names = names_for(waiting.records, {*(one.key for one in waiting.records), wanted.partner, *alike})
    context = {
        "wanted": wanted,
        "part": _query(wanted),
        "counts": {kind: counts[kind] for kind in _KINDS},
        "reasons": _reasons(wanted.kind, counts),
        "counted": COUNTED,
        "items": _items(waiting, names),
        "names": names,
        "next": _after(wanted, waiting.place),
        "is_first": not request.GET.get("after"),
        "skipped": len(skipped),
    }
    return render(request, "web/review.html", context)


def _reasons(kind: str, counts: Mapping[str, int]) -> dict[Reason, int | None]:
    """The reasons for which records of a kind may wait, with their numbers where these are known without comparing all."""
    found: dict[Reason, int | None] = {Reason.PROPOSED: counts[kind]}
    if kind in "de":
        found[Reason.CONTRADICTED] = contradicted_count(kind)
    return found if kind == "s" else {**found, Reason.ALIKE: None}


def _items(waiting: Waiting, names: Mapping[str, str]) -> list[Item]:
    told = tellings(one.key for one in waiting.records)
    return [
        Item(
            one,
            names[one.key],
            rows_of(one, names),
            [Proof(telling, passage(telling.page.text, telling.spans)[:PARAGRAPHS]) for telling in told.get(one.key, [])],
            waiting.alike.get(one.key, []),
        )
        for one in waiting.records
    ]


def _wanted(request: HttpRequest) -> Wanted:
    kind, reason, day = (words_of(request, name) for name in ("kind", "reason", "day"))
    try:
        return Wanted(
            kind if kind and kind in _KINDS else "d",
            Reason(reason) if reason in list(Reason) else Reason.PROPOSED,
            words_of(request, "partner", 60),
            words_of(request, "site", 255),
            datetime.date.fromisoformat(day) if day else None,
        )
    except ValueError:
        raise WrongValue(gettext("not a day: {given}").format(given=day[:40])) from None


def _query(wanted: Wanted, **more: str) -> str:
    given = {name: str(value) for name, value in zip(_ASKED, wanted, strict=True) if value}
    return urlencode({**given, **more})


def _after(wanted: Wanted, place: Place | None) -> str:
    """The query of the next part; empty for none."""
    return _query(wanted, after="~".join(str("" if one is None else one) for one in place)) if place else ""


def _place(wanted: Wanted, after: str) -> Place | None:
    """The place that `_after` wrote down; none for one that nobody wrote."""
    value, stroke, key = after.rpartition("~")
    if not stroke or not _KEY.fullmatch(key) or key[0] != wanted.kind:
        return None
    if wanted.kind == "a" and wanted.reason is not Reason.ALIKE:
        return [int(value), key] if value.isdecimal() and len(value) < 10 else None
    if wanted.reason is Reason.ALIKE and wanted.kind in "ap":
        return [value, key]
    try:
        return [datetime.date.fromisoformat(value) if value else None, key]
    except ValueError:
        return None

"""The review queue: what waits for a person, with its proof and its like; decided one by one or many at a stroke."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from pobratim.register.errors import WrongValue
from pobratim.register.models import Record
from pobratim.register.permission import Permission
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.likeness import Likeness
from pobratim.register.selectors.paging import Place
from pobratim.register.selectors.record import record_of
from pobratim.register.selectors.review import (
    Reason,
    Telling,
    Waiting,
    Wanted,
    next_in_queue,
    reason_counts,
    tellings,
    waiting_counts,
)
from pobratim.register.services import field_accept, record_accept, record_reject, records_accept, records_reject
from pobratim.web.acting import allowed, author_of
from pobratim.web.asked import by_htmx
from pobratim.web.going_back import going_back
from pobratim.web.marking import Piece, passage
from pobratim.web.showing import Row, names_for, rows_of
from pobratim.web.value_mark import valued
from pobratim.web.words import url_of

SHOWN, SKIPPED, PARAGRAPHS = 8, 500, 3
#: The kinds in the order of their tabs.
_KINDS = "deaps"
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
    wanted = _wanted(request.GET)
    counts = waiting_counts()
    skipped = request.session.get("skipped", [])
    waiting = next_in_queue(wanted, SHOWN, _place(wanted, request.GET.get("after", "")), skipped)
    alike = (other.key for many in waiting.alike.values() for other in many)
    names = names_for(waiting.records, {*(one.key for one in waiting.records), wanted.partner, *alike})
    context = {
        "wanted": wanted,
        "part": _query(wanted),
        "counts": {kind: counts[kind] for kind in _KINDS},
        "reasons": {Reason.PROPOSED: counts[wanted.kind], **reason_counts(wanted.kind)},
        "items": _items(waiting, names),
        "names": names,
        "next": _after(wanted, waiting.place),
        "is_first": not request.GET.get("after"),
        "skipped": len(skipped),
    }
    return render(request, "web/review.html", context)


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


def _wanted(asked: Mapping[str, Any]) -> Wanted:
    kind, reason = asked.get("kind", "d"), asked.get("reason", "proposed")
    day = asked.get("day", "").strip()
    try:
        return Wanted(
            kind if kind in _KINDS and kind else "d",
            Reason(reason) if reason in list(Reason) else Reason.PROPOSED,
            asked.get("partner", "")[:60],
            asked.get("site", "").strip()[:255],
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
    if not stroke or key[:1] != wanted.kind:
        return None
    if wanted.kind == "a" and wanted.reason is not Reason.ALIKE:
        return [int(value), key] if value.isdecimal() and len(value) < 10 else None
    if wanted.reason is Reason.ALIKE and wanted.kind in "ap":
        return [value, key]
    try:
        return [datetime.date.fromisoformat(value) if value else None, key]
    except ValueError:
        return None


@allowed(Permission.REVIEW)
@require_POST
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """Decides on one record: accept, reject, skip, or accept one of its values (`value=field:mark`)."""
    record = record_of(key)
    author, reason = author_of(request), request.POST.get("because", "").strip()
    done, made = request.POST.get("do", ""), None
    field, _, mark = request.POST.get("value", "").partition(":")
    if field:
        made = field_accept(key=record.key, field=field, value=valued(record, field, mark), author=author, reason=reason)
        told = gettext("The value is accepted.")
    elif done == "accept":
        made, told = record_accept(key=record.key, author=author, reason=reason), gettext("Accepted.")
    elif done == "reject":
        made, told = record_reject(key=record.key, author=author, reason=reason), gettext("Rejected.")
    elif done == "skip":
        _skip(request, [record.key])
        told = gettext("Skipped.")
    else:
        raise WrongValue(gettext("nothing was chosen"))
    if by_htmx(request):
        context = {"key": key, "name": labels([record.key]).get(record.key, key), "told": told, "made": made}
        return render(request, "web/parts/review_done.html", context)
    messages.success(request, told)
    return going_back(request, url_of(record.key))


@allowed(Permission.REVIEW)
@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Decides on all records whose boxes are checked, at one stroke."""
    keys, author = request.POST.getlist("key")[: 10 * SHOWN], author_of(request)
    reason = request.POST.get("because", "").strip()
    if not keys:
        messages.warning(request, gettext("Nothing is checked."))
        return going_back(request, reverse("web:review"))
    services = {"accept": records_accept, "reject": records_reject}
    done = request.POST.get("do", "")
    if done == "skip":
        _skip(request, [record_of(key).key for key in keys])
        return going_back(request, reverse("web:review"))
    if done not in services:
        messages.warning(request, gettext("Press one of the buttons."))
        return going_back(request, reverse("web:review"))
    made = services[done](keys=keys, author=author, reason=reason)
    told = (
        ngettext("{number} record accepted.", "{number} records accepted.", len(made))
        if done == "accept"
        else ngettext("{number} record rejected.", "{number} records rejected.", len(made))
    )
    messages.success(request, told.format(number=len(made)))
    return going_back(request, reverse("web:review"))


def _skip(request: HttpRequest, keys: Iterable[str]) -> None:
    """Keeps records out of this person's queue until the end of the session, or until they are asked for again."""
    request.session["skipped"] = list(dict.fromkeys([*request.session.get("skipped", []), *keys]))[-SKIPPED:]


@allowed(Permission.REVIEW)
@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Brings back what was skipped."""
    request.session.pop("skipped", None)
    return going_back(request, reverse("web:review"))

"""Plans of measures: the list with how far each is, and the board of one."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pobratim.register.errors import WrongValue
from pobratim.register.measure import MeasureState
from pobratim.register.permission import Permission, may
from pobratim.register.plans.context import sides_named
from pobratim.register.plans.dry import plan_of
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.list_import import imports
from pobratim.register.selectors.plan import GROUPINGS, Item, board, counts, items, plans, progress
from pobratim.web import drawing
from pobratim.web.asked import day_of
from pobratim.web.measure_words import group_name

ON_PAGE = 20
IMPORTS_SHOWN = 5


class Group(NamedTuple):
    """A group of the board: what its address ends with, its name, the measures in it."""

    anchor: str
    name: str
    items: list[Item]


def plan_list(request: HttpRequest) -> HttpResponse:
    """All plans, the newest first, with how far each is on the day asked for."""
    on = day_of(request)
    page = Paginator(plans(), ON_PAGE).get_page(request.GET.get("page"))
    keys = [one.document_id for one in page]
    told = progress(keys, on)
    context = {"page": page, "names": labels(keys), "progress": told, "on": on, "given_on": request.GET.get("on", "")}
    return render(request, "web/plans.html", context)


def plan(request: HttpRequest, key: str) -> HttpResponse:
    """The board of a plan on a day, grouped as asked for."""
    record = plan_of(key)
    if record.key != key:
        return redirect("web:plan", record.key)
    on, by = day_of(request), request.GET.get("by", "section")
    if by not in GROUPINGS:
        raise WrongValue("no such grouping", address=by[:40])
    found = items(record.key, on)
    sides = sides_named(record)
    groups = [Group(f"{by}-{name or 'none'}".replace(" ", "_"), group_name(by, name), many) for name, many in board(found, by)]
    board_url = f"{reverse('web:plan', args=[record.key])}?by=quarter&on={on.isoformat()}"
    context: dict[str, Any] = {
        "record": record,
        "name": labels([record.key])[record.key],
        "groups": groups,
        "by": by,
        "groupings": GROUPINGS,
        "counts": counts(found),
        "states": [one.value for one in MeasureState],
        "all": len(found),
        "unclear": sum(not one.measure.understood for one in found),
        "picture": drawing.quarters(found, board_url, record.key, on),
        "sides": sides,
        "on": on,
        "imports": imports().filter(plan=record.key)[:IMPORTS_SHOWN] if may(request.user, Permission.ENTER) else [],
    }
    return render(request, "web/plan.html", context)

"""All values of one field of a record, a page at a time: those of which its own page shows the foremost alone."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from pobratim.register.errors import NoSuchRecord
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.record import record_of
from pobratim.web.showing import places, shown
from pobratim.web.words import word
from pobratim.words import codes

PER_PAGE = 100


def field(request: HttpRequest, key: str, field: str) -> HttpResponse:
    """The values of a field with their proof, those that hold first."""
    record = record_of(key)
    if not record.fields.get(field):
        raise NoSuchRecord(gettext("no such value"), address=f"{key[:60]}/{field[:20]}")
    if record.key != key:
        return redirect("web:field", record.key, field)
    page = Paginator([number for some in places(record, field) for number in some], PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "record": record,
        "name": labels([key])[key],
        "row": {"field": field, "name": word(codes.FIELDS[key[0]], field)},
        "values": shown(record, field, page),
        "page": page,
    }
    return render(request, "web/field.html", context)

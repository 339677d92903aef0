"""A page as it was read: its text with the facts marked, and the records that it tells of beside it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.selectors.label import labels
from pobratim.register.selectors.page import Told, newer, page_of, records_of, told_by
from pobratim.web.marking import paragraphs

#: Kinds in the order in which they are listed beside the text.
_ORDER = "depsa"


def page(request: HttpRequest, number: int) -> HttpResponse:
    """The reader; `?claim=` marks one proof, `?record=` all that is told of one record, neither: what tells of any."""
    version = page_of(number)
    told = told_by(version)
    keys = records_of(version)
    names = labels(keys)
    chosen = [one for one in told if str(one.claim) == request.GET.get("claim") or one.record == request.GET.get("record")]
    context = {
        "page": version,
        "newer": newer(version),
        "paragraphs": paragraphs(version.text, [span for one in chosen or told for span in _marks(one, bool(chosen))]),
        "chosen": chosen[0].record if chosen else "",
        "groups": [(kind, [(key, names[key]) for key in keys if key[0] == kind and key in names]) for kind in _ORDER],
    }
    return render(request, "web/page.html", context)


def _marks(told: Told, here: bool) -> list[tuple[int, int, str]]:
    """The marks of a claim: `here` for what was asked for, else the kind of record, for claims that say what it is."""
    if not here and told.field not in ("kind", "name", "text"):
        return []
    return [(start, end, "here" if here else told.record[:1]) for start, end in told.spans]

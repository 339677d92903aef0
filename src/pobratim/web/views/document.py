"""A document: its fields with their proof, its chain, what happened since, what people decided."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.models import Document
from pobratim.register.selectors.document import around, chain
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.post import posts_on
from pobratim.register.selectors.record import decisions_of
from pobratim.web.asked import day_of, of_kind
from pobratim.web.showing import names_for, rows_of


@of_kind("d")
def document(request: HttpRequest, record: Document) -> HttpResponse:
    """The page of a document, on the day asked for (`?on=`)."""
    found, hanging = around(record), chain(record)
    events, statements = [one.key for one in found.events], [one.key for one in found.statements]
    names = names_for([record]) | labels([record.key, *events, *statements, *(one.key for one in hanging.documents)])
    posts = posts_on((one.person_id for one in found.signatures), record.signed_first)
    context = {
        "record": record,
        "name": names[record.key],
        "names": names,
        "rows": rows_of(record, names),
        "around": found,
        "chain": hanging,
        "hands": [(one, posts.get(one.person_id)) for one in found.signatures],
        "decisions": list(decisions_of(record.key)),
        "on": day_of(request),
    }
    return render(request, "web/document.html", context)

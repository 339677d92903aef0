"""A document: its fields with their proof, its hands, its chain, what led to it and what happened since, what people decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.models import Document
from pobratim.register.selectors.document import around, chain
from pobratim.register.selectors.history import decisions
from pobratim.register.selectors.post import posts_on
from pobratim.register.selectors.state import states_on
from pobratim.register.selectors.telling import who_says
from pobratim.web import drawing, telling_history
from pobratim.web.asked import day_of, of_kind
from pobratim.web.moments import course
from pobratim.web.showing import names_for, rivals_of, rows_of

DECISIONS = 8


@of_kind("d")
def document(request: HttpRequest, record: Document) -> HttpResponse:
    """The page of a document, on the day asked for (`?on=`)."""
    on = day_of(request)
    found, hanging = around(record), chain(record)
    latest = list(decisions(on=record.key)[: DECISIONS + 1])
    names = names_for([record], [record.key, *_around(found.events), *_around(hanging.documents)])
    life = states_on(hanging.documents, on)
    posts = posts_on((one.person_id for one in found.signatures), record.signed_first)
    context = {
        "record": record,
        "name": names[record.key],
        "names": names,
        "rows": rows_of(record, names),
        "rivals": rivals_of(record, who_says(record), names),
        "chain": hanging,
        "chain_picture": drawing.chain(hanging, record.key, names, life, on),
        "hands": [(one, posts.get(one.person_id)) for one in found.signatures],
        "course": course(record, found, hanging, names),
        "told": found.pages,
        "history": telling_history.told(latest[:DECISIONS], request.user),
        "history_more": len(latest) > DECISIONS,
        "state": life[record.key].value,
        "on": on,
    }
    return render(request, "web/document.html", context)


def _around(records: Iterable[Any]) -> list[str]:
    return [one.key for one in records]

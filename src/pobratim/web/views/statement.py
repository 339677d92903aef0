"""A statement: the words, who said them, of which documents."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.models import Statement
from pobratim.register.selectors.document import AROUND, pages_of
from pobratim.register.selectors.post import posts_on
from pobratim.web.asked import day_of, of_kind
from pobratim.web.promised import shown
from pobratim.web.showing import names_for, rows_of


@of_kind("s")
def statement(request: HttpRequest, record: Statement) -> HttpResponse:
    """The page of a statement."""
    promises = shown([record], day_of(request)) if record.promised else []
    names = names_for([record], [record.key])
    speaker = record.speaker_id
    context = {
        "record": record,
        "name": names[record.key],
        "names": names,
        "promises": promises,
        "rows": rows_of(record, names),
        "post": posts_on([speaker], record.first_told).get(speaker) if speaker else None,
        "told": list(pages_of(record.key)[:AROUND]),
    }
    return render(request, "web/statement.html", context)

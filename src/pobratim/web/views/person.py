"""A person: posts over time, what was signed, whom met, what said, and others of the same name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.models import Person
from pobratim.register.selectors import person as about
from pobratim.register.selectors.promise import Asked
from pobratim.web.asked import day_of, of_kind
from pobratim.web.promised import few_of
from pobratim.web.showing import names_for, rows_of

#: So many of each are shown; with `?all` so many more.
SHOWN, ALL, MET, NAMESAKES = 12, 300, 24, 12


@of_kind("p")
def person(request: HttpRequest, record: Person) -> HttpResponse:
    """The page of a person; `?all` shows long lists as a whole."""
    limit = ALL if "all" in request.GET else SHOWN
    signed = list(about.signatures(record.key)[: limit + 1])
    meetings = list(about.meetings(record.key)[: limit + 1])
    said = list(about.words_of(record.key)[: limit + 1])
    documents, events = [one.document_id for one in signed], [one.event_id for one in meetings]
    alike = about.namesakes(record, NAMESAKES)
    promises = few_of(Asked(person=record.key), day_of(request))
    names = names_for([record, *(one.statement for one in promises)], [record.key, *documents, *events])
    context = {
        "record": record,
        "name": names[record.key],
        "names": names,
        "rows": rows_of(record, names),
        "posts": about.posts(record.key),
        "signed": signed[:limit],
        "meetings": meetings[:limit],
        "said": said[:limit],
        "promises": promises,
        "more": max(len(signed), len(meetings), len(said)) > limit,
        "met": about.met(record.key, MET),
        "namesakes": alike,
        "namesake_posts": about.latest_posts(one.key for one in alike),
    }
    return render(request, "web/person.html", context)

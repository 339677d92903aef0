"""The first page: search, what was signed lately, what is due, what waits for review, the map of ties, figures."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, override

from pobratim.register.models import Document
from pobratim.register.permission import Permission, may
from pobratim.register.selectors.agenda import SECTIONS, first_entries, named_by
from pobratim.register.selectors.figures import figures
from pobratim.register.selectors.hits import by_key
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.lately import Busy, busiest, read_lately, signed_lately
from pobratim.register.selectors.review import waiting_counts
from pobratim.register.selectors.state import states_on
from pobratim.web.asked import day_of
from pobratim.web.reminders import reminders
from pobratim.web.ties import ties_map
from pobratim.words.codes import DOCUMENT_KINDS

SIGNED, DUE, PARTNERS, PAGES = 6, 3, 8, 6
_DAYS = 90
_ON_HOME = ("deciding", "expiring", "lapsed", "unsigned", "coming")


def home(request: HttpRequest) -> HttpResponse:
    """The first page; of an empty register: how to fill it."""
    on, numbers = day_of(request), figures()
    if not numbers.pages and not numbers.documents:
        return render(request, "web/first.html", {"figures": numbers})
    signed, partners = signed_lately(on, SIGNED), busiest(PARTNERS)
    sections = _due(on)
    shown = [*signed, *(row.record for section in sections for row in section["rows"])]
    context = {
        "figures": numbers,
        "examples": _examples(signed, partners),
        "signed": signed,
        "due": sections,
        "partners": partners,
        "pages": read_lately(PAGES),
        "waiting": sum(waiting_counts().values()) if may(request.user, Permission.REVIEW) else 0,
        "map": ties_map(),
        "names": labels(one.key for one in shown),
        "states": states_on([one for one in shown if isinstance(one, Document)], on),
    }
    return render(request, "web/home.html", context)


def _due(on: datetime.date) -> list[dict[str, Any]]:
    """The sections that have something, the first few records of each."""
    chosen = {section: first_entries(section, on, _DAYS, DUE) for section in SECTIONS if section.name in _ON_HOME}
    records = by_key(named_by(entry for found in chosen.values() for entry in found))
    shown = [{"section": section, "rows": reminders(found, records)} for section, found in chosen.items()]
    return [one for one in shown if one["rows"]]


def _examples(signed: list[Document], partners: list[Busy]) -> list[str]:
    """Questions that this register has an answer to: a partner, a kind of document with a partner, with a year."""
    told = [one.name for one in partners[:1]]
    for one in signed[:2]:
        with override("ru"):  # pages are in Russian, and so are the words to find them by
            kind = gettext(DOCUMENT_KINDS.get(one.kind, DOCUMENT_KINDS["other"]))
        party = next((row.actor.name for row in one.party_rows.all()), "")
        told += [f"{kind} {party}".strip(), f"{kind} {one.signed[:4]}"]
    return list(dict.fromkeys(told))[:4]

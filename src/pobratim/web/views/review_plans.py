"""News and plans: events and documents that may be what became of measures, promises, documents announced."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from pobratim.register.errors import RegisterError
from pobratim.register.models import Measure
from pobratim.register.permission import Permission, may
from pobratim.register.selectors.match import Proposed, matches, proposed
from pobratim.register.selectors.promise import STATES
from pobratim.register.services import match_accept, match_reject
from pobratim.register.services.match import RELATIONS, SAME
from pobratim.resolve.records.content import MEASURE, STATEMENT
from pobratim.web.acting import allowed, author_of
from pobratim.web.going_back import going_back
from pobratim.web.showing import names_for
from pobratim.web.told_match import why_words
from pobratim.words import codes

PER_PAGE = 12
_KINDS = "msd"
#: What may be said of a measure by the news of something done.
_REPORTED = ("done", "under_way", "partly")


class Item(NamedTuple):
    """A match as it is shown: why, and what may be said (`code, words`), the likeliest first."""

    proposed: Proposed
    why: list[str]
    choices: list[tuple[str, str]]


@allowed(Permission.REVIEW)
def listed(request: HttpRequest) -> HttpResponse:
    """The matches that wait, the likeliest first; with `?kind=` those of measures, promises or documents."""
    kind = request.GET.get("kind", "")
    page = Paginator(matches(kind if kind in _KINDS else ""), PER_PAGE).get_page(request.GET.get("page"))
    rows = proposed(list(page))
    names = names_for([], {key for row in rows for key in (row.target.key, row.record.key, *row.why["sides"])})
    items = [Item(row, why_words(row.why, names), _choices(row, merge=may(request.user, Permission.MERGE))) for row in rows]
    return render(request, "web/review_plans.html", {"items": items, "page": page, "names": names, "kind": kind})


def _choices(row: Proposed, *, merge: bool) -> list[tuple[str, str]]:
    kind = row.target.key[0]
    if kind == MEASURE:
        again = isinstance(row.target, Measure) and bool(row.target.recurring)
        order = sorted(_REPORTED, key=lambda state: state != ("under_way" if again else "done"))
        return [(state, gettext(codes.MEASURE_STATES[state])) for state in order]
    if kind == STATEMENT:
        return [(state, gettext(codes.OUTCOMES[state])) for state in sorted(STATES, key=lambda state: state != "kept")]
    related = [(one, gettext(codes.RELATIONS[one])) for one in RELATIONS]
    return [*([(SAME, gettext("is the same document"))] if merge else []), *related]


@allowed(Permission.REVIEW)
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Says what a record means for a measure, a promise, a document, or that it means nothing for it."""
    target, record = (request.POST.get(name, "")[:21] for name in ("target", "record"))
    author, reason = author_of(request), request.POST.get("because", "").strip()
    try:
        if request.POST.get("do") == "accept":
            state, fact = request.POST.get("state", "")[:20], request.POST.get("fact", "").strip()[:2000]
            match_accept(target=target, record=record, state=state, author=author, fact=fact, reason=reason)
            messages.success(request, gettext("It is kept, with its evidence."))
        elif request.POST.get("do") == "reject":
            match_reject(target=target, record=record, author=author, reason=reason)
            messages.success(request, gettext("The two are not proposed again."))
        else:
            messages.warning(request, gettext("Press one of the buttons."))
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
    return going_back(request, reverse("web:review_plans"))

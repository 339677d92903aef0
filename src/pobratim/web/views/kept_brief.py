"""Briefings that people keep: the list, one as it was kept, as the register would tell it now, edited once more, taken away."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import Briefing, BriefingText
from pobratim.register.permission import Permission, may
from pobratim.register.selectors.briefing import briefing_of, briefings, texts_of
from pobratim.register.services import About, briefing_keep, briefing_remove
from pobratim.reports.briefing.make import briefing
from pobratim.reports.edited import Change, changes, edited, lost
from pobratim.reports.kept import as_data, differences, paper_from
from pobratim.reports.paper import Paper
from pobratim.web.acting import allowed, author_of, user_of
from pobratim.web.asked import words_of
from pobratim.web.edit_lines import lines_of, typed
from pobratim.web.papers import as_file, formats, shown

from .brief import name_of

ON_PAGE = 30


class Kept(NamedTuple):
    """A kept briefing: what it is about, its texts (the last first), the one that is shown, what was typed in it."""

    record: Briefing
    texts: list[BriefingText]
    text: BriefingText
    changes: list[Change]

    @property
    def about(self) -> About:
        """What it is about."""
        one = self.record
        return About(one.partner, one.own, one.on, one.short, one.language)

    def fresh(self) -> Paper:
        """The paper as the register tells it now, on the same day, without what people typed."""
        one = self.record
        return briefing(one.partner, one.own, one.on, short=one.short, language=one.language)


@allowed(Permission.READ)
def listed(request: HttpRequest) -> HttpResponse:
    """All of them, or those of `?partner=`; `?mine=1`: one's own."""
    partner, mine = words_of(request, "partner", 21), bool(request.GET.get("mine"))
    page = Paginator(briefings(partner, user_of(request) if mine else None), ON_PAGE).get_page(request.GET.get("page"))
    return render(request, "web/kept_briefings.html", {"page": page, "partner": partner, "mine": mine})


@allowed(Permission.READ)
def kept(request: HttpRequest, number: int) -> HttpResponse:
    """One as it was kept (`?text=` an earlier text), with `?format=` as a file."""
    found = _kept(number, words_of(request, "text", 12))
    paper = paper_from(found.text.paper)
    if format_ := request.GET.get("format", ""):
        return as_file(paper, format_, name_of(found.about))
    context = _context(request, found) | shown(paper)
    return render(request, "web/kept_briefing.html", context | {"question": f"text={found.text.pk}"})


@allowed(Permission.READ)
def now(request: HttpRequest, number: int) -> HttpResponse:
    """One as the register tells it now, with what was typed; what has changed since it was kept. `?format=`: as a file."""
    found = _kept(number)
    fresh = found.fresh()
    paper = edited(fresh, found.changes)
    if format_ := request.GET.get("format", ""):
        return as_file(paper, format_, name_of(found.about))
    gone, new = differences(paper_from(found.text.paper), fresh)
    context = _context(request, found) | shown(paper)
    context |= {"fresh": True, "gone": gone, "new": new, "lost": {one.sign for one in lost(fresh, found.changes)}}
    return render(request, "web/kept_briefing.html", context)


@allowed(Permission.KEEP)
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Its text to be changed, over what the register tells now; what is sent is kept beside the texts from before."""
    found = _kept(number)
    fresh = found.fresh()
    if request.method == "POST":
        author = author_of(request)
        made = changes(fresh, typed(request), author.name, timezone.localdate().isoformat(), found.changes)
        paper = as_data(edited(fresh, made))
        briefing_keep(about=found.about, title=fresh.title, changes=made, paper=paper, author=author, number=number)
        messages.success(request, gettext("The briefing is kept; its texts from before stay beside it."))
        return redirect("web:kept_briefing", number)
    context = {
        "paper": fresh,
        "parts": lines_of(fresh, found.changes),
        "lost": lost(fresh, found.changes),
        "kept": found.record,
        "back": reverse("web:kept_briefing", args=[number]),
    }
    return render(request, "web/brief_edit.html", context)


@require_POST
@allowed(Permission.KEEP)
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Takes one away from the lists."""
    briefing_remove(number=number, author=author_of(request))
    messages.success(request, gettext("The briefing is taken away from the list; its texts are kept."))
    return redirect("web:kept_briefings")


def _kept(number: int, text: str = "") -> Kept:
    record = briefing_of(number)
    texts = texts_of(record)
    chosen = next((one for one in texts if not text or str(one.pk) == text), None)
    if chosen is None:
        raise NoSuchRecord(gettext("no briefing has this number"), address=str(number))
    return Kept(record, texts, chosen, [Change(*one) for one in chosen.changes])


def _context(request: HttpRequest, found: Kept) -> dict[str, Any]:
    own = found.texts[-1].author_id == request.user.pk
    return {
        "kept": found.record,
        "texts": found.texts,
        "text": found.text,
        "changes": found.changes,
        "formats": formats(),
        "removable": not found.record.removed_at and may(request.user, Permission.KEEP if own else Permission.DETACH),
    }

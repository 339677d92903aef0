"""The briefing before a visit: asked for, read, changed, saved as a file or kept in the register."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.register.services import About, briefing_keep
from pobratim.reports.briefing.make import briefing
from pobratim.reports.edited import changes, edited
from pobratim.reports.kept import as_data
from pobratim.reports.paper import Paper
from pobratim.web.acting import author_of
from pobratim.web.asked import day_of
from pobratim.web.edit_lines import lines_of, typed
from pobratim.web.papers import Named, as_file, asked_again, formats, language_of, named, shown


def brief(request: HttpRequest) -> HttpResponse:
    """The form; with the partner (`?partner=`) and maybe one's own side (`?for=`) named the briefing, `?format=`: as a file."""
    partner, own = named(request, "partner"), named(request, "for")
    context: dict[str, Any] = {
        "partner": partner,
        "own": own,
        "on": day_of(request),
        "short": bool(request.GET.get("short")),
        "language": language_of(request),
        "formats": formats(),
    }
    if _plain(partner, own):
        paper = _paper(about(request, partner, own))
        if format_ := request.GET.get("format", ""):
            return as_file(paper, format_, name_of(about(request, partner, own)))
        context |= shown(paper) | {"question": asked_again(request, partner=partner.key, **{"for": own.key})}
    return render(request, "web/brief.html", context)


def edit(request: HttpRequest) -> HttpResponse:
    """The text of the briefing to be changed; what is sent becomes a file, or (`keep`) is kept in the register."""
    partner, own = named(request, "partner"), named(request, "for")
    if not _plain(partner, own):
        return HttpResponseRedirect(f"{reverse('web:brief')}?{request.GET.urlencode()}")
    asked = about(request, partner, own)
    paper = _paper(asked)
    if request.method == "POST":
        by = author_of(request).name if request.user.is_authenticated else ""
        made = changes(paper, typed(request), by, timezone.localdate().isoformat())
        whole = edited(paper, made)
        if "keep" in request.POST:
            author = author_of(request)
            kept = briefing_keep(about=asked, title=paper.title, changes=made, paper=as_data(whole), author=author)
            return redirect("web:kept_briefing", kept.briefing_id)
        return as_file(whole, request.POST.get("format", "docx"), name_of(asked))
    back = f"{reverse('web:brief')}?{request.GET.urlencode()}"
    return render(request, "web/brief_edit.html", {"paper": paper, "parts": lines_of(paper), "formats": formats(), "back": back})


def _plain(partner: Named, own: Named) -> bool:
    """Whether it is plain who is meant: the partner, and one's own side, or nobody."""
    return bool(partner.key and (own.key or not own.text))


def about(request: HttpRequest, partner: Named, own: Named) -> About:
    """What a request asks the briefing to be about.

    Raises:
        WrongValue: both sides are one.
    """
    if partner.key == own.key:
        raise WrongValue(gettext("these two are one and the same partner"), address=partner.name[:60])
    return About(partner.key, own.key, day_of(request), bool(request.GET.get("short")), language_of(request))


def _paper(asked: About) -> Paper:
    return briefing(asked.partner, asked.own, asked.on, short=asked.short, language=asked.language)


def name_of(asked: About) -> str:
    """What the file is called."""
    return f"brief-{asked.on.isoformat()}"

"""The briefing before a visit: asked for, read, changed, saved."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.reports.briefing.make import briefing
from pobratim.reports.edited import edited, parts
from pobratim.reports.paper import Paper
from pobratim.web.asked import day_of
from pobratim.web.papers import Named, as_file, asked_again, formats, language_of, named, shown

_LINE = "line-"


def brief(request: HttpRequest) -> HttpResponse:
    """The form; with both sides named (`?partner=`, `?for=`) the briefing, with `?format=` as a file."""
    partner, own = named(request, "partner"), named(request, "for")
    context: dict[str, Any] = {
        "partner": partner,
        "own": own,
        "on": day_of(request),
        "short": bool(request.GET.get("short")),
        "language": language_of(request),
        "formats": formats(),
    }
    if partner.key and own.key:
        paper = _paper(request, partner, own)
        if format_ := request.GET.get("format", ""):
            return as_file(paper, format_, _name(request))
        context |= shown(paper) | {"question": asked_again(request, partner=partner.key, **{"for": own.key})}
    return render(request, "web/brief.html", context)


def edit(request: HttpRequest) -> HttpResponse:
    """The text of the briefing to be changed; what is sent is saved as a file, and nowhere else."""
    partner, own = named(request, "partner"), named(request, "for")
    if not (partner.key and own.key):
        return HttpResponseRedirect(f"{reverse('web:brief')}?{request.GET.urlencode()}")
    paper = _paper(request, partner, own)
    if request.method == "POST":
        texts = {name.removeprefix(_LINE): str(text) for name, text in request.POST.items() if name.startswith(_LINE)}
        by = request.user.get_username() if request.user.is_authenticated else ""
        return as_file(edited(paper, texts, by), request.POST.get("format", "docx"), _name(request))
    told = [{"block": part.block, "kind": type(part.block).__name__, "lines": part.lines} for part in parts(paper)]
    return render(
        request, "web/brief_edit.html", {"paper": paper, "parts": told, "formats": formats(), "question": request.GET.urlencode()}
    )


def _paper(request: HttpRequest, partner: Named, own: Named) -> Paper:
    if partner.key == own.key:
        raise WrongValue(gettext("these two are one and the same partner"), address=partner.name[:60])
    short = bool(request.GET.get("short"))
    return briefing(partner.key, own.key, day_of(request), short=short, language=language_of(request))


def _name(request: HttpRequest) -> str:
    return f"brief-{day_of(request).isoformat()}"

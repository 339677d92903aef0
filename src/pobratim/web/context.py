"""What the frame of every page shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from pobratim.register.permission import Permission, may
from pobratim.words.speech import mark

_KINDS = (("d", mark("Documents")), ("e", mark("Events")), ("a", mark("Partners")), ("p", mark("People")))


def frame(request: HttpRequest) -> dict[str, Any]:
    """The sections of the register, the one that the request is in marked as current."""
    search = reverse("web:search")
    asked = request.GET.get("kind") if request.path == search else None
    sections = [{"name": gettext(name), "url": f"{search}?kind={kind}", "current": asked == kind} for kind, name in _KINDS]
    plans = reverse("web:plans")
    sections.append({"name": gettext("Plans"), "url": plans, "current": request.path.startswith(plans)})
    due = reverse("web:due")
    sections.append({"name": gettext("What is due"), "url": due, "current": request.path == due})
    papers = reverse("web:reports")
    sections.append(
        {"name": gettext("Reports"), "url": papers, "current": request.path.startswith((papers, reverse("web:brief")))}
    )
    if may(request.user, Permission.REVIEW):
        review = reverse("web:review")
        sections.append({"name": gettext("Review"), "url": review, "current": request.path == review})
    return {"menu": sections}

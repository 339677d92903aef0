"""Records by the beginning of a name, for the inputs in which one is chosen."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.permission import Permission
from pobratim.register.selectors.record import MODELS
from pobratim.web.acting import allowed
from pobratim.web.asked import words_of
from pobratim.web.forms.choosing import ChoosingField, Typed

MOST_CHARS = 200


@allowed(Permission.ENTER)
def lookup(request: HttpRequest) -> HttpResponse:
    """What there is to choose for the text of the input that `of` names; a part of a page."""
    of, kind = request.GET.get("of", "")[:60], request.GET.get("kind", "")
    text = " ".join(words_of(request, of, MOST_CHARS).split())
    field = ChoosingField(kind if kind in MODELS else "a")
    field.look_up(text)
    return render(request, "web/parts/offers.html", {"field": field, "name": of, "typed": Typed(text=text)})

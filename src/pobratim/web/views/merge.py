"""Two records that are one, and one that is two: seen side by side, with the reasons, before anything is decided."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from pobratim.register.errors import RegisterError, WrongDecision
from pobratim.register.permission import Permission
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.likeness import alike, why_alike
from pobratim.register.selectors.lookup import lookup
from pobratim.register.selectors.record import parts_of, record_of
from pobratim.register.services import record_split, records_apart, records_merge
from pobratim.web.acting import allowed, author_of
from pobratim.web.asked import words_of
from pobratim.web.part_words import named_in_parts, part_words
from pobratim.web.showing import names_for, rows_of
from pobratim.web.words import url_of

SHOWN = 30


@allowed(Permission.MERGE)
def merge(request: HttpRequest, key: str) -> HttpResponse:
    """Chooses the other record, shows both, merges them or holds them apart."""
    record = record_of(key)
    if request.method == "POST":
        return _merged(request, record.key)
    if record.key != key:
        return redirect("web:merge", record.key)
    query, other = words_of(request, "q"), words_of(request, "with")
    context: dict[str, object] = {"record": record, "sought": query}
    if other:
        beside = record_of(other)
        if beside.key == key or beside.key[0] != key[0]:
            raise WrongDecision("two different records of one kind are needed", address=beside.key)
        names = names_for([record, beside]) | labels([record.key, beside.key])
        context |= {
            "other": beside,
            "sides": [(one, names[one.key], rows_of(one, names)) for one in (record, beside)],
            "why": why_alike(record.key, beside.key),
        }
    else:
        likely = list(alike(key))[:SHOWN]
        names = labels([key, *(one.key for one in likely)])
        found = [one for one in lookup(key[0], query, SHOWN) if one.key != key]
        context |= {"likely": likely, "found": found, "asked": bool(query.strip())}
    return render(request, "web/merge.html", {**context, "name": names[key], "names": names})


def _merged(request: HttpRequest, key: str) -> HttpResponse:
    keys, reason = [key, request.POST.get("with", "")], request.POST.get("because", "").strip()
    try:
        if request.POST.get("do") == "apart":
            records_apart(keys=keys, author=author_of(request), reason=reason)
            messages.success(request, gettext("Kept apart: nobody is asked about these two again."))
        else:
            records_merge(keys=keys, author=author_of(request), reason=reason)
            messages.success(request, gettext("Merged."))
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
        return redirect("web:merge", key)
    return HttpResponseRedirect(url_of(record_of(key).key))


@allowed(Permission.SPLIT)
def split(request: HttpRequest, key: str) -> HttpResponse:
    """Shows the parts of a record and why they are one; those that are checked become another record."""
    record = record_of(key)
    if request.method == "POST":
        nodes, reason = request.POST.getlist("node"), request.POST.get("because", "").strip()
        try:
            record_split(key=record.key, nodes=nodes, author=author_of(request), reason=reason)
        except RegisterError as error:
            messages.error(request, gettext(error.reason))
            return redirect("web:split", record.key)
        messages.success(request, gettext("Parted: these are two records now."))
        return HttpResponseRedirect(url_of(record_of(nodes[0]).key))
    if record.key != key:
        return redirect("web:split", record.key)
    parts = parts_of(record.key)
    names = labels([key, *named_in_parts(parts)])
    told = [(part, part_words(key[0], part, names)) for part in parts]
    return render(request, "web/split.html", {"record": record, "name": names[key], "parts": told})

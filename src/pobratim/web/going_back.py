"""Where one is led after something was done: only to pages of our own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


def going_back(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """To the page that the form names in `next`, if it is ours, else to another."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(wanted if ours and wanted.startswith("/") else otherwise)

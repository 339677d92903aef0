"""Every value that pages give for the fields of a record: which is right, which is wrong."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from pobratim.register.errors import RegisterError
from pobratim.register.permission import Permission
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.record import record_of
from pobratim.register.services import field_accept, field_reject
from pobratim.web.acting import allowed, author_of
from pobratim.web.showing import names_for, rows_of
from pobratim.web.value_mark import valued


@allowed(Permission.REVIEW)
def values(request: HttpRequest, key: str) -> HttpResponse:
    """Shows all values with their proof; accepts or rejects one."""
    record = record_of(key)
    if request.method == "POST":
        done, _, rest = request.POST.get("do", "").partition(":")
        field, _, mark = rest.partition(":")
        if done not in ("accept", "reject"):
            messages.warning(request, gettext("Press one of the buttons."))
            return redirect("web:values", record.key)
        service = field_reject if done == "reject" else field_accept
        try:
            value = valued(record, field, mark)
            service(key=key, field=field, value=value, author=author_of(request), reason=request.POST.get("because", ""))
        except RegisterError as error:
            messages.error(request, gettext(error.reason))
        else:
            messages.success(
                request, gettext("The value is rejected.") if done == "reject" else gettext("The value is accepted.")
            )
        return redirect("web:values", record_of(key).key)
    if record.key != key:
        return redirect("web:values", record.key)
    names = names_for([record]) | labels([key])
    rows = rows_of(record, names, most=None)
    told = [(row, [*row.values, *row.rivals, *row.also]) for row in rows]
    return render(request, "web/values.html", {"record": record, "name": names[key], "rows": told})

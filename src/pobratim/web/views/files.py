"""Files at records: attached, listed, taken away, and given out only to be saved."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from pobratim.register.errors import BadFile, NoSuchRecord, RegisterError
from pobratim.register.filing import path_of
from pobratim.register.models import Record
from pobratim.register.permission import Permission, may
from pobratim.register.selectors.attachment import attachment, attachments_of
from pobratim.register.selectors.history import records_decided
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.record import record_of
from pobratim.register.services import attachment_add, attachment_remove
from pobratim.web.acting import allowed, author_of
from pobratim.web.upload import sent_file

WRONG = 422
#: What a browser may do with a file that somebody attached: save it.
_NOTHING = "sandbox; default-src 'none'; frame-ancestors 'none'"


def files(request: HttpRequest, key: str) -> HttpResponse:
    """The files at a record, and where editors attach another."""
    record = record_of(key)
    if request.method == "POST":
        return attach(request, record.key)
    return _listed(request, record, key)


def _listed(request: HttpRequest, record: Record, key: str, note: str = "", status: int = 200) -> HttpResponse:
    """The page of the files; `note` is what was typed beside a file that was refused."""
    if record.key != key:
        return redirect("web:files", record.key)
    own = request.user.pk if request.user.is_authenticated else None
    all_of_them = may(request.user, Permission.DETACH)
    found = [(one, all_of_them or (own is not None and one.decision.author_id == own)) for one in attachments_of(key)]
    limit = settings.UPLOAD_BYTES // 2**20
    context = {"record": record, "name": labels([key])[key], "files": found, "limit": limit, "note": note}
    return render(request, "web/files.html", context, status=status)


@allowed(Permission.ATTACH)
def attach(request: HttpRequest, key: str) -> HttpResponse:
    """Attaches the file that was sent."""
    note = request.POST.get("note", "").strip()
    try:
        sent = sent_file(request)
        if sent is None:
            raise BadFile("no file was chosen")
        attachment_add(key=key, name=sent.name or "", chunks=sent.chunks(), author=author_of(request), note=note)
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
        record = record_of(key)
        return _listed(request, record, record.key, note, WRONG)
    messages.success(request, gettext("The file is attached."))
    return redirect("web:files", record_of(key).key)


def download(request: HttpRequest, number: int) -> HttpResponse | FileResponse:
    """The file, to be saved under its name and never to be shown."""
    found = attachment(number)
    try:
        answer = FileResponse(path_of(found.sha256).open("rb"), as_attachment=True, filename=found.name)
    except OSError:
        raise NoSuchRecord("the bytes of the file are not there", address=found.name) from None
    answer["Content-Type"] = found.media_type
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = _NOTHING
    answer["Cache-Control"] = "private, no-store"
    return answer


@allowed(Permission.ATTACH)
@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Takes a file away from its record."""
    found = attachment(number)
    record = record_of(records_decided([found.decision_id])[found.decision_id][0])
    attachment_remove(number=number, author=author_of(request))
    messages.success(request, gettext("The file is taken away; the history keeps that it was here."))
    return redirect("web:files", record.key)

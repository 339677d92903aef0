"""Import of an office's list of agreements: upload, columns shown and corrected, what would become of each row, apply, undo."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from pobratim.core.errors import PobratimError
from pobratim.register.errors import WrongValue
from pobratim.register.lists.dry import dry_run
from pobratim.register.lists.layout import Columns
from pobratim.register.lists.mapping import LIST, NAMES
from pobratim.register.permission import Permission
from pobratim.register.selectors.list_import import columns_of, imports
from pobratim.register.services import ListFile, import_undo, list_apply, list_mapping_store
from pobratim.tables import Book, Table, read_book
from pobratim.web.acting import allowed, author_of
from pobratim.web.list_preview import rows_of, seen_of
from pobratim.web.shelf import Kept, keep, kept

IMPORTS, SAMPLE = 50, 3
_MARK = "column-"


@allowed(Permission.ENTER)
def start(request: HttpRequest) -> HttpResponse:
    """Where a list is uploaded; the imports so far, each to be taken back."""
    if request.method == "POST":
        try:
            token = keep(request)
            file = kept(request, token)
            read_book(file.raw, file.name)
        except PobratimError as error:
            messages.error(request, gettext(error.reason))
        else:
            return redirect("web:import-list", token)
    return render(request, "web/import_start.html", {"imports": imports().filter(plan="")[:IMPORTS]})


@allowed(Permission.ENTER)
def look(request: HttpRequest, token: str) -> HttpResponse:
    """The columns and their fields; with `?look=1` what would become of every row. Nothing is written."""
    file = kept(request, token)
    book, table = _table(request, file)
    columns, remembered = columns_of(table)
    asked = request.GET
    context: dict[str, Any] = {
        "file": file,
        "book": book,
        "table": table,
        "number": book.tables.index(table),
        "notes": [gettext(note) for note in book.notes],
        "own": asked.get("own", ""),
        "fields": [(field, gettext(name)) for field, name in NAMES.items()],
        "remembered": remembered,
        "columns": [],
    }
    try:
        columns = _columns(request, table, columns)
        context["columns"] = _shown(table, columns)
        if asked.get("look"):
            context |= rows_of(request, dry_run(table, columns, own=asked.get("own", "").strip()))
    except WrongValue as error:
        messages.error(request, f"{gettext(error.reason)}{': ' + error.address if error.address else ''}")
        context["columns"] = context["columns"] or _shown(table, {**columns, **_given(request)})
    return render(request, "web/import_list.html", context)


@allowed(Permission.ENTER)
@require_POST
def apply(request: HttpRequest, token: str) -> HttpResponse:
    """Brings the list in as the dry run showed it: all of it or nothing; the mapping is remembered.

    Where it cannot come in, or something else would than was shown, the dry run is shown again and says why.
    """
    file = kept(request, token)
    _, table = _table(request, file)
    columns = _columns(request, table, columns_of(table)[0])
    author = author_of(request)
    plan = dry_run(table, columns, own=request.POST.get("own", "").strip())
    if request.POST.get("seen") != seen_of(plan):
        messages.warning(request, gettext("The register has changed what would come in. Nothing is saved yet: look at it again."))
        return _back(request, token)
    try:
        done = list_apply(
            plan=plan,
            file=ListFile(file.name, hashlib.sha256(file.raw).hexdigest()),
            author=author,
            skip_unreadable=request.POST.get("skip") == "1",
            list_wins=request.POST.get("wins") == "1",
        )
    except PobratimError as error:
        messages.error(request, gettext(error.reason))
        return _back(request, token)
    list_mapping_store(table=table, columns=columns, author=author)
    added = ngettext("{number} document added", "{number} documents added", done.added).format(number=done.added)
    filled = ngettext("{number} completed", "{number} completed", done.filled).format(number=done.filled)
    messages.success(request, f"{added}, {filled}")
    return redirect("web:import-start")


def _back(request: HttpRequest, token: str) -> HttpResponse:
    """To the dry run with all that was chosen."""
    query = request.POST.copy()
    for name in ("csrfmiddlewaretoken", "seen"):
        query.pop(name, None)
    return HttpResponseRedirect(f"{reverse('web:import-list', args=[token])}?{query.urlencode()}")


@allowed(Permission.ENTER)
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Takes an import back, as if it had not been."""
    undone = import_undo(number=number, author=author_of(request))
    messages.success(request, gettext("taken back: {file}").format(file=undone.file))
    return redirect("web:import-start")


def _table(request: HttpRequest, file: Kept) -> tuple[Book, Table]:
    """The file as tables, and the one that is asked for."""
    book = read_book(file.raw, file.name)
    given = request.POST.get("table") or request.GET.get("table") or "0"
    if not given.isdecimal() or int(given[:6]) >= len(book.tables):
        raise WrongValue(gettext("the file has no such table"), address=given[:20])
    return book, book.tables[int(given)]


def _given(request: HttpRequest) -> Columns:
    """Column letter → field, as the form has it."""
    given = request.POST if request.method == "POST" else request.GET
    return {name.removeprefix(_MARK): str(field) for name, field in given.items() if name.startswith(_MARK)}


def _columns(request: HttpRequest, table: Table, columns: Columns) -> Columns:
    return LIST.corrected(table, columns, _given(request).items())


def _shown(table: Table, columns: Columns) -> list[dict[str, Any]]:
    """Every column with its heading, its field and the first cells that are not empty."""
    found = []
    for place, column in enumerate(table.columns):
        cells = [row.cells[place].text for row in table.rows if row.cells[place].text][:SAMPLE]
        found.append({"name": _MARK + column.letter, "column": column, "field": columns.get(column.letter), "sample": cells})
    return found

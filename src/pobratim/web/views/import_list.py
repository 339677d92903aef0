"""Import of an office's list of agreements: upload, columns shown and corrected, what would become of each row, apply, undo."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from pobratim.core.errors import PobratimError
from pobratim.register.errors import WrongValue
from pobratim.register.lists.dry import Fate, Plan, RowPlan, dry_run, names_of
from pobratim.register.lists.layout import Columns
from pobratim.register.lists.mapping import LIST, NAMES
from pobratim.register.permission import Permission
from pobratim.register.selectors.list_import import columns_of, imports
from pobratim.register.services import ListFile, import_undo, list_apply, list_mapping_store
from pobratim.tables import Book, Table, read_book
from pobratim.web.acting import allowed, author_of
from pobratim.web.shelf import Kept, keep, kept
from pobratim.web.words import in_words, word
from pobratim.words import codes

PER_PAGE, SAMPLE = 50, 3
_MARK = "column-"


class Line(NamedTuple):
    """A row as the page shows it: the fate, what it tells, and what is to be known of it."""

    plan: RowPlan
    title: str
    values: list[tuple[str, SafeString]]
    missing: list[tuple[str, SafeString]]
    differing: list[tuple[str, SafeString, SafeString]]
    problems: list[str]


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
    return render(request, "web/import_start.html", {"imports": imports().filter(plan="")[:PER_PAGE]})


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
            context |= _rows(request, dry_run(table, columns, own=asked.get("own", "").strip()))
    except WrongValue as error:
        messages.error(request, f"{gettext(error.reason)}{': ' + error.address if error.address else ''}")
        context["columns"] = context["columns"] or _shown(table, {**columns, **_given(request)})
    return render(request, "web/import_list.html", context)


@allowed(Permission.ENTER)
@require_POST
def apply(request: HttpRequest, token: str) -> HttpResponse:
    """Brings the list in as the dry run showed it: all of it or nothing; the mapping is remembered."""
    file = kept(request, token)
    _, table = _table(request, file)
    columns = _columns(request, table, columns_of(table)[0])
    author = author_of(request)
    done = list_apply(
        plan=dry_run(table, columns, own=request.POST.get("own", "").strip()),
        file=ListFile(file.name, hashlib.sha256(file.raw).hexdigest()),
        author=author,
        skip_unreadable=request.POST.get("skip") == "1",
        list_wins=request.POST.get("wins") == "1",
    )
    list_mapping_store(table=table, columns=columns, author=author)
    added = ngettext("{number} document added", "{number} documents added", done.added).format(number=done.added)
    filled = ngettext("{number} completed", "{number} completed", done.filled).format(number=done.filled)
    messages.success(request, f"{added}, {filled}")
    return redirect("web:import-start")


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


def _rows(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    """What the page shows of the dry run: the counts, and the rows page by page."""
    fates = Counter(one.fate for one in plan.rows)
    only = request.GET.get("fate", "")
    chosen = [one for one in plan.rows if not only or one.fate == only]
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("page"))
    kept_query = request.GET.copy()
    for name in ("page", "fate"):
        kept_query.pop(name, None)
    return {
        "looked": True,
        "fates": [(fate, word(codes.FATES, fate), fates[fate]) for fate in Fate if fates[fate]],
        "fate": only,
        "page": page,
        "lines": [_line(one) for one in page],
        "unreadable": fates[Fate.UNREADABLE],
        "differing": sum(bool(one.comparison.differing) for one in plan.rows),
        "work": fates[Fate.ADD] + fates[Fate.FILL],
        "asked": kept_query.urlencode(),
        "given": list(kept_query.items()),
    }


def _line(one: RowPlan) -> Line:
    names = names_of(one)
    values = one.entry.document.values if one.entry else {}
    told = [(word(codes.FIELDS["d"], field), _value(field, value, names)) for field, value in values.items()]
    differing = [
        (
            word(codes.FIELDS["d"], each.field),
            _value(each.field, each.in_list, names),
            _value(each.field, each.in_register, names),
        )
        for each in one.comparison.differing
    ]
    missing = [(word(codes.FIELDS["d"], field), _value(field, value, names)) for field, value in one.comparison.missing.items()]
    problems = [f"{problem.column} {problem.in_words(gettext)} {_quoted(problem.text)}".strip() for problem in one.row.problems]
    raw = " · ".join(" ".join(cell.split()) for cell in one.row.cells.values() if cell)
    return Line(one, one.row.title or raw, told, missing, differing, problems)


def _value(field: str, value: Any, names: dict[str, str]) -> SafeString:
    """A value, or several, of a document's field in words."""
    many = value if isinstance(value, list) else [value]
    return format_html_join(", ", "{}", ((in_words("d", field, one, names),) for one in many))


def _quoted(text: str) -> str:
    return f"«{' '.join(text.split())[:80]}»" if text.strip() else ""

"""A list as a file: what the search page shows, all pages of it; and one record as linked data."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import msgspec
from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.register.export import FORMATS, LISTS
from pobratim.register.export.jsonld import KINDS, record_jsonld, write_jsonld
from pobratim.register.selectors.hits import Hits
from pobratim.web.query import asked

LISTS_OF = {"d": "documents", "e": "events", "a": "partners", "p": "people", "s": "statements"}
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
    "jsonld": "application/ld+json",
}
_KEYS_AT_ONCE = 2000
IN_MEMORY = 8 * 2**20  # of a file; what is larger lies on the disk until it is sent


def export(request: HttpRequest) -> FileResponse:
    """The list of the same query as a file (`?format=csv`), as of the day (`?on=`); memory does not grow with the list.

    Raises:
        WrongValue: there is no such format.
    """
    format_ = request.GET.get("format", "csv")
    query = asked(request.GET)
    found, on = query.found(), datetime.date.fromisoformat(query.on) if query.on else None
    if format_ not in formats_of(found.kind):
        raise WrongValue(gettext("no such format: {given}").format(given=format_[:40]))
    name = LISTS_OF[found.kind]
    table = LISTS[name]
    file = cast("BinaryIO", SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115  the response closes it
    if format_ == "jsonld":
        write_jsonld(file, name, table.keys_on(_keys(found.hits), on) if on else _keys(found.hits))
    else:
        FORMATS[format_](file, table.columns, table.rows_of(_keys(found.hits), on))
    file.seek(0)
    title = f"pobratim-{name}-{(on or timezone.localdate()).isoformat()}.{format_}"
    return FileResponse(file, as_attachment=True, filename=title, content_type=_TYPES.get(format_, "application/octet-stream"))


def linked(request: HttpRequest, key: str) -> HttpResponse:
    """A document, event, person or partner as JSON-LD, its context and sources with it.

    Raises:
        NoSuchRecord: there is none of that key, or it is of another kind.
    """
    found = record_jsonld(key)
    name = f"pobratim-{found['@id'].rpartition('/')[2]}.jsonld"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(msgspec.json.encode(found), content_type=_TYPES["jsonld"], headers=headers)


def formats_of(kind: str) -> list[str]:
    """The formats in which lists of a kind of record are given."""
    return [*FORMATS, *(["jsonld"] if LISTS_OF[kind] in KINDS else [])]


def _keys(hits: Hits) -> Iterator[str]:
    for start in range(0, len(hits), _KEYS_AT_ONCE):
        yield from hits.keys(start, min(start + _KEYS_AT_ONCE, len(hits)))

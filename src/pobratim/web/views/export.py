"""A list as a file: what the search page shows, all pages of it; and one record as linked data."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import msgspec
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext

from pobratim.register.errors import WrongValue
from pobratim.register.export import FORMATS, LINES, LISTS
from pobratim.register.export.jsonld import KINDS, jsonld_lines, record_jsonld
from pobratim.register.selectors.hits import Hits
from pobratim.web.query import asked

LISTS_OF = {"d": "documents", "e": "events", "a": "partners", "p": "people", "s": "statements"}
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
    "jsonld": "application/ld+json",
}
FORMAT_NAMES = {"csv": "CSV", "xlsx": "XLSX", "jsonl": "JSON Lines", "jsonld": "JSON-LD"}
_KEYS_AT_ONCE = 2000
LINES_AT_ONCE = 100  # sent in one piece
IN_MEMORY = 8 * 2**20  # of a file; what is larger lies on the disk until it is sent


def export(request: HttpRequest) -> FileResponse | StreamingHttpResponse:
    """The list of the same query as a file (`?format=csv`), as of the day (`?on=`); memory does not grow with the list.

    It is sent as it is made: a list of a hundred thousand takes minutes. A workbook must be whole first.

    Raises:
        WrongValue: there is no such format.
    """
    query = asked(request.GET)
    found, on = query.found(), datetime.date.fromisoformat(query.on) if query.on else None
    return list_file(LISTS_OF[found.kind], _keys(found.hits), request.GET.get("format", "csv"), on)


def list_file(name: str, keys: Iterator[str], format_: str, on: datetime.date | None) -> FileResponse | StreamingHttpResponse:
    """The records of a list with these keys as a file.

    Args:
        name: of the list, as in `LISTS`.
        keys: of the records, in their order.
        format_: one of `formats_of`.
        on: the day as of which they are told; None for today.

    Raises:
        WrongValue: there is no such format.
    """
    if format_ not in (*FORMATS, *(["jsonld"] if name in KINDS else [])):
        raise WrongValue(gettext("no such format: {given}").format(given=format_[:40]))
    table = LISTS[name]
    title = f"pobratim-{name}-{(on or timezone.localdate()).isoformat()}.{format_}"
    if format_ == "jsonld":
        return _sent(jsonld_lines(name, table.keys_on(keys, on) if on else keys), title, _TYPES[format_])
    rows = table.rows_of(keys, on)
    if format_ in LINES:
        return _sent(LINES[format_](table.columns, rows), title, _TYPES[format_])
    file = cast("BinaryIO", SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115  the response closes it
    FORMATS[format_](file, name, rows)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=title, content_type=_TYPES.get(format_, "application/octet-stream"))


def _sent(lines: Iterator[bytes], title: str, media_type: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(_pieces(lines, get_language()), content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=title)
    return answer


def _pieces(lines: Iterator[bytes], language: str | None) -> Iterator[bytes]:
    """So many lines at a time, made in that language; the first one by itself, at once."""
    at_once = 1
    while True:
        with translation.override(language):
            piece = b"".join(islice(lines, at_once))
        if not piece:
            return
        yield piece
        at_once = LINES_AT_ONCE


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

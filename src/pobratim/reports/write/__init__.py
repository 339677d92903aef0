"""Papers as files: one file a format; each takes a `Paper` and gives its bytes."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.reports.paper import Paper

from .docx import docx
from .html import html
from .pdf import pdf

#: Ending of the file → its writer.
WRITERS: dict[str, Callable[[Paper], bytes]] = {"docx": docx, "pdf": pdf, "html": html}

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}

__all__ = ["CONTENT_TYPES", "WRITERS"]

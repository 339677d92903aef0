"""Pages as they were read."""

from __future__ import annotations

import datetime
from typing import Any

from ninja import Field

from pobratim.register import models

from .answer import Answer
from .common import Next


class Page(Answer):
    """A reading of a page; `snapshot` is the SHA-256 of its bytes, of its facts where only they came in."""

    number: int
    address: str = Field(examples=["https://lenobl.example/news/2024/04/24/1"])
    site: str
    title: str | None
    published: datetime.date | None
    snapshot: str
    reader: str = Field(description="Version of Pobratim that read it")
    read_at: datetime.datetime
    current: bool = Field(description="Whether no newer reading has taken its place")


class PageList(Answer):
    """Current pages, the latest published first, undated ones last."""

    items: list[Page]
    next: Next


class WholePage(Page):
    """A reading with its text, the newer one that took its place, and the records that it tells of."""

    text: str
    newer: int | None
    records: list[str] = Field(description="Keys, in the order of first mention")


def page(row: models.PageVersion) -> Page:
    """A page of a list."""
    return Page(**_values(row))


def whole_page(row: models.PageVersion, newer: int | None, records: list[str]) -> WholePage:
    """A page by itself."""
    return WholePage(**_values(row), text=row.text, newer=newer, records=records)


def _values(row: models.PageVersion) -> dict[str, Any]:
    return {
        "number": row.pk,
        "address": row.address,
        "site": row.source.name,
        "title": row.title or None,
        "published": row.published,
        "snapshot": row.snapshot,
        "reader": row.reader,
        "read_at": row.read_at,
        "current": row.current,
    }

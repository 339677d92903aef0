"""A page as it was read: its text, the records that it tells of, and the spans that say so."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from pobratim.register.errors import NoSuchRecord
from pobratim.register.ingest import stored_facts
from pobratim.register.models import Claim, Mention, PageVersion
from pobratim.resolve.records.content import digest

READINGS = 20
_spans = msgspec.json.Decoder(list[tuple[int, int]]).decode


class Told(NamedTuple):
    """A claim of a page: of which record, which field, and the spans (code points of the text, end-exclusive)."""

    claim: int
    record: str
    field: str
    spans: list[tuple[int, int]]


def page_of(number: int) -> PageVersion:
    """A reading of a page, by its number; also one that a newer reading has taken the place of.

    Raises:
        NoSuchRecord: there is none.
    """
    found = PageVersion.objects.select_related("source").filter(pk=number).first()
    if found is None:
        raise NoSuchRecord("no page has this number", address=str(number))
    return found


def current_number(address: str) -> int:
    """The number of the current reading of an address.

    Raises:
        NoSuchRecord: there is none.
    """
    found = PageVersion.objects.filter(address_hash=digest(address), current=True).values_list("pk", flat=True).first()
    if found is None:
        raise NoSuchRecord("no page has this address", address=address[:200])
    return found


def published(page: PageVersion) -> str:
    """The day, month or year on which a page came out, as its facts tell it (ISO); empty where they do not."""
    told = stored_facts(page).page.published
    return told.value if told else ""


def newer(page: PageVersion) -> int | None:
    """The number of the current reading of the same address; None where this is it."""
    if page.current:
        return None
    return PageVersion.objects.filter(address_hash=page.address_hash, current=True).values_list("pk", flat=True).first()


def readings(page: PageVersion) -> list[PageVersion]:
    """All readings of the same address, the newest first, twenty at most; without their texts."""
    found = PageVersion.objects.filter(address_hash=page.address_hash).defer("text", "facts")
    return list(found.order_by("-pk")[:READINGS])


def told_by(page: PageVersion) -> list[Told]:
    """All claims of a page in the order of its text; a page that is not current has none."""
    rows = Claim.objects.filter(mention__version=page).values_list("pk", "mention__node__record", "field", "spans")
    found = [Told(claim, record, field, _spans(spans)) for claim, record, field, spans in rows]
    return sorted(found, key=lambda one: (one.spans[:1], one.claim))


def records_of(page: PageVersion) -> list[str]:
    """The keys of the records that a page mentions, in the order of its mentions."""
    rows: Any = Mention.objects.filter(version=page).order_by("pk").values_list("node__record", flat=True)
    return list(dict.fromkeys(rows))

"""Files at records."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import QuerySet

from pobratim.register.errors import NoSuchRecord
from pobratim.register.filing import path_of
from pobratim.register.models import Attachment

from .record import decisions_of


def attachments_of(key: str) -> QuerySet[Attachment]:
    """The files at a record, the latest first; not those that were taken away."""
    numbers = decisions_of(key).filter(undone_at=None).order_by().values("pk")
    return Attachment.objects.filter(decision__in=numbers).select_related("decision").order_by("-pk")


def attachment(number: int) -> Attachment:
    """A file that is attached to a record.

    Raises:
        NoSuchRecord: there is none, or it was taken away.
    """
    found = Attachment.objects.filter(pk=number, decision__undone_at=None).select_related("decision").first()
    if found is None:
        raise NoSuchRecord("no file has this number", address=str(number))
    return found


def lost_files() -> list[Attachment]:
    """The attached files whose bytes are not in the data folder; of those that were taken away nobody misses them."""
    held = Attachment.objects.filter(decision__undone_at=None).order_by("pk")
    return [one for one in held.iterator() if not path_of(one.sha256).is_file()]


class Kept(NamedTuple):
    """How many files are attached and taken away, and how many bytes of them lie in the data folder."""

    attached: int
    attached_bytes: int
    removed: int
    removed_bytes: int


def kept_files() -> Kept:
    """What of attached files there is; bytes that several share are counted once, as attached where one of them is."""
    rows = list(Attachment.objects.order_by("pk").values_list("sha256", "size", "decision__undone_at"))
    held = {sha256: size for sha256, size, undone in rows if undone is None}
    gone = {sha256: size for sha256, size, _ in rows if sha256 not in held}
    there = {sha256 for sha256 in (*held, *gone) if path_of(sha256).is_file()}
    removed = sum(undone is not None for *_, undone in rows)
    sizes = [sum(size for sha256, size in some.items() if sha256 in there) for some in (held, gone)]
    return Kept(len(rows) - removed, sizes[0], removed, sizes[1])

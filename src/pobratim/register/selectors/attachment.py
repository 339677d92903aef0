"""Files at records."""

from __future__ import annotations

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
    """The attachments whose bytes are not in the data folder."""
    return [one for one in Attachment.objects.order_by("pk").iterator() if not path_of(one.sha256).is_file()]

"""Files at records: a decision like others, so that they follow their record; the bytes lie in the data folder.

The bytes of a file that was taken away stay, until somebody clears them away (`files_clear`); the history stays for good.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.errors import NoSuchRecord
from pobratim.register.file_kind import clean_name, kind_of_file
from pobratim.register.filing import file_bytes, idle_files, path_of
from pobratim.register.models import Attachment
from pobratim.register.models.decision import Action
from pobratim.register.permission import Permission, require
from pobratim.register.selectors.record import record_of

from .decision import Author, decide, named_in, snapshot_of
from .undo import decision_undo

#: What was written within this time is not cleared: it may be on its way to a record.
FRESH = datetime.timedelta(hours=1)


class Cleared(NamedTuple):
    """How many files were deleted from the data folder, and how many bytes they had."""

    files: int
    size: int


def attachment_add(*, key: str, name: str, chunks: Iterable[bytes], author: Author, note: str = "") -> Attachment:
    """Attaches a file to a record.

    Args:
        key: of the record.
        name: as the person's machine calls it; it is cleaned.
        chunks: the bytes.
        author: who attaches it.
        note: what it is, in the person's words.

    Raises:
        BadFile: it is empty, too large, or of a kind that may not be attached.
    """
    require(author.user, Permission.ATTACH)
    record_of(key)
    filed = file_bytes(chunks, settings.UPLOAD_BYTES)
    try:
        kind = kind_of_file(path_of(filed.sha256))
        with transaction.atomic():
            record = record_of(key)
            snapshot = snapshot_of(record)
            anchors = [(record.key, 0), *named_in(snapshot)]
            decision = decide(Action.ATTACH, anchors, author, note, value=snapshot)
            return Attachment.objects.create(
                decision=decision,
                name=clean_name(name, kind),
                media_type=kind.media_type,
                size=filed.size,
                sha256=filed.sha256,
            )
    except Exception:
        if not Attachment.objects.filter(sha256=filed.sha256).exists():
            path_of(filed.sha256).unlink(missing_ok=True)
        raise


def attachment_remove(*, number: int, author: Author) -> Attachment:
    """Takes a file away from its record; that it was there, and its bytes, are kept.

    Raises:
        NoSuchRecord: there is no such file.
        WrongDecision: it was taken away before.
    """
    found = Attachment.objects.filter(pk=number).first()
    if found is None:
        raise NoSuchRecord("no file has this number", address=str(number))
    decision_undo(number=found.decision_id, author=author)
    return Attachment.objects.select_related("decision").get(pk=number)


@transaction.atomic
def files_clear(*, removed_before: datetime.datetime, author: Author) -> Cleared:
    """Deletes the bytes of files that were taken away, and what no attachment knows; attached ones stay.

    Args:
        removed_before: of those that were taken away earlier than that.
        author: who clears; only managers may.
    """
    require(author.user, Permission.DETACH)
    sql.lock()
    rows = Attachment.objects.values_list("sha256", "decision__undone_at")
    needed = {sha256 for sha256, undone in rows if undone is None or undone >= removed_before}
    found = [path for path in idle_files((timezone.now() - FRESH).timestamp()) if path.parent.name + path.name not in needed]
    size = sum(path.stat().st_size for path in found)
    for path in found:
        path.unlink(missing_ok=True)
    return Cleared(len(found), size)

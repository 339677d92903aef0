"""In what state a document is on a day: derived, never stored, for it changes by itself."""

from __future__ import annotations

import datetime
from enum import StrEnum

from .models import Document


class Lifecycle(StrEnum):
    """From an intention to its end."""

    INTENTION = "intention"
    IN_FORCE = "in_force"
    SIGNED = "signed"
    LAPSED = "lapsed"
    TERMINATED = "terminated"
    UNKNOWN = "unknown"


def lifecycle(document: Document, on: datetime.date) -> Lifecycle:
    """The state of a document on a day.

    Terminated and lapsed by what pages or people say; in force from its day until its end, where the end is known, it
    is open-ended or pages say so; signed where nobody tells how long it holds; an intention before.
    """
    if document.status == "terminated":
        return Lifecycle.TERMINATED
    if document.status in ("planned", "proposed"):
        return Lifecycle.INTENTION
    if document.signed_first is not None and document.signed_first > on:
        return Lifecycle.INTENTION
    if document.ends_last is not None and document.status != "prolonged":
        return Lifecycle.LAPSED if document.ends_last < on else Lifecycle.IN_FORCE
    if document.status in ("in_force", "prolonged") or (document.term or {}).get("open_ended"):
        return Lifecycle.IN_FORCE
    return Lifecycle.SIGNED if document.signed_first is not None or not document.background else Lifecycle.UNKNOWN

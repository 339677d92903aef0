"""Where the register shows a record, as papers, mails and calendars name it."""

from __future__ import annotations

from django.conf import settings

_PATHS = {"a": "partners", "p": "people", "d": "documents", "e": "events", "s": "statements", "m": "measures"}


def record_address(key: str) -> str:
    """The whole address of a record's page, under the one that the settings name."""
    return f"{settings.PUBLIC_ADDRESS}/{_PATHS[key[0]]}/{key}/"

"""What begins so, looked up in an index."""

from __future__ import annotations

from django.db import connection
from django.db.models import Q

_LAST = "\U0010ffff"


def begins(column: str, text: str) -> Q:
    """Rows whose column begins with the text.

    SQLite takes no index for `LIKE … ESCAPE`, but for all between two values; PostgreSQL has an index of beginnings, and its
    order of letters need not be that of their numbers.
    """
    if connection.vendor == "sqlite":
        return Q((f"{column}__gte", text), (f"{column}__lt", text + _LAST))
    return Q((f"{column}__startswith", text))

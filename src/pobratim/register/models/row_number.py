"""Numbers by which rows lie in their table."""

from __future__ import annotations

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class RowNumber(models.BigIntegerField):  # type: ignore[type-arg]
    """A primary key that we give ourselves and by which rows lie in their table.

    SQLite takes the very type INTEGER alone for the number of the row. Under any other a row lies where it came in, and is found
    through an index that has to be written too.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """`integer` on SQLite, `bigint` elsewhere."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)

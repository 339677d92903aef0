"""Where the newest finds lie, on PostgreSQL: its index of tokens gives none in order; to take some, all would be fetched."""

from __future__ import annotations

from django.db import connection

from pobratim.register import sql
from pobratim.register.models import SearchRow, SearchTotal

from . import shelf

#: How much farther than the average is looked.
ROOM = 1.5
#: Of fewer finds all are fetched: so many times what is wanted.
MANY = 3


def stretch_of_newest(span: tuple[int, int], limit: int, number: int) -> tuple[int, int] | None:
    """The numbers among which the newest so many finds lie if they are spread evenly; one query. None where all are to be looked
    through. Who finds fewer there looks through all.

    Args:
        span: the numbers among which all finds are, of one shelf.
        limit: so many are wanted.
        number: of the finds, or fewer.
    """
    if connection.vendor == "sqlite" or number < MANY * limit:
        return None
    statement = (
        f"SELECT id FROM {sql.table(SearchRow)} WHERE id BETWEEN %s AND %s ORDER BY id DESC LIMIT 1 OFFSET ("
        f"SELECT CAST(number * %s AS bigint) FROM {sql.table(SearchTotal)} WHERE shelf = %s AND facet = 'record')"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*span, ROOM * limit / number, shelf.shelf_of(span[0])])
        found = cursor.fetchone()
    return (found[0], span[1]) if found else None

"""How many times a page asks the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 30


@contextmanager
def few_queries(most: int = MOST_QUERIES) -> Iterator[None]:
    """Fails where more questions are asked than a page may ask."""
    with CaptureQueriesContext(connection) as asked:
        yield
    assert len(asked) <= most, [one["sql"][:150] for one in asked]

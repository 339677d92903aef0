"""Lists narrowed down by rows of another table: from the few rows to the records, or record by record where rows are many."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

M = TypeVar("M", bound=Model)
#: Up to so many rows are looked up and their records sorted; of more, enough are soon met in the order of the list.
FEW = 2000


def narrowed(found: QuerySet[M], rows: QuerySet[Any], column: str) -> QuerySet[M]:
    """The records of a list that one of the rows names in a column; asks the database how many rows there are.

    Databases guess how many rows a key has by the average, and are wrong about those who are in every tenth document.
    """
    return narrowed_by(found, rows, column, few(rows))


def narrowed_by(found: QuerySet[M], rows: QuerySet[Any], column: str, by_keys: bool) -> QuerySet[M]:
    """The same for rows that were counted before: from the rows to the records where they are few (`by_keys`)."""
    if by_keys:
        return found.filter(pk__in=rows.values(column))
    return found.filter(Exists(rows.filter(**{column: OuterRef("pk")})))


def few(rows: QuerySet[Any]) -> bool:
    """Whether there are no more of them than `FEW`; asks the database."""
    return len(rows.values_list("pk")[: FEW + 1]) <= FEW

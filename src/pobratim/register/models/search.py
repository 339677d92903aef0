"""The index that search looks into. Written by `register.search` alone; `docs/decisions` tells why it is built so."""

from __future__ import annotations

from django.db import models

from .row_number import RowNumber


class SearchRow(models.Model):
    """What one record is found by: tokens, parted by spaces.

    `id` is the row's place on the shelves, the newest of a kind last; see `register.search.shelf`. `name` are the tokens
    that the record lends to those that name it; `facets` those that say kind, status, sphere …; `words` all others. The
    database keeps its own index of `facets` and `words`: the migration `search` makes it.
    """

    id = RowNumber(primary_key=True)
    key = models.CharField(max_length=21, unique=True)
    name = models.TextField()
    facets = models.TextField()
    words = models.TextField()


class SearchName(models.Model):
    """What the record of a row is called, folded, in Russian and in English (empty where it is the same): lists too large to be
    read are put in order by it. `id` is the row's.
    """

    id = RowNumber(primary_key=True)
    ru = models.CharField(max_length=200)
    en = models.CharField(max_length=200, blank=True)


class SearchTotal(models.Model):
    """How many rows of a shelf have a value of a facet: the figures of the whole register need no counting."""

    shelf = models.SmallIntegerField()
    facet = models.CharField(max_length=10)
    value = models.CharField(max_length=60)
    number = models.IntegerField()

    class Meta:
        """A value is counted in one row; the commonest are asked for."""

        constraints = [models.UniqueConstraint(fields=["shelf", "facet", "value"], name="total_once")]
        indexes = [models.Index(fields=["shelf", "facet", "-number"])]

"""What is new, and who is busiest: what the first page shows."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.db.models import Prefetch, QuerySet

from pobratim.register.models import Actor, Document, DocumentParty, PageVersion, SearchTotal
from pobratim.register.search.shelf import SHELVES

from .listing import documents

_INTENTIONS = ("planned", "proposed")


class Busy(NamedTuple):
    """A partner, by key and name, and how many documents it is a party to, itself or through an organ of power."""

    key: str
    name: str
    number: int


def signed_lately(on: datetime.date, most: int) -> list[Document]:
    """The documents signed last, with their parties."""
    found = documents().filter(signed_first__lte=on).exclude(status__in=_INTENTIONS).order_by("-signed_first", "key")
    return list(with_parties(found)[:most])


def with_parties(found: QuerySet[Document]) -> QuerySet[Document]:
    """The documents with the names of their parties, one query more."""
    rows = DocumentParty.objects.select_related("actor").only("document", "actor__name").order_by("position", "pk")
    return found.defer("fields", "contradictions").prefetch_related(Prefetch("party_rows", rows))


def read_lately(most: int) -> list[PageVersion]:
    """The pages that were added last, without their texts."""
    found = PageVersion.objects.filter(current=True).select_related("source").defer("text", "facts")
    return list(found.order_by("-pk")[:most])


def busiest(most: int) -> list[Busy]:
    """The partners with the most documents; two queries."""
    totals = SearchTotal.objects.filter(shelf=SHELVES["d"], facet="partner").order_by("-number", "value")
    rows = list(totals.values_list("value", "number")[:most])
    names = dict(Actor.objects.filter(key__in=[key for key, _ in rows]).values_list("key", "name"))
    return [Busy(key, names[key], number) for key, number in rows if key in names]

"""How much there is: the figures of the register."""

from __future__ import annotations

from typing import NamedTuple

from pobratim.register.models import PageVersion, SearchTotal, Source
from pobratim.register.search.shelf import SHELVES


class Figures(NamedTuple):
    """Numbers of records that are not rejected, of current pages and of sites."""

    documents: int
    events: int
    people: int
    actors: int
    statements: int
    pages: int
    sources: int


def figures() -> Figures:
    """The figures now; records are counted by the index of search as they come and go."""
    totals = dict(SearchTotal.objects.filter(facet="record").values_list("shelf", "number"))
    kept = {kind: totals.get(shelf, 0) for kind, shelf in SHELVES.items()}
    return Figures(
        documents=kept["d"],
        events=kept["e"],
        people=kept["p"],
        actors=kept["a"],
        statements=kept["s"],
        pages=PageVersion.objects.filter(current=True).count(),
        sources=Source.objects.count(),
    )

"""Search: the records that a person's words find, kind by kind, with facets.

    found = search("соглашения с Чуйской областью", kind="d", statuses=["signed"], year=2024)
    found.counts        {"d": 3, "e": 1, "p": 0, "a": 1, "s": 0}
    found.hits[20:40]   records of `found.kind`, in order; `len(found.hits)` is their number, so a Paginator takes them
    found.facets        {"status": [FacetValue("signed", 3), …], "year": …}

A search and a slice of its hits ask the database some fifteen times at most, however much there is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils import timezone

from pobratim.register.models import Record, SearchTotal
from pobratim.register.search import shelf
from pobratim.register.search.match import AllOf, AnyOf, Condition, Matches, both
from pobratim.register.search.own import facet, parted
from pobratim.register.search.question import Question, question
from pobratim.words.codes import EVENT_KINDS

from .facets import FacetValue, facets_of
from .hits import Hits, records
from .ordered import NAMED, ORDERED_MOST, Ordered
from .state_facet import LIFECYCLE, state_filter, states_of

Sort = Literal["relevance", "newest", "oldest", "name", "told"]
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "name", "told")
EXACT_SHOWN = 5
_EVENTS = frozenset(facet("kind", code) for code in EVENT_KINDS if code != "other")


@dataclass(frozen=True)
class Found:
    """What a search found.

    `words` are those looked for; `relaxed`: no record has them all, these have as many of them as any.
    `counts` are the finds of every kind (`d`, `e`, `p`, `a`, `s`) under the same facets; `kind` is the one that `hits`
    are of. `facets`: facet → values, the commonest first; each under the choices made in the others. Those named in
    `facets_partly` were counted over the newest finds alone, and their numbers are «so many at least». `exact` are
    records of any kind that bear the very name asked for, five at most. `sorts` are the orders that the finds can be put
    into, `sort` the one that they are in: where they are too many for that which was asked for, it is by relevance.
    """

    words: tuple[str, ...]
    relaxed: bool
    kind: str
    counts: dict[str, int]
    hits: Hits
    facets: dict[str, list[FacetValue]]
    facets_partly: frozenset[str]
    exact: list[Record]
    sort: str
    sorts: tuple[Sort, ...]


def search(
    query: str = "",
    *,
    kind: str | None = None,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    spheres: Iterable[str] = (),
    level: str = "",
    country: str = "",
    partner: str = "",
    year: int | None = None,
    states: Iterable[str] = (),
    on: datetime.date | None = None,
    sort: str = "relevance",
) -> Found:
    """Searches the register; no query is an error. Rejected records are not found.

    Args:
        query: words in any form; all of them must be met, the last one may be a beginning where no record has it whole.
            Empty: everything.
        kind: letter of the kind of record wanted; None takes the first of documents, events, people, actors, statements
            that has finds.
        kinds: of documents, events, actors; any of them.
        statuses: stored statuses; any of them.
        spheres: codes; any of them.
        level: of a party: national, region, district, city, organisation; of an actor its own.
        country: ISO 3166-1, as `level`.
        partner: key of an actor that is a party, itself or through an organ of power; of people: where they hold a post.
        year: that the date covers; of statements the year when they were told.
        states: of documents on the day `on`, any of them; other kinds of record have none.
        on: the day of the facet `lifecycle`; today if not told.
        sort: `relevance` (those of the very name first, then the newest), `newest`, `oldest`. What has no date stands
            by the day when it was first told of; actors by how often they are told of. `name`, and `told` (those of which
            most pages tell first), where there are not too many finds for that.
    """
    asked = finished(question(query))
    chosen = {
        "kind": [*kinds],
        "status": [*statuses],
        "sphere": [*spheres],
        "level": [level] if level else [],
        "country": [country] if country else [],
        "partner": [partner] if partner else [],
        "year": [str(year)] if year else [],
    }
    filters = {name: AnyOf(tuple(facet(name, one) for one in values)) for name, values in chosen.items() if values}
    on = on or timezone.localdate()
    if told := [*states]:
        chosen[LIFECYCLE] = told
        filters[LIFECYCLE] = state_filter(told, on)
    text, relaxed = all_words(asked), False
    counts = _counts(text, filters)
    if not any(counts.values()) and len(asked.groups) > 1 and not Matches(text).any():
        text, relaxed = most_words(asked)
        counts = _counts(text, filters) if relaxed else counts
    kind = kind if kind in shelf.SHELVES else _first(asked, counts)
    names = AnyOf(tuple(sorted(asked.wholes))) if asked.wholes and not relaxed else None
    facets = facets_of(kind, text, filters, counts[kind])
    if kind == "d":
        facets = facets.also(states_of(text, filters, counts["d"], on))
    condition = both(text, *filters.values())
    sorts = sorts_of(kind, counts[kind])
    sort = sort if sort in sorts else "relevance"
    return Found(
        words=asked.words,
        relaxed=relaxed,
        kind=kind,
        counts=counts,
        hits=_hits(kind, condition, names if sort == "relevance" else None, counts[kind], sort),
        facets=facets.shown(chosen),
        facets_partly=facets.partly,
        exact=_exact(both(names, *filters.values())) if names else [],
        sort=sort,
        sorts=sorts,
    )


def sorts_of(kind: str, number: int) -> tuple[Sort, ...]:
    """The orders into which so many finds of a kind can be put; statements have no names."""
    out = {one for one, possible in (("name", kind in NAMED), ("told", number <= ORDERED_MOST)) if not possible}
    return tuple(one for one in SORTS if one not in out)


def _hits(kind: str, condition: Condition | None, names: Condition | None, number: int, sort: str) -> Hits:
    if sort in ("name", "told"):
        return Ordered(kind, condition, number, sort)
    return Hits(kind, condition, names, number, newest_first=sort != "oldest")


def _first(asked: Question, counts: dict[str, int]) -> str:
    """The kind to show where none is asked for: events if a word says so («визит»), else the first that has finds."""
    if counts["e"] and any(group & _EVENTS for group in asked.groups):
        return "e"
    return next((one for one, number in counts.items() if number), "d")


def finished(asked: Question) -> Question:
    """The question; its last word taken for a beginning where no record has it: «област» is being typed, «область» is not."""
    if asked.beginning and not Matches(AnyOf(tuple(sorted(asked.groups[-1])))).any():
        return asked.unfinished()
    return asked


def all_words(asked: Question) -> Condition | None:
    """The condition that all words are met; one that nothing meets where something was asked that has no words."""
    if asked.groups:
        return AllOf(tuple(AnyOf(tuple(sorted(group))) for group in asked.groups))
    return None if asked.blank else "="


def most_words(asked: Question) -> tuple[Condition | None, bool]:
    """The condition that all words but one are met, else half of them, else one; whether there is anything."""
    size = len(asked.groups)
    for number in dict.fromkeys((size - 1, (size + 1) // 2, 1)):
        some = tuple(AllOf(tuple(AnyOf(tuple(sorted(group))) for group in many)) for many in asked.of(number))
        if Matches(AnyOf(some)).any():
            return AnyOf(some), True
    return all_words(asked), False


def _counts(text: Condition | None, filters: dict[str, AnyOf]) -> dict[str, int]:
    """Kind → number of finds, in the order in which kinds are shown."""
    tokens = [token for one in filters.values() for token in one.parts]
    if text is None and len(tokens) < 2:
        rows = SearchTotal.objects.filter(shelf__in=shelf.KINDS)
        if tokens:
            name, value = parted(str(tokens[0]))
            rows = rows.filter(facet=name, value=value)
        else:
            rows = rows.filter(facet="record")
        found = dict(rows.values_list("shelf", "number"))
    else:
        found = Matches(both(text, *filters.values())).counts()
    return {kind: found.get(number, 0) for kind, number in shelf.SHELVES.items()}


def _exact(condition: Condition | None) -> list[Record]:
    """The records of any kind that bear the very name, people and actors first."""
    keys = Matches(condition).keys(shelf.ALL, 0, EXACT_SHOWN * 4, few=True)
    order = {kind: place for place, kind in enumerate("apdes")}
    keys = sorted(keys, key=lambda key: order[key[0]])[:EXACT_SHOWN]
    found = {one.key: one for kind in {key[0] for key in keys} for one in records(kind, [k for k in keys if k[0] == kind])}
    return [found[key] for key in keys if key in found]

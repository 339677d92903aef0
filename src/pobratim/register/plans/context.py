"""What the register knows of a plan whose measures are to come in: its sides, its term; and the actors it means by a name."""

from __future__ import annotations

from django.utils import timezone

from pobratim.lexicon.gazetteer import lookup
from pobratim.register.models import Actor, Document, State
from pobratim.register.selectors.search import search
from pobratim.resolve.records.content import plain
from pobratim.resolve.records.window import date_window

from .calendar import Span
from .row import Context
from .side import A, B, Side

#: Side → the key of the territory (or body) that it is.
Territories = dict[str, str]


def context_of(plan: Document, title: Span = Span()) -> Context:  # noqa: B008 — a value that nobody changes
    """The sides of a plan in their order, and its term: as the register has it, else as the title of the file tells it."""
    sides: list[Side] = []
    for code, (key, names) in zip((A, B), _parties(plan).items(), strict=False):
        country = Actor.objects.values_list("country", flat=True).get(pk=key)
        sides.append(Side(code, tuple(dict.fromkeys(names)), country or _country(names)))
    term = plan.term or {}
    window = date_window((term.get("from") or {}).get("value"))
    begin = window[0] if window else plan.signed_first
    known = Span(begin or title.first, plan.ends_last or title.last)
    return Context(tuple(sides), known if known.last else Span(begin or title.first, title.last), timezone.localdate())


def _country(names: list[str]) -> str:
    """The country of the place that the gazetteer has under the name; empty where it has none, or several in different ones."""
    found = {entry.country for name in names for entry in lookup(name)}
    return next(iter(found)) or "" if len(found) == 1 else ""


def territories_of(plan: Document) -> Territories:
    """Which territory each side is."""
    return dict(zip((A, B), _parties(plan), strict=False))


def _parties(plan: Document) -> dict[str, list[str]]:
    """Territory → its name and those of the organs that act for it, in the order of the document."""
    found: dict[str, list[str]] = {}
    for row in plan.party_rows.select_related("actor", "acts_for").order_by("position", "pk"):
        found.setdefault(row.acts_for_id, []).extend((row.acts_for.name, row.actor.name))
    return found


class KnownActors:
    """The actors that names of executors mean, where that is sure: the only one of the very name, else on that side."""

    def __init__(self, territories: Territories) -> None:
        self._territories = territories
        self._found: dict[tuple[str, str], str | None] = {}

    def key_of(self, name: str, side: str) -> str | None:
        """The key of the actor; None where none or several may be meant."""
        if (name, side) not in self._found:
            self._found[name, side] = self._look_up(name, side)
        return self._found[name, side]

    def _look_up(self, name: str, side: str) -> str | None:
        if not plain(name):
            return None
        exact = [one.key for one in search(name[:200], kind="a").exact if isinstance(one, Actor)]
        same = Actor.objects.filter(key__in=exact).exclude(state=State.REJECTED)
        keys = dict(same.values_list("key", "within"))
        territory = self._territories.get(side)
        if territory:
            inside = [key for key, within in keys.items() if territory in (key, within)]
            other = set(self._territories.values()) - {territory}
            if len(inside) == 1:
                return inside[0]
            keys = {key: within for key, within in keys.items() if key not in other and within not in other}
        return next(iter(keys)) if len(keys) == 1 else None


def sides_named(plan: Document) -> dict[str, str]:
    """Side → the name of the territory (or body) that it is."""
    return dict(zip((A, B), (names[0] for names in _parties(plan).values()), strict=False))

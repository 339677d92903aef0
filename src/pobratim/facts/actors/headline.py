"""The short names of a headline: «Вологда и Шэньси подписали меморандум» above a story of the Вологодская область."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.people.mention import PersonMention
from pobratim.facts.sides import preposition_before
from pobratim.text.token import Sentence

from .mention import ActorMention
from .registry import ActorRegistry

_TERRITORIES = frozenset(("region", "district"))
_SITES = frozenset(("в", "во", "на", "под", "из"))
_STEM = 3  # letters that a town and its territory have in common at least
_ENDING = 3  # letters of a town that its territory's name may leave out or change («Калуга», «Калужская»)


def stand_for_territories(
    headline: Sentence, actors: Sequence[Sequence[ActorMention]], people: Sequence[PersonMention], registry: ActorRegistry
) -> None:
    """A town that only the headline names, where the story speaks of the one territory that is called after it, means that one.

    «Вологда и Шэньси подписали меморандум» → Вологодская область; the town stays a place of the page. A town where
    something happens («В Вологде подписан меморандум») or that a post is of («мэр Вологды») means itself. Fails where the
    town signed by itself and the story only tells in which region it lies.
    """
    for mention in actors[headline.index]:
        if mention.layer != "place" or mention.kind not in ("city", "settlement", "other") or " " in mention.name:
            continue
        if any(p.whole_start <= mention.start < p.whole_end for p in people) or _is_site(headline, mention):
            continue
        town = registry.entity(mention)
        if any(evidence.start >= headline.end for evidence in registry.places[town].evidence):
            continue
        called = [p.id for p in registry.places.values() if p.kind in _TERRITORIES and _called_after(p.name, mention.name)]
        if len(called) == 1 and registry.may_lie_in(town, called[0]):
            mention.entity = called[0]


def _is_site(headline: Sentence, mention: ActorMention) -> bool:
    return "loct" in mention.cases and "accs" not in mention.cases and preposition_before(headline, mention.first) in _SITES


def _called_after(territory: str, town: str) -> bool:
    """Whether an adjective of a territory's name is made from a town's («Вологда», «Вологодская область»)."""
    adjective, name = territory.split(" ")[0].lower(), town.lower()
    same = next((n for n, (a, b) in enumerate(zip(adjective, name, strict=False)) if a != b), min(len(adjective), len(name)))
    return " " in territory and same >= max(_STEM, len(name) - _ENDING)

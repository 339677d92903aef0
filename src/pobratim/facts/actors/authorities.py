"""Sides told by an adjective: «подмосковные власти», «татарстанская делегация», «вологодские городские власти»."""

from __future__ import annotations

import re

from pobratim.annotate.reading import Reading
from pobratim.lexicon.actors import authorities, demonyms, wide_lands
from pobratim.lexicon.gazetteer import place_by_adjective
from pobratim.text.nominative import adjective_cases
from pobratim.text.token import Sentence, Token

from .link import linked
from .mention import ActorMention
from .registry import ActorRegistry

_RELATIVE = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими)$")  # «северная делегация» names no place
_LEVELS = {"городской": "город", "областной": "область", "краевой": "край", "республиканский": "республика", "районный": "район"}

_TERRITORIES = frozenset(("region", "city"))


def find_authorities(reading: Reading, actors: list[list[ActorMention]], registry: ActorRegistry) -> list[list[ActorMention]]:
    """The mentions of every sentence that name a region or a town by the adjective of its authorities, `entity` set.

    Of a region and a town of one adjective the one that the page names is meant, else the likeliest of the gazetteer. A country
    is none: its delegation stands for a region that the page tells elsewhere. Fails on «минские власти» where the region is.
    """
    found: list[list[ActorMention]] = []
    for sentence in reading.sentences:
        told: list[ActorMention] = []
        found.append(told)
        heads = sentence.uses.get("authority", ())
        people = sentence.uses.get("demonym", ())
        if people and not _tells_of_document(reading, sentence):
            people = ()
        if not heads and not people:
            continue  # most sentences
        taken = {k for m in actors[sentence.index] for k in range(m.first, m.last)}
        row = (_authority(sentence, sentence.tokens[k], registry) for k in heads if k not in taken)
        told += [m for m in row if m is not None and m.first not in taken]
        told += [m for k in people if k not in taken and (m := _people(sentence, sentence.tokens[k], registry)) is not None]
    return found


def _tells_of_document(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence names a document, or the next one opens with it («Тюменцы вернулись с добычей. Соглашение …»)."""
    following = reading.sentences[sentence.index + 1 : sentence.index + 2]
    return "instrument" in sentence.uses or any(0 in after.uses.get("instrument", ()) for after in following)


def _authority(sentence: Sentence, head: Token, registry: ActorRegistry) -> ActorMention | None:
    """The territory that the adjectives before a noun name, or None."""
    first = head.index
    while first and sentence.tokens[first - 1].is_adjective:
        first -= 1
    words = sentence.tokens[first : head.index]
    told = next((authorities()[lemma] for lemma in head.lemmas if lemma in authorities()), None)
    level = next((_LEVELS[t.lemma] for t in words if t.lemma in _LEVELS), told)
    own = next((t for t in words if t.lemma not in _LEVELS and t.lower != "российский"), None)
    entity = territory_by_adjective(sentence, own, level, registry) if own is not None else None
    if own is None or entity is None:
        return None
    agreeing = {case for case, _, _ in adjective_cases(own.lower)}
    cases = frozenset(f.case for f in head.forms if f.pos == "NOUN" and f.case and f.case in (agreeing or {f.case}))
    place = registry.places[entity]
    return ActorMention(
        sentence.index,
        own.index,
        head.index + 1,
        own.start,
        head.end,
        "place",
        place.kind,
        place.name,
        cases,
        adjective=own.lemma,
        generic=True,
        entity=entity,
    )


def _people(sentence: Sentence, token: Token, registry: ActorRegistry) -> ActorMention | None:
    """The territory for which those who live there stand («калужане подписали договор»), as a subject in the plural; or None."""
    told = next((f for f in token.forms if f.number == "plur" and f.lemma in demonyms()), None)
    adjective = demonyms()[told.lemma] if told else None
    cases = frozenset(f.case for f in token.forms if f.number == "plur" and f.case)
    owner = token.index > 0 and sentence.tokens[token.index - 1].lower == "у"  # «улов у нижегородцев»
    stands = "nomn" in cases or owner
    entity = territory_by_adjective(sentence, token, None, registry, adjective) if adjective and stands else None
    if entity is None:
        return None
    place = registry.places[entity]
    at, end = token.index, token.end
    return ActorMention(
        sentence.index, at, at + 1, token.start, end, "place", place.kind, place.name, cases, adjective=token.lemma, entity=entity
    )


def territory_by_adjective(
    sentence: Sentence, own: Token, level: str | None, registry: ActorRegistry, adjective: str | None = None
) -> str | None:
    """The region or town that an adjective means («псковский губернатор»), `level` the lemma of its type if told.

    `adjective` stands for the word itself where that is none («калужане»).

    The one that the page names, else the likeliest, which becomes a place of the page.
    """
    candidates = place_by_adjective(adjective or own.lower, level)
    entries = [linked(e) for e in candidates if e.kind in _TERRITORIES]
    known = next((place for e in entries if (place := registry.known(e))), None)
    if known is not None or not entries or candidates[0].kind == "country":
        return known
    likely = entries[0]
    if own.lemma in wide_lands() or adjective in wide_lands():
        return None
    if adjective is None and not _RELATIVE.search(own.lower) and likely.country != "RU":
        return None  # «северные власти» are no Northern Province's
    stand_in = ActorMention(
        sentence.index,
        own.index,
        own.index + 1,
        own.start,
        own.end,
        "place",
        likely.kind,
        likely.name,
        frozenset(),
        entry=likely,
    )
    return registry.entity(stand_in)

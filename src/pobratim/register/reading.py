"""What a page will put into the register, worked out without the register: in any process, before a transaction begins."""

from __future__ import annotations

import datetime
import hashlib
import zlib
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from pobratim.core.facts import Facts
from pobratim.facts.promises.part import parted
from pobratim.resolve.records.actor import territories
from pobratim.resolve.records.content import PERSON, digest, full_day
from pobratim.resolve.records.mention import Mention, mentions_of

from .claims import claims_of
from .models.page import FILES
from .person_variants import description

_encode = msgspec.json.Encoder(order="deterministic").encode
Described = tuple[str, str]


class Incoming(NamedTuple):
    """A page to be stored. `snapshot` is the SHA-256 of its bytes, None where only the facts are there."""

    facts: Facts
    address: str
    snapshot: str | None = None


class Said(NamedTuple):
    """What a page says. `claims` are `(place of the mention, field, value, modality, spans)`; `actors` counts the mentions that
    describe an actor so, `people` has the description of each person; a description is `(node, JSON)`.
    """

    mentions: list[Mention]
    claims: list[tuple[int, str, str, str, str]]
    actors: Counter[Described]
    people: list[Described]


class Reading(NamedTuple):
    """A version of a page before it is stored; `facts` are deflated and without the text."""

    address: str
    address_hash: str
    snapshot: str
    facts_hash: str
    source: str
    title: str
    published: datetime.date | None
    text: str
    facts: bytes
    said: Said


def reading_of(page: Incoming) -> Reading:
    """Works out what a page will put into the register."""
    meta, text = page.facts.page, page.facts.page.text
    facts_hash = hashlib.sha256(_encode(page.facts)).hexdigest()
    meta.text = ""
    packed = zlib.compress(msgspec.json.encode(page.facts), 1)
    meta.text = text
    return Reading(
        page.address,
        digest(page.address),
        page.snapshot or facts_hash,
        facts_hash,
        (meta.site or _host(page.address) or FILES)[:255],
        meta.title or "",
        full_day(meta.published.value) if meta.published else None,
        text,
        packed,
        said_of(page.facts, page.address),
    )


def said_of(facts: Facts, address: str) -> Said:
    """The mentions and claims of a page, and how it describes actors and people."""
    facts = parted(facts)
    mentions = mentions_of(facts, address)
    places = {one.local: place for place, one in enumerate(mentions)}
    keys = {one.local: one.node for one in mentions}
    told = claims_of(facts, keys, territories(facts, keys))
    claims = [(places[one.local], one.field, one.value, one.modality, one.spans) for one in told]
    own: dict[str, list[tuple[str, str]]] = {local: [] for local, key in keys.items() if key[0] == PERSON}
    for one in told:
        if one.local in own:
            own[one.local].append((one.field, one.value))
    people = [(keys[local], description(said)) for local, said in own.items()]
    return Said(mentions, claims, described_actors(facts, keys), people)


def described_actors(facts: Facts, keys: Mapping[str, str]) -> Counter[Described]:
    """`(node, description as JSON)` → how many of the page's mentions describe the actor so."""
    found: Counter[Described] = Counter()
    for place in facts.places:
        ids = {"iso3166_2": place.ids.iso3166_2, "geonames": place.ids.geonames}
        told = {"name": place.name, "kind": place.kind, "country": place.country, "within": keys.get(place.within or ""), **ids}
        found[keys[place.id], _encode(told).decode()] += 1
    for body in facts.bodies:
        told = {"name": body.name, "kind": body.kind, "within": keys.get(body.place or "")}
        found[keys[body.id], _encode(told).decode()] += 1
    return found


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None

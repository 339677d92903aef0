"""A row's document with everything that it names, as nodes and values: what would be entered, and what it is compared by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from pobratim.core.facts import Facts
from pobratim.register.claims import claims_of
from pobratim.register.derive.draft import MANY
from pobratim.register.field import refs_in
from pobratim.resolve.records.actor import territories
from pobratim.resolve.records.content import ACTOR, DOCUMENT, Document, decode, encode, node_key, plain
from pobratim.resolve.records.mention import Mention, mentions_of

Values = dict[str, list[Any]]


class Thing(NamedTuple):
    """A node with its values (field → list of them), as claims and decisions hold them."""

    node: str
    kind: str
    content: str
    values: Values


class Entry(NamedTuple):
    """The document of a row, and the actors and people whom it names, those that others are told by first."""

    document: Thing
    named: tuple[Thing, ...]

    def numbered(self, ordinal: int) -> Entry:
        """The same with another ordinal: of documents that are alike in all else, not the first."""
        content = decode(DOCUMENT, self.document.content)
        assert isinstance(content, Document)
        text = encode(msgspec.structs.replace(content, ordinal=ordinal))
        return Entry(self.document._replace(node=node_key(DOCUMENT, text), content=text), self.named)

    @property
    def content(self) -> Document:
        """What the document is compared by."""
        found = decode(DOCUMENT, self.document.content)
        assert isinstance(found, Document)
        return found

    @property
    def title(self) -> str:
        """Its title, folded; empty for none."""
        return plain(next(iter(self.document.values.get("title", [])), ""))


def entry_of(facts: Facts, own: str) -> Entry:
    """The entry of a row's facts; names that many places bear are kept apart by the office whose list it is."""
    mentions = {one.local: one for one in mentions_of(facts, f"list:{plain(own)}")}
    keys = {local: one.node for local, one in mentions.items()}
    values: dict[str, Values] = {local: {} for local in mentions}
    for row in claims_of(facts, keys, territories(facts, keys)):
        told = values[row.local].setdefault(row.field, [])
        value = msgspec.json.decode(row.value)
        if value not in told:
            told.append(value)
    for local, more in _descriptions(facts, keys):
        values[local] |= more
    things = {one.node: _thing(one, values[one.local]) for one in mentions.values()}
    document = things.pop(mentions[facts.documents[0].id].node)
    return Entry(document, tuple(_needed(document, things)))


def _thing(mention: Mention, values: Values) -> Thing:
    kept = {field: many if field in MANY else many[:1] for field, many in sorted(values.items())}
    return Thing(mention.node, mention.kind, mention.content, kept)


def _descriptions(facts: Facts, keys: Mapping[str, str]) -> Iterator[tuple[str, Values]]:
    """What is known of places and bodies beside their names."""
    for place in facts.places:
        ids = {"country": place.country, "iso3166_2": place.ids.iso3166_2, "geonames": place.ids.geonames}
        told: dict[str, Any] = {"kind": place.kind, **ids, "within": _ref(keys, place.within)}
        yield place.id, {field: [value] for field, value in told.items() if value is not None}
    for body in facts.bodies:
        told = {"kind": body.kind, "within": _ref(keys, body.place)}
        yield body.id, {field: [value] for field, value in told.items() if value is not None}


def _ref(keys: Mapping[str, str], local: str | None) -> dict[str, str] | None:
    return {"node": keys[local]} if local is not None and local in keys else None


def _needed(document: Thing, things: Mapping[str, Thing]) -> list[Thing]:
    """What the document names, and what that names, each before what names it; actors before people."""
    found: dict[str, Thing] = {}

    def add(node: str, above: frozenset[str]) -> None:
        thing = things.get(node)
        if thing is None or node in found or node in above:
            return
        for inner in sorted(refs_in(list(thing.values.values()))):
            add(inner, above | {node})
        found[node] = thing

    for node in sorted(refs_in(list(document.values.values()))):
        add(node, frozenset())
    return sorted(found.values(), key=lambda one: one.kind != ACTOR)

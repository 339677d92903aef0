"""One mention of a place or a body in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from pobratim.text.morph import CASES

ALL_CASES = frozenset(CASES)  # of a name that does not tell its case


class LinkedPlace(NamedTuple):
    """What the gazetteer knows of a mention: `key` is one for all names of the place."""

    key: str
    country: str | None
    iso3166: str | None
    iso3166_2: str | None
    geonames: int | None
    region: str | None = None
    name: str = ""
    kind: str = "other"


class ActorMention(Struct, eq=False):
    """Where a place or body is named.

    `start`, `end` are code points of the page's text and take in the name's tail («Правительства Тверской
    области»); `first`, `last` are token indexes in the sentence (`last` exclusive); `cases` are the cases the
    head can stand in. `parent` is the territory named with it («Тосненский район Ленинградской области» →
    the region). `entry` is the linked place where the gazetteer knows it; `seat` is the territory that a body's
    adjective names («Гомельский облисполком» → Gomel region).
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    layer: str
    kind: str
    name: str
    cases: frozenset[str]
    parent: ActorMention | None = None
    adjective: str | None = None
    generic: bool = False
    inner: list[ActorMention] = []
    entry: LinkedPlace | None = None
    seat: LinkedPlace | None = None
    entity: str | None = None

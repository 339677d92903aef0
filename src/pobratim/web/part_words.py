"""What the parts of a record say, in words: the little by which each is told from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext

from pobratim.register.selectors.record import Part
from pobratim.words import codes
from pobratim.words.speech import mark

from .words import partial_date, word

_CODES = {"iso": mark("place with the ISO code {code}"), "geo": mark("place number {code} in GeoNames")}
_KINDS = {"d": codes.DOCUMENT_KINDS, "e": codes.EVENT_KINDS}


def named_in_parts(parts: Iterable[Part]) -> set[str]:
    """The keys that the parts refer to."""
    return {key for part in parts for key in _keys(part.content)}


def _keys(content: Mapping[str, Any]) -> Iterator[str]:
    yield from content.get("parties", ())
    yield from content.get("places", ())
    yield content.get("identity", "").rpartition("|")[2]
    yield from (of for _, of in content.get("posts", ()) if of)


def part_words(kind: str, part: Part, names: Mapping[str, str]) -> str:
    """What a part says of its thing: «соглашение, 24 апреля 2024 г., Чуйская область — Ленинградская область»."""
    told = part.content
    if kind == "p":
        name = " ".join(filter(None, (told.get("surname"), told.get("given"), told.get("patronymic")))).title()
        posts = (", ".join(filter(None, (title, names.get(of, "")))) for title, of in told.get("posts", ()))
        return "; ".join(filter(None, (name, *posts)))
    if kind in _KINDS:
        parties = " — ".join(names[key] for key in told.get("parties", ()) if key in names)
        planned = gettext("planned") if told.get("planned") else ""
        date = partial_date(told["date"]) if told.get("date") else ""
        return ", ".join(filter(None, (word(_KINDS[kind], told["kind"]), told.get("title"), date, planned, parties)))
    return _identity(str(told.get("identity", "")), names) if kind == "a" else str(told.get("speaker") or "")


def _identity(identity: str, names: Mapping[str, str]) -> str:
    """What a place or an organisation is known by: `iso:RU-OMS`, `geo:491687`, `body:дума|a1…`, `name:city||тула@page`."""
    by, _, value = identity.partition(":")
    if by in _CODES:
        return gettext(_CODES[by]).format(code=value)
    if by == "name":
        kind, _, name = value.partition("|")
        return f"{word(codes.ACTOR_KINDS, kind)} {name.strip('|').partition('@')[0]}"
    name, _, within = value.partition("|")
    return ", ".join(filter(None, (name, names.get(within, ""))))

"""How values of the register are put into words; built into every template."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.contrib.auth.models import AnonymousUser
from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from pobratim.lexicon.country import country_name
from pobratim.register.models import Record, User
from pobratim.register.permission import Permission, may
from pobratim.register.selectors import label
from pobratim.web import measure_words, words
from pobratim.web.forms.choosing import ChoosingField
from pobratim.web.showing import Row
from pobratim.words import codes

register = template.Library()

_KNOWN: dict[str, Mapping[str, str]] = {
    "document": codes.DOCUMENT_KINDS,
    "event": codes.EVENT_KINDS,
    "actor": codes.ACTOR_KINDS,
    "status": codes.STATUSES,
    "lifecycle": codes.LIFECYCLES,
    "level": codes.LEVELS,
    "role": codes.ROLES,
    "sphere": codes.SPHERES,
    "relation": codes.RELATIONS,
    "record": codes.RECORD,
    "records": codes.RECORDS,
    "user_role": codes.USER_ROLES,
    "account_action": codes.ACCOUNT_ACTIONS,
    "action": codes.ACTIONS,
    "digest": codes.DIGESTS,
    "fate": codes.FATES,
    "measure_state": codes.MEASURE_STATES,
    "side": codes.SIDES,
    "outcome": codes.OUTCOMES,
    "grouping": codes.GROUPINGS,
}


_SORTS = {"a": codes.ACTOR_KINDS, "d": codes.DOCUMENT_KINDS, "e": codes.EVENT_KINDS}


@register.filter
def word(code: str, of: str) -> str:
    """A code in words: `{{ document.kind|word:"document" }}`."""
    return words.word(_KNOWN[of], code)


@register.filter
def url(record: Record | str) -> str:
    """Where the page of a record, or of a key, is."""
    return words.url_of(record if isinstance(record, str) else record.key)


@register.filter
def partial_date(value: str) -> str:
    """A partial date in words, empty for none: `{{ document.signed|partial_date }}`."""
    return words.partial_date(value) if value else ""


@register.filter
def day(value: datetime.date | None) -> str:
    """A day in words, empty for none."""
    return date_format(value, "DATE_FORMAT") if value else ""


@register.filter
def capital(text: str) -> str:
    """The text beginning with a capital letter."""
    return label.upper_first(str(text))


@register.filter
def short(text: str, chars: int = label.SHORT_CHARS) -> str:
    """The beginning of a text, cut at a word: `{{ name|short:240 }}`."""
    return label.short(text, chars)


@register.filter
def due_days(due: Mapping[str, Any] | None) -> str:
    """The days that a measure's due was read as: `{{ measure.due|due_days }}`."""
    return measure_words.due_days(due)


@register.filter
def site(address: str) -> str:
    """The site of a page's address; the last part of a file's path."""
    return urlsplit(address).hostname or address.rsplit("/", 1)[-1]


@register.filter
def source(name: str) -> str:
    """Where a page was read, in words: the site; «файл» for one that came as a file."""
    return label.source_name(name)


@register.filter
def on_the_web(address: str) -> bool:
    """Whether a browser may be led to an address: only http and https, for a page may have been called anything."""
    return address.startswith(("http://", "https://"))


@register.filter
def country(iso: str) -> str:
    """The name of a country in the language of the interface."""
    return country_name(iso, get_language() or "en")


@register.filter
def sort_of(record: Record) -> str:
    """What a record is, in a word or two: «область», «соглашение», «человек»."""
    kind = record.key[0]
    if kind in _SORTS:
        return words.word(_SORTS[kind], getattr(record, "kind", ""))
    return gettext("person") if kind == "p" else gettext("statement")


@register.filter
def get(mapping: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping holds under a key that is itself a variable; None for nothing."""
    return mapping.get(key)


@register.filter
def one_hand(rows: list[Row]) -> Mapping[str, Any] | None:
    """What one person set on one day, if that are all fields of a record; None otherwise."""
    told = [row.decided for row in rows]
    hands = {(one["by"], one["at"][:10]) if one else None for one in told}
    return told[0] if len(told) > 1 and len(hands) == 1 else None


@register.filter
def proven(rows: list[Row]) -> bool:
    """Whether a page stands behind any of the values."""
    return any(value.pages for row in rows for value in (*row.values, *row.rivals, *row.also))


@register.filter
def field_word(field: str, kind: str) -> str:
    """The name of a field of a kind of record."""
    return words.word(codes.FIELDS[kind], field)


@register.filter
def translated(text: str) -> str:
    """A text that is marked for translation elsewhere, in the language of the interface."""
    return gettext(text) if text else ""


@register.filter
def choosing(bound: BoundField) -> bool:
    """Whether a record is chosen in this input."""
    return isinstance(bound.field, ChoosingField)


@register.filter
def allows(user: User | AnonymousUser, permission: str) -> bool:
    """Whether the one who looks may do something: `{% if user|allows:"review" %}`."""
    return may(user, Permission(permission))


@register.simple_tag
def named(key: str | None, names: Mapping[str, str], chars: int | None = None) -> SafeString:
    """A link to a record under its name, or under the beginning of it: `{% named party_id names 60 %}`."""
    return words.link(key, names, chars)


@register.simple_tag
def list_url(kind: str, **narrowed: object) -> str:
    """Where records of a kind are listed, narrowed down: `{% list_url "d" partner=record.key year=2024 %}`."""
    return words.list_url(kind, **narrowed)

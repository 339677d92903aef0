"""Values of records in words, with links to the records that they name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from pobratim.register.selectors import label
from pobratim.register.selectors.day_words import partial_date
from pobratim.reports.words import outcome_words, report_words, term_words, word
from pobratim.words import codes

__all__ = [
    "date_words", "in_words", "joined", "link", "list_url", "outcome_words", "partial_date", "report_words", "term_words",
    "url_of", "url_of_pair", "word",
]  # fmt: skip

_ANY = "0"
_VIEWS = {"a": "web:partner", "p": "web:person", "d": "web:document", "e": "web:event", "s": "web:statement", "m": "web:measure"}
#: Field → the codes that its value is one of, where the value is a bare code.
_CODES = {
    "d.kind": codes.DOCUMENT_KINDS,
    "e.kind": codes.EVENT_KINDS,
    "a.kind": codes.ACTOR_KINDS,
    "d.sphere": codes.SPHERES,
    "m.sphere": codes.SPHERES,
}


def url_of(key: str) -> str:
    """Where the page of a record is."""
    return _address(key[0], get_script_prefix()).format(key)


@lru_cache(maxsize=32)
def _address(kind: str, prefix: str) -> str:
    """The same of any record of a kind: pictures have hundreds of links, and keys are letters and digits."""
    return reverse(_VIEWS[kind], args=[_ANY]).replace(_ANY, "{}")


def list_url(kind: str, **narrowed: object) -> str:
    """Where the records of a kind are listed; only those that `partner`, `year`, `sphere` … leave, empty ones aside."""
    asked = {"kind": kind, **{name: value for name, value in narrowed.items() if value not in (None, "")}}
    return f"{reverse('web:search')}?{urlencode(asked)}"


def url_of_pair(a: str, b: str) -> str:
    """Where everything between two partners is told."""
    return reverse("web:pair", args=[a, b])


def link(key: str | None, names: Mapping[str, str], chars: int | None = None) -> SafeString:
    """A link to a record under its name, cut at so many characters; the bare word «unknown» where it is no more."""
    if not key or key not in names:
        return format_html("<span class=muted>{}</span>", gettext("unknown"))
    return format_html('<a href="{}">{}</a>', url_of(key), label.short(names[key], chars) if chars else names[key])


def date_words(date: Mapping[str, Any]) -> SafeString:
    """A date with the words of the page, where they are others: «15 июня 2023 г. (в июне прошлого года)»."""
    shown, wording = partial_date(date["value"]), date.get("wording") or ""
    if not wording or date.get("basis") == "explicit":
        return format_html("{}", shown)
    return format_html("{} <span class=muted>({})</span>", shown, wording)


def in_words(kind: str, field: str, value: Any, names: Mapping[str, str]) -> SafeString:
    """One value of a field as HTML.

    Args:
        kind: of the record, the first letter of its key.
        field: as in `register.field.FIELDS`.
        value: in its canonical form; None for none.
        names: key → what the record is called, for all that the value names (`refs_in`).
    """
    if value is None:
        return format_html("<span class=muted>{}</span>", gettext("none"))
    if isinstance(value, str):
        return format_html("{}", word(_CODES.get(f"{kind}.{field}", {}), value))
    if "node" in value:
        return link(value["node"], names)
    return _SHAPES[field](value, names)


def _party(value: Any, names: Mapping[str, str]) -> SafeString:
    actor, territory = value["actor"], value.get("for")
    if not territory or not actor or territory["node"] == actor["node"]:
        return _named(actor, names)
    return format_html("{} <span class=muted>({})</span>", _named(actor, names), _named(territory, names))


def _signatory(value: Any, names: Mapping[str, str]) -> SafeString:
    if not value.get("for"):
        return _named(value["person"], names)
    return format_html("{} <span class=muted>— {}</span>", _named(value["person"], names), _named(value["for"], names))


def _attendee(value: Any, names: Mapping[str, str]) -> SafeString:
    told = [format_html("{}", word(codes.ROLES, value["role"]))] if value["role"] != "participant" else []
    told += [_named(value["side"], names)] if value.get("side") else []
    person = _named(value["person"], names)
    return format_html("{} <span class=muted>— {}</span>", person, joined(told)) if told else person


def _status(value: Any, names: Mapping[str, str]) -> SafeString:
    told = word(codes.STATUSES, value["status"])
    if not value.get("background"):
        return format_html("{}", told)
    return format_html("{} <span class=muted>({})</span>", told, gettext("recalled"))


def _relation(value: Any, names: Mapping[str, str]) -> SafeString:
    return format_html("{}: {}", word(codes.RELATIONS, value["kind"]), _named(value["to"], names))


def _post(value: Any, names: Mapping[str, str]) -> SafeString:
    title = gettext("acting {post}").format(post=value["title"]) if value.get("acting") else value["title"]
    if not value.get("of"):
        return format_html("{}", title)
    return format_html("{} <span class=muted>— {}</span>", title, _named(value["of"], names))


def _turn(value: Any, names: Mapping[str, str]) -> SafeString:
    days = [gettext("from {date}").format(date=partial_date(value["since"]))]
    if value.get("until"):
        days.append(gettext("until {date}").format(date=partial_date(value["until"])))
    state = word(codes.COURSE_STATES, value["state"])
    return format_html("{} {} <span class=muted>{}</span>", state, ", ".join(days), value.get("reason") or "")


def _executor(value: Any, names: Mapping[str, str]) -> SafeString:
    side = f" ({word(codes.SIDES, value['side'])})" if value.get("side") else ""
    if value.get("actor"):
        return format_html("{}{}", _named(value["actor"], names), side)
    return format_html("{}{}", value["name"], side)


def _promise(value: Any, names: Mapping[str, str]) -> SafeString:
    told = [format_html("{}", value["what"])]
    told += [format_html("{}: {}", gettext("by"), _named(value["by"], names))] if value.get("by") else []
    told += [format_html("{}: {}", gettext("to"), _named(value["to"], names))] if value.get("to") else []
    told += [format_html("{}", partial_date(value["due"]["value"]))] if value.get("due") else []
    return joined(told)


def _named(ref: Mapping[str, str] | None, names: Mapping[str, str]) -> SafeString:
    return link(ref["node"] if ref else None, names)


def joined(parts: list[SafeString]) -> SafeString:
    """Values side by side."""
    return format_html_join(", ", "{}", ((part,) for part in parts))


_SHAPES: dict[str, Callable[[Any, Mapping[str, str]], SafeString]] = {
    "party": _party,
    "signatory": _signatory,
    "person": _attendee,
    "status": _status,
    "relation": _relation,
    "post": _post,
    "course": _turn,
    "signed": lambda value, names: date_words(value),
    "date": lambda value, names: date_words(value),
    "term": lambda value, names: format_html("{}", term_words(value)),
    "name": lambda value, names: format_html("{}", value["name"]),
    "text": lambda value, names: format_html("{}", value["text"]),
    "due": lambda value, names: format_html("{}", value["wording"]),
    "executor": _executor,
    "report": lambda value, names: format_html("{}", report_words(value)),
    "raw": lambda value, names: format_html("{}", " | ".join(value["cells"])),
    "promise": _promise,
    "outcome": lambda value, names: format_html("{}", outcome_words(value)),
}

"""A record entered by hand. It is a node like any other: news of the same thing, earlier or later, joins it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
from django.db import transaction
from django.utils import timezone

from pobratim.core.facts import Place
from pobratim.lexicon.gazetteer import lookup
from pobratim.register import sql
from pobratim.register.derive.draft import MANY
from pobratim.register.errors import WrongValue
from pobratim.register.field import FIELDS
from pobratim.register.lists.titles import told_apart
from pobratim.register.models import Node
from pobratim.register.models.decision import Action
from pobratim.register.nodes import add_nodes
from pobratim.register.permission import Permission, require
from pobratim.register.settle import settle
from pobratim.resolve.place import place_ids
from pobratim.resolve.records.actor import place_identity
from pobratim.resolve.records.content import (
    ACTOR,
    DOCUMENT,
    EVENT,
    MEASURE,
    PERSON,
    Actor,
    Content,
    Document,
    Event,
    Measure,
    Person,
    Statement,
    digest,
    encode,
    node_key,
    plain,
)
from pobratim.resolve.records.mention import PLANNED

from .decision import Author, named_in, write
from .field import checked

_PLACES = ("country", "region", "district", "city", "settlement")
#: Kind of record → the fields without which there is none; of a statement its text.
NEEDED = {ACTOR: ("name", "kind"), PERSON: ("name",), DOCUMENT: ("kind", "party"), EVENT: ("kind",), MEASURE: ("plan", "text")}


class New(NamedTuple):
    """A record that is entered on the way: it stands in a value in the place of a reference."""

    kind: str
    name: str
    actor_kind: str = "other"

    def fields(self) -> dict[str, Any]:
        """Its fields, as `record_enter` wants them."""
        return {"name": self.name, "kind": self.actor_kind} if self.kind == "a" else {"name": {"name": self.name}}


def with_entered(value: Any, author: Author, reason: str = "", at: datetime.datetime | None = None) -> Any:
    """The value with every `New` in it entered and referred to."""
    if isinstance(value, New):
        return {"node": record_enter(kind=value.kind, fields=value.fields(), author=author, reason=reason, at=at)}
    if isinstance(value, list):
        return [with_entered(one, author, reason, at) for one in value]
    return {name: with_entered(one, author, reason, at) for name, one in value.items()} if isinstance(value, dict) else value


@transaction.atomic
def record_enter(
    *, kind: str, fields: Mapping[str, Any], author: Author, reason: str = "", at: datetime.datetime | None = None
) -> str:
    """Enters a record and returns its key; that of an existing record where it is the same thing.

    Args:
        kind: letter of the kind (`a`, `p`, `d`, `e`, `s`, `m`).
        fields: field → value, as `field_edit` takes them; `New` in the place of references that are to be entered too.
        author: who enters it.
        reason: in the person's words, empty for none.
        at: the moment that its decisions share with others made at one stroke; None for now.

    Raises:
        WrongValue: a value does not fit, or a field that is needed is missing.
    """
    return records_enter(kind=kind, many=[fields], author=author, reason=reason, at=at)[0]


@transaction.atomic
def records_enter(
    *, kind: str, many: Iterable[Mapping[str, Any]], author: Author, reason: str = "", at: datetime.datetime | None = None
) -> list[str]:
    """Enters many records at one stroke, all or none; their keys in their order, the rest as for `record_enter`."""
    require(author.user, Permission.ENTER)
    if kind not in FIELDS:
        raise WrongValue(f"no kind of record: {kind[:10]}")
    sql.lock()
    now = at or timezone.now()
    keys = [enter_one(kind, with_entered(dict(fields), author, reason, now), author, reason, now) for fields in many]
    settle()
    records = dict(Node.objects.filter(key__in=keys).values_list("key", "record"))
    return [records[key] for key in keys]


def enter_one(kind: str, fields: Mapping[str, Any], author: Author, reason: str, now: datetime.datetime, ordinal: int = 0) -> str:
    """Writes the decisions that make a record; the key of its node. Records follow when they are settled.

    Args:
        kind: letter of the kind.
        fields: field → value, nothing in them is to be entered on the way.
        author: who enters it.
        reason: in the person's words.
        now: the moment that its decisions share with others made at one stroke.
        ordinal: tells apart measures that are alike in all that makes them one.

    Raises:
        WrongValue: a value does not fit, or a field that is needed is missing.
    """
    given = {field: checked(kind, field, value) for field, value in fields.items()}
    for field in NEEDED.get(kind, ("text",)):
        if not given.get(field):
            raise WrongValue(f"{field}: this is needed")
    made = _content(kind, given)
    if isinstance(made, Measure):
        made = msgspec.structs.replace(made, ordinal=ordinal)
    elif isinstance(made, Document):
        made = told_apart(made, given.get("title") or "")
    content = encode(made)
    key = node_key(kind, content)
    add_nodes([(key, kind, content)], known_too=True)
    snapshot = _outside(kind, given) | {field: value if field in MANY else [value] for field, value in given.items()}
    write(Action.ACCEPT, [(key, 0), *named_in(snapshot)], author, reason, value=snapshot, at=now)
    for field, value in given.items():
        write(Action.EDIT, [(key, 0), *named_in(value)], author, reason, field=field, value=value, at=now)
    return key


def _known_place(given: Mapping[str, Any]) -> Place | None:
    """The only place of that name and kind that the gazetteer has: the news will mean the same; None for another actor."""
    if given.get("within") or given["kind"] not in _PLACES:
        return None
    found = lookup(given["name"], (given["kind"],))
    if len(found) != 1 or not (found[0].code or found[0].geonames or found[0].kind == "country"):
        return None
    entry = found[0]
    return Place(id="", name=given["name"], kind=given["kind"], country=entry.country, ids=place_ids(entry))


def _outside(kind: str, given: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What the gazetteer knows of a place that is entered."""
    place = _known_place(given) if kind == ACTOR else None
    if place is None:
        return {}
    told = {"country": place.country, "iso3166_2": place.ids.iso3166_2, "geonames": place.ids.geonames}
    return {field: [value] for field, value in told.items() if value is not None}


def _content(kind: str, given: Mapping[str, Any]) -> Content:
    if kind == ACTOR:
        hand = f"hand:{given['kind']}|{plain(given['name'])}|{(given.get('within') or {}).get('node', '')}"
        return Actor(place_identity(place, {}, "") if (place := _known_place(given)) else hand)
    if kind == PERSON:
        return _person(given)
    parties = tuple(sorted({(one.get("for") or one["actor"])["node"] for one in given.get("party", [])}))
    status = (given.get("status") or {}).get("status", "")
    if kind == DOCUMENT:
        date = (given.get("signed") or {}).get("value")
        title = "" if date else plain(given.get("title"))
        return Document(given["kind"], parties, date, planned=status in PLANNED, background=date is None, title=title)
    if kind == EVENT:
        return Event(given["kind"], parties, (given.get("date") or {}).get("value"), planned=status == "planned")
    if kind == MEASURE:
        words = digest(plain(given.get("number")) + "|" + plain(given["text"]))
        return Measure(given["plan"]["node"], plain(given.get("section")), words)
    return Statement((given.get("speaker") or {}).get("node", ""), digest(plain(given["text"]["text"])))


def _person(given: Mapping[str, Any]) -> Person:
    name = given["name"]
    words = plain(name["name"]).split()
    posts = tuple(sorted((plain(one["title"]), (one.get("of") or {}).get("node", "")) for one in given.get("post", [])))
    return Person(
        plain(name.get("surname")) or words[-1],
        plain(name.get("given")) or (words[0] if len(words) > 1 else ""),
        plain(name.get("patronymic")),
        posts,
        tuple(sorted({place for _, place in posts if place})),
    )

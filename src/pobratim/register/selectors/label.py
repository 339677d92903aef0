"""What records are called: one line for each, in the language of the interface, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext

from pobratim.register import sql
from pobratim.register.models import Actor, Document, DocumentParty, Event, EventParty, Measure, Person, Record, Statement
from pobratim.register.models.page import FILES
from pobratim.words.codes import DOCUMENT_KINDS, EVENT_KINDS

BETWEEN = " — "
SHORT_CHARS = 90
OWNERS: dict[type[DocumentParty | EventParty], str] = {DocumentParty: "document_id", EventParty: "event_id"}


def source_name(name: str) -> str:
    """Where a page was read, in words: the site as it calls itself; «файл» for one that came as a file."""
    return gettext("a file") if name == FILES else name


def labels(keys: Iterable[str]) -> dict[str, str]:
    """Key → what the record is called, for those keys that are records; at most eight queries for any number of keys.

    A document or event without a title of its own is called by its kind and parties: «Соглашение: Чуйская область —
    Ленинградская область».
    """
    return _labels(keys, with_sides=False)


def _labels(keys: Iterable[str], *, with_sides: bool) -> dict[str, str]:
    of: dict[str, list[str]] = {}
    for key in sorted(set(keys)):
        of.setdefault(key[:1], []).append(key)
    found = dict(Actor.objects.filter(key__in=of.get("a", [])).values_list("key", "name"))
    found |= dict(Person.objects.filter(key__in=of.get("p", [])).values_list("key", "name"))
    found |= _documents(of.get("d", []), with_sides=with_sides)
    found |= _events(of.get("e", []))
    said = Statement.objects.filter(key__in=of.get("s", [])).values_list("key", "text")
    items = Measure.objects.filter(key__in=of.get("m", [])).values_list("key", "number", "text")
    found |= {key: _measure(number, text) for key, number, text in items}
    return found | {key: short(text) for key, text in said}


def labels_with_sides(keys: Iterable[str]) -> dict[str, str]:
    """As `labels`, and documents with titles of their own by their parties too, for lists in which nothing else names these.

    «Соглашение о сотрудничестве: Чуйская область — Ленинградская область». A title that names all of them is left as it is;
    it is told by the beginnings of words, so that a party of a word cut or abbreviated in the title («Ленобласть») comes twice.
    """
    return _labels(keys, with_sides=True)


def _named_in(title: str, name: str) -> bool:
    inside = title.casefold()
    return all(word[: max(4, len(word) - 3)] in inside for word in name.casefold().split())


def labels_of(records: Mapping[str, Record]) -> dict[str, str]:
    """Key → what the record is called, for records that are there already; two queries at most."""
    found: dict[str, str] = {}
    untitled: dict[str, Document] = {}
    events: dict[str, Event] = {}
    for key, one in records.items():
        if isinstance(one, (Actor, Person)):
            found[key] = one.name
        elif isinstance(one, Statement):
            found[key] = short(one.text)
        elif isinstance(one, Measure):
            found[key] = _measure(one.number, one.text)
        elif isinstance(one, Event):
            events[key] = one
        elif isinstance(one, Document) and not telling(one.kind, one.title):
            untitled[key] = one
        elif isinstance(one, Document):
            found[key] = document_label(one.kind, one.title, ())
    parties = names_of_parties(DocumentParty, untitled)
    found |= {key: document_label(one.kind, one.title, parties.get(key, ())) for key, one in untitled.items()}
    parties = names_of_parties(EventParty, events)
    return found | {key: event_label(one.kind, parties.get(key, ())) for key, one in events.items()}


def _measure(number: str, text: str) -> str:
    return short(f"{number} {text}".strip())


def names_of_parties(rows: type[DocumentParty | EventParty], keys: Iterable[str]) -> dict[str, list[str]]:
    """Document or event → the names of those for whom its parties act, each once, in their order; none without parties."""
    owner = f"p.{OWNERS[rows]}"
    asked = f"SELECT {owner}, a.name FROM {sql.table(rows)} p JOIN {sql.table(Actor)} a ON a.key = p.acts_for_id"
    found: dict[str, dict[str, None]] = {}
    for key, name in sql.select(f"{asked} WHERE {owner} IN {{keys}} ORDER BY {owner}, p.position, p.id", keys):
        found.setdefault(key, {})[name] = None
    return {key: list(names) for key, names in found.items()}


def _documents(keys: list[str], *, with_sides: bool) -> dict[str, str]:
    rows = list(Document.objects.filter(key__in=keys).values_list("key", "kind", "title")) if keys else []
    untitled = (key for key, kind, title in rows if with_sides or not telling(kind, title))
    parties = names_of_parties(DocumentParty, untitled)
    found = {key: document_label(kind, title, parties.get(key, ())) for key, kind, title in rows}
    bare = (key for key in found if with_sides and not all(_named_in(found[key], name) for name in parties.get(key, ())))
    return found | {key: _of_parties(found[key], parties[key]) for key in bare}


def _events(keys: list[str]) -> dict[str, str]:
    rows = list(Event.objects.filter(key__in=keys).values_list("key", "kind")) if keys else []
    parties = names_of_parties(EventParty, keys)
    return {key: event_label(kind, parties.get(key, ())) for key, kind in rows}


def telling(kind: str, title: str) -> bool:
    """Whether a title tells more than the kind: «соглашение» alone does not."""
    return len(title.split()) > 1 and title.strip().casefold() != kind


def document_label(kind: str, title: str, parties: Iterable[str]) -> str:
    """What a document is called.

    Args:
        kind: its code.
        title: as pages give it; empty for none.
        parties: their names, for a document whose title does not tell more than its kind.

    >>> document_label("agreement", "соглашение о сотрудничестве", ())
    'Соглашение о сотрудничестве'
    """
    if telling(kind, title):
        return upper_first(title)
    return _of_parties(title or gettext(DOCUMENT_KINDS.get(kind, DOCUMENT_KINDS["other"])), parties)


def event_label(kind: str, parties: Iterable[str]) -> str:
    """What an event is called: its kind and parties."""
    return _of_parties(gettext(EVENT_KINDS.get(kind, EVENT_KINDS["other"])), parties)


def _of_parties(kind: str, parties: Iterable[str]) -> str:
    told = BETWEEN.join(parties)
    return f"{upper_first(kind)}: {told}" if told else upper_first(kind)


def upper_first(text: str) -> str:
    """The text beginning with a capital letter."""
    return text[:1].upper() + text[1:]


def short(text: str, chars: int = SHORT_CHARS) -> str:
    """The beginning of a text, cut at a word."""
    return text if len(text) <= chars else text[:chars].rsplit(" ", 1)[0].rstrip(",;:—– ") + "…"

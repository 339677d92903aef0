"""How documents, contacts, people and days are told in a line of a paper, in the language that is active."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Appointment, Document, Event, Person
from pobratim.register.selectors.day_words import partial_date
from pobratim.register.selectors.label import BETWEEN, upper_first
from pobratim.reports.names import actor_name, document_name, in_english, names_parties, person_name, post_name
from pobratim.reports.paper import Block, Line, Paragraph, Picture
from pobratim.reports.words import term_words, word
from pobratim.words import codes

from .matter import Matter

INTENDED = (Lifecycle.INTENTION, Lifecycle.DRAFT)
#: Characters of a title in a line.
TITLE, BRIEF = 180, 90
_NAMED, _NAMED_SHORT = 8, 3


def day_of(day: datetime.date) -> str:
    """A day in words: «24 апреля 2024 г.»."""
    return date_format(day, "DATE_FORMAT")


def short_date(value: str) -> str:
    """A partial date for a table: «24.04.2024» («24 Apr 2024» in English), «июнь 2023 г.», «2021»."""
    whole = len(value) == len("2024-04-24") and not value.startswith("-")
    return date_format(datetime.date.fromisoformat(value), "SHORT_DATE_FORMAT") if whole else partial_date(value)


def title_of(document: Document, *sides: str, chars: int = TITLE) -> str:
    """What a document is called between sides that are known: by its title, else its kind, and others who are parties."""
    if in_english() and sides and names_parties(document.title):
        return document_name(document.kind, document.title, _parties(document), chars if chars > BRIEF else 0)
    name = document_name(document.kind, document.title, chars=chars if chars > BRIEF or not in_english() else 0)
    known = {*sides}
    others = dict.fromkeys(
        actor_name(row.acts_for) for row in document.party_rows.all() if sides and not {row.acts_for_id, row.actor_id} & known
    )
    return f"{name} {beside([*others], sides)}" if others else name


def beside(names: Sequence[str], sides: Sequence[str]) -> str:
    """Who takes part beside the sides: with whom, where there is one side alone."""
    told = gettext("(also: {parties})") if len(sides) > 1 else gettext("(with {parties})")
    more = f" {and_more(len(names) - _NAMED)}" if len(names) > _NAMED else ""
    return told.format(parties=", ".join(names[:_NAMED]) + more)


def parties_of(record: Document | Event) -> str:
    """The parties of a document or event, organs of power standing for their territories."""
    return BETWEEN.join(_parties(record))


def _parties(record: Document | Event) -> list[str]:
    return [*dict.fromkeys(actor_name(row.acts_for) for row in record.party_rows.all())]


def of_document(matter: Matter, document: Document, chars: int = TITLE) -> str:
    """A document's title with its day of signing: «Соглашение о сотрудничестве (24 апреля 2024 г.)»."""
    title = title_of(document, *matter.keys, chars=chars)
    signed = document.signed and matter.life[document.key] not in INTENDED
    return f"{title} ({partial_date(document.signed)})" if signed else title


def term_of(document: Document, end: datetime.date | None, on: datetime.date) -> str:
    """How long a document holds, as told, with the end that follows on the day."""
    told = term_words(document.term, BRIEF) if document.term else ""
    ends = gettext("ended on {day}") if end and end < on else gettext("ends on {day}")
    until = ends.format(day=short_date(end.isoformat())) if end else ""
    if document.term and document.term.get("to"):
        until = ""
    return upper_first("; ".join(filter(None, (told, until)))) or gettext("not told")


def signatories_of(matter: Matter, document: Document) -> str:
    """Who signed, with the post on the day of signing; in a short paper the names alone."""
    hands = [hand for hand in document.signatures.all() if not hand.witness]
    if matter.sources.short:
        return ", ".join(dict.fromkeys(person_name(hand.person) for hand in hands)) or gettext("not told")
    told = dict.fromkeys(person_of(matter, hand.person, document.signed_first) for hand in hands)
    return "; ".join(told) or gettext("not told")


def person_of(matter: Matter, person: Person, day: datetime.date | None) -> str:
    """A person with the post held on a day: «Арслан Койчиев, губернатор Чуйской области»."""
    post = matter.post(person.key, day)
    name = person_name(person)
    return f"{name}, {post_words(post)}" if post else name


def post_words(post: Appointment) -> str:
    """A post with where it is held, unless its title says so."""
    told = post_name(post.title, post.of)
    title = gettext("acting {post}").format(post=told) if post.acting else told
    if post.of is None or in_english() or stem(post.of.name) in told.casefold():
        return title
    return f"{title} ({post.of.name})"


def stem(name: str) -> str:
    """The beginning of a name that all its cases share: «чуйск» for «Чуйская область»."""
    word_ = name.casefold().split()[0]
    return word_[: max(4, len(word_) - 3)]


def event_of(matter: Matter, event: Event, *, people: bool = True, kinds: Sequence[str] = ()) -> str:
    """A contact in a sentence: the day, what it was (`kinds` where it was several things), where, who took part."""
    day = upper_first(partial_date(event.date)) if event.date else gettext("Day not told")
    where = f", {actor_name(event.place)}" if event.place else ""
    others = dict.fromkeys(actor_name(row.acts_for) for row in event.party_rows.all() if row.acts_for_id not in matter.keys)
    with_ = f" {beside([*others], matter.keys)}" if others else ""
    what = ", ".join(word(codes.EVENT_KINDS, one) for one in kinds or (event.kind,))
    told = stopped(f"{day}: {what}{where}{with_}")
    return told + _people(matter, event) if people else told


def _people(matter: Matter, event: Event) -> str:
    rows = list(event.participations.all())
    heads = dict.fromkeys(person_of(matter, row.person, event.date_first) for row in rows if row.role == "head")
    rest = [one for one in dict.fromkeys(person_of(matter, row.person, event.date_first) for row in rows) if one not in heads]
    told = ""
    if heads:
        told += " " + gettext("Head of the delegation: {people}.").format(people="; ".join(heads))
    if rest:
        took = gettext("Named: {people}.") if _to_come(matter, event) else gettext("Took part: {people}.")
        most = _NAMED_SHORT if matter.sources.short else _NAMED
        more = f" {and_more(len(rest) - most)}" if len(rest) > most else ""
        told += " " + took.format(people="; ".join(rest[:most]) + more)
    return told


def _to_come(matter: Matter, event: Event) -> bool:
    return bool(event.date_first and event.date_first > matter.on)


def and_more(number: int) -> str:
    """What is left out: «и ещё 3»."""
    return ngettext("and {number} more", "and {number} more", number).format(number=number)


def not_listed(number: int) -> list[Block]:
    """How many are left out of a list, on a line of its own; nothing for none."""
    told = gettext("Not listed here: {number} more.").format(number=number)
    return [Paragraph((counted(told),))] if number > 0 else []


def latest_listed(number: int) -> Block:
    """That a list shows the latest alone."""
    return Paragraph((counted(gettext("The latest {number} are listed.").format(number=number)),))


def counted(told: str) -> Line:
    """A line that the register itself works out."""
    return Line(stopped(told), computed=True)


def pictured(svg: str, title: str) -> list[Block]:
    """A picture with its title below; nothing where nothing was drawn."""
    return [Picture(svg, title, title)] if svg else []


def stopped(text: str) -> str:
    """The text with one full stop at its end: «… 2024 г.» has it already."""
    return text if text.endswith((".", "?", "!")) and not text.endswith("..") else f"{text.rstrip('.')}."


def listed(matter: Matter, records: Sequence[Any], fields: Iterable[str], text: Any) -> tuple[Line, ...]:
    """A line for each record with the sources of those fields; of lines that say the same one stays, with all sources."""
    names = tuple(fields)
    told: dict[str, tuple[int, ...]] = {}
    for one in records:
        line = text(one)
        told[line] = tuple(dict.fromkeys((*told.get(line, ()), *matter.cites(one, *names))))
    return tuple(Line(line, cites) for line, cites in told.items())

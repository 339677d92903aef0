"""Whether facts that come from outside keep the contract, so that nothing breaks on them later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from django.utils.translation import gettext

from pobratim.core.date import PartialDate
from pobratim.core.errors import PageError
from pobratim.core.evidence import Evidence
from pobratim.core.facts import SCHEMA, Facts
from pobratim.words.json_fault import json_fault

_DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d)")
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,40}")
_DECODE = msgspec.json.Decoder(Facts).decode
_INT64 = 2**63


def facts_of(line: bytes) -> Facts:
    """The facts of a line of JSON, NUL characters replaced one for one (no database takes them).

    Raises:
        PageError: no JSON, no facts by the contract, evidence that the text does not bear out, dates that are none.
    """
    try:
        if rb"\u0000" in line:
            line = msgspec.json.encode(_without_nul(msgspec.json.decode(line)))
        facts = _DECODE(line)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise PageError(gettext("no facts by the contract: {reason}").format(reason=json_fault(error, gettext))) from None
    _check(facts)
    return facts


def _without_nul(value: object) -> object:
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    if isinstance(value, list):
        return [_without_nul(one) for one in value]
    if isinstance(value, dict):
        return {_without_nul(name): _without_nul(one) for name, one in value.items()}
    return value


def _check(facts: Facts) -> None:
    if facts.schema != SCHEMA:
        told = gettext("no facts by the contract: the schema is {schema}")
        raise PageError(told.format(schema=repr(facts.schema[:60])))
    things = (facts.places, facts.bodies, facts.people, facts.documents, facts.events, facts.statements)
    ids = [one.id for many in things for one in many]
    if len(ids) != len(set(ids)):
        raise PageError("an id stands for two things")
    if "" in ids:
        raise PageError("an id is empty")
    _check_references(facts)
    dates = list(_dates(facts))
    for date in dates:
        if not _DATE.fullmatch(date.value):
            raise PageError(f"no date: {date.value[:60]!r}")
    text = facts.page.text
    for many in (*_evidence(facts), *(date.evidence for date in dates)):
        for one in many:
            if not 0 <= one.start <= one.end or text[one.start : one.end] != one.quote:
                raise PageError("evidence that the text does not bear out", offset=one.start)
    for code in _codes(facts):
        if not _CODE.fullmatch(code):
            raise PageError(f"no code: {code[:60]!r}")


def _check_references(facts: Facts) -> None:
    """A reference leads to a thing of the kind that belongs there; what leads nowhere is passed over later."""
    of_kind = {
        "a place or body": {one.id for one in facts.places} | {one.id for one in facts.bodies},
        "a person": {one.id for one in facts.people},
        "a document": {one.id for one in facts.documents},
        "an event": {one.id for one in facts.events},
    }
    known = set().union(*of_kind.values(), (one.id for one in facts.statements))
    others = {kind: known - ids for kind, ids in of_kind.items()}
    for kind, references in _references(facts):
        for wrong in (one for one in references if one and one in others[kind]):
            raise PageError(f"{wrong[:60]!r} is not {kind}")


def _references(facts: Facts) -> Iterator[tuple[str, Iterable[str | None]]]:
    """`(kind of thing that belongs there, ids)`."""
    actor, person, document, event = "a place or body", "a person", "a document", "an event"
    yield actor, (one.within for one in facts.places)
    yield actor, (one.place for one in facts.bodies)
    yield actor, (post.of for one in facts.people for post in one.posts)
    for paper in facts.documents:
        yield actor, (*paper.parties, paper.place, *(one.for_ for one in paper.signatories))
        yield person, (*paper.witnesses, *(one.person for one in paper.signatories))
        yield document, (one.to for one in paper.relations)
    for met in facts.events:
        yield actor, (met.place, met.host, *met.parties, *(one.side for one in met.people))
        yield person, (one.person for one in met.people)
        yield document, met.documents
        yield event, (met.within,)
    for said in facts.statements:
        yield person, (said.speaker,)
        yield document, said.documents


def _codes(facts: Facts) -> Iterator[str]:
    for place in facts.places:
        yield from (one for one in (place.kind, place.country, place.ids.iso3166, place.ids.iso3166_2) if one is not None)
        if place.ids.geonames is not None and not -_INT64 <= place.ids.geonames < _INT64:
            yield str(place.ids.geonames) + "!"
    yield from (body.kind for body in facts.bodies)
    for document in facts.documents:
        yield from document.spheres


def _evidence(facts: Facts) -> Iterator[list[Evidence]]:
    """Every list of evidence but those of dates."""
    yield from (one.evidence for one in facts.places)
    yield from (one.evidence for one in facts.bodies)
    yield from (one.evidence for one in facts.statements)
    for person in facts.people:
        yield person.evidence
        yield from (post.evidence for post in person.posts)
    for document in facts.documents:
        yield from document.evidence.values()
    for event in facts.events:
        yield from event.evidence.values()


def _dates(facts: Facts) -> Iterator[PartialDate]:
    """Every date."""
    told = [facts.page.published, *(one.date for one in facts.events)]
    for document in facts.documents:
        told.append(document.signed)
        if document.term:
            told += (document.term.from_, document.term.to)
    return (date for date in told if date is not None)

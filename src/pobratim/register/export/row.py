"""A record of each list as a row: what is known of it, as it stood on a day."""

from __future__ import annotations

import datetime

from pobratim.register.models import Actor, Document, Event, Person, Signature, Statement
from pobratim.register.selectors.as_of import posts_by, status_on
from pobratim.register.selectors.promise import became

Cell = str | int | bool | list[str] | None
Row = dict[str, Cell]
Day = datetime.date


def day_text(value: object) -> str | None:
    """A day as ISO 8601 has it; None for none."""
    return str(value) if value else None


def document(one: Document, _: Day) -> Row:
    """A document."""
    term = one.term or {}
    begin, end = term.get("from") or {}, term.get("to") or {}
    return {
        "kind": one.kind,
        "title": one.title,
        "status": one.status,
        "signed": one.signed,
        "signed_wording": one.signed_wording,
        "parties": [row.actor.name for row in one.party_rows.all()],
        "party_keys": [row.actor_id for row in one.party_rows.all()],
        "signatories": [_signature(row) for row in one.signatures.all() if not row.witness],
        "witnesses": [row.person.name for row in one.signatures.all() if row.witness],
        "place": one.place.name if one.place else None,
        "spheres": sorted(row.code for row in one.spheres.all()),
        "term_from": begin.get("value"),
        "term_to": end.get("value"),
        "term_years": term.get("years"),
        "open_ended": bool(term.get("open_ended")),
        "renewal": term.get("renewal"),
        "ends": day_text(one.ends_last),
        "relations": sorted(f"{row.kind} {row.to_id}" for row in one.relations.all()),
        "recalled_only": one.background,
    }


def _signature(row: Signature) -> str:
    return f"{row.person.name} ({row.party.name})" if row.party else row.person.name


def event(one: Event, on: Day) -> Row:
    """An event, and whether it was held or still planned by the day."""
    return {
        "kind": one.kind,
        "status": status_on(one, on),
        "date": one.date,
        "date_wording": one.date_wording,
        "parties": [row.actor.name for row in one.party_rows.all()],
        "party_keys": [row.actor_id for row in one.party_rows.all()],
        "place": one.place.name if one.place else None,
        "host": one.host.name if one.host else None,
        "people": [f"{row.person.name} ({row.role})" for row in one.participations.all()],
        "documents": sorted(row.document_id for row in one.document_rows.all()),
    }


def person(one: Person, on: Day) -> Row:
    """A person with the posts that pages had told of by the day."""
    posts = [row.title for row in posts_by(one, on)]
    return {"name": one.name, "surname": one.surname, "given": one.given, "patronymic": one.patronymic, "posts": posts}


def partner(one: Actor, _: Day) -> Row:
    """A partner; in how many documents and events it is, as known today."""
    return {
        "name": one.name,
        "kind": one.kind,
        "level": one.level,
        "country": one.country,
        "iso3166_2": one.iso3166_2,
        "geonames": one.geonames,
        "within": one.within.name if one.within else None,
        "names": [name for name, _ in one.names],
        "documents": one.documents_count,
        "events": one.events_count,
    }


def statement(one: Statement, _: Day) -> Row:
    """Words."""
    return {
        "text": one.text,
        "direct": one.direct,
        "speaker": one.speaker.name if one.speaker else None,
        "speaker_key": one.speaker_id,
        "documents": sorted(row.document_id for row in one.document_rows.all()),
    }


def promise(one: Statement, on: Day) -> Row:
    """A promise, and what had become of it by the day; `by` and `to` are named where all rows are known."""
    told, became_ = one.promise or {}, became(one, on)
    due = told.get("due") or {}
    return {
        "what": told.get("what"),
        "by_key": one.promised_by or None,
        "to_key": one.promised_to or None,
        "due": due.get("value"),
        "due_wording": due.get("wording"),
        "outcome": became_.state,
        "overdue": became_.overdue,
        "outcome_on": became_.outcome.get("on"),
        "outcome_fact": became_.outcome.get("fact"),
        **statement(one, on),
    }

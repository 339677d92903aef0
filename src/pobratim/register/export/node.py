"""A record as a node of linked data: schema.org where it has a word, else our own vocabulary (docs/vocabulary.md)."""

from __future__ import annotations

from typing import Any, NamedTuple

from pobratim.register.models import Actor, Document, Event, Person, Record, State

Json = dict[str, Any]
#: A record's own name: its key after this. Keys are made from what a record says, so that two registers name it alike.
RECORD = "https://w3id.org/pobratim/id/"
SPHERE, CODE = "sphereOf:", "code:"

_TYPES = {
    "country": "Country",
    "region": "AdministrativeArea",
    "district": "AdministrativeArea",
    "city": "City",
    "settlement": "City",
    "government": "GovernmentOrganization",
    "administration": "GovernmentOrganization",
    "assembly": "GovernmentOrganization",
    "representation": "GovernmentOrganization",
    "ministry": "GovernmentOrganization",
    "embassy": "GovernmentOrganization",
    "court": "GovernmentOrganization",
    "university": "CollegeOrUniversity",
    "school": "EducationalOrganization",
    "company": "Corporation",
    "party": "PoliticalParty",
    "media": "NewsMediaOrganization",
    "hospital": "Hospital",
}
_PLACES = frozenset(("Country", "AdministrativeArea", "City"))
_EXACT = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_STATES = {State.PROPOSED: "proposed", State.ACCEPTED: "accepted", State.REJECTED: "rejected"}


class Source(NamedTuple):
    """A page that tells of a record."""

    address: str
    title: str
    published: Any


def _full(node: Json) -> Json:
    """Without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def _common(record: Record, type_: str, sources: list[Source]) -> Json:
    pages = [
        _full({"@type": "WebPage", "url": one.address, "name": one.title, "datePublished": str(one.published or "")})
        for one in sources
    ]
    return {
        "@id": RECORD + record.key,
        "@type": type_,
        "reviewState": CODE + _STATES[State(record.state)],
        "contradicted": sorted(record.contradictions),
        "citation": pages,
    }


def _ref(key: str | None, name: str = "") -> Json | None:
    return _full({"@id": RECORD + key, "name": name}) if key else None


def _named(one: Actor | Person | None) -> Json | None:
    return _ref(one.key, one.name) if one else None


def _date(value: str | None) -> Json | None:
    """A date as exactly as it is known: a day, a month, a year, or a day without its year.

    >>> _date("2019-03"), _date("--04-23")
    ({'@type': 'xsd:gYearMonth', '@value': '2019-03'}, {'@type': 'xsd:gMonthDay', '@value': '--04-23'})
    """
    if not value:
        return None
    return {"@type": "xsd:gMonthDay" if value.startswith("-") else _EXACT[len(value)], "@value": value}


def document_node(one: Document, sources: list[Source]) -> Json:
    """A document; `whole_documents` has read what belongs to it."""
    relations: dict[str, list[Json]] = {}
    for row in one.relations.all():
        relations.setdefault(row.kind, []).append(_full({"@id": RECORD + row.to_id, "name": row.to.title}))
    return _full(
        {
            **_common(one, "DigitalDocument", sources),
            "kind": f"{CODE}{one.kind}",
            "name": one.title,
            "status": f"{CODE}{one.status}",
            "recalledOnly": one.background or None,
            "signed": _date(one.signed),
            "wording": one.signed_wording,
            "locationCreated": _named(one.place),
            "expires": str(one.ends_last or ""),
            "term": _term(one.term),
            "party": [_party(row) for row in one.party_rows.all()],
            "signature": [
                _full({"@type": "pob:Signature", "person": _named(row.person), "actsFor": _named(row.party)})
                for row in one.signatures.all()
                if not row.witness
            ],
            "witness": [_named(row.person) for row in one.signatures.all() if row.witness],
            "sphere": [SPHERE + row.code for row in one.spheres.all()],
            **relations,
        }
    )


def _party(row: Any) -> Json:
    acts_for = _named(row.acts_for) if row.acts_for_id != row.actor_id else None
    return _full({"@type": "pob:Party", "actor": _named(row.actor), "actsFor": acts_for})


def _term(term: Json | None) -> Json | None:
    if not term:
        return None
    begin, end = ((term.get(name) or {}).get("value") for name in ("from", "to"))
    told = {
        "from": _date(begin),
        "to": _date(end),
        "years": term.get("years"),
        "openEnded": term.get("open_ended") or None,
        "renewal": term.get("renewal"),
        "renews": term.get("renews"),
        "stepYears": term.get("step_years"),
        "noticeMonths": term.get("notice_months"),
    }
    return {"@type": "pob:Term", **_full(told)}


def event_node(one: Event, sources: list[Source]) -> Json:
    """An event; `whole_events` has read what belongs to it."""
    cancelled = one.status == "cancelled"
    people = [
        _full(
            {"@type": "pob:Participation", "person": _named(row.person), "role": f"{CODE}{row.role}", "actsFor": _named(row.side)}
        )
        for row in one.participations.all()
    ]
    return _full(
        {
            **_common(one, "Event", sources),
            "kind": f"{CODE}{one.kind}",
            "status": f"{CODE}{one.status}",
            "eventStatus": "https://schema.org/EventCancelled" if cancelled else "",
            "held": _date(one.date),
            "wording": one.date_wording,
            "startDate": one.date if one.date_precision == "day" and not one.date.startswith("-") else "",
            "location": _named(one.place),
            "host": _named(one.host),
            "party": [_party(row) for row in one.party_rows.all()],
            "participant": people,
            "superEvent": _ref(one.within_id),
            "document": [_full({"@id": RECORD + row.document_id, "name": row.document.title}) for row in one.document_rows.all()],
        }
    )


def person_node(one: Person, sources: list[Source]) -> Json:
    """A person; `whole_people` has read the posts."""
    posts = [
        _full({"@type": "pob:Post", "title": row.title, "of": _named(row.of), "acting": row.acting or None})
        for row in one.appointments.all()
    ]
    return _full(
        {
            **_common(one, "Person", sources),
            "name": one.name,
            "familyName": one.surname,
            "givenName": one.given,
            "additionalName": one.patronymic,
            "jobTitle": list(dict.fromkeys(row.title for row in one.appointments.all())),
            "post": posts,
        }
    )


def actor_node(one: Actor, sources: list[Source]) -> Json:
    """A place or body; `whole_actors` has read where it lies."""
    type_ = _TYPES.get(one.kind, "Organization")
    inside = _named(one.within)
    return _full(
        {
            **_common(one, type_, sources),
            "kind": f"{CODE}{one.kind}",
            "level": f"{CODE}{one.level}",
            "name": one.name,
            "alternateName": sorted({name for name, _ in one.names} - {one.name}),
            "containedInPlace": inside if type_ in _PLACES else None,
            "location": inside if type_ not in _PLACES else None,
            "identifier": _codes(one),
            "sameAs": _same(one),
        }
    )


def _codes(one: Actor) -> list[Json]:
    country = one.country if one.kind == "country" else ""
    told = (("ISO 3166-1", country), ("ISO 3166-2", one.iso3166_2), ("GeoNames", str(one.geonames or "")))
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in told if value]


def _same(one: Actor) -> list[str]:
    """GeoNames' own name of the place; of ISO 3166, which gives none, the standard's with the code behind it."""
    found = [f"https://sws.geonames.org/{one.geonames}/"] if one.geonames else []
    found += [f"urn:iso:std:iso:3166:-2#{one.iso3166_2}"] if one.iso3166_2 else []
    return found + ([f"urn:iso:std:iso:3166:-1#{one.country}"] if one.kind == "country" and one.country else [])

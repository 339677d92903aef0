"""The lists that can be exported, and their columns."""

from __future__ import annotations

from pobratim.register.selectors import listing
from pobratim.register.selectors.whole import whole_actors, whole_documents, whole_events, whole_people, whole_statements

from . import row
from .table import List

_NUMBERED = ("state", "pages", "first_told", "last_told", "contradictions")
_COMMON = (*_NUMBERED, "sources")
_DOCUMENT = (
    "key kind title status lifecycle on signed signed_wording parties party_keys signatories witnesses place spheres "
    "term_from term_to term_years open_ended renewal ends relations recalled_only"
)
_EVENT = "key kind status on date date_wording parties party_keys place host people documents"
_PERSON = "key name surname given patronymic posts on"
_PARTNER = "key name kind level country iso3166_2 geonames within names documents events on"
_STATEMENT = "key text direct speaker speaker_key documents on"
_PROMISE = (
    "key what by by_key to to_key due due_wording outcome overdue on outcome_on outcome_fact text speaker speaker_key documents"
)

LISTS: dict[str, List] = {
    "documents": List((*_DOCUMENT.split(), *_COMMON), listing.documents, whole_documents, row.document),
    "events": List((*_EVENT.split(), *_COMMON), listing.events, whole_events, row.event),
    "people": List((*_PERSON.split(), *_COMMON), listing.people, whole_people, row.person),
    "partners": List((*_PARTNER.split(), *_NUMBERED), listing.partners, whole_actors, row.partner),
    "statements": List((*_STATEMENT.split(), *_COMMON), listing.statements, whole_statements, row.statement),
    "promises": List((*_PROMISE.split(), *_COMMON), listing.promised, whole_statements, row.promise),
}

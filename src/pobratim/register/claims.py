"""The claims of a page: for every field of every thing that it tells of, the value and the spans that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from pobratim.core import facts as f
from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.facts import Facts
from pobratim.facts.promises.find import Promised, Promises
from pobratim.resolve.renewal import renewal

from .models.claim import Modality

_encode = msgspec.json.Encoder(order="deterministic").encode
#: Where a field has no evidence of its own, the words that tell of the thing at all.
_INSTEAD = ("kind", "status", "parties")
#: As much as a field of words takes, see `field.Text`.
WORDS_MOST = 20_000


class ClaimRow(NamedTuple):
    """A claim before it is stored; `local` is the page's id of the thing."""

    local: str
    field: str
    value: str
    modality: str
    spans: str


class _Page:
    def __init__(self, nodes: Mapping[str, str], territories: Mapping[str, str]) -> None:
        self.nodes = nodes
        self.territories = territories

    def ref(self, local: str | None) -> dict[str, str] | None:
        """A reference to what the page calls by that id; None for an id that it does not know."""
        key = self.nodes.get(local or "")
        return {"node": key} if key else None

    def refs(self, locals_: Iterable[str]) -> Iterator[dict[str, str]]:
        return (ref for ref in map(self.ref, locals_) if ref)

    def parties(self, locals_: Iterable[str]) -> Iterator[dict[str, object]]:
        for local in dict.fromkeys(locals_):
            if ref := self.ref(local):
                yield {"actor": ref, "for": {"node": self.territories[local]}} if local in self.territories else {"actor": ref}


def claims_of(facts: Facts, nodes: Mapping[str, str], territories: Mapping[str, str]) -> list[ClaimRow]:
    """All claims of a page.

    Args:
        facts: of the page.
        nodes: local id → key of its node.
        territories: local id of a party → key of the node it acts for.
    """
    page = _Page(nodes, territories)
    rows: list[ClaimRow] = []
    rows += (_row(one.id, "name", one.name, one.evidence) for one in facts.places)
    rows += (_row(one.id, "name", one.name, one.evidence) for one in facts.bodies)
    for person in facts.people:
        rows += _person(person, page)
    for document in facts.documents:
        rows += _record_rows(document.id, _document(document, page), document.evidence, _document_modality(document))
    for event in facts.events:
        modality = Modality.PLANNED.value if event.status == "planned" else Modality.ASSERTED.value
        rows += _record_rows(event.id, _event(event, page), event.evidence, modality)
    promises = Promises(facts)
    for statement in facts.statements:
        rows += _statement(statement, page, promises.of(statement))
    return rows


def date_json(date: PartialDate) -> dict[str, object]:
    """A date as claims and records hold it: value, precision, basis, and the wording of the page."""
    wording = date.evidence[0].quote if date.evidence else ""
    return {"value": date.value, "precision": date.precision, "basis": date.basis, "wording": wording}


def _row(local: str, field: str, value: object, evidence: Iterable[Evidence], modality: str = "a") -> ClaimRow:
    spans = ",".join([f"[{one.start},{one.end}]" for one in evidence])
    return ClaimRow(local, field, _encode(value).decode(), modality, f"[{spans}]")


def _person(person: f.Person, page: _Page) -> Iterator[ClaimRow]:
    parts = {"name": person.name, "surname": person.surname, "given": person.given, "patronymic": person.patronymic}
    yield _row(person.id, "name", parts, person.evidence)
    for post in person.posts:
        told = {"title": post.title, "of": page.ref(post.of), "acting": post.acting}
        yield _row(person.id, "post", told, post.evidence or person.evidence)


def _statement(statement: f.Statement, page: _Page, promised: Promised | None) -> Iterator[ClaimRow]:
    yield _row(statement.id, "text", {"text": statement.text, "direct": statement.direct}, statement.evidence)
    for field, refs in (("speaker", [statement.speaker or ""]), ("document", statement.documents)):
        for ref in page.refs(refs):
            yield _row(statement.id, field, ref, statement.evidence)
    if promised:
        due = date_json(promised.due) if promised.due else None
        told = {"what": promised.what[:WORDS_MOST], "by": page.ref(promised.by), "to": page.ref(promised.to), "due": due}
        yield _row(statement.id, "promise", told, [promised.said])


#: Field of a claim → the contract's name of the evidence.
_EVIDENCE = {
    "party": "parties",
    "signatory": "signatories",
    "witness": "witnesses",
    "sphere": "spheres",
    "relation": "relations",
    "title": "kind",
    "person": "people",
    "document": "documents",
}


def _record_rows(
    local: str, told: Iterable[tuple[str, object, list[Evidence]]], evidence: f.FieldEvidence, modality: str
) -> Iterator[ClaimRow]:
    """The rows of a document or event, each with the field's evidence, else the value's own, else that of the thing."""
    general = next((evidence[name] for name in _INSTEAD if evidence.get(name)), [])
    for field, value, own in told:
        said = evidence.get(field) or evidence.get(_EVIDENCE.get(field, "")) or own or general
        yield _row(local, field, value, said, modality)


def _document_modality(document: f.Document) -> str:
    if document.status in ("planned", "proposed"):
        return Modality.PLANNED.value
    return Modality.RECALLED.value if document.background else Modality.ASSERTED.value


def _document(document: f.Document, page: _Page) -> Iterator[tuple[str, Any, list[Evidence]]]:
    yield "kind", document.kind, []
    yield "status", {"status": document.status, "background": document.background}, []
    if document.title:
        yield "title", document.title, []
    for party in page.parties(document.parties):
        yield "party", party, []
    for one in document.signatories:
        if who := page.ref(one.person):
            yield "signatory", {"person": who, "for": page.ref(one.for_)}, []
    for who in page.refs(document.witnesses):
        yield "witness", who, []
    if document.signed:
        yield "signed", date_json(document.signed), document.signed.evidence
    if where := page.ref(document.place):
        yield "place", where, []
    if document.term:
        yield "term", term_json(document.term), []
    for sphere in dict.fromkeys(document.spheres):
        yield "sphere", sphere, []
    for relation in document.relations:
        if to := page.ref(relation.to):
            yield "relation", {"kind": relation.kind, "to": to}, []


def term_json(term: f.Term) -> dict[str, object]:
    """A term as the field has it; what its renewal means is read from the words."""
    told = renewal(term.renewal)
    return {
        "from": date_json(term.from_) if term.from_ else None,
        "to": date_json(term.to) if term.to else None,
        "years": term.years,
        "open_ended": term.open_ended,
        "renewal": term.renewal,
        "renews": told.kind,
        "step_years": told.step_years,
        "notice_months": told.notice_months,
    }


def _event(event: f.Event, page: _Page) -> Iterator[tuple[str, Any, list[Evidence]]]:
    yield "kind", event.kind, []
    yield "status", {"status": event.status}, []
    if event.date:
        yield "date", date_json(event.date), event.date.evidence
    for field, local in (("place", event.place), ("host", event.host), ("within", event.within)):
        if ref := page.ref(local):
            yield field, ref, []
    for party in page.parties(event.parties):
        yield "party", party, []
    for one in event.people:
        if who := page.ref(one.person):
            yield "person", {"person": who, "role": one.role, "side": page.ref(one.side)}, []
    for ref in page.refs(event.documents):
        yield "document", ref, []

"""Documents: announced, signed, recalled years later are one, with its history."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from pobratim.register.models import Document, DocumentParty, DocumentRelation, DocumentSphere, Signature
from pobratim.register.term import TermTold, final_end, notice
from pobratim.resolve.records.window import Window, date_window

from .date import NO_DAY, choose_date, date_columns, term_end
from .draft import Draft, Json, canonical, key_in
from .rows import Rows
from .term import note_rival_terms

#: What is told later in a document's life outranks what is told of it earlier.
_STATUS_ORDER = ("terminated", "prolonged", "in_force", "signed", "planned", "proposed")


def document(draft: Draft, rows: Rows) -> None:
    """The row of a document and those of its parties, signatures, spheres and relations."""
    signed = choose_date(draft, "signed")
    kinds = draft.all("kind")
    for field in ("kind", "place"):
        note_rivals(draft, field)
    note_rival_terms(draft)
    term = draft.best("term")
    status, background = _status(draft)
    columns = date_columns("signed", signed)
    place = draft.best("place")
    rows.add(
        Document,
        kind=kinds[0] if kinds else "other",
        title=_title(draft),
        status=status,
        background=background,
        term=term,
        **_term_columns(term or {}, date_window(signed["value"]) if signed else None),
        course=sorted(draft.all("course"), key=lambda one: (one["since"], canonical(one))),
        place_id=key_in(place),
        history=history(draft),
        **columns,
        **draft.common(),
    )
    for position, (actor, acts_for) in enumerate(parties(draft)):
        rows.add(DocumentParty, document_id=draft.key, actor_id=actor, acts_for_id=acts_for, position=min(position, 32767))
    _signatures(draft, rows, columns["signed_first"] or NO_DAY)
    _relations(draft, rows)
    for code in sorted(draft.all("sphere")):
        rows.add(DocumentSphere, document_id=draft.key, code=code)


def _term_columns(term: Json, signed: Window | None) -> dict[str, Any]:
    told = TermTold(
        term_end(term, signed),
        term.get("renews") or "",
        term.get("step_years"),
        term.get("notice_months"),
        signed.last if signed else None,
    )
    return {
        "ends_last": told.ends_last,
        "renews": told.renews,
        "step_years": told.step_years,
        "notice_months": told.notice_months,
        "ends_finally": final_end(told),
        **notice(told)._asdict(),
    }


def note_rivals(draft: Draft, field: str) -> None:
    """Several values told as facts, where there can be one, and no person's word: a contradiction."""
    told = [one.value for one in draft.values.get(field, []) if one.told]
    if len(told) > 1 and field not in draft.decided:
        draft.contradictions[field] = told


def history(draft: Draft) -> list[Json]:
    """Every status that pages tell, in the order of the days on which they first did; without a day at the end."""
    found = [
        {
            "status": one.value["status"],
            "background": one.value.get("background", False),
            "pages": one.pages,
            "told": one.first.isoformat() if one.first else None,
        }
        for one in draft.values.get("status", [])
    ]
    return sorted(found, key=lambda one: (one["told"] is None, one["told"] or "", canonical(one)))


def parties(draft: Draft) -> Iterator[tuple[str, str]]:
    """`(actor, the one it acts for)`, each actor once, the better supported first."""
    found: dict[str, str] = {}
    for value in draft.all("party"):
        actor = key_in(value["actor"])
        if actor:
            found.setdefault(actor, key_in(value.get("for")) or actor)
    return iter(found.items())


def _status(draft: Draft) -> tuple[str, bool]:
    values = draft.values.get("status", [])
    if "status" in draft.decided and values:
        return values[0].value["status"], bool(values[0].value.get("background"))
    told = {one.value["status"] for one in values}
    status = next((one for one in _STATUS_ORDER if one in told), "signed")
    return status, bool(values) and all(one.value.get("background") for one in values)


def _title(draft: Draft) -> str:
    """The person's title, else the longest that pages give: it tells most."""
    titles = draft.all("title")
    if "title" in draft.decided or not titles:
        return str(titles[0]) if titles else ""
    return str(min(titles, key=lambda title: (-len(title), title)))


def _signatures(draft: Draft, rows: Rows, day: datetime.date) -> None:
    """A person signs once: with the party, where any page names it."""
    found: dict[str, str | None] = {}
    for value in draft.all("signatory"):
        who = key_in(value["person"])
        if who and not found.get(who):
            found[who] = key_in(value["for"])
    for who, party in found.items():
        rows.add(Signature, document_id=draft.key, person_id=who, party_id=party, witness=False, day=day)
    for who in dict.fromkeys(filter(None, map(key_in, draft.all("witness")))):
        rows.add(Signature, document_id=draft.key, person_id=who, party_id=None, witness=True, day=day)


def _relations(draft: Draft, rows: Rows) -> None:
    pairs = {(value["kind"], key_in(value["to"])) for value in draft.all("relation") if value["to"]}
    for kind, to in sorted(pairs, key=str):
        if to and to != draft.key:
            rows.add(DocumentRelation, document_id=draft.key, to_id=to, kind=kind)

"""Events: one visit, however many sites tell of it."""

from __future__ import annotations

import datetime

from pobratim.register.models import Event, EventDocument, EventParty, Participation

from .date import NO_DAY, choose_date, date_columns
from .document import history, note_rivals, parties
from .draft import Draft, key_in
from .rows import Rows

_STATUS_ORDER = ("held", "cancelled", "planned")
#: The more telling role of a person whom pages give several.
_ROLES = ("head", "host", "speaker", "member", "participant")


def event(draft: Draft, rows: Rows) -> None:
    """The row of an event and those of its parties, people and documents."""
    date = choose_date(draft, "date")
    for field in ("place", "host"):
        note_rivals(draft, field)
    columns = date_columns("date", date)
    kinds, within = draft.all("kind"), key_in(draft.best("within"))
    rows.add(
        Event,
        kind=kinds[0] if kinds else "other",
        status=_status(draft),
        place_id=key_in(draft.best("place")),
        host_id=key_in(draft.best("host")),
        within_id=within if within != draft.key else None,
        history=history(draft),
        **columns,
        **draft.common(),
    )
    for position, (actor, acts_for) in enumerate(parties(draft)):
        rows.add(EventParty, event_id=draft.key, actor_id=actor, acts_for_id=acts_for, position=min(position, 32767))
    _people(draft, rows, columns["date_first"] or NO_DAY)
    for document in dict.fromkeys(filter(None, map(key_in, draft.all("document")))):
        rows.add(EventDocument, event_id=draft.key, document_id=document)


def _status(draft: Draft) -> str:
    told = [value["status"] for value in draft.all("status")]
    if "status" in draft.decided and told:
        return str(told[0])
    return next((one for one in _STATUS_ORDER if one in told), "held")


def _people(draft: Draft, rows: Rows, day: datetime.date) -> None:
    found: dict[str, tuple[str, str | None]] = {}
    for value in draft.all("person"):
        who = key_in(value["person"])
        if who:
            role, side = found.get(who, ("participant", None))
            found[who] = (min(role, value["role"], key=_ROLES.index), side or key_in(value["side"]))
    for who, (role, side) in found.items():
        rows.add(Participation, event_id=draft.key, person_id=who, role=role, side_id=side, day=day)

"""Part 7: ties between municipalities, universities, chambers and other bodies of the two sides."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Document, Event
from pobratim.register.selectors.day_words import partial_date
from pobratim.register.selectors.inside import documents_inside, events_inside
from pobratim.register.selectors.proof import proofs_on
from pobratim.register.selectors.state import states_on
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line
from pobratim.reports.words import word
from pobratim.words import codes

from .matter import Matter, keys_of
from .phrases import latest_listed, parties_of, stopped, title_of

EACH = 12


def inside(matter: Matter) -> list[Block]:
    """The documents and contacts of what lies in the one with what lies in the other; with whomever, where there is no other."""
    documents = documents_inside(matter.keys, matter.on, EACH + 1)
    life = states_on(documents, matter.on)
    documents = [one for one in documents if life[one.key] is not Lifecycle.ABSENT]
    events = events_inside(matter.keys, matter.since, matter.on, EACH + 1)
    records = [*documents, *events]
    if not records:
        two = gettext("The register knows of no ties between municipalities, universities and chambers of the two sides.")
        return [Gap(matter.said(two, gettext("The register knows of no ties of its municipalities, universities and chambers.")))]
    matter.proofs.update(proofs_on(keys_of(records), matter.on, ("kind", "signed", "date", "status")))
    blocks: list[Block] = []
    if documents:
        lines = [_document(matter, one, life[one.key]) for one in documents[:EACH]]
        blocks += [Heading(gettext("Documents"), 2), Bullets(tuple(lines)), *_latest(documents)]
    if events:
        lines = [_event(matter, one) for one in events[:EACH]]
        blocks += [Heading(gettext("Contacts"), 2), Bullets(tuple(lines)), *_latest(events)]
    return blocks


def _latest(found: Sequence[Document | Event]) -> list[Block]:
    return [latest_listed(EACH)] if len(found) > EACH else []


def _document(matter: Matter, document: Document, state: Lifecycle) -> Line:
    told = ", ".join(filter(None, (partial_date(document.signed) if document.signed else "", word(codes.LIFECYCLES, state))))
    return Line(f"{parties_of(document)}: {title_of(document)} ({told}).", matter.cites(document, "kind", "signed"))


def _event(matter: Matter, event: Event) -> Line:
    day = f", {partial_date(event.date)}" if event.date else ""
    return Line(stopped(f"{parties_of(event)}: {word(codes.EVENT_KINDS, event.kind)}{day}"), matter.cites(event, "kind", "date"))

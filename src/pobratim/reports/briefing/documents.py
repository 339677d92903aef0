"""Part 2: documents in force, those that end soon, those that lapsed; how long they hold, how they hang together."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.utils.translation import gettext

from pobratim.register.lifecycle import HOLDING, Lifecycle
from pobratim.register.models import Document
from pobratim.register.selectors.document import Chain, chain
from pobratim.register.selectors.label import short, upper_first
from pobratim.register.selectors.state import states_on
from pobratim.reports import drawing
from pobratim.reports.names import document_name
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paragraph, Table
from pobratim.reports.words import word
from pobratim.words import codes

from .matter import Matter
from .phrases import (
    BRIEF,
    TITLE,
    counted,
    day_of,
    not_listed,
    of_document,
    pictured,
    short_date,
    signatories_of,
    term_of,
    title_of,
)

SOON = datetime.timedelta(days=180)
ENDED = (Lifecycle.LAPSED, Lifecycle.TERMINATED, Lifecycle.SUPERSEDED)
_KEPT = (*HOLDING, Lifecycle.SUSPENDED, Lifecycle.UNKNOWN)
_SHORT_ROWS = 5
#: So many bars in the picture of terms, those of what was signed last.
BARS = 14


def documents(matter: Matter) -> list[Block]:
    """Numbers by state, the tables, what ends soon, the pictures."""
    numbers = [f"{word(codes.LIFECYCLES, state)} — {number}" for state, number in matter.shelves.numbers.items() if number]
    if not numbers:
        two, alone = gettext("The register knows of no document of the two sides."), gettext("The register knows of no document.")
        return [Gap(matter.said(two, alone))]
    on = gettext("On {day}: {numbers}.").format(day=day_of(matter.on), numbers=", ".join(numbers))
    blocks: list[Block] = [Paragraph((counted(on),))]
    blocks += _table(matter, gettext("In force"), _KEPT, _none_in_force(matter))
    if matter.in_state(*HOLDING):
        blocks += [Heading(gettext("Ending within 180 days"), 2), *_ending(matter)]
    blocks += _table(matter, gettext("Ended"), ENDED, gettext("The register knows of no document that ended."))
    return blocks + _pictures(matter)


def documents_short(matter: Matter) -> list[Block]:
    """The documents in force alone."""
    found = matter.in_state(*_KEPT)
    if not found:
        return [Gap(_none_in_force(matter))]
    return [rows_of(matter, found[:_SHORT_ROWS]), *_more(matter, _KEPT, min(len(found), _SHORT_ROWS))]


def _none_in_force(matter: Matter) -> str:
    two = gettext("No document of the two sides is known to be in force.")
    return matter.said(two, gettext("No document is known to be in force."))


def ending_soon(matter: Matter) -> list[Document]:
    """Documents that hold and whose end comes within half a year."""
    held = matter.in_state(*HOLDING)
    return [one for one in held if one.key in matter.ends and matter.on <= matter.ends[one.key] <= matter.on + SOON]


def rows_of(matter: Matter, found: Sequence[Document]) -> Table:
    """Documents as a table: what, when, for how long, in what state, who signed, and where it is told."""
    head = (
        gettext("Document"),
        gettext("Signed on"),
        gettext("Term"),
        gettext("State"),
        gettext("Signatories"),
        gettext("Src."),
    )
    rows = tuple(
        (
            Line(title_of(one, *matter.keys, chars=BRIEF if matter.sources.short else TITLE)),
            Line(short_date(one.signed) if one.signed else gettext("not told")),
            Line(term_of(one, matter.ends.get(one.key), matter.on)),
            Line(upper_first(word(codes.LIFECYCLES, matter.life[one.key])), computed=True),
            Line(signatories_of(matter, one)),
            Line("", matter.cites(one, "kind", "signed", "term", "signatory")),
        )
        for one in found
    )
    return Table(head, rows, (15, 8, 8, 7, 17, 4))


def _table(matter: Matter, heading: str, states: Sequence[Lifecycle], nothing: str) -> list[Block]:
    found = matter.in_state(*states)
    if not found:
        return [Heading(heading, 2), Gap(nothing)]
    return [Heading(heading, 2), rows_of(matter, found), *_more(matter, states, len(found))]


def _more(matter: Matter, states: Sequence[Lifecycle], shown: int) -> list[Block]:
    return not_listed(sum(matter.shelves.numbers.get(state, 0) for state in states) - shown)


def _ending(matter: Matter) -> list[Block]:
    found = ending_soon(matter)
    if not found:
        return [Paragraph((counted(gettext("None of the documents in force.")),))]
    told = gettext("{document}: ends on {day}")
    lines = [
        Line(told.format(document=of_document(matter, one), day=day_of(matter.ends[one.key])), matter.cites(one, "term"))
        for one in found
    ]
    return [Bullets(tuple(lines))]


def _pictures(matter: Matter) -> list[Block]:
    shown = matter.in_state(*_KEPT, *ENDED)
    names = {one.key: title_of(one, chars=BRIEF) for one in shown}
    blocks: list[Block] = []
    dated = sorted((one for one in shown if one.signed_first), key=lambda one: str(one.signed_first), reverse=True)[:BARS]
    if len(dated) > 1:
        title = gettext("What was in force when")
        if len(dated) == BARS:
            title = gettext("{title} (the latest {number})").format(title=title, number=BARS)
        blocks += pictured(drawing.terms(dated, names, matter.life, matter.ends, matter.on), title)
    related = next((one for one in shown if one.relations.all()), None)
    if related is not None and (found := _known(chain(related), matter.on)) and len(found[0].documents) > 1:
        hanging, life = found
        names |= {one.key: short(document_name(one.kind, one.title)) for one in hanging.documents}
        blocks += pictured(drawing.chain(hanging, "", names, life), gettext("Chain of documents"))
    return blocks


def _known(found: Chain, on: datetime.date) -> tuple[Chain, dict[str, Lifecycle]]:
    """The chain as it is known on the day."""
    life = states_on(found.documents, on)
    kept = [one for one in found.documents if life[one.key] is not Lifecycle.ABSENT]
    keys = {one.key for one in kept}
    return Chain(kept, [one for one in found.relations if {one.document_id, one.to_id} <= keys]), life

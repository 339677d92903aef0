"""Part 12: what our own data lacks, and where pages contradict each other."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from pobratim.register.field import refs_in
from pobratim.register.models import Document, Event
from pobratim.reports.names import names_of
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line
from pobratim.reports.words import plain, word
from pobratim.words import codes

from .matter import Matter
from .phrases import counted, event_of, not_listed, of_document, stopped

SHOWN = 12


def gaps(matter: Matter) -> list[Block]:
    """What is missing, in numbers; each contradiction with the pages of either side."""
    missing = tuple(counted(line) for line in _missing(matter))
    blocks: list[Block] = [Heading(gettext("What is missing"), 2)]
    if not matter.documents and not matter.events:
        return [*blocks, Gap(gettext("Everything: the register knows of no documents and no contacts."))]
    blocks.append(Bullets(missing) if missing else Gap(gettext("Nothing of what is listed lacks a day, a term or a signatory.")))
    told = _contradictions(matter)
    blocks.append(Heading(gettext("Where pages contradict each other"), 2))
    blocks.append(Bullets(tuple(told[:SHOWN])) if told else Gap(gettext("Pages do not contradict each other in what is listed.")))
    blocks += not_listed(len(told) - SHOWN)
    return blocks


def _missing(matter: Matter) -> Iterable[str]:
    signed = [one for one in matter.documents if one.status not in ("planned", "proposed")]
    asked = (
        (gettext("Documents without a day of signing: {number} of {all}."), [not one.signed for one in signed]),
        (gettext("Documents without a term: {number} of {all}."), [not one.term for one in signed]),
        (gettext("Documents without signatories: {number} of {all}."), [not one.signatures.all() for one in signed]),
        (gettext("Contacts without a day: {number} of {all}."), [not one.date for one in matter.events]),
    )
    for told, lacking in asked:
        if any(lacking):
            yield told.format(number=sum(lacking), all=len(lacking))


def _contradictions(matter: Matter) -> list[Line]:
    listed: list[Document | Event] = [*matter.documents, *matter.events]
    records = [one for one in listed if one.contradictions]
    names = names_of(refs_in([one.contradictions for one in records])) if records else {}
    return [line for one in records for line in _lines(matter, one, names)]


def _lines(matter: Matter, record: Document | Event, names: dict[str, str]) -> Iterable[Line]:
    kind = record.key[0]
    name = of_document(matter, record) if isinstance(record, Document) else event_of(matter, record, people=False)
    for field, values in record.contradictions.items():
        told = [plain(kind, field, value, names) for value in values]
        proofs = [proof for value in values for proof in matter.proofs.of(record.key, field, value)[:1]]
        cites = matter.sources.cite(proofs) or matter.cites(record, field)
        about = f"{name.rstrip('.')} — {word(codes.FIELDS[kind], field).lower()}"
        yield Line(stopped(f"{about}: {' / '.join(told)}"), cites)

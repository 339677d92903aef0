"""Part 8: what was promised earlier, and what became of it; part 10: drafts to sign."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext

from pobratim.register.models import Document, Statement
from pobratim.register.promise import OPEN
from pobratim.register.selectors.day_words import partial_date
from pobratim.register.selectors.due import announced_late
from pobratim.register.selectors.label import short, upper_first
from pobratim.register.selectors.promise import became
from pobratim.reports.paper import Block, Bullets, Gap, Line, Paragraph
from pobratim.reports.words import outcome_words, word
from pobratim.words import codes

from .matter import STATEMENTS, Matter
from .phrases import INTENDED, counted, day_of, of_document, person_of, stopped

TEXT = 300
_SHORT_ROWS = 3


def promises(matter: Matter) -> list[Block]:
    """Documents announced, signed since or not; promises in people's words with their outcome on the day."""
    lines = [*_unsigned(matter), *_signed(matter), *(_promise(matter, one) for one in promised(matter))]
    two = gettext("The register knows of no earlier promises of the two sides.")
    gap = Gap(matter.said(two, gettext("The register knows of no earlier promises.")))
    if len(matter.statements) == STATEMENTS:
        told = gettext("Promises are looked for among the latest {number} statements.").format(number=STATEMENTS)
        return [Bullets(tuple(lines)) if lines else gap, Paragraph((counted(told),))]
    return [Bullets(tuple(lines))] if lines else [gap]


def promises_short(matter: Matter) -> list[Block]:
    """What is open alone."""
    open_ = (_promise(matter, one) for one in promised(matter) if became(one, matter.on).state == OPEN)
    lines = [*_unsigned(matter), *open_]
    found = tuple(lines[:_SHORT_ROWS])
    two = gettext("The register knows of no open promises of the two sides.")
    return [Bullets(found)] if found else [Gap(matter.said(two, gettext("The register knows of no open promises.")))]


def drafts(matter: Matter) -> list[Block]:
    """Documents that are meant to be signed, those announced long ago aside: they are promises."""
    stale = {one.key for one in stale_of(matter)}
    found = [one for one in matter.in_state(*INTENDED) if one.key not in stale]
    if not found:
        return [Gap(gettext("No page tells of documents that are to be signed."))]
    return [Bullets(tuple(_draft(matter, one) for one in found))]


def stale_of(matter: Matter) -> list[Document]:
    """Documents announced longer than half a year ago, or for a day that has passed, and not signed by the day."""
    return [one for one in matter.in_state(*INTENDED) if announced_late(one, matter.on)]


def promised(matter: Matter) -> list[Statement]:
    """The statements in which somebody took something on."""
    return [one for one in matter.statements if one.promise]


def _unsigned(matter: Matter) -> list[Line]:
    told = gettext("{document} — {announced}; no page tells of the signing.")
    return [
        Line(told.format(document=of_document(matter, one), announced=_announced(one)), matter.cites(one, "status", "signed"))
        for one in stale_of(matter)
    ]


def _announced(document: Document) -> str:
    """When it was announced, and for which day."""
    told = (
        gettext("announced on {day}").format(day=day_of(document.first_told))
        if document.first_told
        else gettext("the intention was announced")
    )
    planned = gettext("planned for {day}").format(day=partial_date(document.signed)) if document.signed else ""
    return ", ".join(filter(None, (told, planned)))


def _signed(matter: Matter) -> list[Line]:
    """Documents that were announced first and signed by the day."""
    found = []
    for one in matter.documents:
        begun = [turn["told"] for turn in one.history if turn["status"] in ("planned", "proposed") and turn.get("told")]
        day = one.signed_first
        if begun and day and min(begun) < day.isoformat() and matter.life[one.key] not in INTENDED:
            told = gettext("{document}: announced on {day}, signed.")
            text = told.format(document=of_document(matter, one), day=partial_date(min(begun)))
            found.append(Line(text, matter.cites(one, "status", "signed")))
    return found


def _promise(matter: Matter, statement: Statement) -> Line:
    promise: dict[str, Any] = statement.promise or {}
    by = person_of(matter, statement.speaker, statement.first_told) if statement.speaker else ""
    due = gettext("by {day}").format(day=partial_date(promise["due"]["value"])) if promise.get("due") else ""
    said = gettext("told on {day}").format(day=day_of(statement.first_told)) if statement.first_told else ""
    state = _became(statement, matter.on)
    about = ", ".join(filter(None, (said, due, state)))
    return Line(f"{by + ': ' if by else ''}{what_of(statement)} ({about}).", matter.cites(statement, "promise", "text"))


def _became(statement: Statement, on: datetime.date) -> str:
    """What a promise had become by the day, with the day and the fact where somebody told them."""
    told = became(statement, on)
    return outcome_words(told.outcome).rstrip(". ") if told.outcome else word(codes.OUTCOMES, told.state)


def what_of(statement: Statement) -> str:
    """What was promised, in the words of the page."""
    return upper_first(short(str((statement.promise or {}).get("what", statement.text)).strip(" ."), TEXT))


def _draft(matter: Matter, document: Document) -> Line:
    spheres = ", ".join(word(codes.SPHERES, one.code) for one in document.spheres.all())
    text = f"{of_document(matter, document)} — {'; '.join(filter(None, (_announced(document), spheres)))}"
    return Line(stopped(text), matter.cites(document, "status", "signed", "sphere"))

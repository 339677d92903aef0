"""A report on a plan: how its measures stand on a day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from pobratim.pictures.bars import Bar, bars_picture
from pobratim.register.errors import NoSuchRecord
from pobratim.register.measure import MeasureState
from pobratim.register.models import Document, Measure
from pobratim.register.selectors.label import short, upper_first
from pobratim.register.selectors.plan import Item, board, counts, items
from pobratim.register.selectors.proof import proofs_on
from pobratim.register.selectors.record import record_of
from pobratim.register.selectors.whole import documents_by_key, whole_documents
from pobratim.reports import drawing
from pobratim.reports.briefing.phrases import day_of, parties_of, pictured, short_date, title_of
from pobratim.reports.briefing.plan import standing_of, states_told
from pobratim.reports.names import actor_name, in_english
from pobratim.reports.paper import Block, Gap, Heading, Line, Paper, Paragraph, Picture, Table
from pobratim.reports.sources import Sources, numbered
from pobratim.reports.words import word
from pobratim.words import codes

TEXT = 400


def plan(key: str, on: datetime.date, *, language: str = "ru") -> Paper:
    """How the measures of a plan stand on a day, section by section.

    Raises:
        NoSuchRecord: no document has that key.
    """
    with translation.override(language):
        record = record_of(key)
        if not isinstance(record, Document):
            raise NoSuchRecord("no document has this key", address=key[:60])
        document = whole_documents(documents_by_key([record.key])).get()
        told = items(document.key, on)
        sources = Sources()
        sources.proofs.update(proofs_on([document.key, *(one.measure.key for one in told)], on))
        under = gettext("{document}. As known on {day}").format(document=title_of(document), day=day_of(on))
        paper = Paper(
            gettext("Report on the plan of measures"), under, language, words={"sources": gettext("Sources")}, wide=True
        )
        paper.add(Paragraph((Line(f"{parties_of(document)}.", sources.of(document, "party", "signed")),)))
        if not told:
            paper.add(Gap(gettext("Its measures are not in the register: the plan has to be brought in.")))
            return numbered(paper, sources.found)
        paper.add(Paragraph((states_told(told),)), *_pictures(told))
        for section, some in board(told, "section"):
            paper.add(*([Heading(section)] if section else []), _table(some, sources, on))
        return numbered(paper, sources.found)


def _pictures(told: Sequence[Item]) -> list[Block]:
    numbers = counts(told)
    bars = [Bar(upper_first(word(codes.MEASURE_STATES, one)), numbers[one]) for one in MeasureState if numbers.get(one)]
    title = gettext("Measures by state")
    states = Picture(bars_picture(bars, title=title, desc=gettext("A bar for each state")), title, title)
    return [states, *pictured(drawing.quarters(told), gettext("Done by quarter"))]


def _table(told: Sequence[Item], sources: Sources, on: datetime.date) -> Table:
    head = (
        gettext("No."),
        gettext("Measure"),
        gettext("Executors"),
        gettext("Due"),
        gettext("State"),
        gettext("Fact"),
        gettext("Src."),
    )
    rows = tuple(
        (
            Line(one.measure.number),
            Line(short(one.measure.text, TEXT)),
            Line(
                "; ".join(actor_name(row.actor) if row.actor else row.name for row in one.measure.executors.all())
                or gettext("not told")
            ),
            Line(_due(one.measure)),
            Line(upper_first(standing_of(one.standing)), computed=True, strong=one.standing.overdue),
            Line(_fact(one.measure, on)),
            Line("", sources.of(one.measure, "text", "report")),
        )
        for one in told
    )
    return Table(head, rows, (2, 15, 9, 6, 8, 9, 3))


def _due(measure: Measure) -> str:
    """When a measure is due, in the plan's words; in English as the days that were understood."""
    due: dict[str, Any] = measure.due or {}
    days = list(dict.fromkeys(short_date(due[one]) for one in ("first", "last") if due.get(one)))
    if in_english() and days and not due.get("recurring"):
        return " – ".join(days)
    return str(due.get("wording") or gettext("not told"))


def _fact(measure: Measure, on: datetime.date) -> str:
    """What the last report says was done."""
    made: list[dict[str, Any]] = [one for one in measure.reports if (one.get("made") or one["last"]) <= on.isoformat()]
    facts = [one["fact"] for one in sorted(made, key=lambda one: (one["last"], one.get("made") or "")) if one.get("fact")]
    return short(facts[-1], TEXT) if facts else gettext("not told")

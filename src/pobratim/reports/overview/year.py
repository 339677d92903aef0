"""Documents concluded and lapsed in a year: what regions and municipalities report once a year."""

from __future__ import annotations

import datetime
from collections import Counter

from django.utils import translation
from django.utils.translation import gettext

from pobratim.pictures.bars import Bar, bars_picture
from pobratim.register.models import Document
from pobratim.register.selectors.cooperation import documents_of
from pobratim.register.selectors.ended import concluded, ended
from pobratim.register.selectors.label import upper_first
from pobratim.register.selectors.state import ends_on, states_on
from pobratim.reports.briefing.phrases import counted, day_of, not_listed
from pobratim.reports.names import actor_name
from pobratim.reports.paper import Block, Gap, Heading, Paper, Paragraph, Picture
from pobratim.reports.sources import Sources, numbered
from pobratim.reports.words import word
from pobratim.words import codes

from .rows import MOST, documents_table, partner_of, whole

BARS = 12


def year(number: int, today: datetime.date, *, partner: str = "", language: str = "ru") -> Paper:
    """The documents signed in a year, and those that ended in it, as known at its end, or today if it runs.

    Args:
        number: the year.
        today: beyond which nothing is told.
        partner: key; only its documents.
        language: `ru` or `en`.

    Raises:
        NoSuchRecord: no partner has that key.
    """
    with translation.override(language):
        actor = partner_of(partner)
        first, last = datetime.date(number, 1, 1), min(datetime.date(number, 12, 31), max(today, datetime.date(number, 1, 1)))
        found = documents_of(actor.key) if actor else documents_of()
        signed = concluded(found, first, last)
        over, states = ended(found, first, last)
        total = signed.count()
        sources = Sources()
        shown = whole(list(signed.values_list("key", flat=True)[:MOST]), sources, last)
        lapsed = whole([one.key for one in over[:MOST]], sources, last)
        ends = ends_on([*shown, *lapsed], last)
        title = gettext("Documents concluded and ended in {year}").format(year=number)
        told = gettext("As known on {day}").format(day=day_of(last))
        under = f"{actor_name(actor)}. {told}" if actor else told
        paper = Paper(title, under, language, words={"sources": gettext("Sources")}, wide=True)
        summary = gettext("Concluded: {concluded}; ended: {ended}.").format(concluded=total, ended=len(over))
        paper.add(Paragraph((counted(summary),)), Heading(gettext("1. Concluded")))
        if shown:
            table = documents_table(shown, sources, states_on(shown, last), ends, last)
            paper.add(*_picture(shown), table, *not_listed(total - len(shown)))
        else:
            paper.add(Gap(gettext("The register knows of no document signed in these days.")))
        paper.add(Heading(gettext("2. Ended")))
        if lapsed:
            paper.add(documents_table(lapsed, sources, states, ends, last), *not_listed(len(over) - len(lapsed)))
        else:
            paper.add(Gap(gettext("The register knows of no document that ended in these days.")))
        return numbered(paper, sources.found)


def _picture(found: list[Document]) -> list[Block]:
    """The documents by sphere."""
    counts = Counter(sphere.code for one in found for sphere in one.spheres.all())
    if not counts:
        return []
    order = sorted(counts, key=lambda code: (-counts[code], code))[:BARS]
    title = gettext("Documents by sphere")
    bars = [Bar(upper_first(word(codes.SPHERES, code)), counts[code]) for code in order]
    svg = bars_picture(bars, title=title, desc=gettext("A bar for each sphere; a document may stand in several"))
    return [Picture(svg, title, title)]

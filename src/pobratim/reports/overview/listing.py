"""The list of documents in force on a day."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext

from pobratim.register.lifecycle import HOLDING
from pobratim.register.selectors.cooperation import documents_of, shelves
from pobratim.register.selectors.state import ends_on
from pobratim.register.successors import NOT_YET
from pobratim.reports.briefing.phrases import counted, day_of
from pobratim.reports.names import actor_name
from pobratim.reports.paper import Gap, Paper, Paragraph
from pobratim.reports.sources import Sources, numbered

from .rows import MOST, documents_table, more, partner_of, whole


def documents(on: datetime.date, *, partner: str = "", language: str = "ru") -> Paper:
    """The documents that hold on a day, the latest signed first.

    Of a register of more than 2,000 documents the latest 2,000 are looked at, and the paper says so.

    Raises:
        NoSuchRecord: no partner has that key.
    """
    with translation.override(language):
        actor = partner_of(partner)
        between = documents_of(partner) if actor else documents_of()
        known = between.filter(Q(signed_first__lte=on) | Q(signed_first=None, first_told__lte=on)).exclude(status__in=NOT_YET)
        found = shelves(known, on, MOST)
        held = [one for state in HOLDING for one in found.latest[state]]
        keys = [one.key for one in sorted(held, key=lambda one: (one.signed_first is None, -_ordinal(one.signed_first), one.key))]
        total = sum(found.numbers[state] for state in HOLDING)
        sources = Sources()
        shown = whole(keys[:MOST], sources, on)
        title = gettext("Documents in force on {day}").format(day=day_of(on))
        paper = Paper(title, actor_name(actor) if actor else gettext("The whole register"), language)
        paper.words["sources"] = gettext("Sources")
        paper.add(Paragraph((counted(gettext("Documents: {number}.").format(number=total)),)))
        if found.total > found.looked:
            told = gettext("Looked at were the latest {looked} of {total} documents.")
            paper.add(Gap(told.format(looked=found.looked, total=found.total)))
        if shown:
            paper.add(documents_table(shown, sources, found.life, ends_on(shown, on), on), *more(total - len(shown)))
        else:
            paper.add(Gap(gettext("The register knows of no document in force on this day.")))
        return numbered(paper, sources.found)


def _ordinal(day: datetime.date | None) -> int:
    return day.toordinal() if day else 0

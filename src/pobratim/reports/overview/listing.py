"""The list of documents in force on a day."""

from __future__ import annotations

import datetime

from django.utils import translation
from django.utils.translation import gettext

from pobratim.register.lifecycle import HOLDING
from pobratim.register.selectors import listing
from pobratim.register.selectors.state import ends_on, states_on
from pobratim.reports.briefing.phrases import counted, day_of, not_listed
from pobratim.reports.names import actor_name
from pobratim.reports.paper import Gap, Paper, Paragraph
from pobratim.reports.sources import Sources, numbered

from .rows import MOST, documents_table, partner_of, whole


def documents(on: datetime.date, *, partner: str = "", language: str = "ru") -> Paper:
    """The documents that hold on a day, the latest signed first.

    Raises:
        NoSuchRecord: no partner has that key.
    """
    with translation.override(language):
        actor = partner_of(partner)
        held = listing.documents(parties=[actor.key] if actor else (), on=on, states=HOLDING)
        total = held.count()
        sources = Sources()
        shown = whole(list(held.values_list("key", flat=True)[:MOST]), sources, on)
        title = gettext("Documents in force on {day}").format(day=day_of(on))
        paper = Paper(title, actor_name(actor) if actor else gettext("The whole register"), language, wide=True)
        paper.words["sources"] = gettext("Sources")
        paper.add(Paragraph((counted(gettext("Documents: {number}.").format(number=total)),)))
        if shown:
            paper.add(
                documents_table(shown, sources, states_on(shown, on), ends_on(shown, on), on), *not_listed(total - len(shown))
            )
        else:
            paper.add(Gap(gettext("The register knows of no document in force on this day.")))
        return numbered(paper, sources.found)

"""The parts of a briefing put together, in Russian or English, short or full."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.utils import translation
from django.utils.translation import gettext

from pobratim.reports.names import actor_name, in_english
from pobratim.reports.paper import Block, Gap, Heading, Paper
from pobratim.reports.sources import numbered
from pobratim.words.speech import mark

from . import contacts, documents, gaps, inside, partner, people, plan, promises, questions, spheres, trade
from .matter import Matter, collect
from .one_page import one_page
from .phrases import day_of

Part = Callable[[Matter], list[Block]]
FULL: tuple[tuple[str, Part], ...] = (
    (mark("The partner"), partner.partner),
    (mark("Documents"), documents.documents),
    (mark("Plan of measures"), plan.plan),
    (mark("Contacts over three years"), contacts.contacts),
    (mark("Trade and projects"), trade.trade),
    (mark("Cooperation by sphere"), spheres.spheres),
    (mark("Ties of municipalities, universities and chambers"), inside.inside),
    (mark("Earlier promises and their state"), promises.promises),
    (mark("Questions"), questions.questions),
    (mark("Drafts to sign"), promises.drafts),
    (mark("Participants"), people.people),
    (mark("Gaps and contradictions in our data"), gaps.gaps),
)
SHORT: tuple[tuple[str, Part], ...] = (
    (mark("The partner"), partner.partner),
    (mark("Documents in force"), documents.documents_short),
    (mark("Last contacts"), contacts.contacts_short),
    (mark("Open promises"), promises.promises_short),
    (mark("Questions"), questions.questions_short),
)


def briefing(partner_key: str, own_key: str, on: datetime.date, *, short: bool = False, language: str = "ru") -> Paper:
    """The briefing on a partner for one's own side as known on a day.

    Args:
        partner_key: of the place or body that is visited or comes.
        own_key: of the place or body for which it is made; empty: on the partner alone, with whomever it cooperates.
        on: the day.
        short: one page: card, documents in force, last contacts, promises, questions.
        language: `ru` or `en`; in English common words are English, names Latin, words of pages Russian.

    Raises:
        NoSuchRecord: a key is no partner's.
        WrongValue: both are one.
    """
    with translation.override(language):
        matter = collect(partner_key, own_key, on, short=short)
        title = gettext("Briefing: {partner}").format(partner=actor_name(matter.partner))
        told = gettext("As known on {day}").format(day=day_of(on))
        if matter.own:
            told = gettext("Prepared for: {own}. As known on {day}.").format(own=actor_name(matter.own), day=day_of(on))
        paper = Paper(title, told, language, words={"sources": gettext("Sources")})
        for number, (heading, part) in enumerate(SHORT if short else FULL, start=1):
            paper.add(Heading(f"{number}. {gettext(heading)}"), *part(matter))
        if in_english():
            told = (
                "Names of people, and of bodies that are not made of common words, are in Latin letters as passports have them;"
                " titles of documents and words of pages are given as they stand, in Russian."
            )
            paper.add(Gap(told))
        return one_page(paper, matter.sources.found) if short else numbered(paper, matter.sources.found)

"""Part 5: trade and projects, as far as documents and words tell of them; figures of trade are not the register's."""

from __future__ import annotations

from django.utils.translation import get_language, gettext

from pobratim.facts.documents.sphere import find_spheres
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Statement
from pobratim.register.selectors.label import short, upper_first
from pobratim.reports.names import in_english
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line
from pobratim.reports.quotes import quoted

from .matter import Matter
from .phrases import BRIEF, day_of, not_listed, of_document, person_of, stopped

TRADE = frozenset(("trade-economic", "industry", "investment", "small-business"))
WORDS, TEXT = 8, 400
_LEFT_OUT = (Lifecycle.INTENTION, Lifecycle.DRAFT)


def trade(matter: Matter) -> list[Block]:
    """Contracts and documents of these spheres, words about them, and what is not known."""
    blocks: list[Block] = []
    signed = [one for one in matter.documents if matter.life[one.key] not in _LEFT_OUT]
    found = [one for one in signed if one.kind == "contract" or TRADE & {sphere.code for sphere in one.spheres.all()}]
    if found:
        lines = [Line(stopped(of_document(matter, one, BRIEF)), matter.cites(one, "sphere", "kind")) for one in found]
        blocks += [Heading(gettext("Documents on trade, industry and investment"), 2), Bullets(tuple(lines))]
    said = [one for one in matter.statements if TRADE & {code for code, _ in find_spheres(one.text, 0, len(one.text))}]
    if said:
        words = tuple(words_of(matter, one) for one in said[:WORDS])
        blocks += [Heading(gettext("Said of trade and projects"), 2), Bullets(words), *not_listed(len(said) - WORDS)]
    two = gettext("The register keeps no figures of trade between the sides: they are to be asked of the customs statistics.")
    gap = matter.said(two, gettext("The register keeps no figures of trade: they are to be asked of the customs statistics."))
    two = gettext("No page tells of trade or projects of the two sides.")
    nothing = matter.said(two, gettext("No page tells of trade or projects."))
    return [*blocks, Gap(gap)] if blocks else [Gap(nothing), Gap(gap)]


def words_of(matter: Matter, statement: Statement) -> Line:
    """Who said what, and when it was told."""
    speaker = person_of(matter, statement.speaker, statement.first_told) if statement.speaker else gettext("Speaker not told")
    text = short(statement.text.strip(' .«»"'), TEXT)
    said = quoted(text, get_language() or "ru") if statement.direct or in_english() else upper_first(text)
    day = f" ({day_of(statement.first_told)})" if statement.first_told else ""
    return Line(f"{speaker}{day}: {said}.", matter.cites(statement, "text"))

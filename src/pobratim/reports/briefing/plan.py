"""Part 3: the current plan of measures: done, under way, overdue, without a word."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from pobratim.register.measure import MeasureState, Standing
from pobratim.register.models import Document, Measure
from pobratim.register.selectors.label import short
from pobratim.register.selectors.plan import Item, counts
from pobratim.reports import drawing
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paragraph
from pobratim.reports.words import word
from pobratim.words import codes

from .matter import Matter
from .phrases import and_more, counted, day_of, of_document, pictured, stopped

EACH = 12
TEXT = 300


def plan(matter: Matter) -> list[Block]:
    """The plans that hold on the day, with their measures in four groups; what is overdue stands there alone."""
    if not matter.plans:
        two = gettext("The register knows of no plan of measures of the two sides in force on this day.")
        return [Gap(matter.said(two, gettext("The register knows of no plan of measures in force on this day.")))]
    blocks: list[Block] = []
    for document, told in matter.plans:
        blocks.append(Heading(of_document(matter, document), 2))
        if told:
            blocks += groups(matter, told)
        else:
            line = Line(gettext("The plan is in force."), matter.cites(document, "kind", "signed"))
            blocks += [Paragraph((line,)), Gap(gettext("Its measures are not in the register: the plan has to be brought in."))]
    if matter.more_plans:
        blocks.append(Paragraph((counted(gettext("More plans are in force than are listed here.")),)))
    return blocks


def groups(matter: Matter, told: Sequence[Item]) -> list[Block]:
    """Numbers, then the measures of each group."""
    picture = pictured(drawing.quarters(told), gettext("Done by quarter"))
    blocks: list[Block] = [Paragraph((states_told(told),)), *picture]
    for heading, found in _parted(told):
        if found:
            lines = [measure_line(matter, one) for one in found[:EACH]]
            blocks += [Heading(heading, 3), Bullets(tuple(lines))]
            if len(found) > EACH:
                blocks.append(Paragraph((counted(and_more(len(found) - EACH)),)))
    return blocks


def states_told(told: Sequence[Item]) -> Line:
    """How many measures stand how."""
    numbers = counts(told)
    states = [f"{word(codes.MEASURE_STATES, state)} — {numbers[state]}" for state in MeasureState if numbers.get(state)]
    overdue = gettext("overdue — {number}").format(number=numbers.get("overdue", 0))
    total = gettext("Measures: {number}; {states}; {overdue}.")
    return counted(total.format(number=len(told), states=", ".join(states), overdue=overdue))


def _parted(told: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    overdue = [one for one in told if one.standing.overdue]
    rest = [one for one in told if not one.standing.overdue]
    done = (MeasureState.DONE,)
    silent = (MeasureState.NO_WORD,)
    return [
        (gettext("Overdue"), overdue),
        (gettext("Under way"), [one for one in rest if one.standing.state not in (*done, *silent)]),
        (gettext("Done"), [one for one in rest if one.standing.state in done]),
        (gettext("No word"), [one for one in rest if one.standing.state in silent]),
    ]


def measure_line(matter: Matter, item: Item) -> Line:
    """A measure: number, text, when it is due, how it stands."""
    return Line(stopped(f"{name_of(item.measure)} — {standing_of(item.standing)}"), matter.cites(item.measure, "text", "report"))


def name_of(measure: Measure) -> str:
    """A measure by its number and text."""
    text = short(measure.text.rstrip(". "), TEXT)
    return f"{measure.number.rstrip('.')}. {text}" if measure.number else text


def standing_of(standing: Standing) -> str:
    """How a measure stands, and by when it is due."""
    state = word(codes.MEASURE_STATES, standing.state)
    if standing.due is None:
        return state
    if standing.overdue:
        return gettext("{state}, was due on {day}").format(state=state, day=day_of(standing.due))
    return gettext("{state}, due on {day}").format(state=state, day=day_of(standing.due))


def overdue_of(matter: Matter) -> list[tuple[Document, Item]]:
    """The measures of the plans that are overdue on the day."""
    return [(document, one) for document, told in matter.plans for one in told if one.standing.overdue]

"""What a telling word gives every event: its kind, status, day and place."""

from __future__ import annotations

from pobratim.core.date import PartialDate
from pobratim.facts.story import Story

from .draft import EventDraft
from .trigger import Trigger
from .view import EventView

_PAST_DAYS, _PAST_MONTHS = 60, 1


def is_past(story: Story, value: PartialDate | None) -> bool:
    """Whether a date lies so far back that it is history and no news: two months before the page, or an earlier year."""
    if value is None or value.yearless:
        return False
    published, day = story.clock.published, value.day()
    if published and day:
        return (published - day).days > _PAST_DAYS
    if published and value.precision == "month":
        year, month = map(int, value.value.split("-"))
        return (published.year - year) * 12 + published.month - month > _PAST_MONTHS
    year_told = story.told_year()
    return year_told is not None and value.year is not None and value.year < year_told


def years_ago(view: EventView, at: int) -> bool:
    """Whether the day told beside a token lies in an earlier year, by its value or by its words («в прошлом году»)."""
    found = view.mention(at)
    if found is None:
        return False
    if found.shape in ("year", "ago", "month") and (found.word or "").startswith(("прошл", "минувш", "позапрошл", "год", "лет")):
        return True
    dated = view.date(at, "held")
    return dated is not None and is_past(view.story, dated[0])


def told(story: Story, view: EventView, trigger: Trigger) -> EventDraft:
    """A draft with the kind, the status and the day that its sentence tells."""
    return told_at(story, view, trigger.token, trigger.kind, trigger.status, trigger.rule)


def told_at(story: Story, view: EventView, at: int, kind: str, status: str, rule: str) -> EventDraft:
    """The same for a word that is no trigger of the lexicon."""
    token = view.tokens[at]
    past = view.recalled or years_ago(view, at)
    draft = EventDraft(kind, view.sentence.index, token.start, token.end, status=status, past=past)
    draft.prove("kind", story.quote(token.start, token.end), rule)
    dated = view.date(at, status)
    if dated and (dated[1].shape != "year" or is_past(story, dated[0])):
        draft.date = dated[0]
        draft.prove("date", story.quote(dated[1].start, dated[1].end), f"date-{dated[1].shape}")
        day, published = dated[0].day(), story.clock.published
        if rule.endswith("present") and day and published and day > published:
            draft.status = "planned"  # «в пятницу в Тулу прибывает делегация»
    return draft


def add_where(story: Story, view: EventView, draft: EventDraft) -> None:
    """The place that the sentence says with «в» or «на»."""
    where = view.place()
    if where and where.actor:
        draft.place = story.registry.entity(where.actor)
        draft.prove("place", story.quote(where.start, where.end), "where")

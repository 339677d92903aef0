"""Which drafts are only recalled: older documents that are not the news of the page."""

from __future__ import annotations

import datetime as dt
import re

from pobratim.core.date import PartialDate
from pobratim.facts.story import Story
from pobratim.lexicon.phrase import phrases

from .draft import TO_COME, Draft

_NEWS = ("signed", "prolonged", *TO_COME)
_OLD_DAYS = 150
_ASIDE_DAYS = 40  # after so many, a signing told by the way is history
_NEWS_DAYS = 14  # after so many, what one is reminded of is no news
_REMINDING = re.compile(r"\bнапомн")
_COUNTED_REACH = 3  # sentences


def mark_recalled(story: Story, drafts: list[Draft]) -> None:
    """Sets `recalled` on drafts with an old date, a cue of recalling, or that others implement.

    A page that tells only of an old document tells it as its news: the drafts of the headline and the lead are then
    no background. Fails where an old page is read without its date.
    """
    for draft in drafts:
        if draft.status in TO_COME:
            continue
        past = _ended_long_ago(story, draft) if draft.status == "terminated" else _old(story, draft.signed)
        past = past or _long_past(story, draft) or _aside(story, draft)
        draft.recalled = past or draft.nested or draft.status == "in_force" or story.looks_back(draft.sentence)
    for draft in drafts:
        if (
            draft.first
            and not _counted(draft, drafts)
            and any(not (d.recalled or d.first or d.refer) and d.status in _NEWS for d in drafts)
        ):
            draft.recalled = True  # «первый договор подписали в 1992 году» beside the one of today
        elif draft.former and any(not (d.recalled or d.former or d.refer) and d.status in _NEWS for d in drafts):
            draft.recalled = True  # «прежнее соглашение утратило силу» beside the new one
    news = [d for d in drafts if not d.recalled and not d.refer]
    if not news:
        for draft in drafts:
            long_ago = story.clock.published is not None and (_old(story, draft.signed) or _long_past(story, draft))
            if (
                draft.status != "in_force"
                and not draft.nested
                and not (long_ago or _reminded(story, draft) or _aside(story, draft))
                and story.sentences[draft.sentence].paragraph <= 2
            ):
                draft.recalled = False


def _reminded(story: Story, draft: Draft) -> bool:
    """«Он напомнил, что 5 апреля регион подписал соглашение»: told again, weeks after."""
    told, published = draft.signed.day() if draft.signed else None, story.clock.published
    if told is None or published is None or (published - told).days < _NEWS_DAYS:
        return False
    return _REMINDING.search(story.sentences[draft.sentence].text.lower()) is not None


def _aside(story: Story, draft: Draft) -> bool:
    """«Приехали они по меморандуму, который вузы заключили 14 октября 2022 года»: signed months before, and told by the way."""
    told, published = draft.signed, story.clock.published
    if not draft.aside or told is None or published is None or told.yearless or draft.status != "signed":
        return False
    if told.precision == "month":
        return told.value < f"{published - dt.timedelta(_ASIDE_DAYS):%Y-%m}"
    day = told.day()
    return day is not None and (published - day).days > _ASIDE_DAYS


def _long_past(story: Story, draft: Draft) -> bool:
    """«Ещё в советские годы города подписали договор»: a time long past, told without its date."""
    if draft.signed is not None or draft.status not in ("signed", "prolonged"):
        return False
    return phrases("documents/past_times.txt").search(story.sentences[draft.sentence].text.lower()) is not None


def _counted(first: Draft, drafts: list[Draft]) -> bool:
    """«Первый документ …. Второе соглашение …»: the first of those counted, and not of a history."""
    return any(d.fresh and 0 <= d.sentence - first.sentence <= _COUNTED_REACH and d.status == first.status for d in drafts)


def _ended_long_ago(story: Story, draft: Draft) -> bool:
    """Whether the sentence of an ending has an old date besides the day of signature, which is always old."""
    signed = draft.signed.value if draft.signed else None
    return any(_old(story, v) for v in story.values[draft.sentence] if v.value != signed)


def _old(story: Story, signed: PartialDate | None) -> bool:
    if signed is None:
        return False
    published = story.clock.published
    now = published.year if published else story.told_year()
    if signed.yearless:
        return False
    if published is not None and signed.day() is not None:
        return (published - signed.day()).days > _OLD_DAYS  # type: ignore[operator]
    if published is not None and signed.precision == "month":
        year, month = map(int, signed.value.split("-"))
        return (published.year - year) * 12 + published.month - month > 2
    return now is not None and signed.year is not None and signed.year < now

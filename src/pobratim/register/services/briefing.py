"""Briefings that people keep: a text more, or the whole taken away."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from pobratim.register.errors import WrongDecision, WrongValue
from pobratim.register.models import Briefing, BriefingText
from pobratim.register.permission import Permission, require
from pobratim.register.selectors.briefing import briefing_of
from pobratim.register.selectors.record import record_of
from pobratim.words.speech import mark

from .decision import Author


class About(NamedTuple):
    """What a briefing is about: keys of the partner and of one's own side (empty: none), the day, its form and language."""

    partner: str
    own: str
    on: datetime.date
    short: bool
    language: str


@transaction.atomic
def briefing_keep(
    *, about: About, title: str, changes: list[Any], paper: dict[str, Any], author: Author, number: int | None = None
) -> BriefingText:
    """A briefing's text as a person left it; those from before stay beside it.

    Args:
        about: what it is about; of a briefing that is kept already this does not change.
        title: of the paper.
        changes: what people typed, see `BriefingText`.
        paper: the whole.
        author: who keeps it.
        number: of the briefing that is kept already; None for a new one.

    Raises:
        NoSuchRecord: a key is none, or there is no briefing of that number.
        WrongDecision: it was taken away.
    """
    require(author.user, Permission.KEEP)
    if number is None:
        keys = [record_of(key).key for key in (about.partner, about.own) if key]
        if any(key[0] != "a" for key in keys):
            raise WrongValue(mark("no partner has this key"), address=about.partner)
        found = Briefing.objects.create(**about._asdict(), title=title)
    else:
        found = briefing_of(number)
        if found.removed_at:
            raise WrongDecision(mark("the briefing was taken away"), address=str(number))
    return BriefingText.objects.create(
        briefing=found,
        changes=changes,
        paper=paper,
        author=author.user,
        author_name=author.name,
        made_at=timezone.now(),
    )


@transaction.atomic
def briefing_remove(*, number: int, author: Author) -> Briefing:
    """Takes a briefing away from the lists: one's own, or as a manager; its texts are kept.

    Raises:
        NoSuchRecord: there is none of that number.
        WrongDecision: it was taken away before.
    """
    found = briefing_of(number)
    first = found.texts.order_by("pk").first()
    own = first is not None and author.user is not None and first.author_id == author.user.pk
    require(author.user, Permission.KEEP if own else Permission.DETACH)
    if found.removed_at:
        raise WrongDecision(mark("the briefing was taken away"), address=str(number))
    found.removed_at, found.removed_by = timezone.now(), author.name
    found.save(update_fields=["removed_at", "removed_by"])
    return found

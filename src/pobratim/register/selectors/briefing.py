"""Briefings that people keep."""

from __future__ import annotations

from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet, Subquery

from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import Briefing, BriefingText, User
from pobratim.words.speech import mark


def briefings(partner: str = "", author: User | None = None) -> QuerySet[Briefing]:
    """Those that were not taken away, the one kept last first; each with how many texts it has, when and by whom the last.

    Args:
        partner: key; only those on it, or for it.
        author: only those of which this account wrote a text.
    """
    last = BriefingText.objects.filter(briefing=OuterRef("pk")).order_by("-pk").values("author_name")[:1]
    found = Briefing.objects.filter(removed_at=None)
    if partner:
        found = found.filter(Q(partner=partner) | Q(own=partner))
    if author:
        found = found.filter(pk__in=BriefingText.objects.filter(author=author).values("briefing"))
    counted = found.annotate(number=Count("texts"), first=Min("texts__made_at"), last=Max("texts__made_at"))
    return counted.annotate(last_author=Subquery(last)).order_by("-last", "-pk")


def briefing_of(number: int) -> Briefing:
    """The briefing of that number.

    Raises:
        NoSuchRecord: there is none.
    """
    found = Briefing.objects.filter(pk=number).first()
    if found is None:
        raise NoSuchRecord(mark("no briefing has this number"), address=str(number))
    return found


def texts_of(briefing: Briefing) -> list[BriefingText]:
    """Its texts, the last one first."""
    return list(briefing.texts.order_by("-pk"))

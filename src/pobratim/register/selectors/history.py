"""What people decided: about one record, about all; the newest first."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, Max, QuerySet

from pobratim.register.models import DecisionAnchor, Node, PersonDecision, User

from .record import decisions_of


def decisions(*, author: str = "", action: str = "", on: str = "") -> QuerySet[PersonDecision]:
    """All decisions.

    Args:
        author: name of the one who decided.
        action: as in `Action`; `undone` for those that were taken back.
        on: key of a record.
    """
    found = (decisions_of(on) if on else PersonDecision.objects.all()).select_related("author", "attachment")
    if author:
        found = found.filter(author_name=author)
    if action == "undone":
        found = found.exclude(undone_at=None)
    elif action:
        found = found.filter(action=action)
    return found.order_by("-pk")


def authors() -> list[str]:
    """The names of all who ever decided."""
    return list(PersonDecision.objects.order_by("author_name").values_list("author_name", flat=True).distinct())


def last_decided(key: str) -> str:
    """A sign of the last decision on a record and of the last undoing: two that agree, and nobody decided in between."""
    told = decisions_of(key).order_by().aggregate(last=Max("pk"), undone=Max("undone_at"))
    return f"{told['last'] or 0}/{told['undone'].isoformat() if told['undone'] else ''}"


def last_stroke(user: User) -> list[int]:
    """The numbers of what a person decided last at one stroke and has not taken back; none for nothing."""
    own = PersonDecision.objects.filter(author=user, undone_at=None)
    moment = own.order_by("-pk").values_list("made_at", flat=True).first()
    return list(own.filter(made_at=moment).order_by("pk").values_list("pk", flat=True)) if moment else []


def records_decided(numbers: Iterable[int]) -> dict[int, list[str]]:
    """Number of a decision → the records that it is about, as they are now; two queries."""
    anchors = DecisionAnchor.objects.filter(decision__in=list(numbers)).exclude(side=DecisionAnchor.NAMED)
    rows = list(anchors.order_by("pk").values_list("decision", "node"))
    records = dict(Node.objects.filter(key__in={node for _, node in rows}).values_list("key", F("record")))
    found: dict[int, list[str]] = {}
    for number, node in rows:
        known = found.setdefault(number, [])
        record = records.get(node) or node
        if record not in known:
            known.append(record)
    return found

"""The list of plans that is kept beside documents and measures is that of a plain look at them."""

from __future__ import annotations

import datetime

import pytest

from pobratim.register.derive import fill_plans
from pobratim.register.measure import PLAN_KINDS
from pobratim.register.models import Document, Measure, Plan, State
from pobratim.register.selectors.plan import plans
from pobratim.register.services import Author, decision_undo, field_edit, record_enter, record_reject

from .story import agreement


def listed() -> list[str]:
    """As the register keeps them, once it is seen that a plain look at all documents gives the same."""
    found = []
    for one in Document.objects.exclude(state=State.REJECTED):
        measured = Measure.objects.filter(plan=one).exclude(state=State.REJECTED).exists()
        if measured or one.kind in PLAN_KINDS:
            found.append((not measured, -(one.signed_first or datetime.date.min).toordinal(), one.key))
    kept = [one.document.key for one in plans()]
    assert kept == [key for *_, key in sorted(found)]
    return kept


@pytest.mark.usefixtures("register")
def test_the_list_follows_documents_and_measures(author: Author) -> None:
    days = {"plan": "2024-04-24", "roadmap": "2025-01-01", "agreement": "2020-05-05"}
    for number, (kind, day) in enumerate(days.items()):
        agreement(str(number), signed=day, kind=kind).store()
    plan, roadmap, bare = (Document.objects.get(kind=kind).key for kind in days)
    assert listed() == [roadmap, plan]
    measure = record_enter(kind="m", fields={"plan": {"node": bare}, "text": "Открыть выставку"}, author=author)
    assert listed() == [bare, roadmap, plan]
    field_edit(key=measure, field="plan", value={"node": plan}, author=author)
    assert listed() == [plan, roadmap]
    field_edit(key=roadmap, field="kind", value="memorandum", author=author)
    assert listed() == [plan]
    rejected = record_reject(key=measure, author=author)
    assert listed() == [plan]
    field_edit(key=plan, field="kind", value="memorandum", author=author)
    assert listed() == []
    decision_undo(number=rejected.pk, author=author)
    assert listed() == [plan]
    record_reject(key=plan, author=author)
    assert listed() == []


def test_a_register_that_was_there_is_filled(sqlite_register: object, author: Author) -> None:
    for number, kind in enumerate(("plan", "agreement")):
        agreement(str(number), signed="2024-04-24", kind=kind).store()
    record_enter(
        kind="m", fields={"plan": {"node": Document.objects.get(kind="agreement").key}, "text": "Встретиться"}, author=author
    )
    before = listed()
    Plan.objects.all().delete()
    fill_plans()
    assert listed() == before
    assert len(before) == len(("plan", "agreement"))

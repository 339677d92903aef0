"""What records are called in lists, and that it is asked for at one stroke."""

from __future__ import annotations

from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from pobratim.register.models import Document
from pobratim.register.selectors.label import labels, labels_with_sides

from .story import agreement

SIDES = "Чуйская область — Ленинградская область"


def test_parties_stand_beside_titles_and_are_asked_for_once(sqlite_register: Path) -> None:
    agreement("1", signed="2021-03-01", title="соглашение о дружбе").store()
    agreement("2", signed="2022-05-01", kind="memorandum").store()
    agreement("3", signed="2023-05-01", title="план Ленинградской и Чуйской областей", kind="plan").store()
    keys = list(Document.objects.order_by("signed").values_list("key", flat=True))
    with translation.override("en"), CaptureQueriesContext(connection) as asked:
        named = labels_with_sides(keys)
    with translation.override("en"):
        bare = labels(keys)
    assert len(asked) == 2, "documents, then their parties"
    assert [named[key] for key in keys] == [
        f"Соглашение о дружбе: {SIDES}",
        f"Memorandum: {SIDES}",
        "План Ленинградской и Чуйской областей",
    ]
    assert [bare[key] for key in keys] == ["Соглашение о дружбе", *(named[key] for key in keys[1:])]

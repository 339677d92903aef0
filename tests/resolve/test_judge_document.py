"""Titles for different years are of different documents, however the years are joined."""

from __future__ import annotations

import pytest

from pobratim.resolve.records.content import Document, plain
from pobratim.resolve.records.judge_document import judge_document
from pobratim.resolve.records.verdict import Answer


def of_title(title: str) -> Document:
    return Document("plan", ("a1", "a2"), background=True, title=plain(title))


@pytest.mark.parametrize(
    "other", ["План на 2025 год", "План на 2024 - 2025 годы", "План мероприятий на 2025—2027 гг.", "План на 2026 год"]
)
def test_titles_for_different_years(other: str) -> None:
    verdict = judge_document(of_title("План мероприятий на 2025–2026 годы"), of_title(other))
    assert (verdict.answer, verdict.rule) == (Answer.DIFFERENT, "other_years")


@pytest.mark.parametrize("other", ["План на 2025 - 2026 годы", "план («дорожная карта») на 2025-2026 гг.", "План мероприятий"])
def test_titles_that_may_be_of_one(other: str) -> None:
    assert judge_document(of_title("План мероприятий на 2025–2026 годы"), of_title(other)).answer is Answer.SAME

"""Values in words, as papers and pages say them."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from pobratim.reports.words import term_words


def date(value: str) -> dict[str, str]:
    return {"value": value}


@pytest.mark.parametrize(
    ("term", "english", "russian"),
    [
        ({"from": date("2024"), "to": date("2026")}, "for 2024–2026", "на 2024–2026 годы"),
        ({"from": date("2024"), "to": date("2024")}, "for the year 2024", "на 2024 год"),
        ({"from": date("2024-02"), "to": date("2026")}, "from February 2024 until 2026", "с февраля 2024\xa0г. по 2026"),
        ({"to": date("2026-12-31")}, "until 31 December 2026", "по 31 декабря 2026\xa0г."),
        ({"years": 5, "renews": "repeated", "step_years": 1}, "for 5 years, renewed by itself, each time for 1 year",
         "на 5 лет, продлевается автоматически, каждый раз на 1 год"),
        ({}, "unknown", "неизвестно"),
    ],
)  # fmt: skip
def test_terms(term: dict[str, Any], english: str, russian: str) -> None:
    for language, told in (("en", english), ("ru", russian)):
        with translation.override(language):
            assert term_words(term) == told

"""A sentence without a word of time tells no term, so that the patterns need not be tried on it."""

from __future__ import annotations

import pytest

from pobratim.facts.documents.dates.term import find_term
from pobratim.text.segment import sentences


@pytest.mark.parametrize(
    "text",
    [
        "План подписан на 2024–2026 гг.",
        "Соглашение заключено на 2025 год.",
        "Договор действует до 31 декабря 2027г.",
        "Документ рассчитан на пять лет.",
        "Соглашение заключено сроком на три года.",
        "Подписан трёхлетний план.",
        "Принята Десятилетняя программа.",
        "Соглашение бессрочное.",
        "Договор заключён без ограничения срока.",
        "Предусмотрена автоматическая пролонгация.",
        "Соглашение автоматически продлевается на следующий срок.",
    ],
)
def test_what_tells_a_term_has_a_word_of_time(text: str) -> None:
    (sentence,) = sentences(text)
    assert find_term(text, 0, len(text))
    assert "time" in sentence.uses

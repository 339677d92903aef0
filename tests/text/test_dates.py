"""Dates are found alike whether the clues are those of a sentence's words or of its text."""

from __future__ import annotations

import pytest

from pobratim.text.date_mention import clues_of, find_dates
from pobratim.text.segment import sentences
from pobratim.text.token import Sentence


@pytest.mark.parametrize(
    "text",
    [
        "Подписано 15 июня 2023 г. в Осло.",
        "В 2019г., как и в мае прошлого года, делегации были «накануне».",
        "ДО 1 СЕНТЯБРЯ 2024 ГОДА; в воскресенье; три года назад.",
        "На прошлой неделе, 12.03.2021, на вчерашней встрече.",
        "Позавчера\u00a0же – с 23 по 25 апреля.",
        "Назавтра стороны встретились. Послезавтра подпишут. Встреча май-июнь 2023 года.",
        "В апреле–мае 2024 года, в сентябре-октябре прошлого года.",
        "İstanbul, 5 мая 2020 года.",
    ],
)
def test_clues_of_words_lose_no_date(text: str) -> None:
    for sentence in sentences(text):
        told = find_dates(sentence.text, sentence.start)
        assert told
        assert find_dates(sentence.text, sentence.start, clues_of(_told(sentence))) == told


def _told(sentence: Sentence) -> list[str]:
    return [sentence.tokens[at].lower for at in sentence.uses["time"]]


def test_offsets_hold_behind_a_letter_that_is_two_in_lower_case() -> None:
    text = "İstanbul, 5 мая 2020 года."
    (told,) = find_dates(text)
    assert text[told.start : told.end] == "5 мая 2020 года"


def test_no_clues_no_dates() -> None:
    (sentence,) = sentences("Делегация прибыла в Минск.")
    assert "time" not in sentence.uses
    assert find_dates(sentence.text, 0, clues_of([])) == []

"""Sentences are razdel's, on everything."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from razdel import sentenize

from pobratim.text.segment import sentences
from pobratim.text.sentence_end import ends

PIECES = (
    'Встреча прошла г. Тверь А. С. Пушкин т. д. им. 1. 2) IV. » « " ( ) ! ? … ; : - — стороны Стороны СТОРОНЫ iPhone 5 ул. \u00a0'
).split(" ")


@example("Подписано в г. Минске. Стороны довольны.")
@example("«Мы рады!» — сказал А. С. Пушкин. Потом уехал.")
@example("Длинноеслово. Второе; Третье… четвёртое")
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join))
def test_of_words(text: str) -> None:
    _same(text)


@given(st.text(max_size=60))
def test_of_any_letters(text: str) -> None:
    _same(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_last_end_is_the_length(text: str) -> None:
    found = list(ends(text))
    assert found[-1] == len(text)
    assert found == sorted(set(found))


def _same(text: str) -> None:
    wanted = [piece.text for line in text.split("\n") for piece in sentenize(line.strip()) if piece.text]
    assert [sentence.text for sentence in sentences(text)] == wanted

"""Tokens are razdel's, on everything."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from razdel import tokenize as razdel_tokenize

from pobratim.text.segment import sentences
from pobratim.text.tokenizer import tokens

PUZZLES = [  # tokens parted by |
    "что|-то",
    "Кое-кто",
    "2015.| |20",
    "в| |2024-2026| |гг|.",
    "7,5| |%",
    "1/2| |ставки",
    "yahoo!| |и| |google|!",
    ":-)| |ну|...| |да|?!",
    "ΔP|=|5",
    "а|--|б",
    "snake_case| |_x",
    "Е|.|Н|.|Самойлов",
]
alphabet = "абЯёlZ125  .,-–_/\\!?…*+:;=)(«»\"'é°yahoo\t\n\u00a0№٣"


def test_puzzle_lines_are_razdels() -> None:
    for puzzle in PUZZLES:
        _same(puzzle.replace("|", ""))


@example("слово- другое -третье - 5. 6 .7 8 , 9")
@example("yahoo! Yahoo!!")
@example(":-))) =) ;(")
@given(st.one_of(st.text(max_size=100), st.text(alphabet, max_size=40)))
def test_as_razdel(text: str) -> None:
    _same(text)


@given(st.text(alphabet, max_size=60))
def test_tokens_lie_where_they_say(text: str) -> None:
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        for number, token in enumerate(sentence.tokens):
            assert (text[token.start : token.end], token.index) == (token.text, number)


@pytest.mark.parametrize("base", [0, 17])
def test_base_is_added(base: int) -> None:
    assert [(t.start, t.end) for t in tokens("Да, нет.", base)] == [
        (base, base + 2),
        (base + 2, base + 3),
        (base + 4, base + 7),
        (base + 7, base + 8),
    ]


def _same(text: str) -> None:
    ours = [(t.text, t.start, t.end) for t in tokens(text)]
    assert ours == [(t.text, t.start, t.stop) for t in razdel_tokenize(text)]

"""Which parts of a sentence the network is shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.annotate.fast_names import FastNames
from pobratim.annotate.stretch import BEFORE, BEHIND, stretches
from pobratim.text.segment import sentences
from pobratim.text.tokenizer import tokens

from .test_fast_names import TEXTS


def shown(text: str) -> list[str]:
    """The stretches of a text, each as its words."""
    return [" ".join(token.text for token in part) for part in stretches(tokens(text))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Там обсудили сроки: до 15 июня — первый этап, до конца года — второй.",
        "15 июня стороны встретятся снова.",
        "Договорились о сроках.",
        "Соглашение бессрочное.",
        "Открыли «зелёный коридор».",
        "«Мы рады гостям».",
    ],
)
def test_sentences_without_names(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Подписали и в Твери.",
        "Новиков не приехал.",
        "«Трактор» приехал.",
        "ФИФА не приехала.",
        "Администрация не приехала.",
        "Оппозиционные партии не приехали.",
        "На eBay продали её.",
    ],
)
def test_short_sentences_with_names_are_shown_whole(text: str) -> None:
    assert shown(text) == [" ".join(token.text for token in tokens(text))]


def test_long_sentences_are_shown_near_capitals() -> None:
    text = (
        "Соглашение на пять лет вперёд было подписано вчера в Твери на полях большого форума по обмену опытом и должно помочь, "
        "а потом и в Туле это повторят ещё раз."
    )
    assert shown(text) == [
        "было подписано вчера в Твери на полях большого форума по обмену опытом и",
        "а потом и в Туле это повторят ещё раз",
    ]


@given(st.lists(st.sampled_from(["в", "Твери", "соглашение", "Соглашение", ",", "2024"]), max_size=60))
def test_all_near_capitals_is_shown_once(words: list[str]) -> None:
    found = tokens(" ".join(words))
    parts = [[token.index for token in part] for part in stretches(found)]
    assert all(part == list(range(part[0], part[-1] + 1)) for part in parts)
    assert all(left[-1] < right[0] for left, right in pairwise(parts))
    near = {at + step for at, token in enumerate(found) if token.text == "Твери" for step in range(-BEFORE, BEHIND + 1)}
    assert near & set(range(len(found))) <= {index for part in parts for index in part}


@pytest.mark.parametrize("text", TEXTS)
def test_no_name_is_lost(text: str) -> None:
    found = sentences(text)
    assert FastNames(cut=stretches).names(found) == FastNames().names(found)

"""Morphology gives what pymorphy3 gives, word by word: known words, guessed ones, and those left to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.text.guess import guesses
from pobratim.text.morph import forms, raw_parses, readings, worked_out
from pobratim.text.paradigm import analyzer

KNOWN = ("областями", "стали", "соглашение", "все", "ещё", "кто-то", "наилучший", "побольше", "иванова", "мэр")
GUESSED = ("жапаровым", "чачаком", "агрогородкам", "трыремонтом", "шуоугуана", "могилёвчан", "наиюжнейших", "тюлькинской")
ASKED = ("российско-кыргызской", "по-себежски", "супергород", "ix", "2012-м", "лэн", "teşekkür", "А", ";", "ы\u0301")
HALVES = ("города", "партнёра", "онлайн", "российско", "кыргызской", "мастером", "ле", "гора", "ка", "стали")
ENDINGS = ("ского", "ская", "овым", "евич", "ами", "ость", "ть", "ющий", "ейший", "о", "а")

LETTERS = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=9)


def told(word: str) -> list[tuple[str, frozenset[str], float]]:
    """What pymorphy3 itself says of a word."""
    return [(p.normal_form, frozenset(map(str, p.tag.grammemes)), p.score) for p in raw_parses(word)]


@pytest.mark.parametrize("word", KNOWN + GUESSED + ASKED)
def test_forms_are_those_of_pymorphy(word: str) -> None:
    assert [(f.lemma, f.tags, f.score) for f in forms(word)] == told(word)


@given(LETTERS, st.sampled_from(ENDINGS))
def test_any_word_is_guessed_as_by_pymorphy(stem: str, ending: str) -> None:
    word = stem + ending
    assert [(f.lemma, f.tags, f.score) for f in forms(word)] == told(word)


@given(st.one_of(st.sampled_from(HALVES), LETTERS), st.one_of(st.sampled_from(HALVES), LETTERS, st.sampled_from(("то", "а-б"))))
def test_a_word_with_a_hyphen_is_read_as_by_pymorphy(left: str, right: str) -> None:
    word = f"{left}-{right}"
    assert [(f.lemma, f.tags, f.score) for f in worked_out(word)] == told(word)


@pytest.mark.parametrize("word", KNOWN + GUESSED)
@pytest.mark.parametrize("wanted", [("nomn", "sing"), ("gent",), ("nomn", "plur")])
def test_inflection_is_that_of_pymorphy(word: str, wanted: tuple[str, ...]) -> None:
    theirs = [parse.inflect(set(wanted)) for parse in raw_parses(word)]
    assert [one.inflected(*wanted) for one in readings(word)] == [p.word if p else None for p in theirs]


def test_only_plain_unknown_words_are_guessed_here() -> None:
    assert all(guesses(word) for word in GUESSED)
    assert all(guesses(word) is None for word in ASKED if not analyzer().word_is_known(word))

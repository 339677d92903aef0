"""Adjectives put into the nominative by their lemma alone: as their paradigms say."""

from __future__ import annotations

import pytest

from pobratim.text.morph import readings
from pobratim.text.nominative import adjective_nominative

WORDS = (
    "тверской областным муниципальному тосненским чуйской китайскую немецких народные городских совместном юго-западной".split()
)
WANTED = [("masc", False), ("femn", False), ("neut", False), (None, True)]


@pytest.mark.parametrize("word", [*WORDS, "третьей", "куцего", "транс-европейская", "святого", "молодёжное"])
@pytest.mark.parametrize(("gender", "plural"), WANTED)
def test_nominative_of_an_adjective_is_its_paradigms(word: str, gender: str | None, plural: bool) -> None:
    reading = next(reading for reading in readings(word) if reading.form.pos == "ADJF")
    wanted = ("nomn", "plur") if plural else ("nomn", "sing", gender or "masc")
    assert adjective_nominative(word, gender, plural) == reading.inflected(*wanted)

"""Personal names in any case: nominative, parts, gender, cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from pobratim.text.declension import is_given, is_patronymic, is_surname
from pobratim.text.person_name import name_readings, read_person_name

GOLDEN = Path(__file__).parent / "golden" / "person_names.tsv"


def golden_rows() -> list[list[str]]:
    """The rows of the golden file, eight fields each."""
    lines = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(line.split("\t") + [""] * 8)[:8] for line in lines]


@pytest.mark.parametrize("row", golden_rows(), ids=lambda row: row[0])
def test_name_goes_to_the_nominative_with_its_parts(row: list[str]) -> None:
    text, nominative, surname, given, patronymic, initials, gender, cases = row
    name = read_person_name(text)
    assert name.text == nominative
    assert [name.surname or "", name.given or "", name.patronymic or "", name.initials] == [surname, given, patronymic, initials]
    assert (name.gender or "") == gender
    assert set(cases.split()) <= name.cases


def test_context_decides_between_a_man_in_the_genitive_and_a_woman() -> None:
    assert read_person_name("Зумрада Бозорова").text == "Зумрада Бозорова"
    assert read_person_name("Зумрада Бозорова", cases={"gent", "accs"}, gender="masc").text == "Зумрад Бозоров"
    assert {name.text for name in name_readings("Зумрада Бозорова")} == {"Зумрада Бозорова", "Зумрад Бозоров"}


def test_golden_file_is_sorted_and_without_duplicates() -> None:
    texts = [row[0] for row in golden_rows()]
    assert texts == sorted(set(texts))


@pytest.mark.parametrize(("word", "kinds"), [("бауыржаном", "g"), ("сагыновичем", "p"), ("сарымсакова", "s"), ("область", "")])
def test_words_of_names_are_told_from_others(word: str, kinds: str) -> None:
    assert (is_given(word), is_patronymic(word), is_surname(word)) == tuple(kind in kinds for kind in "gps")

"""The scorer's matching: what counts as the same name, person, post, document."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.likeness import date_within, document_likeness, event_likeness, same_years, shared_spheres
from evals.name import name_likeness, same_place
from evals.pairing import assign
from evals.person import same_person, same_post
from evals.story import Deed

SAME_NAMES = [
    ("Волосовский район", "Волосовским муниципальным районом"),
    ("Мурманская область", "Правительство Мурманской области"),
    ("Правительство Псковской области", "Администрацией Псковской области"),
    ("Киргизия", "Кыргызская Республика"),
    ("КНР", "Китаем"),
    ("Подмосковье", "Московская область"),
    ("Могилёвский облисполком", "Могилевский областной исполнительный комитет"),
    ("ПАО «Лукойл»", "Лукойлом"),
    ("Старая Русса", "Старой Руссы"),
    ("Петербург", "Санкт-Петербургом"),
]
OTHER_NAMES = [
    ("", "Псковская область"),
    ("Витебск", "Витебская область"),
    ("Томск", "Омск"),
    ("Омская область", "Томская область"),
    ("Гатчинский район Ленинградской области", "Ленинградская область"),
    ("Министерство спорта", "Министерство культуры"),
    ("Великий Устюг", "Великие Луки"),
    ("Правительство", "Правительство Омской области"),
    ("Республика Алтай", "Алтайский край"),
]
SAME_PEOPLE = [
    ("Олег Кувшинников", "Кувшинников Олег Александрович"),
    ("О. А. Кувшинников", "Олегом Кувшинниковым"),
    ("Акылбек Жапаров", "Жапаровым А."),
    ("Анна Попова-Белова", "Анной Поповой-Беловой"),
    ("Артём Ли", "Ли Артём"),
]
OTHER_PEOPLE = [
    ("Иван Фёдоров", "Фёдор Иванов"),
    ("Павлов", "Павловский"),
    ("Денис", "Денис Глушков"),
    ("Михаил Развожаев", "Максим Развожаев"),
]


@pytest.mark.parametrize(("a", "b"), SAME_NAMES)
def test_same_names_match_both_ways(a: str, b: str) -> None:
    assert name_likeness(a, b) >= 0.6
    assert name_likeness(b, a) >= 0.6


@pytest.mark.parametrize(("a", "b"), OTHER_NAMES)
def test_other_names_do_not_match(a: str, b: str) -> None:
    assert name_likeness(a, b) == name_likeness(b, a) == 0


@pytest.mark.parametrize(("a", "b"), SAME_PEOPLE)
def test_same_people_match_both_ways(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(("a", "b"), OTHER_PEOPLE)
def test_other_people_do_not_match(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)


def test_looser_ways_to_compare_people() -> None:
    assert same_person("Сергей Смирнов", "Семён Смирнов", "letter")
    assert not same_person("Сергей Смирнов", "Иван Смирнов", "letter")
    assert same_person("Сергей Смирнов", "Иван Смирнов", "surname")


def test_a_post_may_name_its_place_in_either_field() -> None:
    assert same_post("глава", "Псковский район", "глава Псковского района", None)
    assert not same_post("министр культуры", None, "заместитель министра культуры", None)
    assert not same_post("министр культуры", None, None, None)


def deed(**fields: object) -> Deed:
    plain: dict[str, object] = {
        "kind": "agreement", "status": "signed", "parties": (), "people": (), "date": None, "place": None,
    }  # fmt: skip
    return Deed(**(plain | fields))  # type: ignore[arg-type]


def test_documents_need_kin_kinds_and_a_common_party() -> None:
    gold = deed(parties=("Омская область", "Минск"))
    assert document_likeness(gold, deed(kind="contract", parties=("Минск",)))
    assert not document_likeness(gold, deed(kind="plan", parties=("Минск",)))
    assert not document_likeness(gold, deed(parties=("Томская область",)))


def test_a_document_without_parties_needs_the_same_status() -> None:
    gold = deed(parties=("Минск",))
    assert document_likeness(gold, deed())
    assert not document_likeness(gold, deed(status="planned"))


def test_the_better_agreeing_document_weighs_more() -> None:
    gold = deed(parties=("Минск", "Тула"), date="2024-05-01")
    whole, part = deed(parties=("Минск", "Тула"), date="2024-05-01"), deed(parties=("Минск",))
    assert document_likeness(gold, whole) > document_likeness(gold, part)


def test_an_event_without_sides_needs_a_common_date_or_place() -> None:
    gold = deed(kind="meeting", status="held", parties=("Минск",), date="2024-05-01")
    assert event_likeness(gold, deed(kind="visit", status="held", date="2024-05-01"))
    assert not event_likeness(gold, deed(kind="visit", status="held", date="2024-05-02"))
    assert not event_likeness(gold, deed(kind="forum", status="held", date="2024-05-01"))


def test_dates_terms_places_and_spheres() -> None:
    assert date_within("2019-05-12", "2019-05")
    assert not date_within("2019", "2019-05")
    assert same_years((2019, 2021, None), (2019, 2021, 3))
    assert not same_years((2019, None, 3), (2019, None, None))
    assert same_place(None, None)
    assert not same_place("Минск", None)
    assert shared_spheres(("science", "culture"), ("science-technology", "sport")) == 1


@given(st.integers(0, 4).flatmap(lambda width: st.lists(st.lists(st.integers(0, 9), min_size=width, max_size=width), max_size=4)))
def test_no_pairing_is_better(weights: list[list[int]]) -> None:
    pairs = assign([[float(weight) for weight in row] for row in weights])
    width = len(weights[0]) if weights else 0
    columns = [*range(width), *[None] * len(weights)]
    best = max(
        sum(weights[row][column] for row, column in enumerate(chosen) if column is not None)
        for chosen in itertools.permutations(columns, len(weights))
    )
    assert sum(weights[row][column] for row, column in pairs) == best
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)

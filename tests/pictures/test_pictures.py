"""Pictures are well-formed, hold what they were given and nothing that could run; no text leaves its frame."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.pictures.chain import Item, Tie, chain_picture
from pobratim.pictures.grid import Cell, Row, grid_picture
from pobratim.pictures.measure import width_of
from pobratim.pictures.terms import Term, terms_picture
from pobratim.pictures.timeline import Point, timeline_picture
from pobratim.pictures.years import MOST_COLUMNS, Column, columns, years_picture

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ["<script>alert(1)</script>", "\0\x08\ud800", "\u202eкетсеВ", "Ы" * 10_000, "a&b\"'<"]
ON = datetime.date(2026, 11, 1)
DAYS = st.dates()


def checked(picture: str) -> ElementTree.Element:
    root = ElementTree.fromstring(picture)
    width = float(root.get("viewBox", "").split()[2])
    for text in root.iter(f"{SVG}text"):
        begin = float(text.get("x", "0"))
        long = width_of(text.text or "", float(text.get("font-size", "13")))
        begin -= long / 2 if text.get("text-anchor") == "middle" else 0
        assert begin >= 0
        assert begin + long <= width
    assert not list(root.iter(f"{SVG}script"))
    assert "style" not in {name for one in root.iter() for name in one.attrib}
    assert root[0].tag == f"{SVG}title"
    assert root[1].tag == f"{SVG}desc"
    return root


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_all_kinds(name: str) -> None:
    chain = checked(
        chain_picture([Item(name, "/a", name, here=True), Item(name, "", name)], [Tie(1, 0, name)], title=name, desc=name)
    )
    assert len(list(chain.iter(f"{SVG}a"))) == 1
    checked(terms_picture([Term(name, "/a", ON, None, name)], on=ON, title=name, desc=name))
    checked(years_picture([Column(2024, 2024, (3, 0), ("/a", "/b"))], (name, name), title=name, desc=name))


@given(st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)).filter(lambda pair: pair[0] != pair[1]), max_size=60))
def test_chain_of_any_shape(pairs: list[tuple[int, int]]) -> None:
    items = [Item(f"Документ {number}", f"/{number}", "2024") for number in range(40)]
    ties = [Tie(of, on, "исполняет") for of, on in pairs]
    root = checked(chain_picture(items, ties, title="Цепочка", desc="40 документов"))
    assert len(list(root.iter(f"{SVG}a"))) == 40
    assert sum(one.get("class") == "arrow" for one in root.iter()) == len(set(pairs))


def test_chain_says_what_rests_on_what() -> None:
    picture = chain_picture([Item("Соглашение", "/1", ""), Item("План", "/2", "")], [Tie(1, 0, "исполняет")], title="t", desc="d")
    assert "исполняет: 1" in [one.text for one in checked(picture).iter(f"{SVG}text")]


@given(st.lists(st.tuples(DAYS, st.none() | DAYS, st.booleans()), max_size=8), DAYS)
def test_terms_of_any_days(days: list[tuple[datetime.date, datetime.date | None, bool]], on: datetime.date) -> None:
    terms = [Term("План", "/a", first, last, "действует", promised) for first, last, promised in days]
    root = checked(terms_picture(terms, on=on, title="Сроки", desc="сроки"))
    bars = [one for one in root.iter(f"{SVG}rect") if "bar" in one.get("class", "")]
    assert len(bars) == len(terms)
    assert all(float(one.get("width", "")) > 0 for one in bars)
    assert all(float(one.get("x", "")) >= 0 and float(one.get("x", "")) + float(one.get("width", "")) <= 420 for one in bars)


@given(*[st.dictionaries(st.integers(1, 9999), st.integers(1, 10**6), max_size=30)] * 2)
def test_columns_count_everything_once(documents: dict[int, int], events: dict[int, int]) -> None:
    found = columns(documents, events)
    assert len(found) <= MOST_COLUMNS
    assert sum(one.counts[0] for one in found) == sum(documents.values())
    assert sum(one.counts[1] for one in found) == sum(events.values())
    checked(years_picture(found, ("документы", "события"), title="Контакты", desc="по годам"))


NUMBERS = st.integers(0, 10**5)


@given(st.integers(1, 20).flatmap(lambda wide: st.lists(st.lists(NUMBERS, min_size=wide, max_size=wide), max_size=16)))
def test_grid_tells_every_number(rows: list[list[int]]) -> None:
    shown = [Row("Торговля и экономика", tuple(map(Cell, row))) for row in rows]
    times = [str(2000 + number) for number in range(len(rows[0]) if rows else 0)]
    root = checked(grid_picture(shown, times, title="Сферы", desc="по годам"))
    cells = [one for one in root.iter(f"{SVG}rect") if one.get("class") == "cell"]
    assert len(cells) == sum(number > 0 for row in rows for number in row)
    told = [(one[0].text or "").rpartition(": ")[2] for one in cells]
    assert told == [str(number) for row in rows for number in row if number]


@given(st.lists(st.tuples(DAYS, st.integers(0, 1)), max_size=20), DAYS, DAYS)
def test_timeline_of_any_days(days: list[tuple[datetime.date, int]], one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    points = [Point(day, lane, "визит", "/events/e1/") for day, lane in days]
    end = last if last > first else first + datetime.timedelta(days=1) if first < datetime.date.max else last
    if end <= first:
        return
    root = checked(timeline_picture(points, ("подписано", "прошло"), first, end, title="Лента", desc="по дням"))
    marks = list(root.iter(f"{SVG}circle"))
    assert len(marks) == len(list(root.iter(f"{SVG}a"))) == len(points)
    assert all(5 <= float(mark.get("cx", "")) <= 415 for mark in marks)

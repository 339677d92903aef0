"""Rows of plans as offices lay them out, and what is kept of those that nobody understands."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable

import pytest

from pobratim.register.errors import WrongValue
from pobratim.register.plans.calendar import Span
from pobratim.register.plans.mapping import PLAN, with_sides
from pobratim.register.plans.read import read_rows, state_of, term_in_title
from pobratim.register.plans.row import Context
from pobratim.tables import read_book
from tests.tables import files

from .offices import NEIGHBOURS, OFFICES, Office, letter, page, region, turned
from .scoring import rows_of, scores
from .shapes import SHAPES, chapters, marks, nested, years

FLOOR = 0.97


@pytest.mark.parametrize("makes", [OFFICES, SHAPES])
def test_cells_of_six_plans(makes: tuple[Callable[[], Office], ...]) -> None:
    found = list(scores(makes))
    rows = Counter(one.where.rpartition(" ")[0] for one in found)
    plans = Counter(where.partition(" ")[0] for where in rows)
    assert len(rows) >= 60
    assert min(plans.values()) >= 10
    wrong = [one for one in found if not one.right]
    assert 1 - len(wrong) / len(found) >= FLOOR, wrong


@pytest.mark.parametrize("make", [*OFFICES, *SHAPES])
def test_nothing_of_a_row_is_lost(make: Callable[[], Office]) -> None:
    office = make()
    for row in rows_of(office):
        kept = row.values["raw"]["cells"]
        for words in filter(None, office.cells[row.number]):
            assert words in kept or _day(words) in kept, (row.number, words)
        assert row.values["raw"]["understood"] == row.understood
        assert not row.values.get("due") or row.values["due"]["wording"]


def _day(words: str) -> str:
    try:
        return f"{datetime.date.fromisoformat(words):%d.%m.%Y}"
    except ValueError:
        return words


def test_rows_that_a_person_must_look_at() -> None:
    marked = {row.number: row for row in rows_of(region()) if not row.understood}
    assert [(number, one.problems[0].reason, one.problems[0].text) for number, one in marked.items()] == [
        (17, "there is no such day", "31.02.2025")
    ]
    assert marked[17].values["due"] == {"wording": "31.02.2025", "first": None, "last": None, "recurring": None}
    assert [row.number for row in rows_of(page()) if not row.understood] == [10]


def test_marks_of_fulfilment_become_reports() -> None:
    assert state_of("Не выполнено по вине подрядчика") == "not_done"
    assert state_of("исполнено частично") == "partly"
    assert state_of("проведено 15 мая") == "done"
    assert state_of("смотри письмо") is None


def test_either_side_has_its_own_mark() -> None:
    told = {row.number: [(one.get("side"), one["state"]) for one in row.values.get("report", [])] for row in rows_of(marks())}
    assert told[5] == [("a", "done"), ("b", "under_way")]
    assert told[9] == [("a", "under_way"), ("b", "not_started")]
    assert told[12] == [("a", "dropped")]
    assert told[7] == []


def test_years_in_columns_keep_what_was_written() -> None:
    rows = {row.number: row.values["due"]["wording"] for row in rows_of(years())}
    assert (rows[3], rows[9], rows[11]) == ("2025; 2026; 2027", "II кв. 2025", "2025; 2026")


def test_what_stands_around_a_plan_is_not_in_it() -> None:
    *frame, plan = read_book(nested().raw).tables
    assert len(plan.rows) == 10
    assert not any("Заседание" in cell.text for table in frame for row in table.rows for cell in row.cells)


def test_a_table_for_each_part_is_one_plan() -> None:
    (plan,) = read_book(chapters().raw).tables
    parts = ["1. Образование и наука", "2. Физическая культура и спорт", "3. Социальная политика"]
    assert [one.text for one in plan.sections] == parts
    assert len({row.number for row in plan.rows}) == len(plan.rows) == 10


def test_what_columns_hold() -> None:
    table = read_book(letter().raw).tables[0]
    columns = with_sides(table, PLAN.guess(table), NEIGHBOURS)
    assert columns == {"A": "number", "B": "text", "C": "due", "D": "executor_a", "E": "executor_b"}
    table = read_book(turned().raw).tables[0]
    assert PLAN.guess(table) == {"A": "expected", "B": "executor", "C": "due", "D": "text", "E": "number"}
    with pytest.raises(WrongValue, match="no column holds the measures"):
        PLAN.checked({"A": "number", "B": "due"})


def test_a_row_without_a_measure_is_kept_as_it_is_written() -> None:
    rows = [["№", "Мероприятие", "Срок", "Исполнитель"], ["1", "", "май 2025", "Стороны"], ["2", "Семинар", "2025", "Стороны"]]
    table = read_book(files.csv(rows)).tables[0]
    first, second = read_rows(table, PLAN.guess(table), Context())
    assert (first.values["text"], first.understood) == ("1 · май 2025 · Стороны", False)
    assert second.understood


def test_a_corrected_cell_is_read_as_corrected_and_kept_as_written() -> None:
    table = read_book(region().raw).tables[0]
    columns = with_sides(table, PLAN.guess(table), region().context.sides)
    rows = {row.number: row for row in read_rows(table, columns, region().context, {(17, "C"): "28.02.2025"})}
    assert rows[17].understood
    assert rows[17].values["due"]["last"] == "2025-02-28"
    assert "31.02.2025" in rows[17].values["raw"]["cells"]


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("План мероприятий на 2024–2026 годы", 2024, 2026),
        ("Календарный план на 2025 год", 2025, 2025),
        ("План действий", None, None),
    ],
)
def test_the_years_in_the_title(title: str, first: int | None, last: int | None) -> None:
    rows = [["№", "Мероприятие", "Срок"], ["1", "Семинар", "май"], ["2", "Ярмарка", "июнь"]]
    found = term_in_title(read_book(files.html(rows, title)).tables[0])
    day = datetime.date
    assert found == (Span(day(first, 1, 1), day(last or 0, 12, 31)) if first else Span())

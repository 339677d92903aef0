"""Papers beside the briefing: what a year brought and ended, what is in force, how a plan stands, who met."""

from __future__ import annotations

import datetime

import pytest

from pobratim.register.errors import NoSuchRecord, WrongValue
from pobratim.register.models import Document
from pobratim.reports.overview.listing import documents
from pobratim.reports.overview.plan import plan
from pobratim.reports.overview.visits import visits
from pobratim.reports.overview.year import year
from pobratim.reports.paper import Gap, Paper, Table
from pobratim.reports.write import WRITERS
from tests.register.story import Term, agreement, day

from .pair import ON, later, sides, told
from .test_briefing import all_sourced

pytestmark = pytest.mark.usefixtures("sqlite_register")
TODAY = datetime.date(2026, 1, 15)


def tables(paper: Paper) -> list[list[list[str]]]:
    """The rows of each table, as text."""
    all_sourced(paper)
    found = [block.rows for block in paper.blocks if isinstance(block, Table)]
    return [[[cell.text.replace("\xa0", " ") for cell in row] for row in rows] for rows in found]


def test_a_year_concludes_and_ends() -> None:
    told()
    (signed,) = tables(year(2021, TODAY))
    assert [row[1:4] for row in signed] == [
        ["Соглашение о сотрудничестве в торговле", "Чуйская область — Ленинградская область", "01.06.2021"]
    ]
    (lapsed,) = tables(year(2022, TODAY))
    assert [(row[1], row[5]) for row in lapsed] == [("Меморандум о туризме", "Срок истёк")]
    nothing = year(1999, TODAY)
    assert [isinstance(block, Gap) for block in nothing.blocks].count(True) == 2


def test_signed_and_over_within_one_year() -> None:
    agreement("https://a.example/1", "2023-02-02", signed="2023-02-01", term=Term(to=day("2023-05-01"))).store()
    signed, lapsed = tables(year(2023, TODAY))
    assert (len(signed), len(lapsed)) == (1, 1)


def test_a_year_of_a_partner_and_of_a_year_that_runs() -> None:
    told()
    partner, _ = sides()
    assert len(tables(year(2023, TODAY))[0]) == 2  # that of the cities too
    assert [row[1] for row in tables(year(2023, TODAY, partner=partner))[0]] == ["План мероприятий на 2023–2025 годы"]
    assert tables(year(2023, datetime.date(2023, 1, 20))) == []
    with pytest.raises(NoSuchRecord):
        year(2023, TODAY, partner="a" + "0" * 20)


def test_the_list_on_a_day_stays_as_it_was() -> None:
    told()
    before = documents(ON)
    assert [row[1] for row in tables(before)[0]] == [
        "Соглашение о побратимских связях",
        "План мероприятий на 2023–2025 годы",
        "Соглашение о сотрудничестве в торговле",
    ]
    later()
    assert documents(ON) == before
    assert documents(datetime.date(1990, 1, 1)).sources == []


def test_a_plan_tells_how_each_measure_stands() -> None:
    told()
    key = Document.objects.get(kind="plan").key
    (rows,) = tables(plan(key, ON))
    assert [(row[1], row[4]) for row in rows] == [
        ("Провести Дни культуры", "Нет сведений, срок истёк 31 декабря 2023 г."),
        ("Обменяться делегациями", "Нет сведений, срок — 30 июня 2025 г."),
        ("Открыть выставку", "Выполнено, срок — 30 сентября 2023 г."),
    ]
    assert tables(plan(Document.objects.get(kind="memorandum").key, ON)) == []
    with pytest.raises(NoSuchRecord):
        plan(sides()[0], ON)


def test_a_calendar_of_what_was_and_what_is_planned() -> None:
    told()
    first, last = datetime.date(2023, 1, 1), datetime.date(2024, 12, 31)
    paper = visits(first, last, ON)
    rows = [row for table in tables(paper) for row in table]
    assert [(row[0], row[1], row[5]) for row in rows] == [
        ("10.02.2023", "Визит", "Состоялось"),
        ("20.05.2024", "Визит", "Запланировано"),
    ]
    later()
    assert visits(first, last, ON) == paper
    (row,) = tables(visits(datetime.date(2024, 5, 1), datetime.date(2024, 5, 31), TODAY))[0]
    assert row[5] == "Планировалось; сведений о проведении нет"
    with pytest.raises(WrongValue):
        visits(last, first, ON)


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_they_are_written_in_every_format(ending: str) -> None:
    told()
    for paper in (year(2021, TODAY, language="en"), documents(ON), visits(datetime.date(2023, 1, 1), ON, ON)):
        assert WRITERS[ending](paper)

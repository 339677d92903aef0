"""When a measure is due, as the cells of plans word it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pobratim.register.field import read_value
from pobratim.register.plans.calendar import Span, folded, parts_of
from pobratim.register.plans.due import due_between, due_of
from pobratim.register.plans.due_columns import due_of_all, due_under
from pobratim.tables import Cell

DAY = datetime.date
THREE_YEARS = Span(DAY(2024, 4, 24), DAY(2026, 12, 31))
ONE_YEAR = Span(DAY(2025, 1, 1), DAY(2025, 12, 31))


def told(words: str, term: Span = THREE_YEARS) -> str:
    """`first..last recurring`, or what is wrong."""
    read = due_of(Cell(words), term)
    assert read.due is not None
    assert read.due["wording"] == words
    told = f"{read.due['first'] or ''}..{read.due['last'] or ''} {read.due['recurring'] or ''} {read.due.get('by') or ''}"
    return read.wrong or told.strip()


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("IV квартал 2025", "2025-10-01..2025-12-31"),
        ("4 кв. 2025 г.", "2025-10-01..2025-12-31"),
        ("I, III кварталы 2025", "2025-01-01..2025-09-30"),
        ("I квартал 2024 – II квартал 2025", "2024-01-01..2025-06-30"),
        ("I полугодие 2025 года", "2025-01-01..2025-06-30"),
        ("ежегодно", "2024-04-24..2026-12-31 yearly"),
        ("ежегодно, до 1 декабря", "2024-04-24..2026-12-31 yearly 12-01"),
        ("ежегодно, не позднее 15 марта", "2024-04-24..2026-12-31 yearly 03-15"),
        ("Ежегодно до 01.12", "2024-04-24..2026-12-31 yearly 12-01"),
        ("ежегодно, в мае", "2024-04-24..2026-12-31 yearly 05-31"),
        ("ежегодно, февраль", "2024-04-24..2026-12-31 yearly 02-29"),
        ("ежегодно, IV квартал", "2024-04-24..2026-12-31 yearly 12-31"),
        ("ежегодно, в I полугодии", "2024-04-24..2026-12-31 yearly 06-30"),
        ("ежегодно, сентябрь – октябрь", "2024-04-24..2026-12-31 yearly 10-31"),
        ("ежегодно, с 1 сентября", "2024-04-24..2026-12-31 yearly"),
        ("ежегодно, с 1 по 15 ноября", "2024-04-24..2026-12-31 yearly 11-15"),
        ("2024–2026 гг., ежегодно до 1 декабря", "2024-01-01..2026-12-31 yearly 12-01"),
        ("раз в год, 9 мая", "2024-04-24..2026-12-31 yearly 05-09"),
        ("ежегодно, начиная с 2025 года", "2025-01-01..2026-12-31 yearly"),
        ("ежегодно, 2024–2026 гг.", "2024-01-01..2026-12-31 yearly"),
        ("I кв. 25 г.", "2025-01-01..2025-03-31"),
        ("не реже двух раз в год", "2024-04-24..2026-12-31 half-yearly"),
        ("по взаимной договорённости", ".. agreed"),
        ("ежеквартально", "2024-04-24..2026-12-31 quarterly"),
        ("не реже 1 раза в полугодие", "2024-04-24..2026-12-31 half-yearly"),
        ("в течение срока действия", "2024-04-24..2026-12-31 term"),
        ("в течение срока действия плана", "2024-04-24..2026-12-31 term"),
        ("2024–2026 гг.", "2024-01-01..2026-12-31"),
        ("до 1 июня 2025", "..2025-06-01"),
        ("до конца 2025 года", "..2025-12-31"),
        ("до окончания срока действия Плана", "..2026-12-31"),
        ("май – июнь 2025 года", "2025-05-01..2025-06-30"),
        ("декабрь 2024 – февраль 2025", "2024-12-01..2025-02-28"),
        ("с 1 сентября 2024 г. по 31 мая 2025 г.", "2024-09-01..2025-05-31"),
        ("28 мая – 2 июня 2025 г.", "2025-05-28..2025-06-02"),
        ("15-17.05.2025", "2025-05-15..2025-05-17"),
        ("2024/2025 учебный год", "2024-09-01..2025-08-31"),
        ("осень 2025", "2025-09-01..2025-11-30"),
        ("2025 год (IV квартал)", "2025-10-01..2025-12-31"),
        ("по согласованию", ".. agreed"),
        ("2025 год, по согласованию", "2025-01-01..2025-12-31 agreed"),
        ("в соответствии с протоколом от 15.05.2023", ".. agreed"),
        ("в течение 30 дней после подписания", "2024-04-24..2024-05-24"),
        ("с 2025 года", "2025-01-01..2026-12-31"),
        ("последняя декада мая 2025 г.", "2025-05-21..2025-05-31"),
        ("I декада февраля – II декада марта 2025", "2025-02-01..2025-03-20"),
        ("ежегодно, третья декада июня", "2024-04-24..2026-12-31 yearly 06-30"),
        ("конец сентября 2025", "2025-09-21..2025-09-30"),
        ("в начале мая 2025 г.", "2025-05-01..2025-05-10"),
        ("до конца сентября 2025", "..2025-09-30"),
        ("вторая половина 2025 года", "2025-07-01..2025-12-31"),
        ("первая половина мая 2025", "2025-05-01..2025-05-15"),
        ("зима 2025/2026", "2025-12-01..2026-02-28"),
        ("1 раз в 2 года", "2024-04-24..2026-12-31 term"),
        ("по итогам года", "2024-04-24..2026-12-31 yearly"),
        ("не реже 2 раз в год", "2024-04-24..2026-12-31 half-yearly"),
        ("в период проведения форума", ".. agreed"),
        ("в течение всего периода", "2024-04-24..2026-12-31 term"),
        ("по отдельному графику", ".. agreed"),
        ("ежегодно, 2 квартал", "2024-04-24..2026-12-31 yearly 06-30"),
        ("01.13.2025", "there is no such day"),
        ("5 квартал", "there is no such day"),
        ("5 квартал – май 2025 года", "there is no such day"),
        ("31.02.2025", "there is no such day"),
        ("0.0.0000", "there is no such day"),
        ("00.05.2025", "there is no such day"),
        ("15.05.25", "2025-05-15..2025-05-15"),
        ("5 квартал 2025 года", "there is no such day"),
        ("июнь 2025 – май 2025", "it ends before it begins"),
        ("сентябрь", "the year is missing"),
        ("после ремонта", "no time can be read here"),
    ],
)
def test_a_cell(words: str, due: str) -> None:
    assert told(words) == due


@pytest.mark.parametrize(("words", "due"), [("сентябрь", "2025-09-01..2025-09-30"), ("в течение года", "2025-01-01..2025-12-31")])
def test_what_lacks_its_year_is_of_the_plan_s_only_year(words: str, due: str) -> None:
    assert told(words, ONE_YEAR) == due


def test_a_date_of_the_file_itself() -> None:
    assert due_of(Cell("15.09.2025", DAY(2025, 9, 15))).due == {
        "wording": "15.09.2025",
        "first": "2025-09-15",
        "last": "2025-09-15",
        "recurring": None,
    }


def test_without_the_plan_s_term_words_alone_are_known() -> None:
    assert told("в течение срока действия плана", Span()) == ".. term"
    assert told("ежегодно", Span()) == ".. yearly"
    assert told("ежегодно, 5 квартал", Span()) == told("ежегодно 2025 квартал", Span()) == ".. yearly"
    assert told("в течение двух месяцев после подписания", Span()) == "when the plan begins is not known"


def test_beginning_and_end_in_two_cells() -> None:
    both = due_between(Cell("март 2025"), Cell("май 2025"), THREE_YEARS)
    assert both.due == {"wording": "март 2025 – май 2025", "first": "2025-03-01", "last": "2025-05-31", "recurring": None}
    wrong = due_between(Cell("10.11.2025"), Cell("05.11.2025"), THREE_YEARS)
    assert (wrong.wrong, wrong.due and wrong.due["first"]) == ("it ends before it begins", None)
    assert due_between(Cell(), Cell("–"), THREE_YEARS).due is None


PIECES = (
    "до|с|по|не позднее|IV|I–II|квартал|кв.|полугодие|2025|2024–2026|гг.|года|31|29|02|.|31.02.2025|15.05.|мая|июнь|февраля|"
    "ежегодно|раз в|квартал|в течение|срока|действия|месяцев|со дня|подписания|по согласованию|,|–|-|/|;|999|0|осень|уч|1999|"
    "99.99.9999|2025-13-45|конца|начиная с|от|и"
).split("|")
_words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join) | st.text(min_size=1, max_size=40)
_terms = st.sampled_from([Span(), ONE_YEAR, THREE_YEARS, Span(DAY(2024, 2, 29), None), Span(DAY.max, DAY.max)])


@example("ежегодно 2025 квартал", Span())
@given(_words, _terms)
def test_whatever_is_typed_is_no_error_and_keeps_its_wording(words: str, term: Span) -> None:
    read = due_of(Cell(words), term)
    if read.due is not None:
        assert read.due["wording"] == words
        assert read_value("m", "due", read.due) == read.due
        if read.wrong:
            assert read.due["first"] is read.due["last"] is None
        first, last = read.due["first"], read.due["last"]
        assert not (first and last) or first <= last or read.due["recurring"]


@given(_words, _words, _terms)
def test_whatever_is_typed_in_two_cells(begin: str, end: str, term: Span) -> None:
    read = due_between(Cell(begin), Cell(end), term)
    if read.due is not None:
        assert read_value("m", "due", read.due) == read.due
        assert {read.due["wording"]} & {begin, end, f"{begin} – {end}"}


@pytest.mark.parametrize(
    ("heading", "cell", "due"),
    [
        ("Годы / 2026", "+", "2026-01-01..2026-12-31"),
        ("II квартал 2026 г.", "х", "2026-04-01..2026-06-30"),
        ("Срок / 2026 год", "III кв.", "2026-07-01..2026-09-30"),
        ("Срок / 2026 год", "май 2025", "2025-05-01..2025-05-31"),
        ("Срок исполнения", "+", "no time can be read here"),
        ("2026", "по графику", "2026-01-01..2026-12-31 agreed"),
    ],
)
def test_a_time_in_the_heading(heading: str, cell: str, due: str) -> None:
    read = due_under(heading, Cell(cell), THREE_YEARS)
    assert read.due is not None
    assert (read.wrong or f"{read.due['first'] or ''}..{read.due['last'] or ''} {read.due['recurring'] or ''}".strip()) == due


def test_several_columns_of_times_are_one_due() -> None:
    told = due_of_all([due_of(Cell(words), THREE_YEARS) for words in ("до 1 июня 2025", "июль 2025")])
    assert told.due == {"wording": "до 1 июня 2025; июль 2025", "first": None, "last": "2025-07-31", "recurring": None}
    assert due_of_all([due_of(Cell("31.02.2025")), due_of(Cell("май 2025"))]).wrong == "there is no such day"
    assert due_of_all([due_of(Cell("май 2025")), due_of(Cell("-"))]) == due_of(Cell("май 2025"))


@given(st.text(alphabet="0123456789 .-/IVквартлдекмягод", max_size=30))
@example("5 квартал 2025")
@example("15.13")
def test_no_time_has_a_month_that_there_is_not(words: str) -> None:
    for part in parts_of(folded(words)):
        assert all(month is None or 1 <= month <= 12 for month in (part.first_month, part.last_month))
        assert not (part.impossible and part.span())

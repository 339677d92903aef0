"""Whatever stands in the cells: a row is read or blamed, nothing breaks, and what came in once comes in no second time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.register.dump import dump
from pobratim.register.lists.dry import Fate, dry_run
from pobratim.register.lists.mapping import LIST
from pobratim.register.lists.read import read_rows
from pobratim.register.models import Document
from pobratim.register.services import Author, ListFile, import_undo, list_apply
from pobratim.tables import read_book
from tests.tables import files

from .conftest import records

HEADING = ["№", "Партнёр", "Наименование документа", "Дата подписания", "Срок действия", "Кем подписано", "Статус"]
partner = st.sampled_from(["Минская область", "г. Минск", "Правительство Чуйской области", "ООО «Ромашка»", "Фонд дружбы", "—"])
title = st.sampled_from(["Соглашение о дружбе", "План мероприятий на 2024 год", "Меморандум", "Обмен опытом", ""])
date = st.sampled_from(["12.03.2019", "март 2020", "2021", "31.02.2025", "", "скоро"])
term = st.sampled_from(["5 лет", "бессрочно", "до 31.12.2030", "как получится", ""])
hands = st.sampled_from(["А.Б. Петров", "губернатор Тверской области Иван Петров", "", "не помним"])
status = st.sampled_from(["действует", "расторгнуто", "в архиве", ""])
rows = st.lists(st.tuples(partner, title, date, term, hands, status), min_size=1, max_size=5)
anything = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=60) | st.sampled_from(
    ["=1+1", "<script>", "\u202eа", "я" * 10_000, "{name}", "%s", "\\"]
)


def table_of(lines: list[tuple[str, ...]]) -> bytes:
    return files.csv([HEADING, *([str(number), *line] for number, line in enumerate(lines, 1))])


@settings(max_examples=8, deadline=None)
@given(st.lists(st.lists(anything, min_size=6, max_size=6), min_size=1, max_size=3))
def test_any_cells_are_read_or_blamed(lines: list[list[str]]) -> None:
    table = read_book(table_of([("слово", *line[1:]) for line in lines])).tables[0]
    columns = dict(zip("ABCDEFG", ("number", "partner", "title", "signed", "term", "signatories", "status"), strict=True))
    for row in read_rows(table, {column.letter: columns[column.letter] for column in table.columns}, own="Тверская область"):
        assert (row.facts is None) == bool(row.fatal)
        assert row.cells


@pytest.mark.usefixtures("sqlite_register")
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows)
def test_twice_is_once_and_undone_is_never(lines: list[tuple[str, ...]]) -> None:
    author, file = Author("анна"), ListFile("список.csv", "0" * 64)
    table = read_book(table_of(lines)).tables[0]
    columns = LIST.guess(table)
    empty = records()
    plan = dry_run(table, columns, own="Тверская область")
    assert records() == empty
    done = list_apply(plan=plan, file=file, author=author, skip_unreadable=True)
    assert Document.objects.count() == done.added == len(plan.of(Fate.ADD))
    once = list(dump())
    again = dry_run(table, columns, own="Тверская область")
    assert not again.of(Fate.ADD, Fate.FILL)
    assert list_apply(plan=again, file=file, author=author, skip_unreadable=True).number is None
    assert list(dump()) == once
    if done.number:
        import_undo(number=done.number, author=author)
    assert records() == empty

"""A stretch of the finds by name is the same whichever way it is found, from the beginning, from the end or in the midst."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.register import sql
from pobratim.register.models import SearchName
from pobratim.register.search import by_name, shelf
from pobratim.register.search.by_name import ByName

pytestmark = pytest.mark.usefixtures("register")
SPAN = shelf.span(shelf.SHELVES["e"])
MANY = 3_000
NAMES = st.tuples(st.sampled_from(["", "визит: витебск", "визит: омск", "встреча", "ярмарка", "Ω", "😀"]), st.integers(0, 300))


def filled(names: list[tuple[str, int]]) -> list[tuple[int, str, str]]:
    """Rows of events: what has no number in its name is told by several."""
    rows = []
    for number, (name, told) in enumerate(names):
        russian = f"{name} {told}" if name and told % 3 else name
        rows.append((SPAN[0] + number * 7919, russian, russian and f"{told % 5} {name}" if told % 2 else ""))
    sql.clear(SearchName)
    sql.insert(SearchName, ("id", "ru", "en"), rows)
    return rows


def plainly(rows: list[tuple[int, str, str]], *, english: bool) -> list[int]:
    called = [((english and en) or ru, number) for number, ru, en in rows]
    return [number for name, number in sorted(called, key=lambda one: (one[0] == "", one[0], -one[1]))]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=30, max_size=90), st.booleans(), st.sampled_from([1, 4, 16]), st.data())
def test_any_stretch(names: list[tuple[str, int]], english: bool, sample: int, data: st.DataObject) -> None:
    rows = filled(names)
    whole = plainly(rows, english=english)
    start = data.draw(st.integers(0, len(rows) - 1))
    stop = start + data.draw(st.integers(1, 12))
    with pytest.MonkeyPatch.context() as changed:
        for name, value in (("NEAR", 12), ("FEW", 25), ("SAMPLE", sample), ("SURE", 1)):
            changed.setattr(by_name, name, value)
        assert ByName(None, SPAN, len(rows), english=english).numbers(start, stop) == whole[start:stop]


def test_the_midst_is_not_put_in_order_whole() -> None:
    rows = filled([(f"событие {number * 7 % MANY:05}", 1) for number in range(MANY)])
    with pytest.MonkeyPatch.context() as changed, CaptureQueriesContext(connection) as queries:
        for name, value in (("NEAR", 50), ("FEW", 100), ("SAMPLE", 4)):
            changed.setattr(by_name, name, value)
        for start in range(300, MANY - 300, 300):
            found = ByName(None, SPAN, MANY, english=False).numbers(start, start + 25)
            assert found == plainly(rows, english=False)[start : start + 25]
    assert len(queries) == 2 * len(range(300, MANY - 300, 300)), "none of them had to be looked for among all"

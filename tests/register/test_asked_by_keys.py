"""What settling and lists ask is looked up by keys: no question goes through all that a large register has."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from pobratim.register.derive.silence import renew_silences
from pobratim.register.match.happened import happened
from pobratim.register.match.planned import planned
from pobratim.register.promise import OPEN
from pobratim.register.selectors.listing import documents, events, pages, people, statements
from pobratim.register.selectors.lookup import lookup
from pobratim.register.selectors.promise import promises_on
from pobratim.register.selectors.review import Wanted, queue

MANY = range(500)


@contextmanager
def plans() -> Iterator[list[str]]:
    """The lines of SQLite's plans for whatever is asked meanwhile."""
    found: list[str] = []

    def explained(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        cursor = connection.connection.cursor()
        found.extend(row[3] for row in cursor.execute("EXPLAIN QUERY PLAN " + sql.replace("%s", "?"), params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explained):
        yield found


@pytest.mark.parametrize("kind", "des")
def test_matches(sqlite_register: Path, kind: str) -> None:
    keys = [f"{kind}{number:020}" for number in MANY]
    with plans() as found:
        assert list(happened(keys)) == list(planned(keys)) == []
    asked = [line for line in found if line.startswith(("SCAN", "SEARCH"))]
    assert asked
    assert [line for line in asked if not line.endswith(("key=?)", "_id=?)"))] == []


def test_pairs(sqlite_register: Path) -> None:
    with plans() as found:
        renew_silences([(f"a{number:020}", f"b{number:020}") for number in MANY])
    asked = [line for line in found if line.split()[1] in ("x", "c", "register_silence", "register_contact")]
    assert len(asked) == len(("silences", "what holds"))
    assert [line for line in asked if "a_id=? AND b_id=?" not in line] == []


def test_the_queue_of_a_day(sqlite_register: Path) -> None:
    with plans() as found:
        list(queue(Wanted("e", day=datetime.date(2024, 4, 24)))[:8])
    records = [line for line in found if line.split()[1] == "register_event"]
    assert records
    assert [line for line in records if not line.endswith("(key=?)")] == []


def test_promises(sqlite_register: Path) -> None:
    with plans() as found:
        list(promises_on(datetime.date(2024, 4, 24), [OPEN])[:8])
    asked = [line for line in found if line.split()[1] == "register_statement"]
    assert asked
    assert [line for line in asked if "promise_state=?" not in line] == []


@pytest.mark.parametrize("kind", "ap")
def test_names_that_begin_so(sqlite_register: Path, kind: str) -> None:
    with plans() as found:
        lookup(kind, "лен")
        list(people(name="лен")[:8])
    asked = [line for line in found if "folded" in line]
    assert asked
    assert [line for line in asked if "folded>? AND folded<?" not in line] == []


@pytest.mark.parametrize("listed", [documents, events, statements, pages])
def test_lists_are_read_in_the_order_of_an_index(sqlite_register: Path, listed: Callable[[], Any]) -> None:
    with plans() as found:
        list(listed()[:8])
    assert found
    assert [line for line in found if "TEMP B-TREE" in line] == []


@pytest.mark.parametrize("listed", [documents, events])
def test_what_a_person_took_part_in(sqlite_register: Path, listed: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pobratim.register.selectors.narrow.FEW", -1)
    with plans() as found:
        list(listed(person=f"p{0:020}")[:8])
    assert [line for line in found if line.startswith("SEARCH")]
    assert [line for line in found if line.startswith("SCAN")] == []


@pytest.mark.parametrize("table", ["register_searchrow", "register_searchname"])
def test_rows_of_search_lie_by_their_numbers(sqlite_register: Path, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN SELECT COUNT(*) FROM {table} WHERE id BETWEEN 1 AND 2")
        assert [row[3] for row in cursor.fetchall()] == [f"SEARCH {table} USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"]
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'register_searchrow' ORDER BY 1")
        assert [name for (name,) in cursor.fetchall()] == [f"register_searchrow_{what}" for what in ("changed", "come", "gone")]

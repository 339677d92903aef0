"""Lists as of a day: what pages told by then, and nothing that came later."""

from __future__ import annotations

import datetime
from typing import Any

from pobratim.register.export import LISTS
from pobratim.register.models import Event
from pobratim.register.services import Author, field_edit, settle
from tests.register.story import Story

DAY = datetime.date
#: As known today whatever the day: what people decided, what is told without a day, keys (a merged record has one of them).
_TODAY = {"key", "state", "contradictions", "names"}


def story(number: str, published: str, *, planned: bool = False, other: str = "Витебская область") -> None:
    told = Story(f"https://a.example/{number}", published)
    one, two = told.place("Тверская область"), told.place(other)
    who = told.person("Иван Ладогин", "губернатор" if published < "2024-03" else "сенатор", one)
    told.event(one, two, date="2024-03-05", people=(who,), status="planned" if planned else "held")
    told.document(one, two, signed=published)
    told.store()


def listed(on: datetime.date | None) -> dict[str, list[dict[str, Any]]]:
    return {
        name: sorted(({k: v for k, v in row.items() if k not in _TODAY} for row in table.rows(on)), key=str)
        for name, table in LISTS.items()
    }


def test_a_list_of_a_past_day_does_not_change_when_more_is_told(register: str) -> None:
    story("1", "2024-02-01", planned=True)
    settle()
    days = [DAY(2024, 1, 15), DAY(2024, 2, 10), DAY(2024, 3, 1)]
    before = {on: listed(on) for on in days}
    assert {name: len(rows) for name, rows in before[days[0]].items()} == dict.fromkeys(LISTS, 0)
    story("2", "2024-03-10")
    story("3", "2024-04-20", other="Брестская область")
    settle()
    for on in days:
        for name, rows in listed(on).items():
            assert rows == before[on][name], (on, name)
    then, now = listed(DAY(2024, 3, 1)), listed(DAY(2024, 5, 1))
    assert [row["status"] for row in then["events"]] == ["planned"]
    assert {row["status"] for row in now["events"]} == {"held"}
    assert [row["posts"] for row in then["people"]] == [["губернатор"]]
    assert sorted(now["people"][0]["posts"]) == ["губернатор", "сенатор"]
    assert {row["name"]: row["documents"] for row in then["partners"]} == {"Тверская область": 1, "Витебская область": 1}
    assert {row["name"]: row["documents"] for row in now["partners"]}["Тверская область"] == 3
    assert [(row["pages"], row["sources"], row["on"]) for row in then["people"]] == [(1, ["https://a.example/1"], "2024-03-01")]


def test_rows_of_keys_leave_out_what_came_later(register: str) -> None:
    story("1", "2024-02-01")
    story("3", "2024-04-20", other="Брестская область")
    settle()
    for name, table in LISTS.items():
        keys = [row["key"] for row in table.rows()]
        on = DAY(2024, 3, 1)
        assert {row["key"] for row in table.rows_of(keys, on)} == {row["key"] for row in table.rows(on)}, name
        assert [*table.keys_on(keys, on)] == [row["key"] for row in table.rows_of(keys, on)]
        assert len(list(table.rows_of(keys))) == len(keys)


def test_what_a_person_said_of_an_event_counts_from_that_day(register: str, author: Author) -> None:
    story("1", "2024-02-01", planned=True)
    settle()
    field_edit(key=Event.objects.get().key, field="status", value={"status": "cancelled"}, author=author)
    assert [row["status"] for row in LISTS["events"].rows(DAY(2024, 3, 1))] == ["planned"]
    assert [row["status"] for row in LISTS["events"].rows()] == ["cancelled"]

"""A plan from its file into the register and back."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.utils import timezone

from pobratim.core.date import PartialDate
from pobratim.core.page import Page
from pobratim.facts.read import read
from pobratim.register.dump import dump, dump_hash
from pobratim.register.errors import Changed, NoSuchRecord, WrongValue
from pobratim.register.lifecycle import Lifecycle, lifecycle
from pobratim.register.models import Actor, Document, Measure
from pobratim.register.plans.context import territories_of
from pobratim.register.plans.dry import Fate, Plan, columns_for, dry_run, plan_of
from pobratim.register.plans.mapping import PLAN
from pobratim.register.selectors import plan as plans
from pobratim.register.selectors.list_import import columns_of, rows_behind
from pobratim.register.services import (
    Author,
    Incoming,
    ListFile,
    field_edit,
    import_undo,
    list_mapping_store,
    page_store,
    plan_apply,
    plan_enter,
    rebuild,
    record_enter,
    settle,
)
from pobratim.tables import read_book
from tests.register.story import Story, day
from tests.tables import files

from .offices import Office, region, unnumbered

HEADING = ["№", "Мероприятие", "Срок", "Исполнители"]


@pytest.fixture
def key() -> str:
    """A plan of two regions for the years 2024 to 2026, and a committee that the register knows."""
    story = Story("1")
    ours, theirs = story.place("Ленинградская область"), story.place("Чуйская область")
    story.body("Комитет по внешним связям", "government", ours)
    story.document(ours, theirs, kind="plan", signed="2024-04-24", term=_term())
    story.store()
    return Document.objects.get().key


def _term() -> Any:
    from pobratim.core.facts import Term

    return Term(to=day("2026-12-31"))


def planned(office: Office, key: str, **more: Any) -> Plan:
    table = read_book(office.raw, office.name).tables[0]
    return dry_run(table, columns_for(table, columns_of(table, PLAN)[0], plan_of(key)), document=key, **more)


def file_of(office: Office) -> ListFile:
    return ListFile(office.name, hashlib.sha256(office.raw).hexdigest())


def table_plan(rows: list[list[Any]], key: str) -> Plan:
    table = read_book(files.xlsx([HEADING, *rows])).tables[0]
    return dry_run(table, PLAN.guess(table), document=key)


def sides_of(key: str) -> dict[str, str]:
    """Name of the party → its side."""
    names = dict(Document.objects.get(key=key).parties.values_list("key", "name"))
    return {names[place]: code for code, place in territories_of(plan_of(key)).items()}


def records() -> list[str]:
    return [line for line in dump() if not line.startswith(("persondecision", "decisionanchor", "listimport", "listrow"))]


@pytest.mark.usefixtures("register")
def test_in_again_and_back(key: str, author: Author) -> None:
    before = records()
    plan = planned(region(), key)
    assert {one.fate for one in plan.rows} == {Fate.ADD}
    assert records() == before
    done = plan_apply(plan=plan, file=file_of(region()), author=author)
    assert (done.added, done.changed) == (11, 0)
    found = {one.number: one for one in plans.measures(key)}
    assert found["1.3"].due_last is not None
    assert found["1.3"].due_last.isoformat() == "2025-12-31"
    assert found["1.1"].recurring == "yearly"
    codes = sides_of(key)
    assert {one.name: one.side for one in found["1.2"].executors.all()} == {
        "Комитет по агропромышленному комплексу": codes["Ленинградская область"],
        "Управление сельского хозяйства": codes["Чуйская область"],
    }
    assert not found["3.3"].understood
    assert found["3.3"].due == {"wording": "31.02.2025", "first": None, "last": None, "recurring": None}
    known = [one for one in found["1.4"].executors.all() if one.actor]
    assert [one.name for one in known] == ["Комитет по внешним связям"]
    assert [row.number for row in rows_behind(found["1.3"].key)] == [8]
    again = planned(region(), key)
    assert {one.fate for one in again.rows} == {Fate.KNOWN}
    assert plan_apply(plan=again, file=file_of(region()), author=author).number is None
    built = dump_hash()
    rebuild()
    assert dump_hash() == built
    assert done.number is not None
    import_undo(number=done.number, author=author)
    assert Measure.objects.count() == 0
    assert records() == before


@pytest.mark.usefixtures("register")
def test_a_plan_entered_by_its_title_holds_for_the_years_told_there(author: Author) -> None:
    today = timezone.localdate()
    for title, state in (
        (f"План мероприятий на {today.year}–{today.year + 2} годы", Lifecycle.IN_FORCE),
        (f"План на {today.year - 1} год", Lifecycle.LAPSED),
        ("Дорожная карта", Lifecycle.SIGNED),
    ):
        key = plan_enter(title=title, parties=["город Тверь", f"город {title}"], author=author)
        assert lifecycle(Document.objects.get(pk=key), today) == state, title


@pytest.mark.usefixtures("register")
def test_the_plan_of_another_year_is_another_plan(author: Author) -> None:
    titles = ("План на 2024 год", "План на 2025 год", "План на 2026–2028 годы", "ПЛАН НА 2025 ГОД")
    keys = [plan_enter(title=title, parties=["город Тверь", "город Бургас"], author=author) for title in titles]
    assert keys[1] == keys[3]
    assert len(set(keys)) == Document.objects.count() == 3


@pytest.mark.usefixtures("register")
def test_marks_of_fulfilment_are_reports_of_the_day(author: Author) -> None:
    key = plan_enter(title="План побратимов", parties=["город Тверь", "город Бургас"], author=author)
    rows = [["1", "Выставка", "май 2025", "Стороны", "исполнено"], ["2", "Поход", "2025", "Стороны", "неизвестно"]]
    table = read_book(files.xlsx([[*HEADING, "Отметка об исполнении"], *rows])).tables[0]
    plan = dry_run(table, PLAN.guess(table), document=key)
    plan_apply(plan=plan, file=ListFile("план.xlsx", ""), author=author)
    first, second = plans.measures(key)
    assert [one["state"] for one in first.reports] == ["done"]
    assert second.reports == []
    assert second.raw is not None
    assert "неизвестно" in second.raw["cells"]


@pytest.mark.usefixtures("sqlite_register")
def test_what_is_there_and_differs_stays_unless_the_file_wins(key: str, author: Author) -> None:
    rows = [["1", "Семинар", "май 2025", "Стороны"], ["2", "Ярмарка", "июнь 2025", "Стороны"]]
    file = ListFile("план.xlsx", "")
    plan_apply(plan=table_plan(rows, key), file=file, author=author)
    rows[0][2] = "июль 2025"
    plan = table_plan(rows, key)
    assert [one.fate for one in plan.rows] == [Fate.DIFFERS, Fate.KNOWN]
    assert plan_apply(plan=plan, file=file, author=author).number is None
    done = plan_apply(plan=plan, file=file, author=author, file_wins=True)
    assert (done.added, done.changed) == (0, 1)
    assert [str(one.due_last) for one in plans.measures(key)] == ["2025-07-31", "2025-06-30"]
    assert done.number is not None
    import_undo(number=done.number, author=author)
    assert [str(one.due_last) for one in plans.measures(key)] == ["2025-05-31", "2025-06-30"]


@pytest.mark.usefixtures("sqlite_register")
def test_rows_that_are_alike(key: str, author: Author) -> None:
    rows = [["1", "Семинар", f"май {year}", "Стороны"] for year in (2025, 2026, 2025)]
    plan = table_plan(rows, key)
    assert [(one.fate, one.same_as) for one in plan.rows] == [(Fate.ADD, 0), (Fate.ADD, 0), (Fate.DOUBLE, 2)]
    plan_apply(plan=plan, file=ListFile("план.xlsx", ""), author=author)
    assert sorted(str(one.due_last) for one in plans.measures(key)) == ["2025-05-31", "2026-05-31"]
    assert [one.fate for one in table_plan(rows, key).rows] == [Fate.KNOWN, Fate.KNOWN, Fate.DOUBLE]


@pytest.mark.usefixtures("sqlite_register")
def test_the_register_changed_meanwhile(key: str, author: Author) -> None:
    rows = [["1", "Семинар", "май 2025", "Стороны"], ["2", "Ярмарка", "июнь 2025", "Стороны"]]
    plan = table_plan(rows, key)
    plan_apply(plan=plan, file=ListFile("план.xlsx", ""), author=author)
    with pytest.raises(Changed):
        plan_apply(plan=plan, file=ListFile("план.xlsx", ""), author=author)
    measure = plans.measures(key)[0]
    field_edit(key=measure.key, field="expected", value="Итоговый доклад", author=author)
    assert {one.fate for one in table_plan(rows, key).rows} == {Fate.KNOWN}


@pytest.mark.usefixtures("sqlite_register")
def test_a_known_actor_is_taken_where_it_is_the_only_one_of_its_side(key: str, author: Author) -> None:
    sides = {one.name: one.key for one in Document.objects.get(key=key).parties.all()}
    for place in sides.values():
        fields = {"name": "Управление образования", "kind": "ministry", "within": {"node": place}}
        record_enter(kind="a", fields=fields, author=author)
    rows = [
        ["1", "Олимпиада", "2025", "от Чуйской области: Управление образования"],
        ["2", "Турнир", "2025", "Управление образования"],
    ]
    first, second = (one.row.values["executor"][0] for one in table_plan(rows, key).rows)
    assert first["side"] == sides_of(key)["Чуйская область"]
    assert first["actor"] is not None
    assert second["actor"] is None


@pytest.mark.usefixtures("sqlite_register")
def test_a_mapping_is_remembered_apart_from_those_of_lists(key: str, author: Author) -> None:
    table = read_book(unnumbered().raw).tables[0]
    columns = PLAN.corrected(table, columns_of(table, PLAN)[0], [("D", "expected")])
    list_mapping_store(table=table, columns=columns, author=author, layout=PLAN)
    assert columns_of(table, PLAN)[0]["D"] == "expected"
    assert columns_of(table)[1] is None


@pytest.mark.usefixtures("sqlite_register")
def test_what_is_refused(key: str, author: Author) -> None:
    with pytest.raises(NoSuchRecord):
        table_plan([["1", "Семинар", "2025", "Стороны"]], "d" + "0" * 20)
    with pytest.raises(WrongValue, match="no plan of measures is so long"):
        table_plan([[str(one), f"Семинар {one}", "2025", "Стороны"] for one in range(2_001)], key)
    for title, parties in (("План", ["город Тверь"]), (" ", ["город Тверь", "город Бургас"])):
        with pytest.raises(WrongValue):
            plan_enter(title=title, parties=parties, author=author)
    assert Measure.objects.count() == 0


def test_sides_entered_with_a_plan_are_those_of_the_news(register: str, author: Author) -> None:
    plan_enter(title="План на 2025 год", parties=["Тверская область", "Витебская область"], author=author)
    settle()
    entered = {one.name: (one.key, one.country, one.iso3166_2) for one in Actor.objects.all()}
    assert entered["Тверская область"][1:] == ("RU", "RU-TVE")
    text = "Тверская область и Витебская область подписали соглашение о сотрудничестве."
    page = Page(text=text, published=PartialDate("2025-04-24", "day", "explicit"), url="https://news.example/1")
    page_store(Incoming(read(page), "https://news.example/1"))
    settle()
    assert {one.name: one.key for one in Actor.objects.filter(kind="region")} == {
        name: key for name, (key, *_) in entered.items()
    }
    assert Document.objects.filter(party_rows__acts_for=entered["Тверская область"][0]).distinct().count() == 2

"""What is due is what a plain look at every record finds, whatever the day, and its lists know their length."""

from __future__ import annotations

import datetime
import random
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pobratim.register.models import Appointment, Document, Statement
from pobratim.register.selectors.agenda import NAMED, SECTIONS, entries, reasons
from pobratim.register.selectors.agenda_day import days_told
from pobratim.register.services import Author, field_edit, records_enter, records_merge, settle

from .plain_agenda import COUNTS, told
from .story import Signatory, Story, agreement

DAY = datetime.date


def test_on_many_days_of_the_corpus(demo: Path) -> None:
    seen = dict.fromkeys(COUNTS, 0)
    for on in (DAY(2019, 6, 1), DAY(2022, 3, 1), DAY(2024, 4, 25), DAY(2025, 1, 15), DAY(2026, 11, 23), DAY(2031, 1, 1)):
        for days in (30, 180):
            for name, some in told(on, days).items():
                assert as_told(name, on, days) == some, (name, on, days)
                seen[name] += len(some)
    missing = {name for name, number in seen.items() if not number}
    assert missing <= {"deciding", "measures", "overdue", "outliving", "posts"}, "the corpus has none of these: see below"


def as_told(name: str, on: datetime.date, days: int) -> list[Any]:
    found = entries(NAMED[name], on, days)
    some = [tuple(one)[1:] for one in found[: len(found) + 5]]
    assert len(some) == len(found), "its length is that of what it gives"
    assert [found[place] for place in range(min(3, len(found)))] == found[:3]
    return sorted([(record, day, other) for record, day, other in some], key=str)


def term(dice: random.Random, signed: datetime.date) -> dict[str, Any]:
    end = signed + datetime.timedelta(days=dice.randrange(200, 1500))
    if dice.random() < 0.2:
        end = DAY(2024, 2, 29)
    return {
        "from": None, "to": {"value": end.isoformat(), "precision": "day"}, "years": None, "open_ended": False, "renewal": None,
        "renews": dice.choice(["none", "once", "repeated", "repeated", None]), "step_years": dice.choice([None, 1, 2, 5]),
        "notice_months": dice.choice([None, 0, 1, 3, 6, 14]),
    }  # fmt: skip


def test_terms_that_go_on_and_notices(register: str, author: Author) -> None:
    dice = random.Random(5)
    names = ("Псковская область", "Витебская область", "Брестская область")
    regions = records_enter(kind="a", many=[{"name": name, "kind": "region"} for name in names], author=author)
    places = [{"actor": {"node": key}} for key in regions]
    documents = []
    for _ in range(60):
        signed = DAY(dice.randrange(2018, 2023), dice.randrange(1, 13), dice.randrange(1, 29))
        fields: dict[str, Any] = {
            "kind": "agreement", "status": {"status": "signed"}, "signed": {"value": signed.isoformat(), "precision": "day"},
            "term": term(dice, signed), "party": dice.sample(places, 2),
        }  # fmt: skip
        if dice.random() < 0.3:
            since = signed + datetime.timedelta(days=dice.randrange(100, 2000))
            state = dice.choice(["terminated", "renewed", "suspended"])
            fields["course"] = [{"state": state, "since": since.isoformat(), "reason": "письмо"}]
        documents.append(fields)
    records_enter(kind="d", many=documents, author=author)
    number = 0
    for _ in range(40):
        on, days = DAY(2019, 1, 1) + datetime.timedelta(days=dice.randrange(3500)), dice.choice([1, 20, 60, 180, 363, 370, 900])
        for name in ("deciding", "expiring", "lapsed", "silent"):
            found = as_told(name, on, days)
            assert found == sorted(COUNTS[name](on, datetime.timedelta(days=days)), key=str), (name, on, days)
            number += len(found)
    assert number > 300


def test_measures_in_turns(register: str, author: Author) -> None:
    agreement("1", kind="plan", signed="2024-01-01").store()
    plan = {"node": Document.objects.get().key}
    dice, items = random.Random(7), []
    for number in range(40):
        first = DAY(2024, dice.randrange(1, 13), 1)
        last = first + datetime.timedelta(days=dice.randrange(30, 900))
        recurring = dice.choice([None, "yearly", "quarterly", "monthly"])
        due = {"wording": "ежегодно", "first": first.isoformat(), "last": last.isoformat(), "recurring": recurring}
        reports = []
        if dice.random() < 0.6:
            until = first + datetime.timedelta(days=dice.randrange(400))
            state = dice.choice(["done", "under_way", "postponed", "dropped"])
            reports = [{
                "first": first.isoformat(), "last": until.isoformat(), "side": "a", "state": state,
                "made": (until + datetime.timedelta(days=9)).isoformat(), "fact": "Провели.",
            }]  # fmt: skip
        fields = {"plan": plan, "text": f"Обмен делегациями {number}", "number": str(number), "due": due, "report": reports}
        items.append(fields)
    records_enter(kind="m", many=items, author=author)
    count = 0
    for month in range(1, 13):
        for year in (2024, 2025, 2026):
            for name in ("measures", "overdue"):
                found = as_told(name, DAY(year, month, 15), 60)
                assert found == sorted(COUNTS[name](DAY(year, month, 15), datetime.timedelta(days=60)), key=str)
                count += len(found)
    assert count > 200


@pytest.mark.usefixtures("sqlite_register")
def test_a_few_entries_need_few_queries() -> None:
    agreement("1", "2024-01-01", kind="memorandum", status="planned").store()
    with CaptureQueriesContext(connection) as asked:
        found = {section.name: entries(section, DAY(2026, 1, 1), 180)[:8] for section in SECTIONS}
        told_why = reasons(entry for some in found.values() for entry in some)
    assert [one.field for one in (NAMED[entry.section] for entry in told_why)] == ["status"]
    assert len(asked) <= 2 * len(SECTIONS)


@pytest.mark.usefixtures("sqlite_register")
def test_a_signatory_who_was_not_in_post() -> None:
    def told(address: str, published: str, name: str, *, signs: bool) -> None:
        story = Story(address, published)
        region = story.place("Тверская область")
        who = story.person(name, "губернатор", region)
        if signs:
            signed = [Signatory(person=who, for_=region)]
            story.document(region, story.place("Витебская область"), signed="2024-04-24", signatories=signed)
        story.store()

    told("1", "2024-04-01", "Пётр Новый", signs=False)
    told("2", "2024-05-01", "Пётр Новый", signs=False)
    told("3", "2024-04-25", "Иван Прежний", signs=True)
    (found,) = as_told("posts", DAY(2025, 1, 1), 30)
    assert (found[1], [found]) == (DAY(2024, 4, 24), sorted(COUNTS["posts"](DAY(2025, 1, 1), datetime.timedelta(30))))
    told("4", "2024-04-02", "Иван Прежний", signs=False)
    assert as_told("posts", DAY(2025, 1, 1), 30) == [], "pages tell of him in it before and after the day"


@pytest.mark.usefixtures("sqlite_register")
def test_days_are_told_as_exactly_as_pages_tell_them(author: Author) -> None:
    def told(other: str, when: str, **more: Any) -> None:
        story = Story(other, more.pop("published", "2024-01-01"))
        story.document(story.place("Тверская область"), story.place(other), signed=when or None, **more)
        story.store()

    told("Витебская область", "2019")
    told("Брестская область", "2018-05")
    told("Минская область", "2018-05-17")
    for other, when in (("Могилёвская", "2022"), ("Гомельская", "2022-03"), ("Гродненская", "2021-06-01"), ("Псковская", "")):
        told(f"{other} область", when, kind="memorandum", status="planned", published="2021-01-01")
    settle()
    found = entries(NAMED["silent"], DAY(2026, 1, 1), 30)[:9]
    assert sorted(days_told(found).values()) == ["2018-05", "2018-05-17", "2019"]
    assert {one.day for one in found} == {DAY(2019, 1, 1), DAY(2018, 5, 1), DAY(2018, 5, 17)}
    who = Story("promise", "2021-01-01")
    who.statement(who.person("Анна Ким", "мэр"), "Откроем школу.")
    who.store()
    promise = {"what": "Откроем школу", "due": {"value": "2025", "precision": "year"}}
    field_edit(key=Statement.objects.get().key, field="promise", value=promise, author=author)
    assert [*days_told(entries(NAMED["promises"], DAY(2025, 12, 1), 60)[:9]).values()] == ["2025"]
    unsigned = entries(NAMED["unsigned"], DAY(2026, 1, 1), 30)[:9]
    days = days_told(unsigned)
    assert [days[one] for one in unsigned] == ["2022", "2022-03", "2021-06-01", "2021-01-01"], "the latest day first"


@pytest.mark.usefixtures("sqlite_register")
def test_what_was_announced_and_signed_later_stands_in_the_lists_of_the_days_between(author: Author) -> None:
    days = [DAY(2021, month, 1) for month in range(1, 13)]
    agreement("1", "2021-01-10", kind="memorandum", status="planned", title="О дружбе").store()
    settle()
    before = {on: as_told("unsigned", on, 30) for on in days}
    assert [bool(found) for found in before.values()] == [False] * 7 + [True] * 5
    agreement("2", "2022-03-02", kind="memorandum", signed="2022-03-01", title="О дружбе").store()
    settle()
    records_merge(keys=list(Document.objects.values_list("key", flat=True)), author=author)
    settle()
    assert [one.status for one in Document.objects.all()] == ["signed"], "one document"
    then = {on: as_told("unsigned", on, 30) for on in days}
    assert {on: [told[1:] for told in found] for on, found in then.items()} == {
        on: [told[1:] for told in found] for on, found in before.items()
    }
    assert as_told("unsigned", DAY(2022, 6, 1), 30) == []
    found = entries(NAMED["unsigned"], DAY(2021, 12, 1), 30)[:2]
    assert [one.value["status"] for one in reasons(found).values()] == ["planned"]


def test_posts_that_were_there_before_offices(register: str) -> None:
    story = Story("1", "2024-04-24")
    story.person("Иван Попов", "Глава «Района»", story.place("Чуйская область"))
    story.person("Пётр Смирнов", "мэр")
    story.store()
    before = dict(Appointment.objects.values_list("pk", "office"))
    assert sorted(before.values()) == ["глава района", "мэр"]
    Appointment.objects.update(office="")
    with connection.schema_editor(atomic=False) as editor:
        import_module("pobratim.register.migrations.0030_offices").fold(apps, editor)
    assert dict(Appointment.objects.values_list("pk", "office")) == before

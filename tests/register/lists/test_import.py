"""Lists of six offices: dry run, import, import again, columns in another order, refusal, undoing.

What the databases could do differently is tried on both; that every layout comes in, on SQLite.
"""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from pobratim.register.dump import dump
from pobratim.register.errors import Changed, NoSuchRecord, NotAllowed, WrongDecision, WrongValue
from pobratim.register.lists.dry import Fate, Plan, dry_run
from pobratim.register.lists.layout import Columns
from pobratim.register.models import Actor, Document, ListImport, ListRow, PersonDecision, User
from pobratim.register.models.user import Role
from pobratim.register.selectors.list_import import columns_of, imports, rows_behind
from pobratim.register.services import (
    Author,
    ListFile,
    field_edit,
    import_undo,
    list_apply,
    list_mapping_store,
    rebuild,
    settle,
)
from pobratim.tables import Table, read_book
from tests.register.story import Story
from tests.tables import files

from .conftest import Import, Planned, records
from .offices import OFFICES, Office, letter, region, unheaded

FILE = ListFile("список.xlsx", "0" * 64)


def fates(plan: Plan) -> Counter[Fate]:
    return Counter(one.fate for one in plan.rows)


@pytest.mark.usefixtures("sqlite_register")
@pytest.mark.parametrize("make", OFFICES, ids=lambda make: make.__name__)
def test_a_list_comes_in_and_a_second_time_adds_nothing(make: type[Office], planned: Planned, bring_in: Import) -> None:
    office: Office = make()
    plan = planned(office)
    assert len(plan.of(Fate.ADD)) == office.documents
    assert [one.row.number for one in plan.of(Fate.UNREADABLE)] == list(office.unreadable)
    skip = bool(office.unreadable)
    assert bring_in(office, skip_unreadable=skip).added == office.documents == Document.objects.count()
    assert set(Document.objects.values_list("state", flat=True)) == {"a"}
    once = list(dump())
    again = planned(office)
    assert not again.of(Fate.ADD, Fate.FILL)
    assert not any(one.comparison.differing for one in again.rows)
    assert bring_in(office, skip_unreadable=skip) == (None, 0, 0)
    assert list(dump()) == once
    rebuild()
    assert list(dump()) == once


@pytest.mark.usefixtures("sqlite_register")
def test_a_dry_run_writes_nothing(planned: Planned) -> None:
    before = list(dump())
    for make in OFFICES:
        planned(make())
    assert list(dump()) == before
    assert not ListImport.objects.exists()


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("make", [letter], ids=lambda make: make.__name__)
def test_undoing_an_import_leaves_nothing_of_it(make: type[Office], bring_in: Import, author: Author) -> None:
    office: Office = make()
    Story("a").store()
    before = records()
    number = bring_in(office, skip_unreadable=True).number
    assert number is not None
    undone = import_undo(number=number, author=Author("борис"))
    assert records() == before
    assert (undone.undone_by, imports().get().rows_count > 0) == ("борис", True)
    assert all(one.undone_by == "борис" for one in PersonDecision.objects.all())
    with pytest.raises(WrongDecision):
        import_undo(number=number, author=author)
    with pytest.raises(NoSuchRecord):
        import_undo(number=999, author=author)
    assert bring_in(office, skip_unreadable=True).added == office.documents


@pytest.mark.usefixtures("register")
def test_rows_that_cannot_be_read_refuse_the_whole_list(bring_in: Import) -> None:
    before = list(dump())
    with pytest.raises(WrongValue, match=r"приложение\.docx:6"):
        bring_in(letter())
    assert list(dump()) == before
    assert not ListImport.objects.exists()


def shuffled(table: Table, columns: Columns, seed: int) -> tuple[Table, Columns]:
    """The same table with its columns in another order."""
    order = list(range(len(table.columns)))
    random.Random(seed).shuffle(order)
    letters = [column.letter for column in table.columns]
    moved = [table.columns[place]._replace(letter=letters[at]) for at, place in enumerate(order)]
    rows = tuple(row._replace(cells=tuple(row.cells[place] for place in order)) for row in table.rows)
    fields = {letters[at]: columns[letters[place]] for at, place in enumerate(order)}
    return table._replace(columns=tuple(moved), rows=rows), fields


def timeless() -> list[str]:
    """The records without the moments and numbers of decisions."""
    return sorted(re.sub(r'"at":"[^"]*"|"decision":\d+', "", line) for line in records())


@pytest.mark.usefixtures("sqlite_register")
@pytest.mark.parametrize("make", OFFICES, ids=lambda make: make.__name__)
def test_the_order_of_the_columns_does_not_matter(make: type[Office]) -> None:
    office: Office = make()
    table = read_book(office.raw).tables[0]
    columns, _ = columns_of(table)
    plan = dry_run(table, columns, own=office.own)
    for seed in range(2):
        other, fields = shuffled(table, columns, seed)
        if make is not unheaded:
            assert columns_of(other)[0] == fields
        again = dry_run(other, fields, own=office.own)
        assert [(one.fate, one.entry) for one in again.rows] == [(one.fate, one.entry) for one in plan.rows]


@pytest.mark.usefixtures("sqlite_register")
def test_the_order_of_the_columns_leaves_no_trace_in_the_register(author: Author) -> None:
    office = region()
    table = read_book(office.raw).tables[0]
    columns, _ = columns_of(table)
    seen = set()
    for seed in range(2):
        other, fields = shuffled(table, columns, seed)
        done = list_apply(plan=dry_run(other, fields, own=office.own), file=FILE, author=author)
        seen.add("\n".join(timeless()))
        assert done.number
        import_undo(number=done.number, author=author)
    assert len(seen) == 1


@pytest.mark.usefixtures("register")
def test_a_record_of_pages_is_matched_by_the_same_judge_and_filled(planned: Planned, bring_in: Import) -> None:
    story = Story("https://a.example/1")
    parties = story.place("Тверская область"), story.place("Витебская область")
    story.document(*parties, signed="2016-02-04", title="Соглашение о дружбе")
    story.store()
    key = Document.objects.get().key
    (one,) = planned(region()).of(Fate.FILL)
    assert one.match is not None
    assert (one.match.record, one.match.why) == (
        key,
        "The same parties signed the same kind of document on the same day.",
    )
    assert {"term", "place", "sphere", "status"} == set(one.comparison.missing)
    assert [each.field for each in one.comparison.differing] == ["title"]
    assert bring_in(region()) == (1, 9, 1)
    found = Document.objects.get(key=key)
    assert (found.title, found.term and found.term["to"]["value"]) == ("Соглашение о дружбе", "2021")
    assert found.place is not None
    assert Document.objects.count() == 10
    assert [row.cells["Статус"] for row in rows_behind(key)] == ["действует"]
    assert bring_in(region()).number is None
    assert bring_in(region(), list_wins=True).filled == 1
    assert Document.objects.get(key=key).title.startswith("Соглашение о торгово-экономическом")


@pytest.mark.usefixtures("register")
def test_a_list_comes_in_on_both_databases(bring_in: Import) -> None:
    assert bring_in(region()).added == 10
    once = list(dump())
    assert bring_in(region()).number is None
    rebuild()
    assert list(dump()) == once


@pytest.mark.usefixtures("sqlite_register")
def test_pages_that_come_later_join_what_the_list_told(bring_in: Import) -> None:
    bring_in(region())
    story = Story("https://a.example/1")
    parties = story.place("Тверская область"), story.place("Витебская область")
    story.document(*parties, signed="2016-02-04")
    story.store()
    assert Document.objects.count() == 10
    assert Document.objects.get(signed="2016-02-04").pages == 1
    assert Actor.objects.filter(name="Витебская область").count() == 1


@pytest.mark.usefixtures("sqlite_register")
def test_values_of_people_are_never_overwritten(planned: Planned, bring_in: Import, author: Author) -> None:
    bring_in(region())
    document = Document.objects.order_by("key").first()
    assert document is not None
    field_edit(key=document.key, field="title", value="Наше название", author=author)
    assert bring_in(region()).number is None
    (one,) = [one for one in planned(region()).rows if one.comparison.differing]
    assert [each.in_register for each in one.comparison.differing] == ["Наше название"]


@pytest.mark.usefixtures("sqlite_register")
def test_two_documents_of_one_day_stay_two(planned: Planned, bring_in: Import) -> None:
    rows = [
        ["Партнёр", "Наименование", "Дата подписания"],
        ["Минская область", "Соглашение о создании торгового дома", "12.03.2019"],
        ["Минская область", "Соглашение о порядке обмена сведениями", "12.03.2019"],
        ["Минская область", "Соглашение о создании торгового дома", "12.03.2019"],
    ]
    office = Office("два.xlsx", files.xlsx(rows), "Тверская область", 2)
    plan = planned(office)
    assert fates(plan) == {Fate.ADD: 2, Fate.DOUBLE: 1}
    assert plan.rows[2].same_as == 2
    bring_in(office)
    assert Document.objects.count() == 2
    assert ListRow.objects.count() == 3
    other = Office("два.xlsx", files.xlsx([rows[0], rows[2], rows[1]]), office.own, 2)
    assert fates(planned(other)) == {Fate.KNOWN: 2}


@pytest.mark.usefixtures("sqlite_register")
@pytest.mark.parametrize("day", ["12.03.2019", "2019", ""])
def test_a_longer_list_finds_what_the_shorter_one_brought_in(planned: Planned, bring_in: Import, day: str) -> None:
    """Of documents that differ in their titles alone, wherever the new one stands."""
    head = ["Партнёр", "Наименование", "Дата подписания"]
    titles = ["Соглашение о дружбе", "Соглашение о торговом доме", "Соглашение об обмене сведениями"]
    rows = [["Минская область", title, day] for title in titles]
    bring_in(Office("два.xlsx", files.xlsx([head, *rows[1:]]), "Тверская область", 2))
    three = Office("три.xlsx", files.xlsx([head, *rows]), "Тверская область", 3)
    plan = planned(three)
    assert [one.fate for one in plan.rows] == [Fate.ADD, Fate.KNOWN, Fate.KNOWN]
    assert not any(one.comparison.differing for one in plan.rows)
    bring_in(three)
    assert sorted(Document.objects.values_list("title", flat=True)) == titles
    last = Office("один.xlsx", files.xlsx([head, rows[2]]), "Тверская область", 1)
    (only,) = planned(last).rows
    assert (only.fate, only.comparison.differing) == (Fate.KNOWN, ())


@pytest.mark.usefixtures("register")
def test_what_changed_since_the_dry_run_stops_the_import(planned: Planned, author: Author) -> None:
    plan = planned(region())
    story = Story("https://a.example/1")
    story.document(story.place("Тверская область"), story.place("Витебская область"), signed="2016-02-04")
    story.store()
    before = list(dump())
    with pytest.raises(Changed):
        list_apply(plan=plan, file=FILE, author=author)
    settle()
    assert list(dump()) == before


@pytest.mark.usefixtures("register")
def test_a_mapping_is_remembered_for_its_headings(author: Author) -> None:
    rows = [["Куда", "Что", "Когда"], ["Минская область", "Соглашение", "2019"]]
    table = read_book(files.csv(rows)).tables[0]
    columns, known = columns_of(table)
    assert known is None
    mended: Columns = {**columns, "A": "note", "C": "partner"}
    list_mapping_store(table=table, columns=mended, author=author)
    moved = read_book(files.csv([row[::-1] for row in rows])).tables[0]
    remembered, known = columns_of(moved)
    assert known is not None
    assert (known.author_name, remembered["C"], remembered["A"]) == ("анна", "note", "partner")
    with pytest.raises(WrongValue):
        list_mapping_store(table=table, columns={"A": "signed", "B": "signed"}, author=author)


@pytest.mark.usefixtures("sqlite_register")
def test_viewers_import_nothing(planned: Planned) -> None:
    viewer = Author("вера", User.objects.create(username="вера", role=Role.VIEWER))
    with pytest.raises(NotAllowed):
        list_apply(plan=planned(region()), file=FILE, author=viewer)
    with pytest.raises(NotAllowed):
        import_undo(number=1, author=viewer)

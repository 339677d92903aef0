"""The states of documents by days that the register keeps are those that `lifecycle` tells of each day."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.core.facts import Facts, Relation, Term
from pobratim.register.derive import fill_states
from pobratim.register.lifecycle import HOLDING, Lifecycle, Successor, lifecycle
from pobratim.register.models import Document, DocumentState
from pobratim.register.selectors.cooperation import documents_of, shelves
from pobratim.register.selectors.ended import ENDED, ended
from pobratim.register.selectors.state import states_on
from pobratim.register.services import Author, Incoming, field_edit, page_store, record_reject, settle
from pobratim.register.spells import spells
from pobratim.register.term import Period, TermTold, final_end, notice, period_on

from .story import Story, day
from .test_lifecycle import past

DAY = datetime.date
DAYS = st.dates(DAY(2014, 1, 1), DAY(2032, 12, 31))
STATUSES = st.sampled_from(["planned", "proposed", "signed", "in_force", "prolonged", "terminated"])
COURSE = st.fixed_dictionaries(
    {"state": st.sampled_from(["suspended", "terminated", "renewed", "in_force"]), "since": DAYS.map(str)},
    optional={"until": DAYS.map(str)},
)
BEGINS = st.one_of(DAYS.map(str), DAYS.map(lambda one: str(one)[:7]), DAYS.map(lambda one: str(one)[:4]), st.just("--05-01"))
TERMS = st.one_of(
    st.none(), st.just({"open_ended": True}), st.fixed_dictionaries({"from": st.fixed_dictionaries({"value": BEGINS})})
)
SUCCESSORS = st.lists(st.builds(Successor, st.sampled_from(["prolongs", "replaces"]), DAYS, st.none() | DAYS), max_size=2)


@st.composite
def lives(draw: st.DrawFn) -> Any:
    told = draw(st.lists(st.tuples(DAYS.map(str), STATUSES), max_size=4))
    return past(
        *told,
        signed=draw(st.just("") | DAYS.map(str)),
        ends=draw(st.just("") | DAYS.map(str)),
        renews=draw(st.sampled_from(["", "none", "once", "repeated"])),
        step=draw(st.none() | st.integers(1, 5)),
        course=draw(st.lists(COURSE, max_size=2)),
        term=draw(TERMS),
    )


@settings(max_examples=200, deadline=None)
@given(lives(), SUCCESSORS, st.lists(DAYS, min_size=1, max_size=20))
def test_spells_tell_what_lifecycle_tells(document: Any, after: list[Successor], days: list[datetime.date]) -> None:
    found = spells(document, after)
    assert all(one.last < other.first for one, other in pairwise(found))
    near = {one + datetime.timedelta(days=shift) for spell in found for one in spell[1:] for shift in (-1, 0, 1)
            if DAY.min < one < DAY.max}  # fmt: skip
    for on in {*days, *near}:
        told = [one.state for one in found if one.first <= on <= one.last] or [Lifecycle.ABSENT]
        assert told == [lifecycle(document, on, after)], on


TERM = st.builds(
    TermTold, st.dates(DAY(1996, 1, 1), DAY(2030, 12, 31)), st.sampled_from(["", "none", "once", "repeated"]),
    st.none() | st.integers(1, 5), st.integers(0, 120), st.just(DAY(1995, 1, 1)),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(TERM, DAYS)
def test_ends_and_notices_that_are_kept_are_those_of_the_periods(term: TermTold, on: datetime.date) -> None:
    period = period_on(term, on)
    assert isinstance(period, Period)
    assert period.decide_by is not None
    told = notice(term)
    if not period.number:
        assert period.decide_by == told.decide_by
    elif term.renews == "repeated":
        assert told.decide_turn is not None
        turn = DAY(period.decide_by.year, told.decide_turn // 100, told.decide_turn % 100)
        assert 0 <= (period.decide_by - turn).days <= 1, "29 February moves it by a day at most"
    if not period.goes_on:
        assert period.end == final_end(term)


def all_told() -> dict[str, list[tuple[str, datetime.date, datetime.date]]]:
    found: dict[str, list[tuple[str, datetime.date, datetime.date]]] = {}
    for key, *spell in DocumentState.objects.order_by("first").values_list("document", "state", "first", "last"):
        found.setdefault(key, []).append(tuple(spell))  # type: ignore[arg-type]
    return found


ON = [DAY(year, month, 1) for year in range(2015, 2027) for month in (1, 7)]


def test_states_of_the_corpus_on_many_days(sqlite_register: Any, pages: list[tuple[str, Facts]]) -> None:
    for address, facts in pages:
        page_store(Incoming(facts, address))
    settle()
    told = all_told()
    documents = list(Document.objects.all())
    for on in ON:
        kept = {key: [state for state, first, last in some if first <= on <= last] for key, some in told.items()}
        assert {key: (kept.get(key) or ["absent"])[0] for key in (one.key for one in documents)} == states_on(documents, on)
    DocumentState.objects.all().delete()
    Document.objects.update(ends_finally=None, decide_by=None, decide_turn=None)
    before = {one.key: (one.ends_finally, one.decide_by, one.decide_turn) for one in documents}
    fill_states()
    assert all_told() == told, "an older register is filled with the same"
    assert {one.key: (one.ends_finally, one.decide_by, one.decide_turn) for one in Document.objects.all()} == before


def test_what_another_document_does_to_it(register: str, author: Author) -> None:
    story = Story("1")
    parties = story.place("Тверская область"), story.place("Витебская область")
    old = story.document(*parties, signed="2015-02-01", term=Term(to=day("2018-01-31")))
    told = [Relation(kind="replaces", to=old)]
    story.document(*parties, kind="memorandum", signed="2017-03-01", relations=told)
    story.store()
    old_key, new_key = (Document.objects.get(signed=one).key for one in ("2015-02-01", "2017-03-01"))
    assert [one[0] for one in all_told()[old_key]] == ["in_force", "superseded"]
    record_reject(key=new_key, author=author)
    assert [one[0] for one in all_told()[old_key]] == ["in_force", "lapsed"], "nothing replaced it"
    course = [{"state": "terminated", "since": "2016-05-01", "reason": "письмо"}]
    field_edit(key=old_key, field="course", value=course, author=author)
    assert all_told()[old_key] == [
        ("in_force", DAY(2015, 2, 1), DAY(2016, 4, 30)),
        ("terminated", DAY(2016, 5, 1), DAY.max),
    ]


def test_what_ended_in_a_year_is_what_a_plain_look_finds(sqlite_register: Path, pages: list[tuple[str, Facts]]) -> None:
    for address, facts in pages:
        page_store(Incoming(facts, address))
    settle()
    number = 0
    for year in range(2005, 2032):
        first, last = DAY(year, 1, 1), DAY(year, 12, 31)
        over, states = ended(documents_of(), first, last)
        many = [one for one in documents_of() if one.status not in ("planned", "proposed")]
        before, after = states_on(many, first - datetime.timedelta(days=1)), states_on(many, last)
        plain = {
            one.key: after[one.key]
            for one in many
            if after[one.key] in ENDED
            and (before[one.key] in HOLDING or (one.signed_first and first <= one.signed_first <= last))
        }
        assert states == plain, year
        assert {one.key for one in over} == set(plain)
        number += len(plain)
    assert number > 5


def test_the_shelves_of_all_documents_are_those_of_a_plain_look(sqlite_register: Path, pages: list[tuple[str, Facts]]) -> None:
    for address, facts in pages:
        page_store(Incoming(facts, address))
    settle()
    for on in (DAY(2018, 5, 1), DAY(2024, 4, 25), DAY(2030, 1, 1)):
        found, plain = shelves(on, 3), states_on(documents_of(), on)
        numbers = {state: number for state, number in found.numbers.items() if number}
        assert numbers == {state: number for state, number in Counter(plain.values()).items() if state is not Lifecycle.ABSENT}
        assert found.total == sum(numbers.values())
        for state, some in found.latest.items():
            assert len(some) == min(3, found.numbers[state])
            assert all(plain[one.key] == found.life[one.key] == state for one in some)

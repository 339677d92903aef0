"""Silences between two partners are those of a plain look at every day."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.core.facts import Facts, Term
from pobratim.register.derive import fill_silences
from pobratim.register.models import Contact, Document, DocumentState, Silence
from pobratim.register.selectors.agenda import NAMED, entries
from pobratim.register.services import Author, Incoming, page_store, record_reject, settle
from pobratim.register.silence import Holding, Stretch, renewed, shortened, silences

from .story import Story, agreement

DAY = datetime.date
DAYS = st.dates(DAY(2015, 1, 1), DAY(2026, 12, 31))
YEAR = datetime.timedelta(days=365)
CONTACTS = st.lists(st.builds(lambda first, days: Stretch(first, first + days), DAYS, st.timedeltas(YEAR * 0, YEAR)), max_size=5)
HOLDINGS = st.lists(
    st.builds(
        lambda first, days, signed: Holding(first, DAY.max if days > 2 * YEAR else first + days, signed),
        DAYS, st.timedeltas(YEAR * 0, YEAR * 3), DAYS,
    ),
    max_size=4,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(CONTACTS, HOLDINGS, st.lists(DAYS, min_size=5, max_size=40))
def test_every_day(contacts: list[Stretch], holdings: list[Holding], days: list[datetime.date]) -> None:
    found = silences(contacts, holdings)
    edges = [one for silence in found for one in silence[:2] if one < DAY.max]
    for on in {*days, *(one + datetime.timedelta(days=shift) for one in edges for shift in (-1, 0, 1))}:
        held = [one.signed for one in holdings if one.first <= on <= one.last and one.signed <= on - YEAR]
        met = any(one.last >= on - YEAR and one.first <= on for one in contacts)
        told = [one.signed for one in found if one.first <= on <= one.last]
        assert told == ([max(held)] if held and not met else []), on


@settings(max_examples=300, deadline=None)
@given(CONTACTS, CONTACTS, HOLDINGS)
def test_meeting_once_more_is_told_without_the_rest(before: list[Stretch], more: list[Stretch], holdings: list[Holding]) -> None:
    assert shortened(silences(before, holdings), more) == silences([*before, *more], holdings)


@settings(max_examples=500, deadline=None)
@given(CONTACTS, CONTACTS, HOLDINGS, HOLDINGS, HOLDINGS)
def test_other_documents_are_told_without_what_was_over(
    before: list[Stretch], more: list[Stretch], kept: list[Holding], gone: list[Holding], come: list[Holding]
) -> None:
    signed = min((one.signed for one in gone + come), default=DAY.max)
    now = [one for one in before + more if one.last >= signed]
    told = silences(before, kept + gone)
    assert renewed(told, more, now, kept + come, signed) == silences(before + more, kept + come)


def test_a_tie_falls_silent_and_speaks_again(register: str, author: Author) -> None:
    def names(on: datetime.date) -> list[tuple[str, str]]:
        return [(one.record[0], str(one.day)) for one in entries(NAMED["silent"], on, 30)[:5]]

    agreement("1", "2015-03-02", signed="2015-03-01", term=Term(years=5)).store()
    assert names(DAY(2016, 2, 29)) == []
    assert names(DAY(2016, 3, 1)) == [("a", "2015-03-01")]
    assert names(DAY(2020, 3, 1)) == [("a", "2015-03-01")]
    assert names(DAY(2020, 3, 2)) == [], "it is in force no more"
    story = Story("2", "2018-06-02")
    story.event(story.place("Ленинградская область"), story.place("Чуйская область"), date="2018-06-01")
    story.store()
    assert (names(DAY(2018, 5, 31)), names(DAY(2018, 6, 1)), names(DAY(2019, 6, 1))) == ([("a", "2015-03-01")], [], [])
    assert names(DAY(2019, 6, 2)) == [("a", "2015-03-01")]
    record_reject(key=Document.objects.get().key, author=author)
    assert not Silence.objects.exists()


def test_the_same_in_any_order_and_when_filled(sqlite_register: Path, pages: list[tuple[str, Facts]]) -> None:
    for number, (address, facts) in enumerate(random.Random(3).sample(pages, len(pages)), 1):
        page_store(Incoming(facts, address))
        if number % 40 == 0:
            settle()
    settle()
    told = sorted(Silence.objects.values_list("a", "b", "first", "last", "signed"))
    met = sorted(Contact.objects.values_list("record", "a", "b", "first", "last"))
    assert len(told) > 10
    for model in (Silence, Contact):
        model.objects.all().delete()
    fill_silences()
    assert sorted(Contact.objects.values_list("record", "a", "b", "first", "last")) == met
    assert sorted(Silence.objects.values_list("a", "b", "first", "last", "signed")) == told
    assert DocumentState.objects.exists()

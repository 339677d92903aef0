"""Related stories: those that tell of the same, not the newest."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pobratim.register.models import Document, PageVersion
from pobratim.register.selectors import related as module
from pobratim.register.selectors.related import related
from pobratim.register.services import settle

from .story import Story, agreement

pytestmark = pytest.mark.usefixtures("register")


def page(address: str) -> PageVersion:
    return PageVersion.objects.get(address=address, current=True)


def addresses(address: str, limit: int = 8) -> list[str]:
    return [one.page.address for one in related(page(address), limit)]


@pytest.fixture
def told() -> None:
    """Three pages of one agreement, one of another between the same parties, one of other parties, all settled."""
    agreement("first", "2024-04-24", signed="2024-04-24").put()
    agreement("next day", "2024-04-25", signed="2024-04-24").put()
    agreement("a year later", "2025-04-24", signed="2024-04-24").put()
    agreement("another", "2024-04-24", kind="memorandum", signed="2019-01-01").put()
    story = Story("others", "2024-04-24")
    story.document(story.place("Тверская область"), story.place("Витебская область"), signed="2024-04-24")
    story.put()
    settle()


def test_the_same_document_before_the_same_parties_then_the_nearest_day(told: None) -> None:
    assert addresses("first") == ["next day", "a year later", "another"]
    assert addresses("first", limit=1) == ["next day"]
    assert addresses("others") == []


def test_what_is_shared_is_told(told: None) -> None:
    found = related(page("first"))
    document = Document.objects.get(signed="2024-04-24", pages=3)
    assert found[0].shared[0] == document.key
    assert {key[0] for key in found[2].shared} == {"a"}


def test_what_everybody_tells_of_relates_nothing(told: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROWS", 3)
    assert addresses("first") == ["next day", "a year later"]


def test_a_country_alone_relates_nothing(told: None) -> None:
    for address in ("one", "two"):
        story = Story(address)
        story.place("Казахстан", kind="country", country="KZ")
        story.store()
    assert addresses("one") == []


def test_a_reading_that_is_not_current_has_none(told: None) -> None:
    old = page("first")
    agreement("first", "2024-04-24", signed="2024-04-23").store()
    assert related(PageVersion.objects.get(pk=old.pk)) == []


def test_few_queries(told: None) -> None:
    one = page("first")
    with CaptureQueriesContext(connection) as asked:
        assert [found.page.source.name for found in related(one)]
    assert len(asked) <= 7

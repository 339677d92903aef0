"""How pages describe people is counted as they come and go; the counts are those of a look at all pages."""

from __future__ import annotations

from pobratim.core.facts import Facts
from pobratim.register import sql
from pobratim.register.models import Person, PersonVariant
from pobratim.register.person_variants import people_fill
from pobratim.register.services import Incoming, page_store, settle

from .story import Story


def counted() -> set[tuple[object, ...]]:
    return set(PersonVariant.objects.values_list("node_id", "digest", "value", "mentions", "first", "last", "stale"))


def test_an_older_register_is_counted_as_if_pages_had_come_one_by_one(register: str, pages: list[tuple[str, Facts]]) -> None:
    for address, facts in pages:
        page_store(Incoming(facts, address))
    settle()
    told = counted()
    sql.clear(PersonVariant)
    people_fill()
    assert told
    assert counted() == told


def news(address: str, day: str, post: str) -> Incoming:
    """A page on which the head of a region is told of with that post."""
    story = Story(address, day)
    story.person("Александр Дрозденко", post, story.place("Ленинградская область"))
    return Incoming(story.facts, story.address)


def test_a_page_that_changes_takes_its_day_along(register: str) -> None:
    for address, day in (("page-1", "2024-04-20"), ("page-2", "2024-04-22"), ("page-3", "2024-04-25")):
        page_store(news(address, day, "губернатор"))
    settle()
    page_store(news("page-3", "2024-04-25", "глава региона"))
    settle()
    posts = {one.title: one for one in Person.objects.get().appointments.all()}
    assert (posts["губернатор"].pages, posts["глава региона"].pages) == (2, 1)
    assert posts["губернатор"].last_told is not None
    assert posts["губернатор"].last_told.isoformat() == "2024-04-22"
    assert not PersonVariant.objects.filter(stale=True).exists()

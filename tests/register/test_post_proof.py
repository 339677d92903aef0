"""The page that last tells a post is found, however many pages name the person since."""

from __future__ import annotations

import datetime

from pobratim.core.facts import PlaceIds
from pobratim.register.models import Actor, Appointment, Document, Event
from pobratim.register.selectors.inside import documents_inside, events_inside
from pobratim.register.selectors.post_proof import TURNS, posts_told
from pobratim.register.services import settle

from .story import Story

ON = datetime.date(2024, 6, 1)
FIRST = datetime.date(2023, 1, 1)


def told(number: int, post: str) -> None:
    """A page of the day `number` that names the same person by a post."""
    story = Story(f"https://a.example/{number}", (FIRST + datetime.timedelta(days=number)).isoformat())
    place = story.place("Ленинградская область")
    who = story.person("Александр Дрозденко", post, place)
    story.event(place, story.place("Чуйская область"), date="2023-01-01", people=(who,))
    story.put()


def test_the_last_page_that_tells_a_post_by_the_day(register: str) -> None:
    told(0, "губернатор")
    told(1, "губернатор")
    for number in range(2, 2 + sum(TURNS[:2])):
        told(number, "сопредседатель форума")
    told(900, "губернатор")  # after the day
    settle()
    posts = {one.title: one for one in Appointment.objects.all()}
    person = posts["губернатор"].person_id
    proofs = posts_told({person: [posts["губернатор"]]}, ON)
    governor = [one for one in proofs.of(person, "post", ref=posts["губернатор"].of_id) if one.value["title"] == "губернатор"]
    assert [one.published for one in governor] == [FIRST + datetime.timedelta(days=1)]
    latest = posts_told({person: ()}, ON).of(person, "post")
    assert [(one.value["title"], one.published) for one in latest] == [
        ("сопредседатель форума", FIRST + datetime.timedelta(days=1 + sum(TURNS[:2])))
    ]
    assert not posts_told({}, ON)


def test_what_lies_in_both_territories(register: str) -> None:
    story = Story("https://b.example/1")
    sides = [story.place("Ленинградская область"), story.place("Чуйская область")]
    other = story.place("Тверская область")
    ours, also = (story.place(name, kind="city", country="RU", ids=PlaceIds(), within=sides[0]) for name in ("Гатчина", "Тосно"))
    theirs = story.place("Токмок", kind="city", country="KG", ids=PlaceIds(), within=sides[1])
    foreign = story.place("Ржев", kind="city", country="RU", ids=PlaceIds(), within=other)
    story.document(ours, theirs, signed="2024-03-01")
    story.document(also, theirs, signed="2024-04-01")
    story.document(ours, also, theirs, signed="2024-05-01")
    story.document(ours, foreign, signed="2024-05-02")
    story.document(also, theirs, signed="2024-07-01")
    story.document(ours, theirs, kind="memorandum")
    story.event(ours, theirs, date="2024-05-03")
    story.event(ours, foreign, date="2024-05-04")
    story.store()
    keys = dict(Actor.objects.filter(kind="region").values_list("name", "key"))
    pair = (keys["Ленинградская область"], keys["Чуйская область"])
    days = ["2024-05-01", "2024-04-01", "2024-03-01", ""]
    assert [one.signed for one in documents_inside(pair, ON, 9)] == days
    assert [one.signed for one in documents_inside(pair[::-1], ON, 2)] == days[:2]
    assert [one.date for one in events_inside(pair, FIRST, ON, 9)] == ["2024-05-03"]
    alone = documents_inside(pair[:1], ON, 9)
    assert [one.signed for one in alone] == ["2024-05-02", *days]
    assert len(events_inside(pair[:1], FIRST, ON, 9)) == 2
    assert (Document.objects.count(), Event.objects.count()) == (6, 2)

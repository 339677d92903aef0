"""A region is called by its official name where any page gives it or the gazetteer knows it; a person's word goes before."""

from __future__ import annotations

from pobratim.core.facts import PlaceIds
from pobratim.register.models import Actor
from pobratim.register.services import Author, field_edit, settle

from .story import Story


def told(number: int, name: str, code: str) -> None:
    story = Story(f"https://a.example/{number}")
    place = story.place(name, kind="region", country="RU", ids=PlaceIds(iso3166_2=code))
    story.document(place, story.place("Чуйская область"), signed="2024-03-01")
    story.put()


def test_the_official_name_goes_before_the_usual_one(sqlite_register: object) -> None:
    for number, name in enumerate(("Оренбуржье", "Оренбуржье", "Оренбургская область")):
        told(number, name, "RU-ORE")
    told(3, "Кубань", "RU-KDA")
    settle()
    regions = {one.iso3166_2: one for one in Actor.objects.filter(kind="region")}
    assert regions["RU-ORE"].name == "Оренбургская область"
    assert regions["RU-ORE"].names == [["Оренбуржье", 2], ["Оренбургская область", 1]]
    assert regions["RU-KDA"].name == "Краснодарский край"
    field_edit(key=regions["RU-KDA"].key, field="name", value="Кубань", author=Author("анна"), reason="так принято")
    assert Actor.objects.get(key=regions["RU-KDA"].key).name == "Кубань"

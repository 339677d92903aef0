"""Places of one name on one page."""

from __future__ import annotations

from pobratim.core.page import Page
from pobratim.facts.read import read


def test_districts_of_one_name_are_two_parties() -> None:
    text = "Кировский район Санкт-Петербурга и Кировский район Могилёвской области подписали соглашение о сотрудничестве."
    facts = read(Page(text=text))
    places = {place.id: place for place in facts.places}
    (document,) = facts.documents
    assert [places[party].name for party in document.parties] == ["Кировский район", "Кировский район"]
    assert [places[places[party].within or ""].name for party in document.parties] == ["Санкт-Петербург", "Могилёвская область"]


def test_one_district_told_twice_is_one_party() -> None:
    text = "Кировский район Санкт-Петербурга и Орша подписали соглашение. Кировский район давно дружит с Оршей."
    facts = read(Page(text=text))
    assert [place.name for place in facts.places].count("Кировский район") == 1

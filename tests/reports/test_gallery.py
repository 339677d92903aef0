"""Pictures of the register as files: each whole by itself, in the language asked for, of what was known on the day."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

import pytest
from django.utils import translation

from pobratim.register.errors import NoSuchRecord, WrongValue
from pobratim.register.models import Document
from pobratim.reports.gallery import PICTURES, Asked, picture
from pobratim.reports.write.picture import FORMATS

from .pair import ON, later, sides, told

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def partners(sqlite_register: object) -> tuple[str, str]:
    told()
    return sides()


def asked(name: str, partners: tuple[str, str], on: datetime.date = ON) -> Asked:
    if name in ("chain", "measures"):
        return Asked(on, document=Document.objects.get(kind="plan").key)
    return Asked(on, partners[:1] if name == "ties" else partners)


@pytest.mark.parametrize("name", PICTURES)
def test_each_is_a_file_of_its_own(partners: tuple[str, str], name: str) -> None:
    for language in ("ru", "en"):
        with translation.override(language):
            drawn = picture(name, asked(name, partners))
        root = ElementTree.fromstring(FORMATS["svg"].made(drawn))
        assert root[0].tag == f"{SVG}title"
        assert not list(root.iter(f"{SVG}a")), "a file leads nowhere"
        assert not list(root.iter(f"{SVG}use")), "nothing is fetched from elsewhere"
        title = root[0].text or ""
        assert title.isascii() == (language == "en"), title
        assert FORMATS["png"].made(drawn).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["timeline", "terms", "spheres", "ties", "measures"])
def test_a_past_day_stays_as_it_was(partners: tuple[str, str], name: str) -> None:
    before = picture(name, asked(name, partners))
    later()
    assert picture(name, asked(name, sides())) == before


def test_spheres_are_counted_by_year(partners: tuple[str, str]) -> None:
    with translation.override("ru"):
        root = ElementTree.fromstring(picture("spheres", asked("spheres", partners)))
    cells = [one.text for one in root.iter(f"{SVG}title")][1:]
    assert cells == ["Культура, 2021: 1", "Торговля и экономика, 2021: 1"]


def test_what_cannot_be_drawn_says_why(partners: tuple[str, str]) -> None:
    with pytest.raises(WrongValue):
        picture("secrets", Asked(ON))
    with pytest.raises(WrongValue):
        picture("chain", Asked(ON))
    with pytest.raises(NoSuchRecord):
        picture("timeline", Asked(ON, ("a00000000000000000000",)))
    with pytest.raises(NoSuchRecord):
        picture("terms", Asked(ON, (Document.objects.get(kind="plan").key,)))
    with pytest.raises(NoSuchRecord, match="nothing to draw"):
        picture("timeline", Asked(datetime.date(1990, 1, 1), partners))

"""Linking: a name, what stands around it, and the place it must be, or none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pobratim.lexicon.gazetteer import Entry, place_by_id
from pobratim.resolve.place import PageContext, PlaceMention, link, link_adjective, link_all, place_ids, within

GOLDEN = Path(__file__).parent / "golden" / "link.csv"


def rows() -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def place(code: str) -> Entry:
    found = place_by_id(code)
    assert found is not None
    return found


def ident(entry: Entry | None) -> str:
    if entry is None:
        return ""
    own = entry.country if entry.kind == "country" else entry.code
    return own or str(entry.geonames or f"{entry.region}/{entry.name}")


@pytest.mark.parametrize("row", rows(), ids=lambda row: " ".join(filter(None, [row["name"], row["parent"], row["context"]])))
def test_link(row: dict[str, str]) -> None:
    context = PageContext.of(place(code) for code in row["context"].split())
    parent = place(row["parent"]) if row["parent"] else None
    assert ident(link(row["name"], row["kind"] or None, context, parent)) == row["id"]


def test_links_help_one_another() -> None:
    mentions = [
        PlaceMention("Советский район", "district"),
        PlaceMention("Мирный", "city", parent=2),
        PlaceMention("Архангельская область", "region"),
        PlaceMention("Кировская область", "region"),
        PlaceMention("Тридевятое царство"),
    ]
    assert [ident(e) for e in link_all(mentions)] == ["490023", "831129", "RU-ARK", "RU-KIR", ""]


def test_adjective_of_a_seat() -> None:
    assert ident(link_adjective("гродненский", "облисполком", PageContext())) == "BY-HR"
    assert link_adjective("советский", "администрация", PageContext()) is None


def test_within() -> None:
    assert [ident(e) for e in within(place("481965"))] == ["RU-LEN", "RU"]
    assert [ident(e) for e in within(place("KG-GB"))] == ["KG"]
    assert [ident(e) for e in within(place("UA-43"))] == []
    assert within(place("RU")) == []


def test_ids() -> None:
    assert place_ids(place("KG")).iso3166 == "KG"
    bishkek = place_ids(place("KG-GB"))
    assert (bishkek.iso3166, bishkek.iso3166_2, bishkek.geonames) == (None, "KG-GB", 1528675)
    assert place_ids(place("481964")).iso3166_2 is None

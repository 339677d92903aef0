"""Places by name, by adjective, by id; the index is what its sources say."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pobratim.core.errors import LexiconError
from pobratim.lexicon.gazetteer import Entry, lookup, place_by_adjective, place_by_id, spellings
from pobratim.lexicon.place_index import PlaceIndex, place_index
from tools.gazetteer import index
from tools.gazetteer.table import PLACES

GOLDEN = Path(__file__).parent / "golden"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def ident(entry: Entry | None) -> str:
    if entry is None:
        return ""
    own = entry.country if entry.kind == "country" else entry.code
    return own or str(entry.geonames or f"{entry.region}/{entry.name}")


@pytest.mark.parametrize("row", rows(GOLDEN / "adjective.csv"), ids=lambda row: f"{row['adjective']} {row['head']}")
def test_adjective(row: dict[str, str]) -> None:
    found = place_by_adjective(row["adjective"], row["head"] or None)
    assert ident(found[0] if found else None) == row["id"]


def test_shared_adjective_gives_all_its_districts() -> None:
    found = place_by_adjective("советский", "район")
    assert len(found) > 5
    assert {place.kind for place in found} == {"district"}


@pytest.mark.parametrize(
    ("name", "kinds", "expected"),
    [
        ("Чуйская область", None, "KG-C"),
        ("чуйская", None, ""),
        ("Киргизия", None, "KG"),
        ("Кыргызстан", None, "KG"),
        ("Санкт–Петербург", None, "RU-SPE"),
        ("орел", None, "515012"),
        ("Стамбул", ("region",), "TR-34"),
        ("Выкса", ("district",), "12041466"),
        ("провинция Шэньси", None, "CN-SN"),
        ("город Шэньси", None, ""),
        ("Тридевятое царство", None, ""),
        ("СУАР", None, "CN-XJ"),
        ("РОССИЯ", None, "RU"),
    ],
)
def test_lookup(name: str, kinds: tuple[str, ...] | None, expected: str) -> None:
    found = lookup(name, kinds)
    assert ident(found[0] if found else None) == expected


def test_found_lists_are_the_callers_own() -> None:
    lookup("Минск").clear()
    place_by_adjective("минский").clear()
    assert lookup("Минск")
    assert place_by_adjective("минский")


def test_city_that_is_a_region_has_both_ids() -> None:
    bishkek = place_by_id("KG-GB")
    assert bishkek is not None
    assert bishkek == place_by_id("1528675")
    assert (bishkek.kind, bishkek.country, bishkek.code) == ("city", "KG", "KG-GB")


def test_disputed_regions_have_a_code_and_no_country() -> None:
    for code in ("UA-43", "UA-40", "UA-14", "UA-09", "UA-23", "UA-65", "GE-AB", "MD-SN"):
        place = place_by_id(code)
        assert place is not None
        assert (place.country, place.code) == (None, code)


def test_own_codes_are_not_shown() -> None:
    ossetia = lookup("Южная Осетия")[0]
    assert (ossetia.code, ossetia.region, ossetia.country) == (None, None, None)


def test_current_codes_of_kazakhstan() -> None:
    named = {"Абайская": "KZ-10", "Жетысуская": "KZ-33", "Улытауская": "KZ-62", "Алматинская": "KZ-19"}
    assert {name: ident(lookup(f"{name} область")[0]) for name in named} == named


@pytest.mark.parametrize("code", ["RU", "BY", "KZ", "KG", "UZ"])
def test_every_region_of_the_countries_at_home(code: str) -> None:
    numbers = {"RU": 83, "BY": 7, "KZ": 20, "KG": 9, "UZ": 14}
    index_rows = (place_index().row(number) for number in range(place_index().head["rows"]))
    codes = {row[4] for row in index_rows if len(row) == 8 and row[4].startswith(code + "-")}
    assert len(codes) == numbers[code]


def test_forms_carry_their_cases() -> None:
    assert [s.cases for s in spellings("великим новгородом")] == ["4"]
    assert [s.name for s in spellings("чолпон-аты")] == ["Чолпон-Ата"]


def test_index_is_built_from_the_sources_as_they_are() -> None:
    assert place_index().head["sources"] == index.digest(), "run `python -m tools.gazetteer --index-only`"


@pytest.mark.slow
def test_index_is_what_the_builder_makes() -> None:
    assert (PLACES / index.INDEX).read_bytes() == index.build()


@pytest.mark.parametrize("data", [b"", b"{}\n", b'{"format": 0, "sizes": [0, 0, 0, 0]}\n', b"\xff\xfe binary\n"])
def test_broken_index(data: bytes) -> None:
    with pytest.raises(LexiconError):
        PlaceIndex(data, "places.idx")

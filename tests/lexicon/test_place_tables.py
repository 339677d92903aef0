"""The tables of places: explained, sorted, without doubles and mixed scripts, with ids that hang together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.gazetteer.table import PLACES, read

FILES = sorted([*PLACES.glob("*.tsv"), *PLACES.glob("*.txt")])
#: These are in the order of the ids in their first field.
BY_NUMBER = {"city_names.txt", "district_names.txt"}
#: In these a name may stand twice, with several places.
SHARED = {"cities.tsv", "districts.tsv", "regions.tsv"}
CURATED = ("adjectives.txt", "aliases.txt")
MIXED = re.compile(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    entries = lines[len(header) :]
    assert header
    assert lines[: len(header)] == header
    assert entries
    assert entries == sorted(entries, key=(lambda line: int(line.split("\t")[0])) if path.name in BY_NUMBER else None)
    assert len(entries) == len(set(entries))
    assert all(entry == entry.strip() for entry in entries)
    assert not [entry for entry in entries if MIXED.search(entry.split(" #")[0])]
    if path.name not in SHARED:
        keys = [entry.split("\t")[0].split(" #")[0] for entry in entries]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", CURATED)
def test_curated_lines_show_their_use(name: str) -> None:
    lines = (PLACES / name).read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if not line.startswith("#") and not re.search(r"  # \S", line)]


def test_ids_are_unique() -> None:
    for name, column in (("countries.tsv", 0), ("regions.tsv", 0), ("cities.tsv", 0)):
        ids = [row[column] for row in read(name, 6)]
        assert len(ids) == len(set(ids)), name
    districts = [row[1] for row in read("districts.tsv", 3) if row[1]]
    assert len(districts) == len(set(districts))


def test_regions_and_countries_of_the_tables_exist() -> None:
    countries = {row[0] for row in read("countries.tsv", 4)}
    regions = {row[0] for row in read("regions.tsv", 5)}
    assert {row[2] for row in read("regions.tsv", 5)} <= countries | {""} | {"HK", "MO"}
    assert {row[0] for row in read("districts.tsv", 3)} <= regions
    near = [row for row in read("cities.tsv", 6) if row[1] in ("RU", "BY", "KZ", "KG", "UZ")]
    assert len([row for row in near if row[2] not in regions]) <= len(near) / 100


def test_licences_are_told_beside_the_data() -> None:
    text = (PLACES / "LICENCES.md").read_text(encoding="utf-8")
    for word in ("GeoNames", "CC BY 4.0", "Unicode", "LGPL", "MIT"):
        assert word in text

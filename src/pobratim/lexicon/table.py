"""The one reader of the package's tab-separated data files.

A file opens with `#` lines that explain its fields; a line is a row; fields are parted by tabs; a ` #` after
the last field begins a comment with an example of use.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pobratim.core.errors import LexiconError


@cache
def rows(name: str, width: int) -> tuple[tuple[str, ...], ...]:
    """The rows of `lexicon/<name>`, each with exactly `width` fields (missing last ones are empty).

    Raises:
        LexiconError: the file is missing, or a row has too many fields.
    """
    try:
        text = files("pobratim.lexicon").joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"cannot be read: {error}", address=name) from error
    found = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.split(" #", 1)[0].rstrip()
        if not line or line.startswith("#"):
            continue
        fields = tuple(field.strip() for field in line.split("\t"))
        if len(fields) > width:
            raise LexiconError(f"line {number} has {len(fields)} fields, not {width}", address=name)
        found.append(fields + ("",) * (width - len(fields)))
    return tuple(found)


@cache
def words(name: str) -> frozenset[str]:
    """The first fields of `lexicon/<name>` as a set."""
    return frozenset(row[0] for row in rows(name, 1))


def choices(field: str) -> frozenset[str]:
    """The words of a field that holds several («подпись|автограф»); none where it is empty."""
    return frozenset(word for word in field.split("|") if word)

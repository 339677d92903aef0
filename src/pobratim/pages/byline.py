"""Who wrote the story: «Автор: Иван Петров», or a name alone on a line."""

from __future__ import annotations

import re

from .mark import labelled

_NAME = re.compile(r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{3,}(?:-[А-ЯЁ]+)?|[А-ЯЁ]\.)")
_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+и\s+")
LONGEST_LABELLED = 120


def read_byline(line: str) -> list[str]:
    """The authors that a line of its own names; empty for every other line.

    >>> read_byline("Автор: Мария Петрова"), read_byline("Мария ПЕТРОВА"), read_byline("Нижний Новгород")
    (['Мария Петрова'], ['Мария Петрова'], [])
    """
    rest = labelled(line, "author_label") if len(line) <= LONGEST_LABELLED else None
    if rest:
        names = [_tidy(name) for name in _SEPARATOR.split(rest.strip(" .")) if name]
        return names if all(_is_name_shape(name) for name in names) else [rest.strip(" .")]
    if len(line) > 50 or not line[-1:].isalpha() or not _is_name_shape(line) or not _has_given_name(line):
        return []
    return [_tidy(line)]


def _is_name_shape(text: str) -> bool:
    """Two or three capitalised words or initials."""
    words = text.split()
    return 2 <= len(words) <= 3 and all(_NAME.fullmatch(word) for word in words)


def _has_given_name(line: str) -> bool:
    """Whether the dictionary knows a word as a given name in the nominative, and none as a common noun only."""
    from pobratim.text.morph import forms  # the dictionary takes 0.15 s to load, and few pages need it here

    given = False
    for word in line.split():
        readings = forms(word.lower())
        if word.endswith(".") or not readings[0].known:
            continue
        if not any({"Name", "Surn", "Patr"} & form.tags for form in readings):
            return False
        given = given or any("Name" in form.tags and form.case == "nomn" for form in readings)
    return given


def _tidy(name: str) -> str:
    """«Мария ПЕТРОВА» → «Мария Петрова»."""
    return " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in name.split())

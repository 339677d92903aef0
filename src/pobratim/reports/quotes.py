"""Quotation marks of the languages of papers."""

from __future__ import annotations

#: Language → quotation marks, and those within them.
_MARKS = {"ru": ("«", "»", "„", "“"), "en": ("“", "”", "‘", "’")}
#: Quotation marks that a text may have, left and right in turn.
_ANY = "«»“”"


def quoted(text: str, language: str) -> str:
    """The text in the quotation marks of a language, those within it changed so that they differ.

    >>> quoted("Завод «Маяк»", "ru"), quoted("The works «Mayak»", "en")
    ('«Завод „Маяк“»', '“The works ‘Mayak’”')
    """
    left, right, *inner = _MARKS.get(language[:2], _MARKS["ru"])
    inside = text.translate({ord(mark): inner[place % 2] for place, mark in enumerate(_ANY)})
    return f"{left}{inside}{right}"

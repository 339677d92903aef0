"""Cells as a spreadsheet takes them: no formula comes out of a page, no character that breaks the file."""

from __future__ import annotations

import re

from .row import Cell

BETWEEN = "; "
MAX_CHARS = 32_767  # what Excel holds in a cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


def spreadsheet_text(value: Cell) -> str:
    """A cell as text; what a spreadsheet would take for a formula gets an apostrophe before it.

    >>> spreadsheet_text("=HYPERLINK(1)"), spreadsheet_text(["Тверь", "Витебск"]), spreadsheet_text(None)
    ("'=HYPERLINK(1)", 'Тверь; Витебск', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    text = BETWEEN.join(value) if isinstance(value, list) else str(value)
    text = _CONTROL.sub("\ufffd", text)
    if isinstance(value, (str, list)) and text.startswith(_FORMULA):
        text = f"'{text}"
    return text if len(text) <= MAX_CHARS else f"{text[: MAX_CHARS - 1]}…"

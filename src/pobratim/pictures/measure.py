"""How wide a text is, roughly: without the font that it will be shown in, so that it is rather taken for too wide.

Where it fails: scripts whose letters join (Arabic, Devanagari) are narrower than told; unusual fonts may be wider.
"""

from __future__ import annotations

import unicodedata

CUT = "…"
_EMOJI = 0x1F000
#: Width in parts of the font's size, by the widest common font for the screen (DejaVu Sans).
_WIDTHS = (
    (" .,:;!'|`ijlI", 0.4),
    ('()[]{}«»-/\\ftrг"“”„‚’1', 0.58),
    ("шщжюфмыwmЪ", 0.95),
    ("ШЩЖЮФЫМWM@%—…№", 1.12),
)
_KNOWN = {char: width for chars, width in _WIDTHS for char in chars}
_LONGEST = 2000


def width_of(text: str, size: float) -> float:
    """The width of a line in the units of its font's size.

    >>> round(width_of("Соглашение", 10))
    69
    """
    return size * sum(map(_char_width, text))


def _char_width(char: str) -> float:
    known = _KNOWN.get(char)
    if known is not None:
        return known
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    if ord(char) >= _EMOJI or unicodedata.east_asian_width(char) in "WF":
        return 1.4
    return 0.8 if char.isupper() else 0.65


def fitted(text: str, width: float, size: float) -> str:
    """The text, cut at the end if it is wider than so much.

    >>> fitted("Меморандум о сотрудничестве", 100, 13)
    'Меморанд…'
    """
    line = " ".join(text[:_LONGEST].split())
    if width_of(line, size) <= width:
        return line
    room = width - width_of(CUT, size)
    kept = 0
    for char in line:
        room -= size * _char_width(char)
        if room < 0:
            break
        kept += 1
    return line[:kept].rstrip() + CUT


def wrapped(text: str, width: float, size: float, lines: int) -> list[str]:
    """The text as so many lines at most, broken between words where that is possible; what is left over is cut.

    >>> wrapped("Меморандум о сотрудничестве", 150, 13, 2)
    ['Меморандум о', 'сотрудничестве']
    """
    found: list[str] = []
    rest = text[:_LONGEST].split()
    while rest and len(found) < lines - 1:
        taken = 1
        while taken < len(rest) and width_of(" ".join(rest[: taken + 1]), size) <= width:
            taken += 1
        line = " ".join(rest[:taken])
        if width_of(line, size) > width:  # one word, wider than the line
            break
        found.append(line)
        rest = rest[taken:]
    return [*found, fitted(" ".join(rest), width, size)] if rest else found

"""One spelling for everything that looks alike: composed letters, plain spaces, no invisible marks.

Offsets of evidence count in `Page.text`, so this runs once, before anything else looks at the text.
"""

from __future__ import annotations

import html
import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_CONTROL = dict.fromkeys((*range(9), 14, *range(16, 32), 127), " ")
_SPACES = dict.fromkeys((9, 160, 5760, *range(8192, 8203), 8239, 8287, 12288), " ")
_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n", 0x0D: "\n"}
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_TABLE = _INVISIBLE | _CONTROL | _SPACES | _BREAKS | _HYPHENS
# A stress mark over a Cyrillic vowel («за́мок») hides the word from the dictionary; «й» and «ё» are composed first.
_STRESS = re.compile("(?<=[аеёиоуыэюяАЕЁИОУЫЭЮЯ])[\u0300\u0301]")
#: Anything that this room changes but runs of spaces; most lines of most pages hold nothing of it.
_ODD = re.compile("[\u0300-\u036f\u0450\u045d" + "".join(map(re.escape, map(chr, _TABLE))) + "]")
_ODD_OR_BREAK = re.compile(_ODD.pattern[:-1] + "\n]")
#: Spelled otherwise: found by a pattern, as `str.translate` would look at each letter of the text.
_SPELLINGS = {chr(code): spelling or "" for code, spelling in _TABLE.items()}
_OTHERWISE = re.compile("[" + "".join(map(re.escape, _SPELLINGS)) + "]")
_RUN_OF_SPACES = re.compile(" {2,}")
_SPACE_AT_BREAK = re.compile(" *\n *")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")


def normalise(text: str) -> str:
    r"""The text in one spelling: NFC, plain spaces and line ends, no soft hyphens, stress or zero-width marks.

    >>> normalise("Сою\u0301з\u00a0 го\u00adродов\r\n")
    'Союз городов\n'
    """
    if not (_ODD.search(text) or "  " in text or " \n" in text or "\n " in text):
        return text
    text = text.replace("\r\n", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = text.replace("\u0450", "е").replace("\u045d", "и") if "\u0450" in text or "\u045d" in text else text
        text = _STRESS.sub("", text)
    text = _OTHERWISE.sub(_respelled, text)
    return _SPACE_AT_BREAK.sub("\n", _RUN_OF_SPACES.sub(" ", text))


def _respelled(found: re.Match[str]) -> str:
    """How a mark is spelled here."""
    return _SPELLINGS[found.group()]


def one_line(text: str) -> str:
    r"""The text on one line, normalised and stripped: a headline, a name, a paragraph.

    >>> one_line(" Визит\n  в Минск ")
    'Визит в Минск'
    """
    if _ODD_OR_BREAK.search(text):
        text = normalise(text)
    elif "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # most lines
    return " ".join(text.split())


def without_entities(text: str) -> str:
    """Flat text with the HTML entities that a careless copy has left in it resolved.

    >>> without_entities("&laquo;Дружба&raquo; &amp; мир")
    '«Дружба» & мир'
    """
    return html.unescape(text) if _ENTITY.search(text) else text

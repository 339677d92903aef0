"""Where somebody speaks: stretches of direct speech, in which hopes and memories are told and no events."""

from __future__ import annotations

import re

from pobratim.text.segment import paragraphs

_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*(?:»|$)|\"[^\"]*\"|“[^”]*”|„[^“]*“")
_SAID_AFTER = re.compile(r"\s*[,.!?…]?\s*[,.]?\s*[—–-]\s*\w|[.!?…]?$")
_DASH = re.compile(r"[—–-]\s+[«\"]?[А-ЯЁ]")
_SPEECH_LENGTH = 40  # code points; what is shorter is a name in quotes


def spoken_ranges(text: str) -> list[tuple[int, int]]:
    """`(start, end)` of every stretch of direct speech, in code points of the text, in order.

    A paragraph that opens with a dash is speech where a tag follows («— Рады гостям, — сказал мэр»), else a list
    item. The words of the tag itself are counted as speech with it. Fails on short exclamations.

    >>> spoken_ranges("«Мы рады, что гости приехали к нам в такую даль», — сказал мэр.")
    [(0, 48)]
    """
    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        line = text[start:end]
        if _DASH.match(line) and not line.endswith((";", ":")) and re.search(r"[,.!?…»]\s+[—–-]\s+[а-яё]", line):
            found.append((start, end))
            continue
        for quoted in _QUOTED.finditer(line):
            if len(quoted.group()) >= _SPEECH_LENGTH and _is_said(line, quoted.start(), quoted.end()):
                found.append((start + quoted.start(), start + quoted.end()))
    return found


def _is_said(line: str, start: int, end: int) -> bool:
    """Whether a quotation stands as speech: after a colon, with a tag behind it, or as a whole paragraph."""
    return line[:start].rstrip().endswith(":") or _SAID_AFTER.match(line, end) is not None or not line[:start].strip()

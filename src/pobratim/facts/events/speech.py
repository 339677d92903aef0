"""Where somebody speaks: stretches of direct speech, in which hopes and memories are told and no events."""

from __future__ import annotations

import re

from pobratim.facts.speech.quotation import Quotation, dash_pieces, is_long, opens_with_dash, quotations
from pobratim.text.segment import paragraphs

_TAG_AFTER = re.compile(r"[»\"”]?\s*[,.!?…]*\s*(?:[—–-]\s*\w|$)")


def spoken_ranges(text: str) -> list[tuple[int, int]]:
    """`(start, end)` of every stretch of direct speech, in code points of the text, in order.

    A paragraph that opens with a dash is speech where a tag follows («— Рады гостям, — сказал мэр»), else a list
    item. Fails on speech without a tag inside a paragraph.

    >>> spoken_ranges("«Мы рады, что гости приехали к нам в такую даль», — сказал мэр.")
    [(1, 47)]
    """
    found: list[tuple[int, int]] = []
    opened = False
    for start, end in paragraphs(text):
        pieces = dash_pieces(text, start, end) if opens_with_dash(text[start:end]) else []
        if len(pieces) > 1 and text[pieces[1][0]].islower() and text[end - 1] not in ";:":
            found += pieces[::2]
            continue
        quotes = quotations(text, start, end, opened)
        found += [(q.start, q.end) for q in quotes if is_long(q, text) and _is_said(text, start, end, q)]
        opened = bool(quotes) and not quotes[-1].closed
    return found


def _is_said(text: str, start: int, end: int, quoted: Quotation) -> bool:
    """Whether a quotation stands as speech: after a colon, with a tag behind it, or from the paragraph's first letter."""
    before = text[start : quoted.start].rstrip(' «"„“')
    return before.endswith(":") or not before or not quoted.closed or _TAG_AFTER.match(text, quoted.end, end) is not None

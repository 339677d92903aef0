"""The sentences of a page in which a proof stands, as one quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pobratim.text.segment import sentence_spans

MOST_CHARS = 400
GAP = " […] "


def sentence_of(text: str, spans: Iterable[tuple[int, int]], most: int = MOST_CHARS) -> str:
    """The whole sentences in which the spans lie, in their order, parted by «[…]» where something is left out.

    Args:
        text: of the page; lines are paragraphs.
        spans: code points, end-exclusive.
        most: so many characters at most, cut at a word with «…».
    """
    found = dict.fromkeys(one for start, end in sorted(spans) for one in _around(text, start, end))
    told = GAP.join(text[start:end].strip() for start, end in found)
    return told if len(told) <= most else told[:most].rsplit(" ", 1)[0].rstrip(GAP) + "…"


def _around(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraph that a span touches; the paragraph itself if it is none."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", start)
    line = text[begin : stop if stop >= 0 else len(text)]
    touched = [(first, last) for first, last in sentence_spans(line) if begin + first < end and begin + last > start]
    for first, last in touched:
        yield begin + first, begin + last
    if not touched and line.strip():
        yield begin, begin + len(line)

"""The lines of a flat text: hard-wrapped ones joined into paragraphs, the others left one a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

#: Editors and mail programs break lines at 60–100 code points; paragraphs on one line are longer.
WIDEST_WRAP = 130
NARROWEST_WRAP = 40
#: So many lines that go on in the middle of a sentence prove a wrapped text.
RUNNING_LINES = 2
FULL_SHARE = 0.7
_SENTENCE_END = re.compile(r"[.!?…:;][»\"”)]*$")
_LIST_ITEM = re.compile(r"(?:[•●▪◦*·-]|[–—](?=\s*[А-ЯЁA-Z«\"])|\d{1,2}[.)](?!\d)|[а-яё]\))\s*")


def read_lines(text: str) -> list[str]:
    r"""The paragraphs of a normalised flat text, stripped, none empty.

    A text is taken for hard-wrapped when the lines that break off in the middle of a sentence are as full as they
    could be: the next line's first word would not have fitted.

    >>> read_lines("Заголовок\n\nАбзац первый.\nАбзац второй.")
    ['Заголовок', 'Абзац первый.', 'Абзац второй.']
    """
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n{2,}", text)]
    blocks = [block for block in blocks if block]
    width = _wrap_width(blocks)
    if width is None:
        return [line for block in blocks for line in block]
    return [paragraph for block in blocks for paragraph in _unwrapped(block, width)]


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """The width at which an editor has broken the lines, or None where none has."""
    pairs = [(a, b) for block in blocks for a, b in pairwise(block)]
    width = max((len(line) for block in blocks for line in block), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    running = [(a, b) for a, b in pairs if b[:1].islower() and not _SENTENCE_END.search(a) and not _LIST_ITEM.match(b)]
    full = [pair for pair in running if _is_full(*pair, width)]
    return width if len(running) >= RUNNING_LINES and len(full) >= FULL_SHARE * len(running) else None


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _unwrapped(block: list[str], width: int) -> list[str]:
    """The paragraphs of one block of hard-wrapped lines."""
    paragraphs = [block[0]]
    last = block[0]
    for line in block[1:]:
        ends = _SENTENCE_END.search(last) is not None
        starts_item = _LIST_ITEM.match(line) is not None and (ends or not _is_full(last, line, width))
        if starts_item or (not _is_full(last, line, width) and not line[:1].islower()):
            paragraphs.append(line)
        elif last.endswith("-") and line[:1].islower():
            paragraphs[-1] += line
        else:
            paragraphs[-1] += " " + line
        last = line
    return paragraphs

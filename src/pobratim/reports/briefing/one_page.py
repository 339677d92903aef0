"""A short briefing kept to one page: what does not fit is left out row by row, and how much that was is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import wrap

from django.utils.translation import gettext

from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paper, Paragraph, Source, Table, numbers
from pobratim.reports.sources import numbered

from .phrases import counted

#: Heights in points, widths in characters, of an upright sheet of A4 in the larger of our two letters; with some to spare.
_SHEET, _HEAD, _LINE, _SMALL = 745.0, 48.0, 13.0, 10.8
_WIDTH, _SMALL_WIDTH, _BULLET = 84, 104, 4
_PAD = 2


def one_page(paper: Paper, found: Sequence[Source]) -> Paper:
    """The paper with its sources, as much of it as one page takes; the last row of the longest list or table goes first.

    Where it fails: heights are reckoned by the number of letters, and fonts that are much wider than ours need more.
    """
    blocks, left_out = list(paper.blocks), 0
    while True:
        said = [Paragraph((counted(_left_out(left_out)),))] if left_out else []
        made = numbered(replace(paper, blocks=[*blocks, *said]), found)
        rows = {place: _rows(block) for place, block in enumerate(blocks) if _rows(block) > 1}
        if _height(made) <= _SHEET or not rows:
            return made
        longest = max(rows, key=lambda place: (rows[place], _block(blocks[place])))
        blocks[longest], left_out = _shorter(blocks[longest]), left_out + 1


def _left_out(number: int) -> str:
    return gettext("Left out, so that this is one page: {number}; the full briefing has it.").format(number=number)


def _rows(block: Block) -> int:
    if isinstance(block, Bullets):
        return len(block.lines)
    return len(block.rows) if isinstance(block, Table) else 0


def _shorter(block: Block) -> Block:
    if isinstance(block, Bullets):
        return replace(block, lines=block.lines[:-1])
    return replace(block, rows=block.rows[:-1]) if isinstance(block, Table) else block


def _height(paper: Paper) -> float:
    sources = sum(_source(one) for one in paper.sources) + (31 if paper.sources else 0)
    return _HEAD + sum(map(_block, paper.blocks)) + sources


def _block(block: Block) -> float:
    match block:
        case Heading():
            return 31.0 if block.level == 1 else 24.0
        case Paragraph():
            return _lines(" ".join(map(_told, block.lines)), _WIDTH) * _LINE + 5
        case Bullets():
            return sum(_lines(_told(line), _WIDTH - _BULLET) * _LINE + 1 for line in block.lines) + 4
        case Table():
            whole = sum(block.shares)
            widths = [max(_SMALL_WIDTH * share // whole - _PAD, 4) for share in block.shares]
            rows = [[_lines(_told(cell), width) for cell, width in zip(row, widths, strict=True)] for row in block.rows]
            return 30 + sum(max(row, default=1) * _SMALL + 6 for row in rows)
        case Gap():
            return _lines(block.text, _SMALL_WIDTH) * _SMALL + 6
        case _:
            return 0.0


def _source(source: Source) -> float:
    told = ". ".join((source.title, source.site, source.address, source.quote))
    return _lines(told + " " * 16, _SMALL_WIDTH - _BULLET) * _SMALL + 5


def _told(line: Line) -> str:
    return f"{line.text} {numbers(line.cites)}".strip()


def _lines(text: str, width: int) -> int:
    """How many lines a text takes."""
    return len(wrap(text, width)) or 1

"""A paper as PDF. The text goes to Typst as data, never as markup: nothing in it can be taken for a command."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paper, Paragraph, Picture, Source, Table, numbers

from .cited import cited


def pdf(paper: Paper) -> bytes:
    """The paper as PDF; the same paper always looks the same: fonts are those that Typst carries."""
    data = {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "language": paper.language,
        "words": paper.words,
        "wide": paper.wide,
        "blocks": [_block(block) for block in paper.blocks],
        "sources": [_source(source, paper.language) for source in paper.sources],
    }
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    made = typst.compile(_template(), format="pdf", sys_inputs=inputs, ignore_system_fonts=True)
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made


@cache
def _template() -> bytes:
    return files(__package__).joinpath("paper.typ").read_bytes()


def _line(line: Line) -> dict[str, Any]:
    return {"text": line.text, "cites": numbers(line.cites), "strong": line.strong}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level}
        case Paragraph():
            return {"kind": "paragraph", "lines": [_line(line) for line in block.lines]}
        case Bullets():
            return {"kind": "bullets", "lines": [_line(line) for line in block.lines]}
        case Table():
            rows = [[_line(cell) for cell in row] for row in block.rows]
            return {"kind": "table", "head": block.head, "rows": rows, "shares": block.shares}
        case Picture():
            return {"kind": "picture", "svg": block.svg, "alt": block.alt, "caption": block.caption}
        case Gap():
            return {"kind": "gap", "text": block.text}


def _source(source: Source, language: str) -> dict[str, Any]:
    return {"number": source.number, **cited(source, language)._asdict()}

"""A paper as plain data, to be kept and made into files again later as it was; and how two papers differ."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .paper import Block, Bullets, Gap, Heading, Line, Paper, Paragraph, Picture, Source, Table

_Data = Mapping[str, Any]


def as_data(paper: Paper) -> dict[str, Any]:
    """The paper as what JSON takes."""
    found = dataclasses.asdict(paper)
    found["blocks"] = [{"kind": type(block).__name__, **dataclasses.asdict(block)} for block in paper.blocks]
    for source in found["sources"]:
        source["published"] = source["published"].isoformat() if source["published"] else None
    return found


def paper_from(data: _Data) -> Paper:
    """The paper again.

    Raises:
        KeyError: that is no paper.
    """
    blocks = [_BLOCKS[one["kind"]]({name: value for name, value in one.items() if name != "kind"}) for one in data["blocks"]]
    sources = [Source(**{**one, "published": _day(one["published"])}) for one in data["sources"]]
    return Paper(data["title"], data["subtitle"], data["language"], blocks, sources, dict(data["words"]), data.get("wide", False))


def differences(before: Paper, after: Paper) -> tuple[list[str], list[str]]:
    """What the register told in the one and no longer tells in the other, and what is new in it; pictures aside."""
    old, new = list(_told(before)), list(_told(after))
    return [one for one in dict.fromkeys(old) if one not in new], [one for one in dict.fromkeys(new) if one not in old]


def _told(paper: Paper) -> Iterator[str]:
    """The lines as the register tells them, whatever was typed in their place."""
    for block in paper.blocks:
        if isinstance(block, Paragraph | Bullets):
            yield from (line.was or line.text for line in block.lines)
        elif isinstance(block, Table):
            yield from (" · ".join(filter(None, (cell.text for cell in row))) for row in block.rows)
        elif isinstance(block, Gap):
            yield block.text


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def _line(data: _Data) -> Line:
    return Line(**{**data, "cites": tuple(data["cites"])})


def _lines(data: _Data) -> tuple[Line, ...]:
    return tuple(map(_line, data["lines"]))


def _table(data: _Data) -> Table:
    rows = tuple(tuple(map(_line, row)) for row in data["rows"])
    return Table(tuple(data["head"]), rows, tuple(data["shares"]))


_BLOCKS: dict[str, Callable[[_Data], Block]] = {
    "Heading": lambda data: Heading(**data),
    "Paragraph": lambda data: Paragraph(_lines(data)),
    "Bullets": lambda data: Bullets(_lines(data)),
    "Table": _table,
    "Picture": lambda data: Picture(**data),
    "Gap": lambda data: Gap(**data),
}

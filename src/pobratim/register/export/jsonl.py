"""JSON Lines: one object a record, lists as lists, texts as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import msgspec

from .lists import LISTS
from .row import Cell


def write_jsonl(file: BinaryIO, name: str, rows: Iterable[dict[str, Cell]]) -> None:
    """Writes the rows of a list; keys in the order of the columns."""
    file.writelines(json_lines(LISTS[name].columns, rows))


def json_lines(columns: Sequence[str], rows: Iterable[dict[str, Cell]]) -> Iterator[bytes]:
    """The same line by line."""
    return (msgspec.json.encode({column: row[column] for column in columns}) + b"\n" for row in rows)

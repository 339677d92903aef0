"""Lists of the register as files: one file a format. `LISTS` names what can be exported, `FORMATS` how, `LINES` those formats
that can be sent line by line as they are made. CSV and JSON Lines are for programs, with the names of columns and the
contract's codes; XLSX is for people, in words of the language in force.

JSON-LD is no table: `jsonld.write_jsonld` writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from .csv import csv_lines, write_csv
from .jsonl import json_lines, write_jsonl
from .lists import LISTS
from .row import Cell
from .xlsx import write_xlsx

Writer = Callable[[BinaryIO, str, Iterable[dict[str, Cell]]], None]
FORMATS: dict[str, Writer] = {"csv": write_csv, "xlsx": write_xlsx, "jsonl": write_jsonl}
LINES: dict[str, Callable[[Sequence[str], Iterable[dict[str, Cell]]], Iterator[bytes]]] = {"csv": csv_lines, "jsonl": json_lines}

__all__ = ["FORMATS", "LINES", "LISTS", "Writer"]

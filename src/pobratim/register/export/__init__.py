"""Lists of the register as files: one file a format. `LISTS` names what can be exported, `FORMATS` how.

JSON-LD is no table: `jsonld.write_jsonld` writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from .csv import write_csv
from .jsonl import write_jsonl
from .lists import LISTS
from .row import Cell
from .xlsx import write_xlsx

Writer = Callable[[BinaryIO, Sequence[str], Iterable[dict[str, Cell]]], None]
FORMATS: dict[str, Writer] = {"csv": write_csv, "xlsx": write_xlsx, "jsonl": write_jsonl}

__all__ = ["FORMATS", "LISTS", "Writer"]

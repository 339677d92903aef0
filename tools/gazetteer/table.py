"""Writing a table: header, sorted rows, no duplicates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

PLACES = Path(__file__).resolve().parents[2] / "src/pobratim/lexicon/places"


def write(name: str, header: str, rows: Iterable[Sequence[object]]) -> int:
    """How many rows went to `places/<name>`; `header` lines get their `#` here."""
    lines = sorted({"\t".join("" if field is None else str(field) for field in row).rstrip("\t") for row in rows})
    head = "".join(f"# {line}".rstrip() + "\n" for line in header.strip().splitlines())
    (PLACES / name).write_text(head + "".join(line + "\n" for line in lines), encoding="utf-8")
    return len(lines)


def read(name: str, width: int) -> list[list[str]]:
    """The rows of `places/<name>`, each filled up to `width` fields; the comment after ` #` is cut off."""
    found = []
    for line in (PLACES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        fields = [field.strip() for field in line.split(" #", 1)[0].rstrip().split("\t")]
        found.append(fields + [""] * (width - len(fields)))
    return found

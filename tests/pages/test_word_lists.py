"""The word lists of this room: explained, sorted, without doubles and mixed scripts, all of them used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pobratim.lexicon

FOLDER = Path(pobratim.lexicon.__file__).parent
LISTS = sorted([*(FOLDER / "pages").glob("*.txt"), *(FOLDER / "triage").glob("*.txt")])
#: These are in an order of their own: by number, by how sure they are.
ORDERED = {"month.txt", "meta_published.txt"}
MIXED = re.compile(r"[a-z][а-яё]|[а-яё][a-z]")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_word_list(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    entries = lines[len(header) :]
    assert header
    assert lines[: len(header)] == header
    assert entries == (entries if path.name in ORDERED else sorted(entries))
    assert len(entries) == len(set(entries))
    assert all(entry == entry.lower().strip() for entry in entries)
    assert not [entry for entry in entries if MIXED.search(entry)]


def test_every_list_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (FOLDER.parent / "pages").glob("*.py"))
    assert [path.stem for path in LISTS if f'"{path.stem}"' not in code] == []

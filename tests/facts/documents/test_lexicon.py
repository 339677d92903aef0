"""The groups of words: explained, sorted, in one script, and each of them asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pobratim.facts
from pobratim.core.errors import LexiconError
from pobratim.lexicon import documents

LINES = (Path(documents.__file__).parent / "word_groups.txt").read_text(encoding="utf-8").splitlines()
ENTRIES = [line for line in LINES if not line.startswith("#")]
GROUPS = {entry.split("\t")[1] for entry in ENTRIES}


def test_entries_are_sorted_without_duplicates() -> None:
    assert sorted(set(ENTRIES)) == ENTRIES


def test_words_are_in_one_script() -> None:
    assert not [entry for entry in ENTRIES if re.search(r"[a-zA-Z]", entry.split("\t")[0])]


def test_header_explains_every_group() -> None:
    assert {line.split()[1] for line in LINES if line.startswith("#   ")} == GROUPS


def test_every_group_is_asked_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(pobratim.facts.__file__).parent.rglob("*.py"))
    assert {group for group in GROUPS if f'group("{group}")' not in code} == {"level-city", "level-district", "level-region"}


def test_unknown_group_is_an_error() -> None:
    with pytest.raises(LexiconError):
        documents.group("none-of-these")

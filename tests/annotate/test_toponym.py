"""Toponyms without a type word: what a sentence names, and what it does not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pobratim.annotate.toponym import Toponym, toponym_at
from pobratim.lexicon.gazetteer import Entry
from pobratim.text.segment import sentences

GOLDEN = Path(__file__).parent / "golden" / "toponym.csv"


def rows() -> list[tuple[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return [(row["sentence"], row["toponyms"]) for row in csv.DictReader(x for x in file if not x.startswith("#"))]


def ident(entry: Entry) -> str:
    return (entry.country if entry.kind == "country" else entry.code) or str(entry.geonames or "")


def toponyms(text: str) -> list[Toponym]:
    found: list[Toponym] = []
    for sentence in sentences(text):
        at = 0
        while at < len(sentence.tokens):
            toponym = toponym_at(sentence.tokens, at)
            at = toponym.end if toponym else at + 1
            found += [toponym] if toponym else []
    return found


@pytest.mark.parametrize(("text", "expected"), rows(), ids=[text for text, _ in rows()])
def test_toponyms(text: str, expected: str) -> None:
    wanted = [pair.split("=") for pair in expected.split("; ") if pair]
    found = toponyms(text)
    told = [[t.name, "?" if n < len(wanted) and wanted[n][1] == "?" else ident(t.entries[0])] for n, t in enumerate(found)]
    assert [[name.lower(), place] for name, place in told] == [[name.lower(), place] for name, place in wanted]


def test_end_is_exclusive_and_the_name_nominative() -> None:
    tokens = sentences("Он приехал из Великого Новгорода вчера.")[0].tokens
    found = toponym_at(tokens, 3)
    assert found is not None
    assert (found.end, found.name) == (5, "Великий Новгород")
    assert toponym_at(tokens, 0) is None

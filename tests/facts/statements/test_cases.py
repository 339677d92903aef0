"""The golden cases of statements."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pobratim.annotate.reading import Reading, annotate
from pobratim.annotate.tagger import default_tagger
from pobratim.core.facts import Statement
from pobratim.core.page import Page
from pobratim.facts.people import PeopleFound, find_people
from pobratim.facts.statements import find_statements

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))


def said(case: dict[str, Any]) -> tuple[Reading, PeopleFound, list[Statement]]:
    """The reading of a case, its people and its statements."""
    title, body = case.get("title"), case["text"].strip("\n")
    reading = annotate(Page(title=title, text=f"{title}\n\n{body}" if title else body), default_tagger())
    people = find_people(reading)
    return reading, people, find_statements(reading, people)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_statements(case: dict[str, Any]) -> None:
    _, people, found = said(case)
    told = [[people.person(s.speaker or "").name, "direct" if s.direct else "reported", s.text] for s in found]
    assert told == case["statements"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_evidence_is_quoted(case: dict[str, Any]) -> None:
    reading, _, found = said(case)
    for number, statement in enumerate(found, 1):
        assert statement.id == f"s{number}"
        assert statement.evidence
        for evidence in statement.evidence:
            assert reading.text[evidence.start : evidence.end] == evidence.quote
            assert evidence.quote in statement.text

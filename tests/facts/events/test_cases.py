"""The golden cases of events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pobratim.core.date import PartialDate
from pobratim.core.facts import Event, Facts
from pobratim.core.page import Page
from pobratim.facts.read import read

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))


def facts_of(case: dict[str, Any]) -> Facts:
    """The facts of a case's page."""
    title, body = case.get("title"), case["text"].strip("\n")
    text = f"{title}\n\n{body}" if title else body
    published = PartialDate(str(case["published"]), "day", "explicit")
    return read(Page(title=title, published=published, text=text))


def _names(facts: Facts) -> dict[str | None, str]:
    return {item.id: item.name for item in (*facts.places, *facts.bodies, *facts.people)}


def _differences(facts: Facts, wanted: dict[str, Any], found: Event) -> list[str]:
    """What of a found event is not as wanted."""
    names = _names(facts)
    given = {
        "kind": found.kind,
        "status": found.status,
        "date": found.date.value if found.date else None,
        "place": names.get(found.place),
    }
    wrong = [f"{k}: {wanted[k]} -> {given[k]}" for k in given if k in wanted and str(wanted[k]) != given[k]]
    parties, people = [names[p] for p in found.parties], [names[p.person] for p in found.people]
    wrong += [f"party missing: {p} in {parties}" for p in wanted.get("parties", []) if p not in parties]
    wrong += [f"person missing: {p} in {people}" for p in wanted.get("people", []) if p not in people]
    quotes = [e.quote for e in found.evidence.get("kind", [])]
    if "evidence" in wanted and not any(wanted["evidence"] in quote for quote in quotes):
        wrong.append(f"evidence: {wanted['evidence']} -> {quotes}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    facts = facts_of(case)
    shown = [(e.kind, e.status, e.date and e.date.value) for e in facts.events]
    assert len(facts.events) == len(case["events"]), shown
    left = list(facts.events)
    for wanted in case["events"]:
        best = min(left, key=lambda e: (e.kind != wanted["kind"], len(_differences(facts, wanted, e))))
        left.remove(best)
        assert not _differences(facts, wanted, best)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_evidence_is_quoted(case: dict[str, Any]) -> None:
    facts = facts_of(case)
    for event in facts.events:
        assert event.evidence.get("kind"), event
        for evidence in (e for found in event.evidence.values() for e in found):
            assert facts.page.text[evidence.start : evidence.end] == evidence.quote

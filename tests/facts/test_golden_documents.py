"""The golden cases of documents. Those that fail today stand in `known_failures.txt`; the list may only shrink."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from evals.likeness import same_years, shared_people
from evals.name import name_likeness, weight
from evals.pairing import pair_up
from evals.story import Deed, story_of
from evals.word import shared, words
from pobratim.core.date import PartialDate
from pobratim.core.facts import Document, Facts, Term
from pobratim.core.page import Page
from pobratim.facts.read import read

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "facts"
LISTED: list[dict[str, Any]] = [
    case for path in sorted(GOLDEN.glob("documents*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
CASES = {case["id"]: case for case in LISTED}


def known_failures() -> dict[str, str]:
    """The ids of cases that fail today, each with the reason in one word."""
    lines = (GOLDEN / "known_failures.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def parameters() -> list[Any]:
    """Every case, the known failures marked."""
    failing = known_failures()
    return [
        pytest.param(case, id=name, marks=[pytest.mark.xfail(reason=failing[name], strict=True)] if name in failing else [])
        for name, case in CASES.items()
    ]


@cache
def facts_of(name: str) -> Facts:
    """The facts of a case's page."""
    case = CASES[name]
    title, body = case.get("title"), case["text"].strip()
    published = PartialDate(str(case["published"]), "day", "explicit") if "published" in case else None
    return read(Page(title=title, published=published, text=f"{title}\n\n{body}" if title else body))


def same_party(wanted: str, found: str) -> bool:
    """Whether a found name is one of the wanted ones: alike for the evals, and no telling word more or less.

    >>> same_party("Тверская область", "правительство Тверской области")
    True
    >>> same_party("Тверская область", "министерство культуры Тверской области")
    False
    """
    return any(_alike(one, found) for one in wanted.split(" | "))


def _alike(wanted: str, found: str) -> bool:
    left, right = words(wanted), words(found)
    telling = [sum(weight(word) == 1 for word in side) for side in (left, right)]
    common = sum(weight(a) == weight(b) == 1 for a, b in shared(left, right))
    return name_likeness(wanted, found) > 0 and telling == [common, common]


def _same_parties(wanted: list[str], found: list[str]) -> bool:
    pairs = pair_up(wanted, found, lambda a, b: float(same_party(a, b)))
    return len(pairs) == len(wanted) == len(found)


def _same_people(wanted: list[str] | None, found: list[str]) -> bool:
    return wanted is None or shared_people(wanted, found) == len(wanted) == len(found)


def _same_term(wanted: dict[str, Any] | None, deed: Deed, found: Term | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    years = (wanted.get("from"), wanted.get("to"), wanted.get("years"))
    return same_years(years, deed.years) and found.open_ended == wanted.get("open_ended", False)


def _allows(wanted: Any, found: Any) -> bool:
    """Whether a value is the wanted one, one of the wanted ones, or any."""
    return wanted == "any" or found in (wanted if isinstance(wanted, list) else [wanted])


def _same_day(wanted: Any, found: str | None) -> bool:
    """Whether a day is the wanted one, one of the wanted ones, or any; YAML reads «2024-06-18» as a day."""
    days = wanted if isinstance(wanted, list) else [wanted]
    return "any" in days or found in [None if day is None else str(day) for day in days]


def differences(facts: Facts, wanted: dict[str, Any], index: int) -> list[str]:
    """What of the found document with this index is not as wanted, relations apart."""
    found, deed = facts.documents[index], story_of(facts).documents[index]
    wanted = {"status": "signed", "background": wanted.get("status") == "in_force", "signed": None} | wanted
    names = {person.id: person.name for person in facts.people}
    witnesses = [names[person] for person in found.witnesses]
    venues = {entity.id: entity.name for entity in (*facts.places, *facts.bodies)}
    place = venues.get(found.place or "")
    fields = {
        "kind": (deed.kind, wanted["kind"] == deed.kind),
        "status": (deed.status, _allows(wanted["status"], deed.status)),
        "parties": (deed.parties, _same_parties(wanted["parties"], list(deed.parties))),
        "signed": (deed.date, _same_day(wanted["signed"], deed.date)),
        "background": (deed.background, _allows(wanted["background"], deed.background)),
        "signatories": (deed.people, _same_people(wanted.get("signatories"), list(deed.people))),
        "witnesses": (witnesses, _same_people(wanted.get("witnesses"), witnesses)),
        "place": (place, wanted.get("place", place) == place),
        "spheres": (found.spheres, "spheres" not in wanted or sorted(wanted["spheres"]) == sorted(found.spheres)),
        "term": (deed.years, "term" not in wanted or _same_term(wanted["term"], deed, found.term)),
    }
    return [f"{field}: {wanted.get(field)} -> {given}" for field, (given, right) in fields.items() if not right]


def _relation_differs(facts: Facts, order: list[int], wanted: dict[str, Any], found: Document) -> list[str]:
    if "relation" not in wanted:
        return []
    kind, number = wanted["relation"] if isinstance(wanted["relation"], list) else (wanted["relation"], None)
    target = facts.documents[order[number - 1]].id if number else None
    fits = any(relation.kind == kind and target in (None, relation.to) for relation in found.relations)
    return [] if fits else [f"relation: {kind} -> {[relation.kind for relation in found.relations]}"]


def all_differences(name: str) -> list[str]:
    """What is wrong with the documents of a case, empty if nothing."""
    facts, wanted = facts_of(name), CASES[name]["documents"]
    deeds = story_of(facts).documents
    if len(deeds) != len(wanted):
        return [f"{len(wanted)} documents -> {len(deeds)}: {', '.join(map(str, deeds))}"]
    pairs = pair_up(wanted, range(len(deeds)), lambda one, index: 20.0 - len(differences(facts, one, index)))
    order = [index for _, index in pairs]
    wrong: list[str] = []
    for one, index in zip(wanted, order, strict=True):
        wrong += differences(facts, one, index) + _relation_differs(facts, order, one, facts.documents[index])
    return wrong


@pytest.mark.parametrize("case", parameters())
def test_case(case: dict[str, Any]) -> None:
    assert not all_differences(case["id"])


@pytest.mark.parametrize("name", CASES)
def test_evidence_is_quoted(name: str) -> None:
    facts = facts_of(name)
    for document in facts.documents:
        assert document.evidence.get("kind"), document
        for evidence in (e for found in document.evidence.values() for e in found):
            assert facts.page.text[evidence.start : evidence.end] == evidence.quote


def test_cases_are_told_apart() -> None:
    assert len(LISTED) == len(CASES)
    assert set(known_failures()) <= set(CASES)

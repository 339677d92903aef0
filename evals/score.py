"""Scores one page: counts for every figure, and the errors in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .likeness import (
    date_within,
    document_likeness,
    event_likeness,
    same_years,
    shared_names,
    shared_people,
    shared_spheres,
)
from .name import name_likeness, same_place
from .pairing import pair_up
from .person import person_likeness, same_post
from .story import Deed, Figure, Story

Count = tuple[int, int, int]
STRICT_FIELDS = ("kind", "status", "parties", "date")


@dataclass
class Score:
    """Counts of one page: figure → (right, in gold, found). A share of the matched has gold equal to found."""

    counts: dict[str, Count] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, figure: str, right: int, in_gold: int = 1, found: int = 1) -> None:
        """Adds to a figure's counts."""
        before = self.counts.get(figure, (0, 0, 0))
        self.counts[figure] = (before[0] + right, before[1] + in_gold, before[2] + found)

    def missed(self, what: str, gold: Sequence[object], found: Sequence[object], pairs: list[tuple[int, int]]) -> None:
        """Notes what no pair holds, on either side."""
        paired_gold, paired_found = ({pair[side] for pair in pairs} for side in (0, 1))
        self.errors += [f"missed {what}: {item}" for i, item in enumerate(gold) if i not in paired_gold]
        self.errors += [f"spurious {what}: {item}" for i, item in enumerate(found) if i not in paired_found]


def score_story(gold: Story, found: Story) -> Score:
    """The page's counts and errors."""
    score = Score()
    _documents(score, gold.documents, found.documents)
    _events(score, gold.events, found.events)
    if gold.negative:  # its people are real, and whether they matter is nobody's question
        score.add("false alarms", not found.negative)
        return score
    _people(score, gold.people, found.people)
    _statements(score, gold.speakers, found.speakers)
    _links(score, gold.links, found.links)
    return score


def _documents(score: Score, gold: Sequence[Deed], found: Sequence[Deed]) -> None:
    pairs = pair_up(gold, found, document_likeness)
    score.add("documents", len(pairs), len(gold), len(found))
    score.add("documents strict", 0, len(gold), len(found))
    score.missed("document", gold, found, pairs)
    for i, j in pairs:
        _matched_document(score, gold[i], found[j])


def _matched_document(score: Score, gold: Deed, found: Deed) -> None:
    """The fields of a found document beside the gold's."""
    right = {
        "kind": gold.kind == found.kind,
        "status": gold.status == found.status,
        "background": gold.background == found.background,
        "date": gold.date == found.date,
        "place": same_place(gold.place, found.place),
        "term": same_years(gold.years, found.years),
    }
    stated = {"date": (gold.date, found.date), "place": (gold.place, found.place), "term": (gold.years, found.years)}
    for name, correct in right.items():
        score.add(name, correct)
        if name in stated and not set(stated[name]) <= {None, (None, None, None)}:
            score.add(f"{name}, stated", correct)
    score.add("date, less precise too", date_within(gold.date, found.date))
    right |= _matched_lists(score, gold, found)
    score.add("documents strict", all(right[name] for name in STRICT_FIELDS), 0, 0)
    wrong = [name for name, correct in right.items() if not correct]
    if wrong:
        score.errors.append(f"document {gold}: " + ", ".join(_difference(name, gold, found) for name in wrong))


def _matched_lists(score: Score, gold: Deed, found: Deed) -> dict[str, bool]:
    """Parties, signatories and spheres of a found document, and whether it implements another."""
    lists = {
        "parties": (shared_names, gold.parties, found.parties),
        "signatories": (shared_people, gold.people, found.people),
        "spheres": (shared_spheres, gold.spheres, found.spheres),
    }
    right = {}
    for name, (shared, a, b) in lists.items():
        common = shared(a, b)
        right[name] = common == len(a) == len(b)
        score.add(name, common, len(a), len(b))
    score.add("implements", gold.implements and found.implements, gold.implements, found.implements)
    return right | {"implements": gold.implements == found.implements}


def _difference(name: str, gold: Deed, found: Deed) -> str:
    attribute = {"signatories": "people", "term": "years"}.get(name, name)
    return f"{name} {getattr(gold, attribute)} -> {getattr(found, attribute)}"


def _events(score: Score, gold: Sequence[Deed], found: Sequence[Deed]) -> None:
    pairs = pair_up(gold, found, event_likeness)
    strict = pair_up(gold, found, lambda a, b: event_likeness(a, b, kins=()))
    score.add("events", len(pairs), len(gold), len(found))
    score.add("events strict", len(strict), len(gold), len(found))
    score.missed("event", gold, found, pairs)
    for i, j in pairs:
        wrong = [name for name in ("kind", "status", "date") if getattr(gold[i], name) != getattr(found[j], name)]
        if wrong:
            details = ", ".join(_difference(name, gold[i], found[j]) for name in wrong)
            score.errors.append(f"event {gold[i]}: {details}")


def _people(score: Score, gold: Sequence[Figure], found: Sequence[Figure]) -> None:
    pairs = pair_up(gold, found, lambda a, b: person_likeness(a.name, b.name, "full"))
    score.add("people", len(pairs), len(gold), len(found))
    score.missed("person", [person.name for person in gold], [person.name for person in found], pairs)
    for i, j in pairs:
        post = gold[i].post
        if post:
            right = same_post(post, gold[i].of, found[j].post, found[j].of)
            score.add("posts", right)
            if not right:
                score.errors.append(f"post of {gold[i].name}: {post} -> {found[j].post}")


def _statements(score: Score, gold: Sequence[str], found: Sequence[str]) -> None:
    pairs = pair_up(gold, found, lambda a, b: person_likeness(a, b, "surname"))
    score.add("statements", len(pairs), len(gold), len(found))
    score.missed("statement of", gold, found, pairs)


def _links(score: Score, gold: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]]) -> None:
    """Places tied to an outside code: of those the gold speaks of, how many are tied, and how many rightly.

    Places that the gold does not list may well be on the page; they are nobody's error. A city that the gold
    ties to its country alone may be tied to a region of it.
    """
    pairs = [(gold[i], found[j]) for i, j in pair_up(gold, found, _link_likeness)]
    wrong = [(a, b) for a, b in pairs if not _same_code(a[1], b[1])]
    score.add("links", len(pairs) - len(wrong), len(gold), len(pairs))
    score.errors += [f"link of {a[0]}: {a[1]} -> {b[1]} ({b[0]})" for a, b in wrong]


def _link_likeness(gold: tuple[str, str], found: tuple[str, str]) -> float:
    names = name_likeness(gold[0], found[0])
    return names + _same_code(gold[1], found[1]) if names else 0


def _same_code(gold: str, found: str) -> bool:
    return found == gold or found.startswith(gold + "-")

"""Whether two nodes are known to be different things, asked by itself, is what the whole verdict says."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

from pobratim.register.check import facts_of
from pobratim.resolve.records.content import DOCUMENT, EVENT, PERSON, decode
from pobratim.resolve.records.judge import differ, judge
from pobratim.resolve.records.mention import mentions_of
from pobratim.resolve.records.verdict import Answer

SOME = 120


def test_apart_by_itself_as_in_the_verdict(root: Path) -> None:
    found = {
        (one.kind, one.content)
        for path in sorted((root / "corpus/gold").glob("*.json"))
        for one in mentions_of(facts_of(path.read_bytes()), path.name)
    }
    answers = set()
    for kind in (DOCUMENT, EVENT, PERSON):
        told = [decode(*one) for one in random.Random(1).sample(sorted(one for one in found if one[0] == kind), SOME)]
        for a, b in combinations(told, 2):
            answers.add(verdict := judge(a, b).answer)
            assert differ(a, b) == (verdict is Answer.DIFFERENT)
    assert answers == {*Answer}

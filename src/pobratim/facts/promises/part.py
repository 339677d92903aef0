"""Several promises in one statement: each but the first becomes a statement of its own, so that each has its own outcome."""

from __future__ import annotations

import msgspec

from pobratim.core.facts import Facts, Statement

from .find import Promised, Promises

_QUOTES = ' \t\n«»"„“”'


def parted(facts: Facts) -> Facts:
    """The facts with a statement more for each further promise: the sentence that makes it, in the same speaker's words; of
    several in one sentence the first has the sentence, the others the words of their own clause.

    The first promise stays with the whole statement; facts without a second one are given back as they are.
    """
    promises = Promises(facts)
    found: list[Statement] = []
    for statement in facts.statements:
        found.append(statement)
        seen: set[int] = set()
        for number, promised in enumerate(promises.all_of(statement), start=1):
            clause = promised.sentence.start in seen
            seen.add(promised.sentence.start)
            if number > 1:
                found.append(_own(statement, number, promised, clause=clause))
    return msgspec.structs.replace(facts, statements=found) if len(found) > len(facts.statements) else facts


def _own(statement: Statement, number: int, promised: Promised, *, clause: bool) -> Statement:
    """A sentence or clause of a statement as one of its own, proved by the sentence; its local id cannot be that of another."""
    told = promised.what if clause else promised.sentence.quote.strip(_QUOTES)
    return msgspec.structs.replace(statement, id=f"{statement.id}.{number}", text=told, evidence=[promised.sentence])

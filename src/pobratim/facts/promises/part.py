"""Several promises in one statement: each but the first becomes a statement of its own, so that each has its own outcome."""

from __future__ import annotations

import msgspec

from pobratim.core.evidence import Evidence
from pobratim.core.facts import Facts, Statement

from .find import Promises

_QUOTES = ' \t\n«»"„“”'


def parted(facts: Facts) -> Facts:
    """The facts with a statement more for each further promise: the sentence that makes it, in the same speaker's words.

    The first promise stays with the whole statement; facts without a second one are given back as they are.

    Where it fails: two promises in one sentence («откроем центр и проведём форум») stay one.
    """
    promises = Promises(facts)
    found: list[Statement] = []
    for statement in facts.statements:
        found.append(statement)
        for number, promised in enumerate(promises.all_of(statement)[1:], start=2):
            found.append(_own(statement, number, promised.sentence))
    return msgspec.structs.replace(facts, statements=found) if len(found) > len(facts.statements) else facts


def _own(statement: Statement, number: int, said: Evidence) -> Statement:
    """A sentence of a statement as one of its own; its local id cannot be that of another."""
    told = said.quote.strip(_QUOTES)
    return msgspec.structs.replace(statement, id=f"{statement.id}.{number}", text=told, evidence=[said])

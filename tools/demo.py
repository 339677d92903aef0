"""The demonstration: a few corpus pages in full, then one line on each development page.

    python -m tools.demo

The pages that are set aside (number divisible by three) are not shown.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import msgspec
from rich.box import HORIZONTALS
from rich.table import Table

from evals.corpus import CORPUS, part_of
from pobratim.cli.sheet import console, readable
from pobratim.cli.step import Step
from pobratim.core.facts import Facts
from pobratim.scan.local import scan
from pobratim.sources import choose_source
from pobratim.words.codes import STATUSES
from pobratim.words.speech import tr, use_language

IN_FULL = ("022", "028", "037")


def main() -> None:
    """Reads the pages, prints the chosen ones in full and all in a table."""
    use_language()
    pages = [path for path in sorted((CORPUS / "pages").iterdir()) if part_of(path.name) == "development"]
    table = Table(box=HORIZONTALS)
    for name in ("№", "Page", tr("Documents"), tr("People"), tr("Events"), tr("Statements")):
        table.add_column(name, overflow="fold", max_width=48)
    out = console()
    for outcome in scan([choose_source(os.path.relpath(path)) for path in pages], Step()):
        number = Path(outcome.address).name[:3]
        if outcome.facts is None:
            table.add_row(number, f"({outcome.reason})")
            continue
        facts = msgspec.json.decode(outcome.facts, type=Facts)
        if number in IN_FULL:
            out.print(readable(facts))
        table.add_row(number, facts.page.title, *_counts(facts))
    out.print(table)
    out.print(f"\npobratim read --explain {os.path.relpath(pages[0])}")


def _counts(facts: Facts) -> list[str]:
    """Documents by status, and how many people, events and statements."""
    states = Counter(tr(STATUSES[document.status]) for document in facts.documents)
    told = ", ".join(f"{number} {state}" for state, number in states.items())
    return [told, *(str(len(items) or "") for items in (facts.people, facts.events, facts.statements))]


if __name__ == "__main__":
    main()

"""`--explain`: which rule decided each field."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.box import HORIZONTALS
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from pobratim.core.evidence import Evidence
from pobratim.words.speech import tr

from .quote import in_quotes


class Reason(msgspec.Struct):
    """Which rule decided a field of a record, and where it looked."""

    record: str
    field: str
    rule: str
    evidence: Evidence | None = None


class Explained(msgspec.Struct):
    """What a line of JSON has beside the contract; None where nobody asked."""

    decisions: list[Reason] | None = None


def decisions_table(decisions: Sequence[Reason]) -> RenderableType:
    """The decisions of one page in the order they were recorded."""
    if not decisions:
        return Text(tr("No rule decided anything on this page."), style="dim")
    table = Table(title=tr("Decisions"), title_justify="left", title_style="bold", expand=True, box=HORIZONTALS)
    for name, ratio in ((tr("Record"), 1), (tr("Field"), 2), (tr("Rule"), 4), (tr("Where it looked"), 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in decisions:
        table.add_row(one.record, one.field, one.rule, in_quotes(one.evidence.quote) if one.evidence else "")
    return table

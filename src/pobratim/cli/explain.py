"""`--explain`: which rule decided each field."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from pobratim.facts.read import Decision

from .speech import tr


def decisions_table(decisions: Sequence[Decision]) -> RenderableType:
    """The decisions of one page in the order they were recorded."""
    if not decisions:
        return Text(tr("No rule decided anything on this page."), style="dim")
    table = Table(title=tr("Decisions"), title_justify="left", title_style="bold", expand=True)
    for name, ratio in ((tr("Record"), 1), (tr("Field"), 2), (tr("Rule"), 4), (tr("Where it looked"), 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in decisions:
        table.add_row(one.record, one.field, one.rule, f"«{one.evidence.quote}»" if one.evidence else "")
    return table


def decisions_json(decisions: Sequence[Decision]) -> list[dict[str, object]]:
    """The decisions as they stand under the key `decisions` of a JSON line."""
    return [one._asdict() for one in decisions]

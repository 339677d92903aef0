"""The lines of a paper as a form shows them, and as it sends them back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from pobratim.reports.edited import Change, parts
from pobratim.reports.paper import Paper

_LINE = "line-"


def lines_of(paper: Paper, made: Iterable[Change] = ()) -> list[dict[str, Any]]:
    """The blocks of a paper; of each line that may be changed its sign, the text as it stands now, what the register says."""
    now = {one.sign: one.now for one in made}
    return [
        {
            "block": part.block,
            "kind": type(part.block).__name__,
            "lines": [(sign, now.get(sign, line.text), line.text if sign in now else "") for sign, line in part.lines],
        }
        for part in parts(paper)
    ]


def typed(request: HttpRequest) -> dict[str, str]:
    """Sign of a line → its text as it was sent."""
    return {name.removeprefix(_LINE): str(text) for name, text in request.POST.items() if name.startswith(_LINE)}

"""Phrases of the lexicon that are regular expressions, as one pattern."""

from __future__ import annotations

import re
from functools import cache

from .table import rows


@cache
def phrases(name: str) -> re.Pattern[str]:
    r"""Any of the phrases of `lexicon/<name>`, in lower case.

    Those that are bound to the beginning of a sentence (`^`) stand by themselves, so that the others share the border of a
    word (`\b`) with which they begin: most places of a text are then passed over at once.

    >>> bool(phrases("documents/recall_cues.txt").search("ранее стороны подписали соглашение"))
    True
    """
    told = [row[0] for row in rows(name, 1)]
    opening, inside = [p for p in told if p.startswith("^")], [p for p in told if not p.startswith("^")]
    return re.compile("|".join(["(?:" + "|".join(inside) + ")", *opening]))

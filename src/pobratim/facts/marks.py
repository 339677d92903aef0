"""Marks and small words that many rules look for."""

from __future__ import annotations

DASHES = frozenset("–—-")
WITH = frozenset(("с", "со"))
POSSESSIVES = frozenset(("его", "её", "ее", "их"))
NAMED_AFTER = frozenset(("имени", "им"))

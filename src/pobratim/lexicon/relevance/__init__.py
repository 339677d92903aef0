"""Which domain of life a word speaks for: cooperation, sport, a court …"""

from __future__ import annotations

from functools import cache

from pobratim.lexicon.table import rows


@cache
def domains() -> dict[str, str]:
    """Domains by the lemmas that speak for them."""
    return dict(rows("relevance/words.txt", 2))  # type: ignore[arg-type]  # rows of two fields

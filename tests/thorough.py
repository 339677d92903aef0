"""How many cases show an invariant: some in `make test`, many in CI (`POBRATIM_THOROUGH=1 make test`)."""

from __future__ import annotations

import os

THOROUGH = os.environ.get("POBRATIM_THOROUGH") == "1"


def cases(some: int, many: int) -> int:
    """Their number in this run."""
    return many if THOROUGH else some

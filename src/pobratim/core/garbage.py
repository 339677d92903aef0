"""Python's search for cyclic garbage, put off while something is made that leaves none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cycles_kept() -> Iterator[None]:
    """No search for cyclic garbage inside: over many small objects it takes a tenth of the time and finds next to none."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def there_for_good() -> None:
    """What is in memory now (modules, tables) is never again searched for garbage: for one who then makes much in one process."""
    gc.collect()
    gc.freeze()

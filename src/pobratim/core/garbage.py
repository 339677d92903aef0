"""Python's search for cyclic garbage, put off while something is made that leaves none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count


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


_pages = count(1)


def loaded_by_second_page() -> None:
    """Called once a page: before the second one, all that the process holds is `there_for_good`.

    By then dictionaries, models and patterns are loaded; to go through them again and again takes a tenth of the time of
    reading and frees nothing. A process that reads one page does not pay for it (50 ms). What is held then and forms a
    cycle is not freed when it is let go: that is why it is done so early.
    """
    if next(_pages) == 2:
        there_for_good()

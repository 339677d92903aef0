"""What the first page has loaded is left out of the search for cyclic garbage; the search itself goes on."""

from __future__ import annotations

import gc
import weakref

from pobratim.core.page import Page
from pobratim.facts.read import read


class _Ring:
    def __init__(self) -> None:
        self.me = self


def test_loaded_things_are_left_out_and_later_cycles_found() -> None:
    for _ in range(2):
        read(Page(text="Тверская область и Минская область подписали соглашение."))
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    ring = weakref.ref(_Ring())
    gc.collect()
    assert ring() is None

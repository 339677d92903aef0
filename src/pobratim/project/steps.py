"""What is done to a register of an older version, told on stderr where it takes long: minutes, if the register is large.

Of a new register, which is made in seconds, one line tells.
"""

from __future__ import annotations

import io
import sys
from threading import Lock, Timer
from types import TracebackType
from typing import Self

from pobratim.words.speech import mark, tr

PATIENCE_S = 2.0
#: How a line begins → what is shown.
_DOING = {"Applying": mark("  tables: {what}"), "Filling": mark("  filling: {what}")}


class Steps(io.TextIOBase):
    """Takes the lines in which `migrate` says what it does; shows the last one after `PATIENCE_S`, then every one.

    Args:
        new: whether the register is only being made: then no steps are shown.
    """

    def __init__(self, *, new: bool = False) -> None:
        self._new = new
        self._lock = Lock()
        self._begun, self._step = "", ""
        self._shown = False
        self._patience = Timer(PATIENCE_S, self._appear)
        self._patience.daemon = True

    def __enter__(self) -> Self:
        self._patience.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._patience.cancel()

    def write(self, text: str) -> int:
        """A part of a line, or several lines: `  Applying register.0031_names...`, ` OK`, `  Filling search`."""
        *whole, self._begun = (self._begun + text).split("\n")
        for line in [*whole, self._begun]:
            doing, _, what = line.removesuffix(" OK").strip(" .").partition(" ")
            if doing in _DOING:
                self._next(tr(_DOING[doing]).format(what=tr(what)))
        return len(text)

    def _next(self, step: str) -> None:
        with self._lock:
            if step != self._step:
                self._step = step
                if self._shown:
                    _say(step)

    def _appear(self) -> None:
        with self._lock:
            if self._new:
                _say(tr("A new register is being made."))
                return
            self._shown = True
            _say(tr("The register is being brought up to date; a large one takes minutes."))
            if self._step:
                _say(self._step)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

"""One process that reads pages, one at a time, and its end of the line to it."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from pobratim.sources.raw_page import RawPage

from .outcome import Outcome

Reader = Callable[[RawPage], bytes]
GOODBYE_S = 2.0


class Worker:
    """A process with a pipe. `busy` is the number and page it reads now, None when it is free."""

    def __init__(self, read: Reader) -> None:
        context = multiprocessing.get_context()
        self.line, far_end = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(far_end, read), daemon=True)
        self.process.start()
        far_end.close()
        self.busy: tuple[int, RawPage] | None = None

    def give(self, number: int, page: RawPage) -> bool:
        """Send a page; False when the process has died and could not take it."""
        try:
            self.line.send(page)
        except (BrokenPipeError, OSError):
            return False
        self.busy = (number, page)
        return True

    def take(self) -> tuple[int, Outcome]:
        """The outcome of the page that was sent; a process that died in the middle gives an error in its place."""
        assert self.busy is not None
        number, page = self.busy
        self.busy = None
        try:
            outcome: Outcome = self.line.recv()
        except (EOFError, OSError):
            self.process.join(GOODBYE_S)
            code = self.process.exitcode
            outcome = Outcome(page.address, error="WorkerDied", reason=f"the process reading it died ({_how(code)})")
        return number, outcome

    def close(self) -> None:
        """End the process."""
        self.line.close()
        self.process.join(GOODBYE_S if self.busy is None else 0)
        if self.process.is_alive():
            self.process.terminate()
            self.process.join(GOODBYE_S)


def read_one(read: Reader, page: RawPage) -> Outcome:
    """The outcome of one page; whatever the reader raises becomes a reason."""
    try:
        return Outcome(page.address, facts=read(page))
    except Exception as error:
        return Outcome.of_error(error, page.address)


def _serve(line: Connection[Any, Any], read: Reader) -> None:
    """Read pages until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    with contextlib.suppress(EOFError, BrokenPipeError, OSError):
        while True:
            line.send(read_one(read, line.recv()))


def _how(code: int | None) -> str:
    """How a process ended, in words."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"

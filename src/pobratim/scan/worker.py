"""One process that reads pages, one at a time, and its end of the line to it."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic

from pobratim.core.errors import PageError
from pobratim.sources.raw_page import RawPage

from .outcome import Outcome, T, failed

Reader = Callable[[RawPage], T | None]
GOODBYE_S = 2.0


class Worker(Generic[T]):
    """A process with a pipe. `busy` is the number and address of the page it reads now, None when it is free."""

    def __init__(self, read: Reader[T]) -> None:
        context = multiprocessing.get_context()
        self.line, far_end = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(far_end, read), daemon=True)
        self.process.start()
        far_end.close()
        self.busy: tuple[int, str] | None = None
        self.dead = False

    def give(self, number: int, page: RawPage) -> bool:
        """Send a page; False when the process has died and could not take it."""
        try:
            self.line.send(page)
        except OSError:
            self.dead = True
            return False
        self.busy = (number, page.address)
        return True

    def take(self) -> tuple[int, Outcome[T]]:
        """The number and outcome of the page that was sent; a process that died over it gives an error in its place."""
        if self.busy is None:
            raise RuntimeError("nothing was given to this worker")
        number, address = self.busy
        self.busy = None
        try:
            outcome: Outcome[T] = self.line.recv()
        except (EOFError, OSError):
            self.dead = True
            self.process.join(GOODBYE_S)
            how = how_it_ended(self.process.exitcode)
            outcome = failed(address, PageError(f"the process that read it died ({how})"))
        return number, outcome

    def close(self) -> None:
        """End the process, in the middle of a page if need be."""
        self.line.close()
        self.process.join(GOODBYE_S if self.busy is None else 0)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(GOODBYE_S)


def read_one(read: Reader[T], page: RawPage) -> Outcome[T]:
    """The outcome of one page; whatever the reader raises becomes an error in it: no page may stop the others."""
    try:
        return Outcome(page.address, facts=read(page))
    except Exception as error:
        return failed(page.address, error)


def _serve(line: Connection[Any, Any], read: Reader[T]) -> None:
    """Read pages until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    with contextlib.suppress(EOFError, OSError):
        while True:
            line.send(read_one(read, line.recv()))


def how_it_ended(code: int | None) -> str:
    """How a process ended, in words."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"

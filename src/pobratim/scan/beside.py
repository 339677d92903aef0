"""A scan in a process of its own: pages are read while this one does something else with those before them."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, Pipe
from queue import Queue
from threading import Thread
from typing import Any, Generic, NoReturn

from pobratim.core.cores import cores
from pobratim.core.errors import PageError
from pobratim.sources.raw_page import Source

from .local import scan
from .outcome import Outcome, T, failed
from .worker import Reader, how_it_ended

#: Outcomes come over together: so many, or what there is when the next comes after so many seconds; slow ones come singly.
BATCH_PAGES, BATCH_S = 100, 0.05
#: So many batches are kept before they are asked for, packed: some hundred megabytes at most.
AHEAD_BATCHES = 80
_END = b""


def scan_beside(sources: Iterable[Source], read: Reader[T], jobs: int = 1) -> Iterator[Outcome[T]]:
    """The outcomes of `scan`, which another process makes; arguments as there.

    If that process dies, the last outcome says so. On a machine with one core, or without `fork`, it is a `scan` as any.
    """
    outcomes = scan(sources, read, jobs)
    return _Beside(outcomes).run() if cores() > 1 and sys.platform == "linux" else outcomes


class _Beside(Generic[T]):
    """The process that makes the outcomes, forked off: what it reads may be standard input, of which a part is in memory."""

    def __init__(self, outcomes: Iterator[Outcome[T]]) -> None:
        self._line, far_end = Pipe(duplex=False)
        self._process = os.fork()
        if self._process == 0:
            self._line.close()
            _be_beside(far_end, outcomes)
        far_end.close()
        self._waiting: Queue[bytes | None] = Queue(AHEAD_BATCHES)
        Thread(target=self._receive, name="outcomes", daemon=True).start()

    def run(self) -> Iterator[Outcome[T]]:
        """The outcomes in order; the process lives as long as somebody asks for more."""
        whole = False
        try:
            while batch := self._waiting.get():
                yield from pickle.loads(batch)
            whole = batch == _END
        finally:
            how = self._end()
        if not whole:
            yield failed("", PageError(f"the process that read the pages died ({how})"))

    def _receive(self) -> None:
        """Takes the batches as they come, whether somebody asks for them or not; None where there will be no more."""
        try:
            while batch := self._line.recv_bytes():
                self._waiting.put(batch)
            self._waiting.put(_END)
        except (EOFError, OSError):
            self._waiting.put(None)

    def _end(self) -> str:
        """Ends the process, in the middle of a page if need be; returns how it ended."""
        os.kill(self._process, signal.SIGKILL)  # one that has ended already stays as it is
        return how_it_ended(os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1]))


def _be_beside(line: Connection[Any, Any], outcomes: Iterator[Outcome[T]]) -> NoReturn:
    """What the new process does, and nothing else: neither what the old one has begun nor what it does at its end."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
        with contextlib.suppress(BrokenPipeError):  # nobody listens any more
            _send(line, outcomes)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _send(line: Connection[Any, Any], outcomes: Iterator[Outcome[T]]) -> None:
    """Sends the outcomes in batches, then an empty one."""
    batch: list[Outcome[T]] = []
    begun = time.monotonic()
    for outcome in outcomes:
        batch.append(outcome)
        if len(batch) >= BATCH_PAGES or time.monotonic() - begun >= BATCH_S:
            line.send_bytes(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL))
            batch, begun = [], time.monotonic()
    if batch:
        line.send_bytes(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL))
    line.send_bytes(_END)

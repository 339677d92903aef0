"""A process that works out what records become while this one writes those before them: settling takes turns on two cores.

It has a connection of its own, which sees what was there before this process began to settle; which node lies in which record
it is told. Where it dies or fails, all is done in this process: it is a help, nothing depends on it.
"""

from __future__ import annotations

import contextlib
import pickle
import signal
from collections.abc import Iterator, Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from pobratim.core.cores import cores
from pobratim.core.garbage import cycles_kept, there_for_good

if TYPE_CHECKING:
    from .derive.make import Made, Part

CACHE_KIB = 128 * 1024
#: So long this process waits for a part before it makes another one by itself.
PATIENCE_S = 0.1


class Beside:
    """The process: there from `begin` to `close`, or as long as this one, however that ends. `process`: its number."""

    def __init__(self) -> None:
        self._line: Connection[Any, Any] | None = None
        self.process: int | None = None
        self._wanted = cores() > 1
        self._asked = False

    def begin(self) -> None:
        """Starts the process, which takes a second or two beside the work, unless it is there or would be of no use."""
        if self._wanted:
            self._wanted = False
            self._line, self.process = _begun()

    def close(self) -> None:
        """The process ends by itself when nobody can tell it anything more."""
        if self._line is not None:
            self._line.close()
        self._line = None

    def making(self, parts: Iterator[Part], moved: Mapping[str, str]) -> Iterator[Made]:
        """What these parts become; while one is taken, the next is worked out. The first is made here: the process has the second
        to do meanwhile; and so are those for which there is time while it is not done.

        Args:
            parts: of which the claims and decisions are written down for all to see.
            moved: node → record, for nodes of which that is not.
        """
        if self._asked:  # an answer that nobody waited for would be taken for the next one
            self.close()
        self._asked = True
        self._send(moved)
        first, part = next(parts, None), self._next(parts)
        return self._making(first, part, parts)

    def _making(self, first: Part | None, part: Part | None, parts: Iterator[Part]) -> Iterator[Made]:
        from .derive.make import make

        if first is not None:
            yield make(first, {})
        while part is not None:
            while self._busy() and (other := next(parts, None)) is not None:
                yield make(other, {})
            made, told = self._receive(), part
            part = self._next(parts)
            yield make(told, {}) if made is None else made
        self._asked = False

    def _busy(self) -> bool:
        """Whether the process will be at the last part for a while yet."""
        with contextlib.suppress(OSError):
            return self._line is not None and not self._line.poll(PATIENCE_S)
        return False

    def _next(self, parts: Iterator[Part]) -> Part | None:
        """The next part, which the process begins with at once."""
        part = next(parts, None)
        if part is not None:
            self._send(part)
        return part

    def _send(self, told: object) -> None:
        if self._line is not None:
            try:
                self._line.send_bytes(pickle.dumps(told, pickle.HIGHEST_PROTOCOL))
            except OSError:
                self.close()

    def _receive(self) -> Made | None:
        """What the last part becomes; None where the process could not tell: it is asked no more."""
        made: Made | None = None
        if self._line is not None:
            with contextlib.suppress(EOFError, OSError):
                made = pickle.loads(self._line.recv_bytes())
            if made is None:
                self.close()
        return made


def _begun() -> tuple[Connection[Any, Any], int | None]:
    """A line to a new process, and its number. It is no fork of this one: what SQLite knows of locks must not be had twice."""
    from django.db import connection

    context = get_context("spawn")
    line, far_end = context.Pipe()
    process = context.Process(target=_serve, args=(far_end, dict(connection.settings_dict)), daemon=True)
    process.start()
    far_end.close()
    return line, process.pid


def _serve(line: Connection[Any, Any], database: dict[str, Any]) -> None:
    """Answers until nobody asks any more: for each part what it becomes, None where that cannot be told."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    import django

    django.setup()
    _read_only(database)
    from .derive.make import make_beside

    there_for_good()
    moved: Mapping[str, str] = {}
    with contextlib.suppress(EOFError, OSError):
        while True:
            told = pickle.loads(line.recv_bytes())
            if isinstance(told, dict):
                moved = told
            else:
                made = None
                with contextlib.suppress(Exception), cycles_kept():  # the parent does it over, and says what is wrong
                    made = make_beside(told, moved)
                line.send_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))


def _read_only(database: dict[str, Any]) -> None:
    """The connection is to the same database, sees what is written down, and writes nothing."""
    from django.db import connection, connections

    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = database
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA query_only = ON")
            cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        else:
            cursor.execute("SET default_transaction_read_only = on")

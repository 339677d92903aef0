"""The time for a whole page. The client counts the time of each step alone: who sends a byte now and then has no end."""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self


class Deadline:
    """Shuts the connections that it was told of when the time is over, whatever is waited for; whoever waits gets an error.

    A host's name is looked up without it: that ends when the resolver gives up.
    """

    def __init__(self, limit_s: float) -> None:
        self.over = False
        self._held: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(limit_s, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            for one in self._held:
                one.close()
            self._held.clear()

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """What a request of httpx takes for `trace`: notes a connection as soon as it is there, before TLS is spoken."""
        if event != "connection.connect_tcp.complete":
            return
        # A second handle on the connection: that of the client goes over to TLS and is another one then.
        own = told["return_value"].get_extra_info("socket").dup()
        with self._lock:
            self._held.append(own)
            if self.over:
                _shut(own)

    def _end(self) -> None:
        with self._lock:
            self.over = True
            for one in self._held:
                _shut(one)


def _shut(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)

"""The log of a SQLite file (WAL) while much is written: it may grow, and is written back beside the work.

What is written time and again goes into the file once for each time that the log is written back; to wait for the disk
meanwhile would take a fifth of the time of adding to a large register. PostgreSQL sees to all this by itself.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread

from django.db import connection

SQLITE_PAGE = 4096  # bytes
WAIT_S = 600.0


def roomy_cache(mib: int = 1024, log_mib: int = 4096) -> None:
    """Lets this connection hold so much of a SQLite file in memory, and the log grow so long before it is written back at once:
    for one who writes all over a large register. What goes is not overwritten with zeros first, as some builds of SQLite have it.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{mib * 1024}")
            cursor.execute("PRAGMA secure_delete = OFF")
            cursor.execute(f"PRAGMA wal_autocheckpoint = {log_mib * 2**20 // SQLITE_PAGE}")


class LogBack:
    """Writes the log back into the file, in a thread of its own, when it is told to."""

    def __init__(self) -> None:
        name = str(connection.settings_dict["NAME"])
        self._file = Path(name) if connection.vendor == "sqlite" and Path(name).is_file() else None
        self._at_work: Thread | None = None

    def begin(self) -> None:
        """Begins to write back what is in the log now, unless that is being done; waits for nobody."""
        if self._file is not None and (self._at_work is None or not self._at_work.is_alive()):
            self._at_work = Thread(target=_write_back, args=(self._file,), name="log", daemon=True)
            self._at_work.start()

    def empty(self) -> None:
        """Writes all of the log back and empties it, as far as nobody is in the way; does nothing in a transaction.

        Else whoever writes next, a person in the browser, would wait for that.
        """
        if self._at_work is not None:
            self._at_work.join(WAIT_S)
        if self._file is not None and not connection.in_atomic_block:
            with connection.cursor() as cursor:
                [patience] = cursor.execute("PRAGMA busy_timeout").fetchone()
                cursor.execute("PRAGMA busy_timeout = 0")  # who reads or writes now is not waited for
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                cursor.execute(f"PRAGMA busy_timeout = {patience}")


def _write_back(file: Path) -> None:
    """A connection of its own, so that the other one goes on; what it does not manage is left to whoever comes next."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as own:
        own.execute("PRAGMA wal_checkpoint(PASSIVE)")

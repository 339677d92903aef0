"""The log of a SQLite file is written back beside the work, and emptied at the end."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection, transaction

from pobratim.register.log import LogBack, roomy_cache

ROWS = 5_000


def log_of(register: Path) -> int:
    return register.with_name(f"{register.name}-wal").stat().st_size


def write() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS noted (words TEXT)")
        cursor.executemany("INSERT INTO noted VALUES (%s)", [["Чуйская область " * 20]] * ROWS)


def test_all_is_in_the_file_at_the_end(sqlite_register: Path) -> None:
    roomy_cache()
    log = LogBack()
    write()
    log.begin()
    write()  # while that goes on
    log.empty()
    assert log_of(sqlite_register) == 0
    with closing(sqlite3.connect(sqlite_register)) as other:
        assert other.execute("SELECT count(*) FROM noted").fetchone() == (2 * ROWS,)


def test_a_reader_is_not_waited_for(sqlite_register: Path) -> None:
    roomy_cache()
    write()
    with closing(sqlite3.connect(sqlite_register, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM noted").fetchone() == (ROWS,)
        write()
        LogBack().empty()
        assert log_of(sqlite_register) > 0
        assert reader.execute("SELECT count(*) FROM noted").fetchone() == (ROWS,)


def test_in_a_transaction_it_waits_for_another_time(sqlite_register: Path) -> None:
    roomy_cache()
    with transaction.atomic():
        write()
        LogBack().empty()
    assert log_of(sqlite_register) > 0

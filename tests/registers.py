"""Registers for the tests: empty ones on SQLite and on PostgreSQL, and one of the corpus. One set for all folders.

What takes long is made once in a run and copied: the SQLite file with all tables, the register of the corpus.
PostgreSQL is skipped where no server can be had.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

from pobratim.project.database import from_url, sqlite
from pobratim.register.check import facts_of
from pobratim.register.dump import dump
from pobratim.register.services import Incoming, page_store, settle

from .postgres_server import PostgresServer

BOTH = ("sqlite", "postgresql")
_LAST: dict[str, Any] = {}
_OURS = "~ '^(register|axes)_'"
_FILLED = f"SELECT relname FROM pg_class WHERE relkind = 'r' AND relname {_OURS} AND pg_relation_size(oid) > 0"
_COUNTED = f"SELECT sequencename FROM pg_sequences WHERE sequencename {_OURS} AND last_value IS NOT NULL"


def use_database(settings: dict[str, Any]) -> None:
    """Points Django's connection at another database."""
    if connections["default"].vendor != "postgresql":  # that one is kept: a new one must learn all tables anew
        connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": settings})["default"]


def said() -> list[str]:
    """What the register says, line by line; read anew only where something was written since it was last read."""
    written = _written()
    if _LAST.get("written") != written:
        _LAST.update(written=written, lines=list(dump()))
    lines: list[str] = _LAST["lines"]
    return lines


def _written() -> tuple[object, ...]:
    """Another where a row was written meanwhile, by this connection or by another; a database tells that at once."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version" if connection.vendor == "sqlite" else "SELECT pg_current_wal_insert_lsn()::text")
        line: Any = connection.connection
        return line, getattr(line, "total_changes", 0), cursor.fetchone()


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A file that the first process of this run that asks for it makes; the others wait for it."""
    base = factory.getbasetemp()
    path = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            half = path.with_suffix(".half")
            make(half)
            half.rename(path)
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server with an empty register."""
    try:
        server = PostgresServer()
    except (OSError, ImportError) as error:
        pytest.skip(f"no PostgreSQL server: {error}")
    use_database(from_url(server.url))
    server.line = connections["default"]
    call_command("migrate", verbosity=0)
    yield server
    server.line.close()
    server.stop()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and no rows."""

    def make(path: Path) -> None:
        use_database(sqlite(path))
        call_command("migrate", verbosity=0)
        connections["default"].close()

    return made_once(tmp_path_factory, "template.sqlite3", make)


@pytest.fixture(scope="session")
def corpus_file(template: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite register of all pages of the corpus; not to be written to."""

    def make(path: Path) -> None:
        shutil.copy(template, path)
        use_database(sqlite(path))
        for file in sorted((root / "corpus/gold").glob("*.json")):
            facts = facts_of(file.read_bytes())
            page_store(Incoming(facts, facts.page.url or file.name))
        settle()
        connections["default"].close()

    return made_once(tmp_path_factory, "corpus.sqlite3", make)


@pytest.fixture
def sqlite_register(template: Path, tmp_path: Path) -> Iterator[Path]:
    """An empty register on SQLite; the file."""
    yield from _copied(template, tmp_path)


@pytest.fixture
def demo(corpus_file: Path, tmp_path: Path) -> Iterator[Path]:
    """A register of the corpus that the test may write to; the file."""
    yield from _copied(corpus_file, tmp_path)


@pytest.fixture(params=BOTH)
def register(request: pytest.FixtureRequest) -> str:
    """An empty register on one of the databases."""
    if request.param == "sqlite":
        request.getfixturevalue("sqlite_register")
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        empty_postgres(server)
    return str(request.param)


def empty_postgres(server: PostgresServer) -> None:
    """Empties the server's register and points Django at it; by DELETE, which is quicker than TRUNCATE for few rows."""
    use_database(from_url(server.url))
    connections["default"] = server.line
    with connection.cursor() as cursor:
        cursor.execute(_FILLED)
        tables = [f"DELETE FROM {name}" for (name,) in cursor.fetchall()]
        cursor.execute(_COUNTED)
        numbers = [f"ALTER SEQUENCE {name} RESTART" for (name,) in cursor.fetchall()]
        unchecked, checked = (f"SET session_replication_role = {role}" for role in ("replica", "origin"))
        cursor.execute("; ".join([unchecked, *tables, checked, *numbers]))


def _copied(given: Path, folder: Path) -> Iterator[Path]:
    path = folder / "register.sqlite3"
    shutil.copy(given, path)
    use_database(sqlite(path))
    yield path
    connections["default"].close()

"""An empty register for each test, on SQLite and on PostgreSQL; the latter is skipped where no server can be had."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

from pobratim.core.facts import Facts
from pobratim.project.database import from_url, sqlite
from pobratim.register.check import facts_of
from pobratim.register.services import Author

from .postgres_server import PostgresServer

BOTH = ("sqlite", "postgresql")
Corpus = list[tuple[str, Facts]]


def use_database(settings: dict[str, Any]) -> None:
    """Points Django's connection at another database."""
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": settings})["default"]


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server with an empty database."""
    try:
        server = PostgresServer()
    except (OSError, ImportError) as error:
        pytest.skip(f"no PostgreSQL server: {error}")
    use_database(from_url(server.url))
    call_command("migrate", verbosity=0)
    yield server
    connections["default"].close()
    server.stop()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and no rows."""
    path = tmp_path_factory.mktemp("template") / "register.sqlite3"
    use_database(sqlite(path))
    call_command("migrate", verbosity=0)
    connections["default"].close()
    return path


@pytest.fixture
def sqlite_register(template: Path, tmp_path: Path) -> Iterator[Path]:
    """An empty register on SQLite; the file."""
    path = tmp_path / "register.sqlite3"
    shutil.copy(template, path)
    use_database(sqlite(path))
    yield path
    connections["default"].close()


@pytest.fixture(params=BOTH)
def register(request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty register on one of the databases."""
    if request.param == "sqlite":
        request.getfixturevalue("sqlite_register")
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        empty_postgres(server)
    yield request.param
    connections["default"].close()


def empty_postgres(server: PostgresServer) -> None:
    """Empties all tables of the server's register and points Django at it."""
    use_database(from_url(server.url))
    names = [name for name in connection.introspection.table_names() if name.startswith("register_")]
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(names)} RESTART IDENTITY CASCADE")


@pytest.fixture(scope="session")
def corpus(root: Path) -> list[bytes]:
    """The gold facts of the corpus, one JSON a page."""
    return [path.read_bytes() for path in sorted((root / "corpus/gold").glob("*.json"))]


@pytest.fixture
def pages(corpus: list[bytes]) -> Corpus:
    """Address and facts of every page of the corpus."""
    facts = [facts_of(line) for line in corpus]
    return [(one.page.url or "", one) for one in facts]


@pytest.fixture
def author() -> Author:
    """Somebody who decides."""
    return Author("анна")

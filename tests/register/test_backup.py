"""A backup moves a register from either database to either, without loss."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from pobratim.core.facts import Facts
from pobratim.project.database import sqlite
from pobratim.register.backup import backup, kept_models, restore
from pobratim.register.dump import dump
from pobratim.register.errors import BadBackup
from pobratim.register.models import Document, PageVersion, PersonDecision, User
from pobratim.register.services import Author, Incoming, field_edit, page_store, record_accept, settle
from tests.postgres_server import PostgresServer
from tests.registers import empty_postgres, use_database

from .story import agreement

Open = Callable[[], None]


@pytest.fixture
def databases(request: pytest.FixtureRequest, template: Path, tmp_path: Path) -> Callable[[str], None]:
    """Opens an empty register on the database of that name."""

    def opened(name: str) -> None:
        if name == "postgresql":
            server: PostgresServer = request.getfixturevalue("postgres")
            empty_postgres(server)
        else:
            path = tmp_path / "moved.sqlite3"
            path.write_bytes(template.read_bytes())
            use_database(sqlite(path))

    return opened


def versions_of() -> list[list[object]]:
    """Every column of every version."""
    rows = PageVersion.objects.order_by("pk").values_list()
    return [[bytes(value) if isinstance(value, memoryview) else value for value in row] for row in rows]


@pytest.mark.parametrize("to", ["sqlite", "postgresql"])
def test_from_one_database_to_another(
    register: str, to: str, databases: Callable[[str], None], pages: list[tuple[str, Facts]], tmp_path: Path
) -> None:
    for address, facts in pages[::4]:
        page_store(Incoming(facts, address))
    agreement("a", signed="2024-04-24").store()
    settle()
    user = User.objects.create_user("anna", password="длинный пароль", role="editor")
    record_accept(key=Document.objects.order_by("key")[0].key, author=Author("анна", user))
    field_edit(key=Document.objects.order_by("key")[1].key, field="title", value="О дружбе", author=Author("анна", user))
    before, versions = list(dump()), versions_of()
    counts = {model: model._default_manager.count() for model in kept_models()}
    rows = backup(tmp_path / "b.gz")
    databases(to)
    assert restore(tmp_path / "b.gz") == rows == sum(counts.values())
    assert list(dump()) == before
    assert versions_of() == versions
    assert User.objects.get().check_password("длинный пароль")
    agreement("b", signed="2024-04-24").store()
    record_accept(key=Document.objects.order_by("key")[2].key, author=Author("борис"))
    assert PersonDecision.objects.count() == 3


def test_a_register_that_is_not_empty_is_not_touched(register: str, tmp_path: Path) -> None:
    agreement("a", signed="2024-04-24").store()
    backup(tmp_path / "b.gz")
    before = list(dump())
    with pytest.raises(BadBackup, match="not empty"):
        restore(tmp_path / "b.gz")
    assert list(dump()) == before


@pytest.mark.parametrize("harm", ["cut", "bit", "lines", "text", "sum", "empty"])
def test_a_damaged_backup_restores_nothing(
    sqlite_register: Path, databases: Callable[[str], None], tmp_path: Path, harm: str
) -> None:
    agreement("a", signed="2024-04-24").store()
    path = tmp_path / "b.gz"
    backup(path)
    raw, lines = path.read_bytes(), gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(
        {
            "cut": raw[: len(raw) // 2],
            "bit": raw[:500] + bytes([raw[500] ^ 255]) + raw[501:],
            "lines": gzip.compress(b"".join(lines[:-1])),
            "text": b"hello",
            "sum": gzip.compress(b"".join(lines).replace("Ленинградская".encode(), "Калининградская".encode())),
            "empty": b"",
        }[harm]
    )
    databases("sqlite")
    with pytest.raises(BadBackup):
        restore(path)
    assert not PageVersion.objects.exists()
    assert not Document.objects.exists()

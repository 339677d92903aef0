"""A backup moves a register from either database to either, without loss."""

from __future__ import annotations

import errno
import gzip
import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path

import msgspec
import pytest
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from pobratim.core.facts import Facts
from pobratim.project.database import sqlite
from pobratim.register.backup import backup, design, kept_models
from pobratim.register.dump import dump
from pobratim.register.errors import BadBackup
from pobratim.register.models import Document, PageVersion, PersonDecision, Source, User
from pobratim.register.restore import restore
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
    with pytest.raises(BadBackup, match="POBRATIM_HOME") as refused:
        restore(tmp_path / "b.gz")
    assert "register." not in refused.value.reason  # no name of a table
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


def older(path: Path, last: str) -> None:
    """Writes the backup anew as the version would have whose last migration was that one: without what came later."""
    heading, *lines = map(msgspec.json.decode, gzip.decompress(path.read_bytes()).splitlines())
    heading["design"] = [one for one in heading["design"] if not one.startswith("register.") or one <= f"register.{last}"]
    models = MigrationLoader(connection).project_state([("register", last)]).apps.get_models()
    known = {model._meta.label_lower: {field.attname for field in model._meta.concrete_fields} for model in models}
    written, columns, kept = [heading], [], set()
    for line in lines[:-1]:
        if isinstance(line, dict) and "table" in line:
            columns = line["columns"]
            kept = known.get(line["table"], set() if line["table"].startswith("register.") else set(columns))
            written += [{**line, "columns": [name for name in columns if name in kept]}] if kept else []
        elif kept:
            written.append([value for name, value in zip(columns, line, strict=True) if name in kept])
    body = b"".join(msgspec.json.encode(one) + b"\n" for one in written)
    end = {"rows": sum(isinstance(one, list) for one in written), "sha256": hashlib.sha256(body).hexdigest()}
    path.write_bytes(gzip.compress(body + msgspec.json.encode(end) + b"\n"))


@pytest.mark.parametrize("to", ["sqlite", "postgresql"])
@pytest.mark.parametrize("last", ["0016_news", "0018_document_states"])
def test_a_backup_of_an_older_version_is_brought_up_to_date(
    sqlite_register: Path, to: str, last: str, databases: Callable[[str], None], tmp_path: Path
) -> None:
    agreement("a", signed="2024-04-24").store()
    agreement("b", signed="2019-01-01").store()
    settle()
    record_accept(
        key=Document.objects.order_by("key")[0].key, author=Author("анна", User.objects.create_user("anna", role="editor"))
    )
    before = list(dump())
    backup(tmp_path / "b.gz")
    older(tmp_path / "b.gz", last)
    databases(to)
    now = design()
    restore(tmp_path / "b.gz")
    assert (list(dump()), design()) == (before, now)
    agreement("c", signed="2020-01-01").store()
    settle()
    assert Document.objects.count() == 3


def test_a_damaged_backup_of_an_older_version_restores_nothing(
    sqlite_register: Path, databases: Callable[[str], None], tmp_path: Path
) -> None:
    agreement("a", signed="2024-04-24").store()
    backup(tmp_path / "b.gz")
    older(tmp_path / "b.gz", "0016_news")
    body = gzip.decompress((tmp_path / "b.gz").read_bytes())
    (tmp_path / "b.gz").write_bytes(gzip.compress(body.replace("Ленинградская".encode(), "Калининградская".encode())))
    databases("sqlite")
    now = design()
    with pytest.raises(BadBackup, match="sum"):
        restore(tmp_path / "b.gz")
    assert (design(), Document.objects.exists()) == (now, False)


def test_a_backup_of_a_newer_version_says_which_one_is_needed(
    sqlite_register: Path, databases: Callable[[str], None], tmp_path: Path
) -> None:
    backup(tmp_path / "b.gz")
    body = gzip.decompress((tmp_path / "b.gz").read_bytes())
    (tmp_path / "b.gz").write_bytes(
        gzip.compress(body.replace(b'"register.0001_initial"', b'"register.0001_initial","register.9999_x"'))
    )
    databases("sqlite")
    with pytest.raises(BadBackup, match="newer version of Pobratim"):
        restore(tmp_path / "b.gz")


def made() -> set[str]:
    """Every index, reference and rule of the database, as it would be made."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT type || name || COALESCE(sql, '') FROM sqlite_master")
        else:
            cursor.execute(
                "SELECT indexdef FROM pg_indexes UNION ALL "
                "SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint"
            )
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.parametrize("harm", [False, True])
def test_indexes_and_references_are_there_again(
    register: str, databases: Callable[[str], None], tmp_path: Path, harm: bool
) -> None:
    agreement("a", signed="2024-04-24").store()
    settle()
    backup(tmp_path / "b.gz")
    if harm:
        (tmp_path / "b.gz").write_bytes((tmp_path / "b.gz").read_bytes()[:-100])
    databases(register)
    before = made()
    with pytest.raises(BadBackup) if harm else nullcontext():
        restore(tmp_path / "b.gz")
    assert made() == before


def test_a_row_that_refers_to_nothing_is_refused(register: str, databases: Callable[[str], None], tmp_path: Path) -> None:
    agreement("a", signed="2024-04-24").store()
    settle()
    backup(tmp_path / "b.gz")
    *lines, last = gzip.decompress((tmp_path / "b.gz").read_bytes()).splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if b'"register.documentparty"' in line) + 1
    lines[at] = lines[at].replace(b'"a', b'"b', 1)
    end = msgspec.json.decode(last) | {"sha256": hashlib.sha256(b"".join(lines)).hexdigest()}
    (tmp_path / "b.gz").write_bytes(gzip.compress(b"".join(lines) + msgspec.json.encode(end) + b"\n"))
    databases(register)
    with pytest.raises(BadBackup):
        restore(tmp_path / "b.gz")
    assert not Document.objects.exists()


def test_both_say_how_far_they_are(
    sqlite_register: Path, databases: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement("a", signed="2024-04-24").store()
    settle()
    monkeypatch.setattr("pobratim.register.backup.BATCH", 10)
    monkeypatch.setattr("pobratim.register.restore.AT_ONCE", 10)
    written: list[tuple[int, int]] = []
    rows = backup(tmp_path / "b.gz", lambda done, of: written.append((done, of)))
    assert written == [(done, rows) for done in range(10, rows + 1, 10)]
    databases("sqlite")
    read: list[tuple[int, int]] = []
    restore(tmp_path / "b.gz", lambda done, of: read.append((done, of)))
    assert len(read) > len(written)
    assert read == sorted(read)
    assert {of for _, of in read} == {(tmp_path / "b.gz").stat().st_size}


def test_others_write_meanwhile(sqlite_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agreement("a", signed="2024-04-24").store()
    settle()
    monkeypatch.setattr("pobratim.register.backup.BATCH", 1)
    come: list[int] = []

    def written(done: int, of: int) -> None:
        if not come:
            with closing(sqlite3.connect(sqlite_register, timeout=0)) as other, other:
                other.execute("INSERT INTO register_source (name) VALUES ('later.example')")
            come.append(of)

    rows = backup(tmp_path / "b.gz", written)
    assert rows == come[0]
    assert Source.objects.filter(name="later.example").exists()
    with (
        transaction.atomic(),  # as writers do
        closing(sqlite3.connect(sqlite_register, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_one_that_fails_leaves_nothing(sqlite_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agreement("a", signed="2024-04-24").store()

    def full() -> Iterator[tuple[bytes, bool]]:
        yield b"{}\n", True
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pobratim.register.backup._lines", full)
    before = set(tmp_path.iterdir())
    with pytest.raises(OSError, match="No space left"):
        backup(tmp_path / "other.jsonl.gz")
    assert set(tmp_path.iterdir()) == before

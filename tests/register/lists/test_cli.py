"""`pobratim import` as a person runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import Told, alone, here, in_words, with_tables

from .offices import city, letter

Run = Callable[..., Told]


@pytest.fixture
def run(tmp_path: Path, template: Path) -> Run:
    return in_words(here(tmp_path / "home", template))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / city().name
    path.write_bytes(city().raw)
    return path


def documents(run: Run) -> int:
    return len(run("export", "documents", "--format", "jsonl", "-o", "-").stdout.splitlines())


def test_from_dry_run_to_undoing(run: Run, file: Path) -> None:
    dry = run("import", file, "--own", "город Тверь", "--dry-run")
    assert (dry.returncode, dry.stderr) == (0, "10 rows would be added\n")
    assert "D=signed" in dry.stdout
    assert documents(run) == 0
    done = run("import", file, "--own", "город Тверь", "--map", "F=note", "--author", "Анна")
    assert done.returncode == 0
    assert "10 documents added" in done.stderr
    assert "pobratim import --undo 1" in done.stderr
    again = run("import", file, "--own", "город Тверь")
    assert "F=note" in again.stdout
    assert "0 documents added" in again.stderr
    assert documents(run) == 10
    assert run("import", "--undo", "1").returncode == 0
    assert documents(run) == 0
    twice = run("import", "--undo", "1")
    assert (twice.returncode, twice.stderr) == (1, "pobratim: 1: the import is undone already\n")


def test_as_a_process(tmp_path: Path, template: Path, file: Path) -> None:
    with_tables(tmp_path, template)
    run = in_words(alone(tmp_path))
    assert "10 documents added" in run("import", file, "--own", "город Тверь").stderr
    assert documents(run) == 10


def test_what_cannot_be_read_is_told_and_refuses_the_list(run: Run, tmp_path: Path, file: Path) -> None:
    path = tmp_path / letter().name
    path.write_bytes(letter().raw)
    refused = run("import", path, LANGUAGE="ru")
    assert refused.returncode == 1
    assert "такого дня нет в календаре" in refused.stdout
    assert "31.02.2025" in refused.stdout
    assert "приложение.docx:6" in refused.stderr
    assert documents(run) == 0
    assert "9 documents added" in run("import", path, "--skip-unreadable").stderr
    no_side = run("import", file)
    assert no_side.returncode == 1
    assert "--own" in no_side.stderr


def test_wrong_usage(run: Run, file: Path, tmp_path: Path) -> None:
    assert run("import").returncode == 2
    assert run("import", file, "--undo", "1").returncode == 2
    assert run("import", file, "--map", "B").returncode == 2
    assert run("import", file, "--sheet", "Другой").returncode == 2
    for change in ("B=song", "Ю=partner", "A=signed"):
        wrong = run("import", file, "--map", change)
        assert (wrong.returncode, wrong.stderr.count("\n")) == (1, 1)
    assert "song: there is no such field; there are: number, title," in run("import", file, "--map", "B=song").stderr
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    assert run("import", tmp_path / "a.xlsx").stderr.startswith("pobratim: a.xlsx: not a table")

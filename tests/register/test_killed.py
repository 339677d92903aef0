"""`kill -9` at any moment, then the same command again: the register of an undisturbed run."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from django.db import connections

from pobratim.project.database import sqlite
from pobratim.register.dump import dump_hash
from tests.commands import with_tables
from tests.registers import use_database
from tests.thorough import cases

POINTS = cases(3, 20)
COMMAND = [sys.executable, "-m", "pobratim", "add"]


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "POBRATIM_HOME": str(home), "LANGUAGE": "en"}


def dump_of(home: Path) -> str:
    """The hash of the register's dump."""
    use_database(sqlite(home / "register.sqlite3"))
    found = dump_hash()
    connections["default"].close()
    return found


@pytest.fixture(scope="module")
def lines(corpus: list[bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Facts as JSON Lines, each page under three addresses: enough work to be killed in the midst of."""
    path = tmp_path_factory.mktemp("lines") / "facts.jsonl"
    with path.open("wb") as file:
        for copy in range(3):
            for line in corpus:
                page = msgspec.json.decode(line)
                page["page"]["url"] = f"https://site{copy}.example/{page['page']['url']}"
                file.write(msgspec.json.encode(page) + b"\n")
    return path


@pytest.fixture(scope="module")
def undisturbed(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, float]:
    """The dump of a run that nobody killed, and how long it took, in seconds."""
    home = tmp_path_factory.mktemp("undisturbed")
    begin = time.monotonic()
    subprocess.run([*COMMAND, str(lines)], check=True, capture_output=True, env=environment(home), timeout=120)
    return dump_of(home), time.monotonic() - begin


@pytest.mark.parametrize("point", range(POINTS))
def test_killed_and_started_again(lines: Path, undisturbed: tuple[str, float], tmp_path: Path, point: int) -> None:
    dump, seconds = undisturbed
    chance = random.Random(point)
    for _ in range(2):
        running = subprocess.Popen(
            [*COMMAND, str(lines)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(tmp_path)
        )
        time.sleep(chance.uniform(0.1, seconds))
        running.kill()
        running.wait()
    subprocess.run([*COMMAND, str(lines)], check=True, capture_output=True, env=environment(tmp_path), timeout=120)
    assert dump_of(tmp_path) == dump


def test_killed_between_new_tables_and_what_is_in_them(lines: Path, tmp_path: Path, template: Path) -> None:
    """What follows from other tables is filled by the next start, where the last one was killed before it was."""
    with_tables(tmp_path, template)
    some = tmp_path / "some.jsonl"
    some.write_bytes(b"".join(lines.read_bytes().splitlines(keepends=True)[:20]))
    subprocess.run([*COMMAND, str(some)], check=True, capture_output=True, env=environment(tmp_path), timeout=120)
    dump = dump_of(tmp_path)
    with closing(sqlite3.connect(tmp_path / "register.sqlite3")) as database, database:
        for table in ("documentstate", "contact", "silence", "outliving", "partnerdocument", "partnerevent", "partnertotal"):
            assert database.execute(f"DELETE FROM register_{table}").rowcount or table == "outliving"
    assert dump_of(tmp_path) != dump
    (tmp_path / ".migration-begun").touch()
    ask = [sys.executable, "-m", "pobratim", "due"]
    subprocess.run(ask, check=True, capture_output=True, env=environment(tmp_path), timeout=120)
    assert dump_of(tmp_path) == dump
    assert not (tmp_path / ".migration-begun").exists()

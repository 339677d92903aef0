"""`kill -9` at any moment, then the same command again: the register of an undisturbed run."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from django.db import connections

from pobratim.project.database import sqlite
from pobratim.register.dump import dump_hash
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

"""A scan in a process of its own: the same outcomes, ahead of who asks, and nobody waits for a dead one."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from pobratim.core.errors import SourceError
from pobratim.scan import beside
from pobratim.scan.beside import scan_beside
from pobratim.scan.local import scan

from .test_scan import Broken, obey, pages, told


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "cores", lambda: 2)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_outcomes(jobs: int) -> None:
    given = pages("echo", "refuse", "stumble", "pass", *["echo"] * 250)
    given.items.insert(1, SourceError("no such file", address="lost.txt"))
    assert told(scan_beside([Broken(), given], obey, jobs)) == told(scan([Broken(), given], obey))


def test_pages_are_read_before_they_are_asked_for(tmp_path: Path) -> None:
    read = tmp_path / "read"

    def note(page: object) -> bytes:
        with read.open("a") as file:
            file.write("x")
        return b""

    outcomes = scan_beside([pages(*["echo"] * 300)], note)
    while not read.exists() or read.stat().st_size < 300:
        time.sleep(0.01)
    assert len(list(outcomes)) == 300


def test_a_process_that_dies_is_told_of_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "BATCH_PAGES", 1)
    found = list(scan_beside([pages("echo", "echo", "die", "echo")], obey))
    assert [one.address for one in found[:-1]] == ["0", "1"]
    assert found[-1].error is not None
    assert "SIGKILL" in found[-1].error.reason


def test_who_asks_for_no_more_leaves_no_process_behind() -> None:
    outcomes = scan_beside([pages("sleep0.1", "sleep60")], lambda page: str(os.getpid()).encode() * bool(obey(page)))
    process = int(next(outcomes).facts or 0)
    outcomes.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_one_core_reads_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "cores", lambda: 1)
    (outcome,) = scan_beside([pages("echo")], lambda page: str(os.getpid()).encode())
    assert outcome.facts == str(os.getpid()).encode()

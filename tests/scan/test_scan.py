"""A scan: ordered, nothing lost, whatever the reader or its process does."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from pobratim.core.errors import NotRussian, PageError, PobratimError, SourceError
from pobratim.scan.local import scan
from pobratim.scan.outcome import Outcome
from pobratim.sources import RawPage


@dataclass
class Given:
    """A source of pages that are given."""

    items: list[RawPage | PobratimError]
    address: str = "given"

    def pages(self) -> Iterator[RawPage | PobratimError]:
        yield from self.items


class Broken:
    """A source that breaks down after its first page."""

    address = "broken"

    def pages(self) -> Iterator[RawPage | PobratimError]:
        yield RawPage("first", b"echo")
        raise RuntimeError("the disk is gone")


def obey(page: RawPage) -> bytes | None:
    """Does what the page says."""
    order = page.raw.decode()
    if order == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "exit":
        os._exit(3)
    if order == "refuse":
        raise NotRussian("the story is in another language")
    if order == "stumble":
        raise ZeroDivisionError("by nought")
    if order == "pass":
        return None
    if order.startswith("sleep"):
        time.sleep(float(order.removeprefix("sleep")))
    return page.address.encode()


def pages(*orders: str) -> Given:
    """A page for each order."""
    return Given([RawPage(f"{number}", order.encode()) for number, order in enumerate(orders)])


def told(outcomes: Iterator[Outcome[bytes]]) -> list[tuple[str, bytes | str | None]]:
    """Address and facts, or address and reason."""
    return [(o.address, o.error.reason if o.error else o.facts) for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_order_is_kept(jobs: int) -> None:
    orders = ["sleep0.15", "echo", "sleep0.05", *["echo"] * 40, "sleep0.1", "echo"]
    assert told(scan([pages(*orders)], obey, jobs)) == [(str(n), str(n).encode()) for n in range(len(orders))]


@pytest.mark.parametrize("jobs", [1, 2])
def test_errors_stand_in_their_place(jobs: int) -> None:
    given = pages("echo", "refuse", "stumble", "pass", "echo")
    given.items.insert(1, SourceError("no such file", address="lost.txt"))
    assert told(scan([given], obey, jobs)) == [
        ("0", b"0"),
        ("lost.txt", "no such file"),
        ("1", "the story is in another language"),
        ("2", "unexpected error: ZeroDivisionError: by nought"),
        ("3", None),
        ("4", b"4"),
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_error_knows_its_address(jobs: int) -> None:
    (outcome,) = scan([pages("refuse")], obey, jobs)
    assert isinstance(outcome.error, NotRussian)
    assert outcome.error.address == "0"


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_process_that_dies_costs_one_page(jobs: int) -> None:
    orders = ["echo", "die", "echo", "exit", "die", *["echo"] * 10]
    found = list(scan([pages(*orders)], obey, jobs))
    assert [o.address for o in found] == [str(n) for n in range(len(orders))]
    dead = {o.address: o.error.reason for o in found if o.error}
    assert set(dead) == {"1", "3", "4"}
    assert "SIGKILL" in dead["1"]
    assert "exit code 3" in dead["3"]
    assert all(isinstance(o.error, PageError) for o in found if o.error)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_source_that_breaks_down_does_not_stop_the_others(jobs: int) -> None:
    found = told(scan([Broken(), pages("echo")], obey, jobs))
    assert found == [("first", b"first"), ("broken", "unexpected error: RuntimeError: the disk is gone"), ("0", b"0")]


def test_passed_over() -> None:
    (outcome,) = scan([pages("pass")], obey)
    assert outcome.passed_over


def test_nothing_to_read() -> None:
    assert list(scan([], obey, 2)) == []


def test_a_scan_that_is_left_ends_its_processes() -> None:
    outcomes = scan([pages(*["sleep0.1"] * 20)], obey, 2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    with pytest.raises(StopIteration):
        next(outcomes)


def test_no_jobs() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        scan([], obey, 0)

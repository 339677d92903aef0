"""The steps of an import, one after another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from pobratim.register.dump import dump
from pobratim.register.lists.dry import Plan, dry_run
from pobratim.register.selectors.list_import import columns_of
from pobratim.register.services import Applied, Author, ListFile, list_apply
from pobratim.tables import read_book

from .offices import Office

Planned = Callable[[Office], Plan]
Import = Callable[..., Applied]


@pytest.fixture
def planned() -> Planned:
    """The dry run of an office's list."""

    def call(office: Office) -> Plan:
        table = read_book(office.raw, office.name).tables[0]
        return dry_run(table, columns_of(table)[0], own=office.own)

    return call


@pytest.fixture
def bring_in(planned: Planned, author: Author) -> Import:
    """Dry run and import."""

    def call(office: Office, **more: Any) -> Applied:
        file = ListFile(office.name, hashlib.sha256(office.raw).hexdigest())
        return list_apply(plan=planned(office), file=file, author=author, **more)

    return call


def records() -> list[str]:
    """The dump without the decisions themselves, which tell when they were made."""
    return [line for line in dump() if not line.startswith("persondecision")]

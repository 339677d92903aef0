"""Nodes come in fresh and dirty, and are marked dirty when what is told of them changes; `settle` does the rest."""

from __future__ import annotations

from collections.abc import Iterable

from . import sql
from .models import Node

_COLUMNS = ("key", "kind", "content", "record", "fresh", "dirty")


def add_nodes(nodes: Iterable[tuple[str, str, str]], *, known_too: bool = False) -> None:
    """Adds nodes, each `(key, kind, content)`; with `known_too` those that are there already are left as they are."""
    rows = [(*one, "", True, True) for one in nodes]
    sql.insert(Node, _COLUMNS, rows, "ON CONFLICT (key) DO NOTHING" if known_too else "")


def mark_dirty(keys: Iterable[str]) -> None:
    """Asks for the records of some nodes anew."""
    sql.execute(f"UPDATE {sql.table(Node)} SET dirty = TRUE WHERE key IN {{keys}}", keys)

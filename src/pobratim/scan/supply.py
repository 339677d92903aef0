"""From the arguments of a command line to single addresses, so that a progress bar knows how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pobratim.sources.folder import page_paths


def expand(arguments: Iterable[str]) -> list[str]:
    """The address of every page, in order: a folder becomes the pages in it; one without any stays, to be complained of.

    Args:
        arguments: files, folders, addresses of the web, `-`.
    """
    found: list[str] = []
    for argument in arguments:
        inside = [str(path) for path in page_paths(Path(argument))] if "://" not in argument and Path(argument).is_dir() else []
        found += inside or [argument]
    return found

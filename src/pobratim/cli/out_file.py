"""A file that a command writes: whole or not at all."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any

import click

STDOUT = "-"


def out_file(output: str) -> AbstractContextManager[IO[Any]]:
    """The file, opened for bytes; it appears whole or not at all where there is none, or an ordinary one, of that name.

    What is no ordinary file (`-`, `/dev/stdout`, a named pipe) is written to as it is, and never replaced by one.
    """
    return click.open_file(output, "wb", atomic=not is_stream(output))


def is_stream(output: str) -> bool:
    """Whether that is the name of something that bytes go into, and no file that is kept."""
    path = Path(output)
    return output == STDOUT or (path.exists() and not path.is_file())

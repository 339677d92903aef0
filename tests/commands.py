"""Two ways to run `pobratim` on a data folder: as a process of its own, and in this process, a second quicker.

A process is what a person starts: every command has a test that runs it so (`alone`), for only there nothing is
loaded before the command loads it. What else a command does is told in this process (`here`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner
from django.db import connections
from django.test.utils import override_settings

from pobratim.cli.main import main
from pobratim.project.database import sqlite
from pobratim.words.speech import use_language

from .registers import use_database

Done = subprocess.CompletedProcess[bytes]
Told = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
HOME = "POBRATIM_HOME"


def alone(home: Path) -> Run:
    """Runs commands on that data folder, each as a process of its own; keyword arguments are its environment."""

    def call(*arguments: str | Path, stdin: bytes = b"", **more: str) -> Done:
        command = [sys.executable, "-m", "pobratim", *map(str, arguments)]
        environment = {**os.environ, HOME: str(home), "LANGUAGE": "en", **more}
        return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120, env=environment)

    return call


def here(home: Path, template: Path) -> Run:
    """Runs commands on that data folder in this process; an error that nobody means is raised, not told."""

    def call(*arguments: str | Path, stdin: bytes = b"", **more: str) -> Done:
        environment = {HOME: str(home), "LANGUAGE": "en", **more}
        folder = Path(environment[HOME])
        use_database(sqlite(with_tables(folder, template)))
        use_language()
        with override_settings(HOME=folder, FILES=folder / "files"):
            result = CliRunner().invoke(main, [*map(str, arguments)], input=stdin, env=environment)
        connections["default"].close()
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Done(arguments, result.exit_code, result.stdout_bytes, result.stderr_bytes)

    return call


def with_tables(home: Path, template: Path) -> Path:
    """The register's file in a data folder; made with all tables where there is none."""
    home.mkdir(mode=0o700, exist_ok=True)
    file = home / "register.sqlite3"
    if not file.exists():
        shutil.copy(template, file)
    return file


def in_words(run: Run) -> Callable[..., Told]:
    """The same, with what is told as text."""

    def call(*arguments: str | Path, stdin: str = "", **more: str) -> Told:
        done = run(*arguments, stdin=stdin.encode(), **more)
        return Told(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return call

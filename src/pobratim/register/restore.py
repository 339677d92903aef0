"""A backup into an empty register: whole or not at all; one of an older version is brought up to date on the way.

The tables of an empty register are taken back to the design that the backup was made with, filled, and brought forward
again, just as the register of that day would have been.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.utils.translation import gettext

from .backup import FORMAT, Told, design, kept_models
from .errors import BadBackup
from .filing import file_bytes
from .load import bare, load, look_over
from .search.match import INDEX

#: What reading a file that is no backup, or a harmed one, comes to.
_BROKEN = (OSError, EOFError, zlib.error, msgspec.MsgspecError, ValueError, LookupError, TypeError, DatabaseError)
AT_ONCE = 5000
Models = Callable[[str], type[Model]]


def restore(path: Path, told: Told = lambda done, of: None) -> int:
    """Puts a backup in the place of an empty register and returns the number of rows; all of it or nothing.

    Args:
        path: of the backup.
        told: is told now and then how many bytes of how many were read.

    Raises:
        BadBackup: not a backup, a broken one, one of a newer version; or the register is not empty.
    """
    try:
        with _opened(path) as file:
            made_by = _heading(file)
        _check_empty()
        if made_by == design():
            rows = _filled(path, apps.get_model, told)
        else:
            with _opened(path) as file:
                _check_sum(file)
            with _as_of(made_by) as models:
                rows = _filled(path, models, told)
        look_over([*(model._meta.db_table for model in kept_models()), INDEX])
        return rows
    except _BROKEN as error:
        raise BadBackup(gettext("not a backup, or a broken one: {why}").format(why=error), address=str(path)) from error


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    with path.open("rb") as raw, gzip.GzipFile(fileobj=raw) as file:
        yield file  # type: ignore[misc]


def _heading(file: BinaryIO) -> list[str]:
    """The design that the backup was made with."""
    heading = msgspec.json.decode(file.readline(), type=dict[str, Any])
    if heading.get("format") != FORMAT:
        raise BadBackup("not a backup of Pobratim")
    told: list[str] = heading["design"]
    if unknown := sorted(set(told) - set(design())):
        raise BadBackup("the backup was made by a newer version of Pobratim: install that one first", address=unknown[0])
    return told


def _check_sum(file: BinaryIO) -> None:
    """Reads all of it before anything is touched."""
    digest, rows, last = hashlib.sha256(), 0, b""
    for line in file:
        digest.update(last)
        rows += last.startswith(b"[")
        last = line
    if last != msgspec.json.encode({"rows": rows, "sha256": digest.hexdigest()}) + b"\n":
        raise BadBackup("the backup is damaged: its sum does not agree")


@contextmanager
def _as_of(told: list[str]) -> Iterator[Models]:
    """The tables as they were in that design, with the models of those days; they are brought up to date at the end."""
    kept = {_node(one) for one in told}
    later = {app for app, _ in {_node(one) for one in design()} - kept}
    executor = MigrationExecutor(connection)
    try:
        executor.migrate([target for app in sorted(later) for target in _last(executor, app, kept)])
        loader = MigrationExecutor(connection).loader
        yield loader.project_state(sorted(loader.applied_migrations)).apps.get_model
    finally:
        call_command("migrate", verbosity=0, interactive=False)


def _node(told: str) -> tuple[str, str]:
    """App and name of a migration."""
    app, _, name = told.partition(".")
    return app, name


def _last(executor: MigrationExecutor, app: str, kept: set[tuple[str, str]]) -> list[tuple[str, str | None]]:
    """The last migrations of an app among those kept: those that no other one kept builds upon; before all where none is."""
    own = [node for node in sorted(kept) if node[0] == app]
    nodes = executor.loader.graph.node_map
    return [node for node in own if not any(child.key in own for child in nodes[node].children)] or [(app, None)]


def _filled(path: Path, models: Models, told: Told) -> int:
    tables, size = [model._meta.db_table for model in kept_models()], path.stat().st_size
    with path.open("rb") as raw, gzip.GzipFile(fileobj=raw) as file, transaction.atomic(), bare([*tables, INDEX]):
        return _fill(file, models, lambda: told(raw.tell(), size))


def _fill(file: gzip.GzipFile, models: Models, go_on: Callable[[], None]) -> int:
    digest, rows = hashlib.sha256(), 0
    digest.update(file.readline())
    filled: list[type[Model]] = []
    waiting: list[list[Any]] = []
    columns: list[str] = []
    files = _Files()
    for line in file:
        told = msgspec.json.decode(line)
        if isinstance(told, list):
            waiting.append(told)
            rows += 1
        if filled and (isinstance(told, dict) or len(waiting) == AT_ONCE):
            load(filled[-1], columns, waiting)
            waiting.clear()
            go_on()
        if isinstance(told, dict) and "file" in told:
            files.add(told["file"], base64.b64decode(told["b"]))
        elif isinstance(told, dict):
            files.close()
            if "sha256" in told:
                if told != {"rows": rows, "sha256": digest.hexdigest()}:
                    raise BadBackup("the backup is damaged: its sum does not agree")
                _numbers_after(filled)
                return rows
            filled.append(models(told["table"]))
            columns = told["columns"]
        digest.update(line)
    raise BadBackup("the backup is cut off")


class _Files:
    """Files come in piece by piece; each is put into its folder when the next one begins."""

    def __init__(self) -> None:
        self.sha256 = ""
        self.chunks: list[bytes] = []

    def add(self, sha256: str, chunk: bytes) -> None:
        """One piece more."""
        if sha256 != self.sha256:
            self.close()
        self.sha256 = sha256
        self.chunks.append(chunk)

    def close(self) -> None:
        """Puts away what came in."""
        if self.chunks and file_bytes(self.chunks).sha256 != self.sha256:
            raise BadBackup("the backup is damaged: its sum does not agree")
        self.chunks = []


def _check_empty() -> None:
    for model in kept_models():
        if model._default_manager.exists():
            why = gettext("the register is not empty; name an empty one with POBRATIM_HOME or DATABASE_URL")
            raise BadBackup(why)


def _numbers_after(models: list[type[Model]]) -> None:
    """PostgreSQL gives numbers after the highest restored one."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)

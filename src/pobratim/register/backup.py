"""The whole register in one file, to be restored on SQLite or PostgreSQL (`register.restore`).

A gzip of JSON Lines: a heading with the state of the tables' design; then, table by table, a line with its columns and
a line a row; then the attached files a piece a line; at the end the number of rows and the SHA-256 of all lines before.
Binary values are base64 in `{"b": …}`, days and times are ISO.
"""

from __future__ import annotations

import base64
import datetime
import gzip
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from .filing import chunks_of, path_of
from .models import Attachment

FORMAT = "pobratim.backup/1"
BATCH = 1000
_OWNER_ONLY = 0o600
#: Is given how much is done of how much.
Told = Callable[[int, int], None]
#: Not a part of the register: who is logged in at the moment, and what Django writes for itself.
_NOT_KEPT = {"sessions.session", "contenttypes.contenttype", "auth.permission", "admin.logentry"}


def kept_models() -> list[type[Model]]:
    """The models that a backup holds, those that others refer to first; tables of many-to-many relations too."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    wanted = [model for model in models if model._meta.label_lower not in _NOT_KEPT and not _about_permissions(model)]
    found: list[type[Model]] = []
    while wanted:
        ready = [model for model in wanted if not _refers_to(model) & set(wanted) - {model}]
        ready = ready or wanted[:1]
        found += ready
        wanted = [model for model in wanted if model not in ready]
    return found


def _about_permissions(model: type[Model]) -> bool:
    return any(other._meta.label_lower == "auth.permission" for other in _refers_to(model))


def _refers_to(model: type[Model]) -> set[type[Model]]:
    return {field.related_model for field in model._meta.concrete_fields if isinstance(field.related_model, type)}


def design() -> list[str]:
    """The migrations that made the tables, as `app.name`, sorted."""
    applied = MigrationRecorder(connection).applied_migrations()
    kept = {model._meta.app_label for model in kept_models()}
    return sorted(f"{app}.{name}" for app, name in applied if app in kept)


def backup(path: Path, told: Told = lambda done, of: None) -> int:
    """Writes the register to a file and returns the number of rows; the file appears whole or not at all.

    Attached files whose bytes are gone (`selectors.attachment.lost_files`) hold nothing up.

    Args:
        path: of the file.
        told: is told now and then how many rows of how many are written.
    """
    digest, rows = hashlib.sha256(), 0
    with _one_moment(), _whole(path) as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as file:
        every = sum(model._default_manager.count() for model in kept_models())
        for line, is_row in _lines():
            digest.update(line)
            file.write(line)
            rows += is_row
            if is_row and not rows % BATCH:
                told(rows, every)
        file.write(msgspec.json.encode({"rows": rows, "sha256": digest.hexdigest()}) + b"\n")
    return rows


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file that is there when all is written, and not at all where that failed; it holds accounts: nobody else reads it."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)  # of one that was killed
    try:
        with open(part, "wb", opener=lambda name, flags: os.open(name, flags, _OWNER_ONLY)) as raw:
            yield raw
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def _one_moment() -> Iterator[None]:
    """All tables are read as they are at one moment, while others go on writing."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    line: Any = connection  # on SQLite it has a mode, once it is connected
    line.ensure_connection()
    mode, line.transaction_mode = line.transaction_mode, "DEFERRED"  # IMMEDIATE, as else, would keep writers out
    try:
        with transaction.atomic():
            yield
    finally:
        line.transaction_mode = mode


def _lines() -> Iterator[tuple[bytes, bool]]:
    encode = msgspec.json.encode
    yield encode({"format": FORMAT, "design": design()}) + b"\n", False
    for model in kept_models():
        columns = [field.attname for field in model._meta.concrete_fields]
        yield encode({"table": model._meta.label_lower, "columns": columns}) + b"\n", False
        for row in model._default_manager.order_by("pk").values_list(*columns).iterator(chunk_size=BATCH):
            yield encode([_plain(value) for value in row]) + b"\n", True
    for sha256 in Attachment.objects.order_by("sha256").values_list("sha256", flat=True).distinct():
        if path_of(sha256).is_file():
            for chunk in chunks_of(sha256):
                yield encode({"file": sha256, **_plain(chunk)}) + b"\n", False


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        return {"b": base64.b64encode(bytes(value)).decode()}
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value

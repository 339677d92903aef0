"""The whole register in one file, to be restored on SQLite or PostgreSQL.

A gzip of JSON Lines: a heading with the state of the tables' design; then, table by table, a line with its columns and
a line a row; then the attached files a piece a line; at the end the number of rows and the SHA-256 of all lines before.
Binary values are base64 in `{"b": …}`, days and times are ISO.
"""

from __future__ import annotations

import base64
import datetime
import gzip
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from django.apps import apps
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import BinaryField, Model

from .errors import BadBackup
from .filing import chunks_of, file_bytes, path_of
from .models import Attachment

FORMAT = "pobratim.backup/1"
BATCH = 1000
#: What reading a file that is no backup, or a harmed one, comes to.
_BROKEN = (OSError, EOFError, zlib.error, msgspec.MsgspecError, ValueError, LookupError, TypeError, DatabaseError)
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


def backup(path: Path) -> int:
    """Writes the register to a file and returns the number of rows; the file appears whole or not at all.

    Attached files whose bytes are gone (`selectors.attachment.lost_files`) hold nothing up.
    """
    part = path.with_name(f".{path.name}.part")
    digest, rows = hashlib.sha256(), 0
    with transaction.atomic(), part.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as file:
        _one_moment()
        for line, is_row in _lines():
            digest.update(line)
            file.write(line)
            rows += is_row
        file.write(msgspec.json.encode({"rows": rows, "sha256": digest.hexdigest()}) + b"\n")
    part.replace(path)
    return rows


def _one_moment() -> None:
    """All tables are read as they are at one moment."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


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


def restore(path: Path) -> int:
    """Puts a backup in the place of an empty register and returns the number of rows; all of it or nothing.

    Raises:
        BadBackup: not a backup, a broken one, one of another design; or the register is not empty.
    """
    try:
        with path.open("rb") as raw, gzip.GzipFile(fileobj=raw) as file, transaction.atomic():
            return _restore(file)  # type: ignore[arg-type]
    except _BROKEN as error:
        raise BadBackup(f"not a backup, or a broken one: {error}", address=str(path)) from error


def _restore(file: BinaryIO) -> int:
    digest, rows = hashlib.sha256(), 0
    first = file.readline()
    _check_heading(msgspec.json.decode(first, type=dict[str, Any]))
    digest.update(first)
    models = {model._meta.label_lower: model for model in kept_models()}
    _check_empty()
    waiting: list[Model] = []
    model: type[Model] | None = None
    columns: list[str] = []
    files = _Files()
    for line in file:
        told = msgspec.json.decode(line)
        if isinstance(told, dict) and "file" in told:
            files.add(told["file"], base64.b64decode(told["b"]))
        elif isinstance(told, dict):
            _store(model, waiting)
            waiting = []
            files.close()
            if "sha256" in told:
                if told != {"rows": rows, "sha256": digest.hexdigest()}:
                    raise BadBackup("the backup is damaged: its sum does not agree")
                _numbers_after()
                return rows
            model, columns = models[told["table"]], told["columns"]
        elif model is not None:
            waiting.append(_row(model, columns, told))
            rows += 1
            if len(waiting) == BATCH:
                _store(model, waiting)
                waiting = []
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


def _check_heading(heading: dict[str, Any]) -> None:
    if heading.get("format") != FORMAT:
        raise BadBackup("not a backup of Pobratim")
    if heading["design"] != design():
        raise BadBackup("the backup was made by another version of Pobratim: restore it with that one and bring it up to date")


def _check_empty() -> None:
    for model in kept_models():
        if model._default_manager.exists():
            raise BadBackup(f"the register is not empty: {model._meta.label_lower}")


def _row(model: type[Model], columns: list[str], values: list[Any]) -> Model:
    row = dict(zip(columns, values, strict=True))
    for field in model._meta.concrete_fields:
        value = row[field.attname]
        if isinstance(field, BinaryField) and isinstance(value, dict):
            row[field.attname] = base64.b64decode(value["b"])
        elif field.get_internal_type() in ("DateField", "DateTimeField") and isinstance(value, str):
            row[field.attname] = field.to_python(value)
    return model(**row)


def _store(model: type[Model] | None, rows: list[Model]) -> None:
    if model is not None and rows:
        model._default_manager.bulk_create(rows, batch_size=BATCH)


def _numbers_after() -> None:
    """PostgreSQL gives numbers after the highest restored one."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kept_models()):
            cursor.execute(statement)

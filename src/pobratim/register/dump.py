"""The register as canonical text: two registers that say the same give the same lines.

Numbers that the database gives and the time of reading are left out: they say when, not what.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec
from django.db.models import JSONField, Model, QuerySet, TextField
from django.db.models.functions import Cast

from . import models

_encode = msgspec.json.Encoder(order="deterministic").encode
#: Table → the columns that identify a row, by lookups; and columns that are left out.
_LEFT_OUT = {"id", "read_at", "source_id", "version_id", "mention_id", "current", "facts", "decision_id"}
_MODELS: tuple[type[Model], ...] = (
    models.Actor,
    models.Person,
    models.Appointment,
    models.Document,
    models.DocumentParty,
    models.Signature,
    models.DocumentSphere,
    models.DocumentRelation,
    models.DocumentState,
    models.Outliving,
    models.Contact,
    models.Silence,
    models.Event,
    models.EventParty,
    models.Participation,
    models.EventDocument,
    models.Statement,
    models.StatementDocument,
    models.Measure,
    models.MeasureExecutor,
    models.MeasureSphere,
    models.Plan,
    models.PartnerDocument,
    models.PartnerEvent,
    models.PartnerTotal,
    models.Match,
    models.Node,
    models.Block,
    models.Link,
    models.ActorVariant,
    models.PersonVariant,
    models.SearchRow,
    models.SearchName,
    models.SearchTotal,
)


def dump() -> Iterator[str]:
    """The lines: current pages, mentions, claims, decisions, records; sorted within each table."""
    yield from _page_lines()
    yield from _mention_lines()
    yield from _claim_lines()
    for model in _MODELS:
        yield from _lines(model)
    yield from _decision_lines()
    yield from _lines(models.Attachment)


def dump_hash() -> str:
    """SHA-256 of the dump."""
    whole = hashlib.sha256()
    for line in dump():
        whole.update(line.encode())
        whole.update(b"\n")
    return whole.hexdigest()


def _lines(model: type[Model]) -> Iterator[str]:
    columns = [field.attname for field in model._meta.concrete_fields if field.attname not in _LEFT_OUT]
    return _sorted_lines(model, model._default_manager.all(), columns)


def _sorted_lines(model: type[Model], rows: QuerySet[Any], columns: Iterable[str]) -> Iterator[str]:
    """JSON columns come as the text that the database keeps: few of them differ, so each is put in order once."""
    told = {name: name for name in columns}
    for field in model._meta.concrete_fields:
        if isinstance(field, JSONField) and field.attname in told:
            told[field.attname] = f"{field.attname}_text"
            rows = rows.annotate(**{told[field.attname]: Cast(field.attname, TextField())})
    texts = [number for number, (name, asked) in enumerate(told.items()) if name != asked]

    def line(row: tuple[Any, ...]) -> str:
        values = list(row)
        for number in texts:
            values[number] = _canonical(values[number])
        return _line(model, dict(zip(told, values, strict=True)))

    return iter(sorted(map(line, rows.values_list(*told.values()).iterator())))


def _line(model: type[Model], value: object) -> str:
    return f"{model._meta.model_name} {_encode(value).decode()}"


@lru_cache(maxsize=4096)
def _canonical(text: str | None) -> msgspec.Raw:
    """A JSON text with its keys in order; none is `null`."""
    return msgspec.Raw(_encode(msgspec.json.decode(text)) if text else b"null")


def _page_lines() -> Iterator[str]:
    columns = ("address", "snapshot", "facts_hash", "title", "published", "reader", "source__name")
    return _sorted_lines(models.PageVersion, models.PageVersion.objects.filter(current=True), columns)


def _mention_lines() -> Iterator[str]:
    return _sorted_lines(models.Mention, models.Mention.objects.all(), ("version__address", "local", "node_id"))


def _claim_lines() -> Iterator[str]:
    columns = ("field", "value", "modality", "spans", "state", "mention__local", "mention__version__address")
    return _sorted_lines(models.Claim, models.Claim.objects.all(), columns)


def _decision_lines() -> Iterator[str]:
    fields = ("id", "action", "field", "value", "before", "reason", "author_name", "made_at", "undone_at", "undone_by")
    for row in models.PersonDecision.objects.order_by("pk").values(*fields).iterator():
        anchors = models.DecisionAnchor.objects.filter(decision=row["id"]).values_list("node", "side").order_by("node", "side")
        yield _line(models.PersonDecision, {**row, "anchors": list(anchors)})

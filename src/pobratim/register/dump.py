"""The register as canonical text: two registers that say the same give the same lines.

Numbers that the database gives and the time of reading are left out: they say when, not what.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec
from django.db.models import Model

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
    models.Event,
    models.EventParty,
    models.Participation,
    models.EventDocument,
    models.Statement,
    models.StatementDocument,
    models.Measure,
    models.MeasureExecutor,
    models.MeasureSphere,
    models.Match,
    models.Node,
    models.Block,
    models.Link,
    models.ActorVariant,
    models.SearchRow,
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
    rows = (_line(model, dict(zip(columns, row, strict=True))) for row in model._default_manager.values_list(*columns).iterator())
    return iter(sorted(rows))


def _line(model: type[Model], value: object) -> str:
    return f"{model._meta.model_name} {_encode(value).decode()}"


def _page_lines() -> Iterator[str]:
    rows = models.PageVersion.objects.filter(current=True).values(
        "address", "snapshot", "facts_hash", "title", "published", "reader", "source__name"
    )
    return iter(sorted(_line(models.PageVersion, row) for row in rows.iterator()))


def _mention_lines() -> Iterator[str]:
    rows = models.Mention.objects.values("version__address", "local", "node_id")
    return iter(sorted(_line(models.Mention, row) for row in rows.iterator()))


def _claim_lines() -> Iterator[str]:
    fields = ("field", "value", "modality", "spans", "state", "mention__local", "mention__version__address")
    return iter(sorted(_line(models.Claim, row) for row in models.Claim.objects.values(*fields).iterator()))


def _decision_lines() -> Iterator[str]:
    fields = ("id", "action", "field", "value", "before", "reason", "author_name", "made_at", "undone_at", "undone_by")
    for row in models.PersonDecision.objects.order_by("pk").values(*fields).iterator():
        anchors = models.DecisionAnchor.objects.filter(decision=row["id"]).values_list("node", "side").order_by("node", "side")
        yield _line(models.PersonDecision, {**row, "anchors": list(anchors)})

"""What people said."""

from __future__ import annotations

from django.db import models

from .document import Document
from .person import Person
from .record import Record


class Statement(Record):
    """The words of a person, quoted (`direct`) or reported; the promise in them (`field.Promise`) and what became of it."""

    speaker = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="statements")
    text = models.TextField()
    direct = models.BooleanField(default=False)
    promise = models.JSONField(null=True)
    promised = models.BooleanField(default=False, db_index=True)
    outcome = models.JSONField(null=True)

    class Meta:
        """By what waits for review."""

        indexes = [models.Index(fields=["state", "-last_told"])]


class StatementDocument(models.Model):
    """A document that the words are about."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="document_rows")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="statement_rows")

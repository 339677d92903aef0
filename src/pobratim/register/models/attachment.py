"""Files at records: scans of originals, letters, tables."""

from __future__ import annotations

from django.db import models

from .decision import PersonDecision


class Attachment(models.Model):
    """A file at a record; the bytes lie in the data folder under their SHA-256.

    Which record, who attached it, when, with what note, and whether it was taken away again tells its decision: a file
    follows its record through merges and better readings as every decision does.
    """

    decision = models.OneToOneField(PersonDecision, on_delete=models.PROTECT, related_name="attachment")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)

"""Pages as they were read: one row a version, never changed afterwards but for `current`."""

from __future__ import annotations

from django.db import models

FILES = "files"  # what the source of pages without a site and a host is called


class Source(models.Model):
    """A site, by its host; the folder of files, by its name."""

    name = models.CharField(max_length=255, unique=True)


class PageVersion(models.Model):
    """One reading of one page. `facts` is the contract's JSON without the text, deflated; `text` is what offsets count in.

    `address_hash` stands for the address where rows are looked up: an address may be longer than an index takes.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT)
    address = models.TextField()
    address_hash = models.CharField(max_length=20)
    current = models.BooleanField(default=True)
    snapshot = models.CharField(max_length=64, help_text="SHA-256 of the bytes that were read, else of the facts")
    facts_hash = models.CharField(max_length=64)
    title = models.TextField()
    published = models.DateField(null=True)
    text = models.TextField()
    facts = models.BinaryField()
    reader = models.CharField(max_length=40, help_text="version of Pobratim that read it")
    read_at = models.DateTimeField()

    class Meta:
        """One version of a page is current."""

        constraints = [
            models.UniqueConstraint(fields=["address_hash"], condition=models.Q(current=True), name="one_current_version"),
        ]
        indexes = [
            models.Index(fields=["address_hash", "id"]),
            models.Index(fields=["-published", "-id"], condition=models.Q(current=True), name="current_by_day"),
        ]

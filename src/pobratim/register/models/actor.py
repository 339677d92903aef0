"""Places and bodies."""

from __future__ import annotations

from django.db import models

from .record import Record


class Actor(Record):
    """A place or body. `names`: every name met, `[[name, mentions], …]`, the usual one first; `folded` is for look-up.

    `documents_count`, `events_count`: for how many it, or an organ that acts for it, is a party.
    """

    name = models.TextField()
    folded = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(max_length=20)
    level = models.CharField(max_length=12)
    country = models.CharField(max_length=2, blank=True)
    iso3166_2 = models.CharField(max_length=12, blank=True, db_index=True)
    geonames = models.BigIntegerField(null=True)
    within = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts")
    names = models.JSONField(default=list)
    documents_count = models.IntegerField(default=0)
    events_count = models.IntegerField(default=0)

    class Meta:
        """Lists are by kind and name, or the busiest first; what waits for review by how often it is met, and by namesakes."""

        indexes = [
            models.Index(fields=["kind", "folded"]),
            models.Index(fields=["-documents_count", "-events_count", "folded", "key"], name="busiest_actors"),
            models.Index(fields=["state", "-pages"]),
            models.Index(fields=["state", "folded"]),
        ]

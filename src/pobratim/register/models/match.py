"""News that meets what was planned."""

from __future__ import annotations

from django.db import models


class Match(models.Model):
    """`record` (an event, a document) may be what became of `target` (a measure, a promise, a document announced).

    Both are keys of records; `score` is 0–100; `why` holds the reasons as `resolve.plans.match.Reasons`. Derived, as
    records are: what a person accepted or rejected is no row any more.
    """

    target = models.CharField(max_length=21, db_index=True)
    record = models.CharField(max_length=21, db_index=True)
    score = models.SmallIntegerField()
    why = models.JSONField(default=dict)

    class Meta:
        """The likeliest first."""

        constraints = [models.UniqueConstraint(fields=["target", "record"], name="match_once")]
        indexes = [models.Index(fields=["-score", "target", "record"])]

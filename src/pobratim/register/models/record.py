"""What all records have in common."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    """Proposed by a page; accepted or rejected by a person."""

    PROPOSED = "p"
    ACCEPTED = "a"
    REJECTED = "r"


class Record(models.Model):
    """A cluster of nodes as one thing. Written by `derive` alone, from claims and decisions.

    `contradictions`: field → list of the values that cannot all be true. `decided`: field → what a person set.
    `fields` holds, for every field, all values with the number of pages behind each, the chosen one first.
    """

    key = models.CharField(max_length=21, primary_key=True)
    state = models.CharField(max_length=1, choices=State.choices, default=State.PROPOSED)
    pages = models.IntegerField(default=0)
    first_told = models.DateField(null=True)
    last_told = models.DateField(null=True)
    contradictions = models.JSONField(default=dict)
    contradicted = models.BooleanField(default=False)
    decided = models.JSONField(default=dict)
    fields = models.JSONField(default=dict)

    class Meta:
        """No table of its own."""

        abstract = True

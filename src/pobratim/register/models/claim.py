"""Claims: what one page asserts of one field of one thing, and where it says so."""

from __future__ import annotations

from django.db import models

from .decision import PersonDecision
from .node import Mention
from .record import State


class Modality(models.TextChoices):
    """Told as a fact, as an intention, or recalled from earlier."""

    ASSERTED = "a"
    PLANNED = "p"
    RECALLED = "r"


class Claim(models.Model):
    """`value` is canonical JSON in which people, actors and documents are `{"node": key}`.

    `spans` is JSON `[[start, end], …]`: code points of the version's text, end-exclusive. Who accepted or rejected it,
    when and why is told by `decision`.
    """

    mention = models.ForeignKey(Mention, on_delete=models.CASCADE)
    field = models.CharField(max_length=12)
    value = models.TextField()
    modality = models.CharField(max_length=1, choices=Modality.choices, default=Modality.ASSERTED)
    spans = models.TextField()
    state = models.CharField(max_length=1, choices=State.choices, default=State.PROPOSED)
    decision = models.ForeignKey(PersonDecision, null=True, on_delete=models.SET_NULL, db_index=False)

    class Meta:
        """Few claims are decided: their index is small."""

        indexes = [models.Index(fields=["mention"], condition=models.Q(decision__isnull=False), name="decided_claims")]

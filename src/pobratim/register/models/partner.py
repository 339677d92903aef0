"""What counts for a partner, with all that its lists and figures ask for: nobody needs to look at the records themselves.

Written by `derive` alone. A partner of a document or event is a party, and the territory for which a party acts.
"""

from __future__ import annotations

from django.db import models

from .actor import Actor
from .document import Document
from .event import Event


class PartnerDocument(models.Model):
    """A document of a partner in one stretch of its life: it is in the state from the first day to the last (`DocumentState`).

    The last stretch ends on `date.max`: each document has one that does. `day` is the first day of the signing, `date.min`
    where there is none; `year` that of the signing, null for what is only meant to be signed.
    """

    partner = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+", db_index=False)
    state = models.CharField(max_length=10)
    first = models.DateField()
    last = models.DateField()
    day = models.DateField()
    year = models.SmallIntegerField(null=True)

    class Meta:
        """A partner's by state, the latest signed first, and nothing else has to be read; those of a document."""

        indexes = [
            models.Index(fields=["partner", "state", "-day", "document", "first", "last", "year"], name="documents_of_partner"),
            models.Index(fields=["document", "partner"], name="partners_of_document"),
        ]


class PartnerEvent(models.Model):
    """An event of a partner; `day` is the first of its days, `date.min` for none; `year` is null for what was cancelled."""

    partner = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    year = models.SmallIntegerField(null=True)

    class Meta:
        """A partner's, the latest first; those of an event."""

        indexes = [
            models.Index(fields=["partner", "-day", "event", "year"], name="events_of_partner"),
            models.Index(fields=["event", "partner"], name="partners_of_event"),
        ]


class PartnerTotal(models.Model):
    """How many documents of a partner are in a sphere (`s`: `value` is its code, `year` that of the signing, 0 for none),
    and how many it has with another partner (`o`: `value` is the other's key, `year` 0).
    """

    SPHERE, OTHER = "s", "o"

    partner = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=1)
    value = models.CharField(max_length=40)
    year = models.SmallIntegerField()
    number = models.IntegerField()

    class Meta:
        """A value is counted in one row."""

        constraints = [models.UniqueConstraint(fields=["partner", "kind", "value", "year"], name="partner_total_once")]

"""Visits, meetings, forums."""

from __future__ import annotations

from django.db import models

from .actor import Actor
from .document import Document
from .person import Person
from .record import Record


class Event(Record):
    """Dates as in `Document`."""

    kind = models.CharField(max_length=16)
    status = models.CharField(max_length=12)
    date = models.CharField(max_length=10, blank=True)
    date_precision = models.CharField(max_length=5, blank=True)
    date_basis = models.CharField(max_length=8, blank=True)
    date_wording = models.TextField(blank=True)
    date_first = models.DateField(null=True)
    date_last = models.DateField(null=True)
    place = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="events_here")
    host = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="events_hosted")
    within = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts")
    history = models.JSONField(default=list)
    parties = models.ManyToManyField(Actor, through="EventParty", through_fields=("event", "actor"), related_name="events")

    class Meta:
        """By day; the few that are planned, by their end."""

        indexes = [
            models.Index(fields=["-date_first", "key"]),
            models.Index(fields=["state", "-last_told"]),
            models.Index(fields=["-last_told"], condition=models.Q(contradicted=True), name="event_contradicted"),
            models.Index(fields=["status", "date_last"]),
        ]


class EventParty(models.Model):
    """A party; `acts_for` as in `DocumentParty`."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="party_rows")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="event_party_rows")
    acts_for = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="acted_for_event_rows", db_index=False)
    position = models.SmallIntegerField()

    class Meta:
        """What a partner takes part in."""

        indexes = [models.Index(fields=["acts_for", "event"])]


class Participation(models.Model):
    """A person at an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="participations")
    role = models.CharField(max_length=12)
    side = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="participations")


class EventDocument(models.Model):
    """A document that the event is about."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="document_rows")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="event_rows")

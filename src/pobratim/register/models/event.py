"""Visits, meetings, forums."""

from __future__ import annotations

import datetime

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
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="event_party_rows", db_index=False)
    acts_for = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="acted_for_event_rows", db_index=False)
    position = models.SmallIntegerField()

    class Meta:
        """What a partner takes part in; for whom an actor acts."""

        indexes = [
            models.Index(fields=["acts_for", "event"]),
            models.Index(fields=["actor", "acts_for"], name="event_party_acts_for"),
        ]


class Participation(models.Model):
    """A person at an event; `day` is the event's, `date.min` for none."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="participations", db_index=False)
    role = models.CharField(max_length=12)
    side = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="participations")
    day = models.DateField(default=datetime.date.min)

    class Meta:
        """A person's, the latest first; who was at an event and for whom."""

        indexes = [
            models.Index(fields=["person", "-day", "event"], name="was_at"),
            models.Index(fields=["event", "person", "side"], name="people_at"),
        ]


class EventDocument(models.Model):
    """A document that the event is about."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="document_rows")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="event_rows")

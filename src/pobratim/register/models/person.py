"""People and their posts."""

from __future__ import annotations

from django.db import models

from .actor import Actor
from .record import Record


class Person(Record):
    """`name` is the fullest that pages give; parts are folded in `folded` (surname first)."""

    name = models.TextField()
    folded = models.CharField(max_length=200, db_index=True)
    surname = models.TextField(blank=True)
    given = models.TextField(blank=True)
    patronymic = models.TextField(blank=True)

    class Meta:
        """By what waits for review, by namesakes."""

        indexes = [models.Index(fields=["state", "-last_told"]), models.Index(fields=["state", "folded"])]


class Appointment(models.Model):
    """A post of a person; first and last day on which a page told of it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="appointments")
    title = models.TextField()
    of = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="appointments")
    acting = models.BooleanField(default=False)
    first_told = models.DateField(null=True)
    last_told = models.DateField(null=True)
    pages = models.IntegerField(default=0)

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
    """A post of a person; first and last day on which a page told of it. `office` is the title folded: one with that of
    others in the same post.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="appointments", db_index=False)
    title = models.TextField()
    office = models.CharField(max_length=200, default="")
    of = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="appointments", db_index=False)
    acting = models.BooleanField(default=False)
    first_told = models.DateField(null=True)
    last_told = models.DateField(null=True)
    pages = models.IntegerField(default=0)

    class Meta:
        """A person's, who else was in a post on a day: both without a look at the rows."""

        indexes = [
            models.Index(fields=["person", "of", "first_told", "last_told", "office"], name="posts_of_person"),
            models.Index(fields=["of", "office", "first_told", "last_told", "person"], name="people_in_post"),
        ]

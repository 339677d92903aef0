"""Contacts between two partners, and the days on which they are missed. Written by `derive` alone."""

from __future__ import annotations

from django.db import models

from .actor import Actor


class Contact(models.Model):
    """A document or event of two partners (`a < b`), with the days on which it was or may have been."""

    record = models.CharField(max_length=21)
    a = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    b = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        """Those of two partners, documents first; those of a record."""

        indexes = [
            models.Index(fields=["a", "b", "record", "first", "last"], name="contacts_of_two"),
            models.Index(fields=["record"], name="contacts_of_record"),
        ]


class Silence(models.Model):
    """On each of these days a document of the two is in force, and for a year nothing is told of them; `signed` is the first
    day on which the last such document may have been signed. See `register.silence`.
    """

    a = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    b = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    first = models.DateField()
    last = models.DateField()
    signed = models.DateField()

    class Meta:
        """Those of two partners; those of a day, the longest first."""

        indexes = [
            models.Index(fields=["a", "b"], name="silences_of_two"),
            models.Index(fields=["signed", "a", "b", "first", "last"], name="longest_silences"),
        ]

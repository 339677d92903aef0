"""Tokens: with one, a program writes in the name of an account, or fetches its calendar."""

from __future__ import annotations

from django.db import models

from .user import User


class Purpose(models.TextChoices):
    """What a token is good for: nothing else."""

    WRITE = "write"
    CALENDAR = "calendar"


class Token(models.Model):
    """`digest` is the SHA-256 of the secret, which is kept nowhere; `last_used` is the day alone."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=8, choices=Purpose.choices, default=Purpose.WRITE)
    created = models.DateTimeField()
    last_used = models.DateField(null=True)
    revoked = models.DateTimeField(null=True)

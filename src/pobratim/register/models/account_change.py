"""What became of accounts: made, given another role, closed, opened, given another password, and by whom."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class AccountAction(models.TextChoices):
    """What may be done to an account."""

    ADD = "add"
    ROLE = "role"
    CLOSE = "close"
    OPEN = "open"
    PASSWORD = "password"


class AccountChange(models.Model):
    """One line of the history of accounts; `value` is the role, where the change is about it."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="changes")
    action = models.CharField(max_length=8, choices=AccountAction.choices)
    value = models.CharField(max_length=8, blank=True)
    author_name = models.TextField()
    made_at = models.DateTimeField()

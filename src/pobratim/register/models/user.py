"""Who uses the register."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """A viewer reads, an editor proposes and reviews, a manager merges, deletes, and keeps the users."""

    VIEWER = "viewer"
    EDITOR = "editor"
    MANAGER = "manager"


class Digest(models.TextChoices):
    """How often the mail of what is due goes to a person."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


class User(AbstractUser):
    """A person with an account; `digest` says how often the mail of what is due goes to `email`."""

    digest = models.CharField(max_length=6, choices=Digest.choices, default=Digest.NEVER)
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.VIEWER)

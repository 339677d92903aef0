"""Who uses the register."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """A viewer reads, an editor proposes and reviews, a manager merges, deletes, and keeps the users."""

    VIEWER = "viewer"
    EDITOR = "editor"
    MANAGER = "manager"


class User(AbstractUser):
    """A person with an account."""

    role = models.CharField(max_length=8, choices=Role.choices, default=Role.VIEWER)

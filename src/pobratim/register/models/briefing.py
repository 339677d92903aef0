"""Briefings that people keep: what each is about, and its text as they left it, time by time."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Briefing(models.Model):
    """What a kept briefing is about; `own` is empty for one on a partner alone.

    The keys are those of the day on which it was made: `record_of` leads on from them. One that was taken away stays.
    """

    partner = models.CharField(max_length=21, db_index=True)
    own = models.CharField(max_length=21, blank=True, db_index=True)
    on = models.DateField()
    short = models.BooleanField(default=False)
    language = models.CharField(max_length=2)
    title = models.TextField()
    removed_at = models.DateTimeField(null=True)
    removed_by = models.TextField(blank=True)


class BriefingText(models.Model):
    """The text at one time; none is ever changed.

    `changes`: what people typed in place of the register's words (`reports.edited.Change`); `paper`: the whole paper with
    them (`reports.kept`).
    """

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="texts")
    changes = models.JSONField(default=list)
    paper = models.JSONField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="briefings")
    author_name = models.TextField()
    made_at = models.DateTimeField()

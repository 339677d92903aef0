"""What people decided. A decision is never changed or deleted: it may be undone, and that is kept too."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Action(models.TextChoices):
    """What a person may do with records."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    ATTACH = "attach"


class PersonDecision(models.Model):
    """`field` is empty for the record as a whole; `value` is JSON: the value accepted, rejected or set; null for none.

    `before` is what the field held when it was decided on, for the history alone: a list where it holds several.

    Decisions of one author with one `made_at` were made at one stroke.
    """

    action = models.CharField(max_length=6, choices=Action.choices)
    field = models.CharField(max_length=12, blank=True)
    value = models.JSONField(null=True)
    before = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="decisions")
    author_name = models.TextField()
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.TextField(blank=True)


class DecisionAnchor(models.Model):
    """A node that a decision speaks of, with its content at that time: by it the decision finds its record again.

    `side` parts the two sides of a split; a node that is only named in the decision's value has the side `NAMED`, and
    `snapshot` then holds what its record was (field → values), should no page tell of it any more.
    """

    NAMED = 9

    decision = models.ForeignKey(PersonDecision, on_delete=models.CASCADE, related_name="anchors")
    node = models.CharField(max_length=21, db_index=True)
    side = models.SmallIntegerField(default=0)
    kind = models.CharField(max_length=1)
    content = models.TextField()
    snapshot = models.JSONField(default=dict)


class AnchorPlace(models.Model):
    """A place where the anchor's node was mentioned: where the page is read anew, the decision looks there."""

    anchor = models.ForeignKey(DecisionAnchor, on_delete=models.CASCADE, related_name="places")
    address_hash = models.CharField(max_length=20, db_index=True)
    local = models.TextField()

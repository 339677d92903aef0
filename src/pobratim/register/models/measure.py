"""Items of plans of measures, and what was reported on them."""

from __future__ import annotations

from django.db import models

from .actor import Actor
from .document import Document
from .record import Record


class Measure(Record):
    """An item of a plan. `due` is as in `values.follow_up.Due`; `due_first` … `due_last` are its days, where it has any;
    `due_by` is the day of each year by which it is awaited, `12-01`.

    `reports`: all of them, by period. `understood` is false where its row in the file was not.
    """

    plan = models.ForeignKey(Document, null=True, on_delete=models.CASCADE, related_name="measures")
    section = models.TextField(blank=True)
    number = models.TextField(blank=True)
    text = models.TextField()
    expected = models.TextField(blank=True)
    due = models.JSONField(null=True)
    due_first = models.DateField(null=True)
    due_last = models.DateField(null=True)
    recurring = models.CharField(max_length=12, blank=True)
    due_by = models.CharField(max_length=5, blank=True, default="")
    reports = models.JSONField(default=list)
    raw = models.JSONField(null=True)
    understood = models.BooleanField(default=True)
    position = models.IntegerField(default=0)

    class Meta:
        """A plan's in their order; what is due."""

        indexes = [models.Index(fields=["plan", "position"]), models.Index(fields=["due_last"])]


class Plan(models.Model):
    """A document that is a plan: it has measures (`measured`), or is of a kind that should. `day` is the first of its signing,
    `date.min` for none. Written by `derive` alone; what was rejected is no plan.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+", db_index=False)
    measured = models.BooleanField()
    day = models.DateField()

    class Meta:
        """In the order of the list, and nothing else has to be read; that of a document."""

        indexes = [
            models.Index(fields=["-measured", "-day", "document"], name="plans_in_order"),
            models.Index(fields=["document"], name="plan_of_document"),
        ]


class MeasureExecutor(models.Model):
    """Who carries it out: the name as written, the side of the plan (`a`, `b`, `joint`, empty), the actor if it is known."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="executors")
    actor = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="measures")
    name = models.TextField()
    side = models.CharField(max_length=5, blank=True)


class MeasureSphere(models.Model):
    """A sphere of cooperation, by its code."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="spheres")
    code = models.CharField(max_length=40, db_index=True)

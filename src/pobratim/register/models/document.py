"""Agreements and other instruments."""

from __future__ import annotations

import datetime

from django.db import models

from .actor import Actor
from .person import Person
from .record import Record


class Document(Record):
    """`signed` is the partial date; `signed_first` … `signed_last` are the days it covers.

    `ends_last` is the last day of the first term where it can be told; `renews`, `step_years` and `notice_months` say what
    happens then, and `ends_finally`, `decide_by` and `decide_turn` follow from them (see `register.term`). `course` holds
    the turns that people entered, by day; `history` is `[{"status", "told", "pages"}, …]`.
    """

    kind = models.CharField(max_length=12)
    title = models.TextField(blank=True)
    status = models.CharField(max_length=12)
    background = models.BooleanField(default=False)
    signed = models.CharField(max_length=10, blank=True)
    signed_precision = models.CharField(max_length=5, blank=True)
    signed_basis = models.CharField(max_length=8, blank=True)
    signed_wording = models.TextField(blank=True)
    signed_first = models.DateField(null=True)
    signed_last = models.DateField(null=True)
    term = models.JSONField(null=True)
    ends_last = models.DateField(null=True)
    renews = models.CharField(max_length=8, blank=True)
    step_years = models.SmallIntegerField(null=True)
    notice_months = models.SmallIntegerField(null=True)
    ends_finally = models.DateField(null=True)
    decide_by = models.DateField(null=True)
    decide_turn = models.SmallIntegerField(null=True)
    course = models.JSONField(default=list)
    place = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="documents_signed_here")
    history = models.JSONField(default=list)
    parties = models.ManyToManyField(
        Actor, through="DocumentParty", through_fields=("document", "actor"), related_name="documents"
    )

    class Meta:
        """By day, by status, by end."""

        indexes = [
            models.Index(fields=["-signed_first", "key"]),
            models.Index(fields=["status", "-signed_first"]),
            models.Index(fields=["ends_last"]),
            models.Index(
                fields=["ends_finally", "key", "state", "renews", "ends_last"],
                condition=models.Q(ends_finally__isnull=False),
                name="documents_end",
            ),
            models.Index(fields=["status", "first_told", "signed_last", "key", "state"], name="documents_intended"),
            models.Index(fields=["decide_by"], condition=models.Q(decide_by__isnull=False), name="documents_decide"),
            models.Index(fields=["decide_turn"], condition=models.Q(decide_turn__isnull=False), name="documents_decide_again"),
            models.Index(fields=["state", "-last_told"]),
            models.Index(fields=["-last_told"], condition=models.Q(contradicted=True), name="document_contradicted"),
        ]


class DocumentParty(models.Model):
    """A party; `acts_for` is the territory where the party is its organ of power, else the party itself."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="party_rows", db_index=False)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="party_rows", db_index=False)
    acts_for = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="acted_for_rows", db_index=False)
    position = models.SmallIntegerField()

    class Meta:
        """What a partner takes part in; those of a document, and for whom an actor acts, without a look at the rows."""

        indexes = [
            models.Index(fields=["acts_for", "document"]),
            models.Index(fields=["document", "acts_for", "actor"], name="parties_of_document"),
            models.Index(fields=["actor", "acts_for"], name="document_party_acts_for"),
        ]


class Signature(models.Model):
    """Who signed, or (`witness`) in whose presence it was signed; `day` is the document's, `date.min` for none."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="signatures", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="signatures", db_index=False)
    party = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="signatures")
    witness = models.BooleanField(default=False)
    day = models.DateField(default=datetime.date.min)

    class Meta:
        """A person's, the latest first; who signed a document and for whom."""

        indexes = [
            models.Index(fields=["person", "-day", "document"], name="signed_by"),
            models.Index(fields=["document", "witness", "person", "party"], name="hands_on_document"),
        ]


class DocumentRelation(models.Model):
    """`document` implements, prolongs, … `to`."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="relations")
    to = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="relations_back")
    kind = models.CharField(max_length=12)


class DocumentSphere(models.Model):
    """A sphere of cooperation, by its code."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="spheres", db_index=False)
    code = models.CharField(max_length=40, db_index=True)

    class Meta:
        """Those of a document."""

        indexes = [models.Index(fields=["document", "code"], name="spheres_of_document")]


class DocumentState(models.Model):
    """The document is in that state (`lifecycle.Lifecycle`) from the first day to the last: what `lifecycle` says of every
    day, kept so that the database can tell what was in force on one. Days without bounds are those of the calendar.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="states", db_index=False)
    state = models.CharField(max_length=10)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        """A document's; all that were in a state on a day."""

        indexes = [
            models.Index(fields=["document", "first", "last", "state"], name="states_of_document"),
            models.Index(fields=["last", "first", "state", "document"], name="documents_in_state"),
        ]


class Outliving(models.Model):
    """A plan that goes on after the end of the document that it implements (`to`), with their last days; both are alive.
    Written by `derive` alone.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+", db_index=False)
    to = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    ends = models.DateField()
    to_ends = models.DateField()

    class Meta:
        """Those of a plan; the nearest end of what they rest on first."""

        indexes = [
            models.Index(fields=["document"], name="outliving_of_document"),
            models.Index(fields=["to_ends", "document", "to", "ends"], name="outliving_nearest"),
        ]

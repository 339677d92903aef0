"""What people said."""

from __future__ import annotations

import datetime

from django.db import models

from .document import Document
from .person import Person
from .record import Record


class Statement(Record):
    """The words of a person, quoted (`direct`) or reported; the promise in them (`follow_up.Promise`) and what became of it.

    Of a promise the columns below hold what lists ask for: who takes it on and to whom (keys of records, empty for none),
    the last day that its date covers, and what became of it (empty where nothing is promised). `course` is what became of
    it turn by turn, see `register.promise`; `outcome` and `promise_state` are by the last word.
    """

    speaker = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="statements", db_index=False)
    text = models.TextField()
    direct = models.BooleanField(default=False)
    promise = models.JSONField(null=True)
    promised = models.BooleanField(default=False, db_index=True)
    promised_by = models.CharField(max_length=21, blank=True, default="", db_index=True)
    promised_to = models.CharField(max_length=21, blank=True, default="", db_index=True)
    promise_due = models.DateField(null=True)
    promise_state = models.CharField(max_length=8, blank=True, default="")
    outcome = models.JSONField(null=True)
    course = models.JSONField(default=list)

    class Meta:
        """By what waits for review; promises by what became of them; what a person said, and what was said, the latest first."""

        indexes = [
            models.Index(fields=["speaker", "-last_told", "key"], name="said_by"),
            models.Index(fields=["state", "-last_told"]),
            models.Index(fields=["-last_told", "key"], name="statements_told"),
            models.Index(fields=["promise_state", "promise_due"]),
        ]


class StatementDocument(models.Model):
    """A document that the words are about; `day` is the one on which they were told last, `date.min` for none."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="document_rows")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="statement_rows", db_index=False)
    day = models.DateField(default=datetime.date.min)

    class Meta:
        """What was said of a document."""

        indexes = [models.Index(fields=["document", "day", "statement"], name="words_on_document")]


class PromiseState(models.Model):
    """The promise of the statement is in that state from the first day to the last: what `register.promise` says of every
    day, kept so that the database can tell what was open on one. Days without bounds are those of the calendar.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="promise_states", db_index=False)
    state = models.CharField(max_length=8)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        """Those of a statement."""

        indexes = [models.Index(fields=["statement", "first", "last", "state"], name="states_of_promise")]

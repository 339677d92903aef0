"""Lists of agreements and plans of measures that came in.

The mapping of their columns, each import, and each of its rows as it stood in the file.
"""

from __future__ import annotations

from django.db import models


class ListMapping(models.Model):
    """What people made of a layout's columns: `fields` is folded heading → field; `digest` stands for all the headings."""

    digest = models.CharField(max_length=20, unique=True)
    fields = models.JSONField()
    author_name = models.TextField()
    made_at = models.DateTimeField()


class ListImport(models.Model):
    """One import; its decisions point here. `sha256` is of the file's bytes, `columns` column letter → field.

    `own` is the office's side, of lists of agreements; `plan` the key of the plan, of measures.
    """

    file = models.TextField()
    sha256 = models.CharField(max_length=64)
    sheet = models.TextField()
    own = models.TextField(blank=True)
    plan = models.CharField(max_length=21, blank=True, db_index=True)
    columns = models.JSONField()
    author_name = models.TextField()
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.TextField(blank=True)


class ListRow(models.Model):
    """A row that came in: its number in the file, its cells (heading → words), the node of the record that it tells of."""

    list_import = models.ForeignKey(ListImport, on_delete=models.CASCADE, related_name="rows")
    number = models.IntegerField()
    cells = models.JSONField()
    node = models.CharField(max_length=21, db_index=True)

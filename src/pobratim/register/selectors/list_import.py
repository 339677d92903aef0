"""Lists that were imported: the remembered mapping of a layout, the imports, the rows behind a record."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from pobratim.register.lists.layout import Columns, Layout
from pobratim.register.lists.mapping import LIST
from pobratim.register.models import ListImport, ListMapping, ListRow, Node
from pobratim.tables import Table

from .record import record_of


def columns_of(table: Table, layout: Layout = LIST) -> tuple[Columns, ListMapping | None]:
    """The mapping of a table's columns, as it is remembered for its headings (and by whom), else as it is guessed."""
    known = ListMapping.objects.filter(digest=layout.digest(table)).first()
    return (layout.from_headings(table, known.fields), known) if known else (layout.guess(table), None)


def imports() -> QuerySet[ListImport]:
    """All imports with `rows_count`, the newest first, those undone too."""
    return ListImport.objects.annotate(rows_count=Count("rows")).order_by("-pk")


def rows_behind(key: str) -> QuerySet[ListRow]:
    """The rows of lists that tell of a document, of imports that were not undone, the oldest first."""
    nodes = Node.objects.filter(record=record_of(key).key).values("key")
    found = ListRow.objects.filter(node__in=nodes, list_import__undone_at=None)
    return found.select_related("list_import").order_by("list_import", "number")

"""The mapping of a list's columns remembered, and an import taken back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.errors import NoSuchRecord, WrongDecision
from pobratim.register.lists.layout import Columns, Layout
from pobratim.register.lists.mapping import LIST
from pobratim.register.models import ListImport, ListMapping, PersonDecision
from pobratim.register.permission import Permission, require
from pobratim.tables import Table

from .decision import Author, clean
from .field import cleaned
from .undo import decisions_undo


@transaction.atomic
def list_mapping_store(*, table: Table, columns: Columns, author: Author, layout: Layout = LIST) -> ListMapping:
    """Remembers what the columns of this layout hold; the next list with these headings is read so.

    Raises:
        WrongValue: the mapping cannot be used.
    """
    require(author.user, Permission.ENTER)
    fields = layout.by_heading(table, layout.checked(columns))
    told = {"fields": cleaned(fields), "author_name": clean(author.name), "made_at": timezone.now()}
    return ListMapping.objects.update_or_create(digest=layout.digest(table), defaults=told)[0]


@transaction.atomic
def import_undo(*, number: int, author: Author) -> ListImport:
    """Takes all that an import decided back at one stroke; what was undone before stays so.

    Raises:
        NoSuchRecord: there is no import of that number.
        WrongDecision: it was undone before.
    """
    require(author.user, Permission.ENTER)
    sql.lock()
    found = ListImport.objects.filter(pk=number).first()
    if found is None:
        raise NoSuchRecord("no import has this number", address=str(number))
    if found.undone_at is not None:
        raise WrongDecision("the import is undone already", address=str(number))
    made = PersonDecision.objects.filter(author_name=found.author_name, made_at=found.made_at, undone_at=None)
    decisions_undo(numbers=made.values_list("pk", flat=True), author=author)
    found.undone_at, found.undone_by = timezone.now(), clean(author.name)
    found.save(update_fields=["undone_at", "undone_by"])
    return found

"""Documents as a table with their parties and sources, and who the paper is about."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext

from pobratim.register.errors import NoSuchRecord
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document
from pobratim.register.selectors.label import upper_first
from pobratim.register.selectors.proof import proofs_on
from pobratim.register.selectors.record import record_of
from pobratim.register.selectors.whole import documents_by_key, whole_documents
from pobratim.reports.briefing.phrases import parties_of, short_date, term_of, title_of
from pobratim.reports.paper import Line, Table
from pobratim.reports.sources import Sources
from pobratim.reports.words import word
from pobratim.words import codes

#: So many rows of a list at most.
MOST = 500


def partner_of(key: str) -> Actor | None:
    """The partner that a paper is narrowed down to; None for an empty key.

    Raises:
        NoSuchRecord: no partner has it.
    """
    if not key:
        return None
    found = record_of(key)
    if not isinstance(found, Actor):
        raise NoSuchRecord("no partner has this key", address=key[:60])
    return found


def whole(keys: Sequence[str], sources: Sources, on: datetime.date) -> list[Document]:
    """The documents of these keys in their order, their proofs at hand."""
    read = whole_documents(documents_by_key(keys)).in_bulk(list(keys))
    sources.proofs.update(proofs_on(keys, on, ("kind", "party", "signed", "term", "status")))
    return [read[key] for key in keys if key in read]


def documents_table(
    found: Sequence[Document],
    sources: Sources,
    life: Mapping[str, Lifecycle],
    ends: Mapping[str, datetime.date],
    on: datetime.date,
) -> Table:
    """A row a document, numbered, as of a day."""
    head = (
        gettext("No."),
        gettext("Document"),
        gettext("Parties"),
        gettext("Signed on"),
        gettext("Term"),
        gettext("State"),
        gettext("Src."),
    )
    rows = tuple(
        (
            Line(str(number), computed=True),
            Line(title_of(one)),
            Line(parties_of(one) or gettext("not told")),
            Line(short_date(one.signed) if one.signed else gettext("not told")),
            Line(term_of(one, ends.get(one.key), on)),
            Line(upper_first(word(codes.LIFECYCLES, life[one.key])), computed=True),
            Line("", sources.of(one, "kind", "signed", "term")),
        )
        for number, one in enumerate(found, start=1)
    )
    return Table(head, rows, (2, 16, 12, 5, 8, 5, 4))

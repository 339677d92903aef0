"""Pictures of the register as SVG, their words in the language of the interface."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from pobratim.pictures.chain import Item, Tie, chain_picture
from pobratim.pictures.terms import Term, terms_picture
from pobratim.pictures.years import Column, columns, years_picture
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Document
from pobratim.register.selectors.document import Chain
from pobratim.words import codes

from .words import list_url, partial_date, url_of, word

Life = Mapping[str, Lifecycle]
Ends = Mapping[str, datetime.date]


def chain(found: Chain, here: str, names: Mapping[str, str], life: Life) -> SafeString:
    """The chain that a document stands in; nothing where it stands alone."""
    if len(found.documents) < 2:
        return SafeString()
    place = {one.key: number for number, one in enumerate(found.documents)}
    items = [Item(names[one.key], url_of(one.key), _note(one, life), one.key == here) for one in found.documents]
    ties = [Tie(place[one.document_id], place[one.to_id], word(codes.RELATIONS, one.kind)) for one in found.relations]
    desc = ngettext("{number} document, what it rests on first", "{number} documents, what others rest on first", len(items))
    return _whole(chain_picture(items, ties, title=gettext("Chain of documents"), desc=desc.format(number=len(items))))


def _note(document: Document, life: Life) -> str:
    state = word(codes.LIFECYCLES, life[document.key].value)
    return f"{partial_date(document.signed)} · {state}" if document.signed else state


def terms(documents: Iterable[Document], names: Mapping[str, str], life: Life, ends: Ends, on: datetime.date) -> SafeString:
    """How long documents hold or held, the earliest first; nothing where none has a day to begin with."""
    found = sorted((one for one in documents if one.signed_first or one.first_told), key=_begin)
    if not found:
        return SafeString()
    bars = [_term(one, names, life, ends) for one in found]
    title, desc = gettext("What was in force when"), gettext("Years from left to right; a hollow bar has no end that is told")
    return _whole(terms_picture(bars, on=on, title=title, desc=desc))


def _begin(document: Document) -> tuple[datetime.date, str]:
    return document.signed_first or document.first_told or datetime.date.max, document.key


def _term(document: Document, names: Mapping[str, str], life: Life, ends: Ends) -> Term:
    state, first = life[document.key], _begin(document)[0]
    promised = state in (Lifecycle.INTENTION, Lifecycle.DRAFT)
    end = None if promised else ends.get(document.key)
    last = max(end, first) if end else None
    note = word(codes.LIFECYCLES, state.value)
    return Term(names.get(document.key, ""), url_of(document.key), first, last, note, promised)


def years(documents: Mapping[int, int], events: Mapping[int, int], partner: str) -> SafeString:
    """How many documents were signed and events held in each year; nothing where there are none."""
    found = [_linked(one, partner) for one in columns(documents, events)]
    if not found:
        return SafeString()
    names = (gettext("documents signed"), gettext("events held"))
    title, desc = gettext("Contacts by year"), gettext("Two columns a year: documents signed, events held")
    return _whole(years_picture(found, names, title=title, desc=desc))


def _linked(column: Column, partner: str) -> Column:
    if not partner or column.first != column.last:
        return column
    kinds: Sequence[str] = ("d", "e")
    return column._replace(hrefs=tuple(list_url(kind, partner=partner, year=column.first) for kind in kinds))


def _whole(picture: str) -> SafeString:
    """A picture as part of a page: `pictures` has escaped what it was given."""
    return mark_safe(picture)

"""What happened to a document, in the order of time: events, words, pages that tell of it, documents that came of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain as joined
from typing import NamedTuple

from django.urls import reverse

from pobratim.register.models import Document
from pobratim.register.selectors.document import Around, Chain
from pobratim.register.selectors.label import source_name

from .words import partial_date, url_of


class Moment(NamedTuple):
    """Something on a day: `kind` is `event`, `statement`, `page`, `document`; `when` is empty where `day` says it all."""

    day: datetime.date
    kind: str
    url: str
    text: str
    note: str = ""
    when: str = ""


class Course(NamedTuple):
    """What led to the signing, and what happened since; nothing is lost but what no page dates."""

    before: list[Moment]
    since: list[Moment]


def course(document: Document, around: Around, chain: Chain, names: Mapping[str, str]) -> Course:
    """The course of a document. What the day of signing itself saw led to it.

    Where it fails: of a date that is a month or a year the first day counts.
    """
    told = joined(_events(around, names), _words(around), _pages(around), _documents(document, chain, names))
    found = sorted(told, key=lambda one: (one.day, one.kind, one.url))
    turn = document.signed_last or datetime.date.max
    return Course([one for one in found if one.day <= turn], [one for one in found if one.day > turn])


def _events(around: Around, names: Mapping[str, str]) -> Iterator[Moment]:
    for one in around.events:
        if one.date_first:
            yield Moment(one.date_first, "event", url_of(one.key), names.get(one.key, ""), one.status, partial_date(one.date))


def _words(around: Around) -> Iterator[Moment]:
    for one in around.statements:
        if one.first_told:
            yield Moment(one.first_told, "statement", url_of(one.key), one.text, one.speaker.name if one.speaker else "")


def _pages(around: Around) -> Iterator[Moment]:
    for one in around.pages:
        if one.published:
            yield Moment(one.published, "page", f"{reverse('web:page', args=[one.pk])}", one.title, source_name(one.source.name))


def _documents(document: Document, chain: Chain, names: Mapping[str, str]) -> Iterator[Moment]:
    for one in _others(document, chain.documents):
        if one.signed_first:
            yield Moment(one.signed_first, "document", url_of(one.key), names.get(one.key, ""), "", partial_date(one.signed))


def _others(document: Document, documents: Iterable[Document]) -> Iterator[Document]:
    return (one for one in documents if one.key != document.key)

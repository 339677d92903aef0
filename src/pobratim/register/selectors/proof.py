"""The proof of many values at once: for each value of a record the page that gives it, and the sentence there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
from django.db.models import Min

from pobratim.register.derive.draft import canonical, resolved
from pobratim.register.field import refs_in
from pobratim.register.models import Claim, Node, PageVersion, State

from .label import source_name
from .record import Evidence
from .sentence import sentence_of
from .told import told_by

_spans = msgspec.json.Decoder(list[tuple[int, int]]).decode


class Proof(NamedTuple):
    """A value as a page gives it: the page (its number, title, site, day, address) and the sentence that says so."""

    value: Any
    version: int
    title: str
    site: str
    published: datetime.date | None
    address: str
    quote: str


class Proofs(dict[tuple[str, str], list[Proof]]):
    """`(record, field)` → proofs, one for each value that pages give."""

    def of(self, key: str, field: str, value: Any = None, ref: str | None = None) -> list[Proof]:
        """The proofs of a field, those of one value (as `record.fields` has it), or of values that name a record."""
        found = self.get((key, field), [])
        if value is not None:
            found = [one for one in found if canonical(one.value) == canonical(value)]
        return [one for one in found if ref is None or ref in refs_in(one.value)]


def proofs_on(keys: Iterable[str], on: datetime.date, fields: Iterable[str] = ()) -> Proofs:
    """The proofs of all values of some records; of each value by the page that was there first, known by the day if any was.

    Four queries, whatever the number of records.

    Args:
        keys: of records; of actors thousands of pages may tell: leave them out.
        on: the day.
        fields: only these; all if empty.
    """
    claims = Claim.objects.filter(mention__node__record__in=list(keys)).exclude(state=State.REJECTED)
    claims = claims.filter(field__in=list(fields)) if fields else claims
    known = told_by(on, "mention__published")
    rows = claims.values_list("mention__node__record", "field", "value").annotate(by_day=Min("pk", filter=known), ever=Min("pk"))
    return read_proofs([(record, field, value, by_day or ever) for record, field, value, by_day, ever in rows])


def proofs_from(key: str, told: Iterable[Evidence]) -> list[Proof]:
    """Claims that were read already, as proofs; three queries."""
    found = read_proofs([(key, one.field, canonical(one.value), one.claim) for one in told])
    return [proof for proofs in found.values() for proof in proofs]


def read_proofs(rows: list[tuple[str, str, str, int]]) -> Proofs:
    """The claims of those numbers with their pages' sentences, the earliest page first."""
    values = {value: msgspec.json.decode(value) for _, _, value, _ in rows}
    named = set().union(*map(refs_in, values.values())) if values else set()
    records = dict(Node.objects.filter(key__in=named).values_list("key", "record")) if named else {}
    numbers = [number for *_, number in rows]
    claims = Claim.objects.filter(pk__in=numbers).values_list("pk", "mention__version", "spans")
    where = {number: (version, _spans(spans)) for number, version, spans in claims}
    pages = _pages({version for version, _ in where.values()})
    quoted: dict[tuple[int, str], str] = {}
    found = Proofs()
    for record, field, value, number in rows:
        version, spans = where[number]
        page = pages[version]
        quote = quoted.setdefault((version, str(spans)), "") or sentence_of(page.text, spans)
        quoted[version, str(spans)] = quote
        told, site = resolved(values[value], records), source_name(page.source.name)
        proof = Proof(told, version, page.title, site, page.published, page.address, quote)
        found.setdefault((record, field), []).append(proof)
    for proofs in found.values():
        proofs.sort(key=lambda one: (one.published or datetime.date.max, one.version, canonical(one.value)))
    return found


def _pages(numbers: Iterable[int]) -> Mapping[int, PageVersion]:
    return PageVersion.objects.select_related("source").defer("facts").in_bulk(list(numbers))

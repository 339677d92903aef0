"""Documents recalled without a date, beside dated ones of the same parties: perhaps they are one.

The reader leaves them apart, for two agreements of one pair differ in nothing but the day; a person may know.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pobratim.register import sql
from pobratim.register.models import Actor, DocumentParty, PartnerDocument, State

#: Of a partner with more documents than these so many are recalled that none of them says anything.
BUSY = 300
#: So many are proposed, the latest signed first.
SHOWN = 5


class _Told(NamedTuple):
    kind: str
    signed: str
    parties: frozenset[str]


def recalled_beside(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of these documents and others of the same kind and parties, one of the two without a date.

    Some four queries: of the many documents of a party only those are looked at that have no date where the other has one.
    """
    own, rarest = _own(keys)
    beside: dict[str, dict[str, bool]] = defaultdict(dict)
    rows = PartnerDocument.objects.filter(partner__in=set(rarest.values()), last=datetime.date.max)
    for party, document, day in rows.values_list("partner", "document", "day"):
        beside[party][document] = day > datetime.date.min
    likely = {
        key: [one for one, dated in beside[party].items() if one != key and not (dated and own[key].signed)]
        for key, party in rarest.items()
    }
    others = _told(one for many in likely.values() for one in many)
    for key, party in rarest.items():
        known = (one for one in likely[key] if one in others and party in others[one].parties)
        alike = [one for one in known if _may_be_one(own[key], others[one])]
        for one in sorted(alike, key=lambda one: (others[one].signed, one), reverse=True)[:SHOWN]:
            yield key, one


def _may_be_one(a: _Told, b: _Told) -> bool:
    return a.kind == b.kind and bool(a.signed) != bool(b.signed) and (a.parties <= b.parties or b.parties <= a.parties)


def _own(keys: Iterable[str]) -> tuple[dict[str, _Told], dict[str, str]]:
    """The documents, and that party of each that has the fewest others; not those all of whose parties are busy."""
    found = _told(keys)
    parties = set().union(*(one.parties for one in found.values()))
    counts = dict(Actor.objects.filter(key__in=parties).values_list("key", "documents_count"))
    rarest = {key: min(told.parties, key=lambda one: (counts.get(one, 0), one)) for key, told in found.items()}
    return found, {key: party for key, party in rarest.items() if counts.get(party, 0) <= BUSY}


def _told(keys: Iterable[str]) -> dict[str, _Told]:
    """Document → what tells it apart; those of two parties or more that nobody rejected."""
    parties: dict[str, set[str]] = defaultdict(set)
    about: dict[str, tuple[str, str]] = {}
    for some in sql.chunks(keys):
        rows = DocumentParty.objects.filter(document__in=some).exclude(document__state=State.REJECTED)
        for key, party, kind, signed in rows.values_list("document", "acts_for", "document__kind", "document__signed"):
            parties[key].add(party)
            about[key] = (kind, signed)
    return {key: _Told(*about[key], frozenset(many)) for key, many in parties.items() if len(many) > 1}

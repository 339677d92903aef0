"""What a paper cites: proofs become numbered sources in the order in which they are first cited, each sentence of a page once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext

from pobratim.register.models import Record
from pobratim.register.selectors.label import short
from pobratim.register.selectors.proof import Proof, Proofs

from .address import page_place, record_address
from .paper import Paper, Source, with_lines

#: So many sources a line at most.
MOST = 4
#: Characters of a page's title in a short paper.
SHORT_TITLE = 70


class Sources:
    """The sources of one paper, and the proofs from which they are taken; `short`: without the sentences, for one page."""

    def __init__(self, *, short: bool = False) -> None:
        self.short = short
        self.found: list[Source] = []
        self.proofs = Proofs()
        self._numbers: dict[tuple[str, str], int] = {}

    def cite(self, proofs: Iterable[Proof]) -> tuple[int, ...]:
        """The numbers of the sources for some proofs, the first of them as far as a line takes them."""
        numbers = dict.fromkeys(self._of(one) for one in proofs)
        return tuple(numbers)[:MOST]

    def cited(self, proof: Proof) -> bool:
        """Whether a proof's sentence is cited already."""
        return self._known(page_place(proof)[1], "" if self.short else proof.quote) is not None

    def of(self, record: Record, *fields: str, ref: str | None = None) -> tuple[int, ...]:
        """The sources of what a line says of a record, one for each field; the entry itself where no page tells of it.

        Sentences that are cited already are taken first, so that the list of sources stays short.

        Args:
            record: whose values `proofs` proves.
            fields: of which the line tells.
            ref: only values that name this record.
        """
        found = []
        for name in fields:
            held = record.fields.get(name, [])
            proofs = self.proofs.of(record.key, name, held[0]["value"] if held and not ref else None, ref)
            proofs = proofs or self.proofs.of(record.key, name)
            if proofs:
                found.append(next((one for one in proofs if self.cited(one)), proofs[0]))
        if not found:
            found = [proofs[0] for (key, _), proofs in self.proofs.items() if key == record.key and proofs][:1]
        return self.cite(found) or self.by_hand(record)

    def by_hand(self, record: Record) -> tuple[int, ...]:
        """The source of what no page tells: the entry in the register itself, by whom and when it was made."""
        made = max((str(one.get("at", "")) for one in record.decided.values()), default="")
        by = next((one["by"] for one in record.decided.values() if one.get("by")), "")
        title = gettext("Entered in the register: {name}").format(name=by) if by else gettext("Entered in the register")
        day = datetime.date.fromisoformat(made[:10]) if made else None
        return (self._number(title, "", day, record_address(record.key), ""),)

    def _of(self, proof: Proof) -> int:
        quote = "" if self.short else proof.quote
        site, address = page_place(proof)
        title = short(proof.title, SHORT_TITLE) if self.short else proof.title
        return self._number(title, site, proof.published, address, quote)

    def _number(self, title: str, site: str, day: datetime.date | None, address: str, quote: str) -> int:
        known = self._known(address, quote)
        if known is None:
            known = self._numbers[address, quote] = len(self.found) + 1
            self.found.append(Source(known, title, site, day, address, quote))
        return known

    def _known(self, address: str, quote: str) -> int | None:
        """The number of the sentence, or of a longer quotation of the page in which it stands."""
        if (address, quote) in self._numbers:
            return self._numbers[address, quote]
        return next((one.number for one in self.found if one.address == address and quote in one.quote), None)


def numbered(paper: Paper, found: Sequence[Source]) -> Paper:
    """The paper with those sources that its lines cite, numbered anew in the order in which a reader meets them."""
    order = dict.fromkeys(number for line in paper.lines() for number in sorted(line.cites))
    new = {old: number for number, old in enumerate(order, start=1)}
    sources = [replace(found[old - 1], number=number) for old, number in new.items()]
    blocks = [
        with_lines(block, lambda line: replace(line, cites=tuple(new[one] for one in line.cites))) for block in paper.blocks
    ]
    return replace(paper, blocks=blocks, sources=sources)

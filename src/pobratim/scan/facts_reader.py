"""The reader that a scan sends to its processes: a raw page in, the facts of its story out as one line of JSON."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from pobratim.sources.raw_page import RawPage


@dataclass(frozen=True)
class FactsReader:
    """Reads a page to the contract `pobratim.facts/1`. `only_relevant` passes over what cannot report cooperation."""

    only_relevant: bool = False

    def __call__(self, page: RawPage) -> bytes | None:
        """The facts as JSON without a line end, or None where the page was passed over.

        Raises:
            PageError: the bytes are no readable page.
        """
        from pobratim.pages.triage import may_report

        if self.only_relevant and not may_report(page.raw):
            return None
        from pobratim.facts.read import read  # what a passed-over page never needs
        from pobratim.pages.read import read_page

        return msgspec.json.encode(read(read_page(page.raw, page.address, page.charset)))

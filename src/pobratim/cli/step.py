"""What is done with each page: from its raw bytes to its line of JSON. Runs in any process."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.sources import RawPage


@dataclass(frozen=True)
class Step:
    """A function of a page that another process can be given; what it needs is imported with the first page."""

    only_relevant: bool = False
    explain: bool = False

    def __call__(self, page: RawPage) -> bytes | None:
        """The page's JSON by the contract, with `--explain` also its `decisions`; None where it is not worth reading.

        Raises:
            PageError: the bytes are no page that can be read.
        """
        from pobratim.pages import may_report, read_page

        if self.only_relevant:
            from pobratim.pages.content_kind import refuse_binary

            refuse_binary(page.raw)
            if not may_report(page.raw):
                return None
        import msgspec

        from pobratim.facts.read import read_explained

        facts, decisions = read_explained(read_page(page.raw, page.address, page.charset))
        line = msgspec.json.encode(facts)
        if not self.explain:
            return line
        more = msgspec.json.encode({"decisions": [one._asdict() for one in decisions]})
        return line[:-1] + b"," + more[1:]

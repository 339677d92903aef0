"""The corpus as the scorer sees it: gold files, pages, and the two parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from pobratim.core.facts import Facts

Part = Literal["development", "held"]

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
HELD_DIVISOR = 3
NUMBER_LETTERS = 3


@dataclass(frozen=True)
class Case:
    """One page of the corpus with its gold."""

    name: str
    page: Path
    gold: Facts

    @property
    def part(self) -> Part:
        """`held` where the story's number is divisible by three: scored, never looked at."""
        return part_of(self.name)


def part_of(name: str) -> Part:
    """The part that a story belongs to.

    >>> part_of("013-novosibirsk-batken"), part_of("003-rostov-belarus")
    ('development', 'held')
    """
    return "development" if int(name[:NUMBER_LETTERS]) % HELD_DIVISOR else "held"


def cases(part: Part, corpus: Path = CORPUS) -> Iterator[Case]:
    """The part's cases, by number.

    Raises:
        FileNotFoundError: the corpus is not built, or a page has no gold.
    """
    gold_files = sorted((corpus / "gold").glob("*.json"))
    if not gold_files:
        raise FileNotFoundError(f"no gold in {corpus / 'gold'}: run `make corpus`")
    for gold in gold_files:
        if part_of(gold.stem) == part:
            yield Case(gold.stem, _page_of(gold.stem, corpus), msgspec.json.decode(gold.read_bytes(), type=Facts))


def _page_of(name: str, corpus: Path) -> Path:
    pages = [corpus / "pages" / f"{name}{ending}" for ending in (".html", ".txt")]
    found = next((page for page in pages if page.exists()), None)
    if found is None:
        raise FileNotFoundError(f"no page for {name} in {corpus / 'pages'}")
    return found

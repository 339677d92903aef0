"""What a paper is made of. No format and no register here: sections build it, writers write it.

Every line may cite sources by number; a source is a page of the register with the sentence that says so. A part of which
nothing is known says so (`Gap`), it is not left out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace

#: What no paper takes: control characters, halves of surrogates, and marks that turn the order of the letters after them.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


class _Clean:
    """Texts in which nothing unfit stands."""

    def __post_init__(self) -> None:
        """Leaves out what no paper takes."""
        for one in fields(self):  # type: ignore[arg-type]
            value = getattr(self, one.name)
            if isinstance(value, str) and one.name != "svg":
                object.__setattr__(self, one.name, _UNFIT.sub("", value))


@dataclass(frozen=True)
class Line(_Clean):
    """A sentence or a cell: the text and the numbers of its sources; `strong` for what the eye should find first.

    `computed`: the register itself says so (a number, a state on a day), and nobody edits it. `was`: what the register says,
    where a person has typed something else; empty where nobody did.
    """

    text: str
    cites: tuple[int, ...] = ()
    strong: bool = False
    computed: bool = False
    was: str = ""


@dataclass(frozen=True)
class Heading(_Clean):
    """A heading; level 1 are the numbered parts."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text, lines one after another."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bullets:
    """A list, a line an item."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """A table; `shares` are the widths of its columns, as parts of the whole."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True)
class Picture(_Clean):
    """A picture as SVG, what it shows in words, and what stands below it."""

    svg: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Gap(_Clean):
    """What is not known."""

    text: str


Block = Heading | Paragraph | Bullets | Table | Picture | Gap


@dataclass(frozen=True)
class Source(_Clean):
    """A page that is cited: its title, where it came out and when, its address, and the sentence."""

    number: int
    title: str
    site: str
    published: datetime.date | None
    address: str
    quote: str


@dataclass
class Paper(_Clean):
    """A whole paper. `words` are the fixed words that writers need, in its language; `wide`: on sheets that lie."""

    title: str
    subtitle: str
    language: str
    blocks: list[Block] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    wide: bool = False

    def add(self, *blocks: Block) -> None:
        """Puts blocks at the end."""
        self.blocks += blocks

    def lines(self) -> list[Line]:
        """Every line of the paper, in order: what a reader may ask the source of."""
        found: list[Line] = []
        for block in self.blocks:
            if isinstance(block, Paragraph | Bullets):
                found += block.lines
            elif isinstance(block, Table):
                found += [cell for row in block.rows for cell in row]
        return found


def numbers(cites: tuple[int, ...]) -> str:
    """How sources are cited in the text: «[1, 3]»; empty for none.

    >>> numbers((3, 1))
    '[1, 3]'
    """
    return f"[{', '.join(map(str, sorted(set(cites))))}]" if cites else ""


def with_lines(block: Block, change: Callable[[Line], Line]) -> Block:
    """The block with each of its lines changed; a block without lines as it is."""
    if isinstance(block, Paragraph | Bullets):
        return replace(block, lines=tuple(map(change, block.lines)))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
    return block

"""The values of the rules about speech: a paragraph, and a block of one speaker."""

from __future__ import annotations

from msgspec import Struct

from pobratim.text.token import Sentence


class Speech(Struct):
    """A block of speech: the pieces of text that hold the spoken or reported words, without the tags between."""

    speaker: str | None
    direct: bool
    pieces: list[tuple[int, int]]
    sentence: int

    @property
    def start(self) -> int:
        """Where its first piece begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.pieces[-1][1]


class Paragraph(Struct):
    """A paragraph: offsets and sentences."""

    start: int
    end: int
    sentences: list[Sentence]

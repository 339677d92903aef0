"""The values of the rules about speech: a paragraph, and a block of one speaker."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.text.token import Sentence


@dataclass(slots=True)
class Speech:
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


@dataclass(slots=True)
class Paragraph:
    """A paragraph: offsets and sentences."""

    start: int
    end: int
    sentences: list[Sentence]

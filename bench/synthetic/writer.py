"""A text that grows sentence by sentence, and the evidence for what was said in it."""

from __future__ import annotations

from pobratim.core.evidence import Evidence


class Writer:
    """The headline, an empty line, and paragraphs parted by empty lines, as `Page.text` has them."""

    def __init__(self, title: str) -> None:
        self._parts = [title]
        self.length = len(title)
        self._new = True

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def paragraph(self) -> None:
        """What is said next begins a paragraph."""
        self._new = True

    def say(self, sentence: str) -> Evidence:
        """Adds a sentence; returns it as evidence."""
        between = "\n\n" if self._new else " "
        self._new = False
        self._parts += (between, sentence)
        start = self.length + len(between)
        self.length = start + len(sentence)
        return Evidence(start, self.length, sentence)


def within(sentence: Evidence, words: str) -> Evidence:
    """The evidence that some words of a sentence are."""
    start = sentence.start + sentence.quote.index(words)
    return Evidence(start, start + len(words), words)

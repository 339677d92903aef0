"""Word vectors: navec's 250,000 news words, kept product-quantised and read from a mapped file."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]


def fingerprint(word: str) -> int:
    """64 bits that stand for a word.

    The file keeps these, not the words: 2 MB in place of 4.4, and no dictionary to build at start. That an unknown
    word meets a known one's number has a chance of 1 in 10¹³.
    """
    return int.from_bytes(_digest(word), "little")


def _digest(word: str) -> bytes:
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Vocabulary:
    """Vectors of words in lower case. Files are mapped: only what is looked up is read, and processes share it."""

    def __init__(self, folder: Path) -> None:
        # As plain arrays: every look into a `memmap` makes another of these slow objects.
        self._words = np.asarray(np.load(folder / "words.npy", mmap_mode="r"))
        self._indexes = np.asarray(np.load(folder / "indexes.npy", mmap_mode="r"))
        codes: Floats = np.load(folder / "codes.npy")
        parts, size, width = codes.shape
        self._codes = codes.reshape(parts * size, width)  # one table for all parts: one `take` in place of a look-up on two axes
        self._first = np.arange(parts) * size

    def rows(self, words: Sequence[str]) -> npt.NDArray[np.intp]:
        """The row of each word's vector, shape (words,); unknown words all get the last row."""
        wanted = np.frombuffer(b"".join(map(_digest, words)), "<u8")
        rows = self._words.searchsorted(wanted)
        known = self._words[np.minimum(rows, len(self._words) - 1)] == wanted
        return np.where(known, rows, len(self._words))

    def vectors(self, words: Sequence[str]) -> Floats:
        """Shape (words, 300)."""
        parts: Floats = self._codes.take(self._indexes[self.rows(words)] + self._first, axis=0)
        return parts.reshape(len(words), -1)

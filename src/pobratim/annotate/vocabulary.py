"""Word vectors: navec's 250,000 news words, kept product-quantised and read from a mapped file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from pobratim.text.frequent.index import number_of

Floats: TypeAlias = npt.NDArray[np.float32]


class Vocabulary:
    """Vectors of words in lower case. Files are mapped: only what is looked up is read, and processes share it."""

    def __init__(self, folder: Path) -> None:
        # As a plain array: every look into a `memmap` makes another of these slow objects.
        self._indexes = np.asarray(np.load(folder / "indexes.npy", mmap_mode="r"))
        codes: Floats = np.load(folder / "codes.npy")
        parts, size, width = codes.shape
        self._codes = codes.reshape(parts * size, width)  # one table for all parts: one `take` in place of a look-up on two axes
        self._first = np.arange(parts) * size

    def rows(self, words: Sequence[str]) -> npt.NDArray[np.intp]:
        """The row of each word's vector, shape (words,); unknown words all get the last row."""
        return np.fromiter(map(number_of, words), np.intp, len(words))

    def vectors(self, words: Sequence[str]) -> Floats:
        """Shape (words, 300)."""
        parts: Floats = self._codes.take(self._indexes[self.rows(words)] + self._first, axis=0)
        return parts.reshape(len(words), -1)

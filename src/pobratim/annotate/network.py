"""Slovnet's name network: three convolutions of width 3 over a stream of tokens, in plain numpy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt

from .shape import shape_number
from .vocabulary import Floats, Vocabulary

BORDER = ""
"""Stands before, between and after sentences in a stream; no token is empty."""

BLOCK_TOKENS = 512
CACHE_WORDS = 12_288
TAPS = 3
"""A convolution's width: the token before, the token, the one after."""
_HALO = 3  # tokens that a position sees on either side: one for each convolution


class Network:
    """Scores tags for a stream of tokens. The result for a token depends on its sentence only."""

    def __init__(self, folder: Path) -> None:
        with np.load(folder / "network.npz") as file:
            self._arrays: dict[str, Floats] = dict(file)
        self._borders = [_normalised_ahead(self._arrays, number) for number in (1, 2, 3)]
        self._words = WordLayer(Vocabulary(folder), self._arrays)

    @property
    def transitions(self) -> Floats:
        """Shape (tags, tags): the score of going from one tag to the next."""
        return self._arrays["transitions"]

    def emissions(self, stream: Sequence[str]) -> Floats:
        """Shape (stream, tags). `stream` begins and ends with BORDER; rows of borders mean nothing.

        Worked in blocks, so that memory does not grow with the page; each block sees its neighbours' edges.
        """
        size = len(stream)
        if size <= BLOCK_TOKENS:
            return self._block(stream)
        found = np.empty((size, len(self.transitions)), np.float32)
        for start in range(0, size, BLOCK_TOKENS):
            stop = min(size, start + BLOCK_TOKENS)
            left = max(0, start - _HALO)
            block = self._block(stream[left : stop + _HALO])
            found[start:stop] = block[start - left : stop - left]
        return found

    def _block(self, stream: Sequence[str]) -> Floats:
        """Emissions of one block; the outermost `_HALO` rows are right only where the stream ends there."""
        border = np.array([place for place, word in enumerate(stream) if not word], np.intp)
        hidden = self._rectified(self._words.sums(stream), border, 1)
        for number in (2, 3):
            taps = hidden @ self._arrays[f"weight{number}"]
            width = taps.shape[1] // TAPS
            hidden = np.zeros((len(stream), width), np.float32)
            inner = hidden[1:-1]
            np.add(taps[:-2, :width], taps[1:-1, width : 2 * width], out=inner)
            inner += taps[2:, 2 * width :]
            inner += self._arrays[f"bias{number}"]
            self._rectified(hidden, border, number)
        scores: Floats = hidden @ self._arrays["weight4"]
        scores += self._arrays["bias4"]
        return scores

    def _rectified(self, hidden: Floats, border: npt.NDArray[np.intp], number: int) -> Floats:
        """Rectified in place; borders are what the next layer takes for nothing, as convolutions see beyond a sentence."""
        np.maximum(hidden, 0, out=hidden)
        hidden[border] = self._borders[number - 1]
        return hidden


def _normalised_ahead(arrays: dict[str, Floats], number: int) -> Floats:
    """Puts a layer's normalising into the weights of the next, once and for all texts; the row that comes out as zeros there.

    Changes the next layer's weight and bias in `arrays`: (h · scale + shift) · weight = h · (scale · weight) + shift · weight.
    """
    scale, shift = arrays[f"scale{number}"], arrays[f"shift{number}"]
    weight, bias = arrays[f"weight{number + 1}"], arrays[f"bias{number + 1}"]
    arrays[f"bias{number + 1}"] = bias + (shift @ weight).reshape(-1, len(bias)).sum(0)
    arrays[f"weight{number + 1}"] = scale[:, None] * weight
    return -shift / scale


class WordLayer:
    """The first convolution, which is 70 % of the work, taken apart by word.

    What a word gives to its left neighbour, to itself and to its right neighbour does not depend on them; it is kept
    by word (36 MB at most). When the store is full it is emptied: the common words are back within a page or two.
    """

    def __init__(self, vocabulary: Vocabulary, arrays: dict[str, Floats]) -> None:
        self._vocabulary = vocabulary
        size = vocabulary.vectors([BORDER]).shape[1]
        self._weight = arrays["weight1"][:size]
        self._width = width = self._weight.shape[1] // TAPS
        self._by_shape = arrays["shapes"] @ arrays["weight1"][size:]
        self._by_shape[:, width : 2 * width] += arrays["bias1"]
        # A row a word, its taps side by side: tap 0 goes to the next token, 1 to the token itself, 2 to the one before.
        self._table = np.zeros((CACHE_WORDS, TAPS * width), np.float32)
        self._taps = self._table.reshape(CACHE_WORDS * TAPS, width)
        self._rows = {BORDER: 0}
        self._lock = Lock()  # the table is the one thing that reading changes

    def sums(self, stream: Sequence[str]) -> Floats:
        """The convolution's output before rectifying, shape (stream, width); the first and last row are zeros."""
        found = np.zeros((len(stream), self._width), np.float32)
        inner = found[1:-1]
        with self._lock:
            first = self._rows_of(stream) * TAPS
            self._taps.take(first[:-2], axis=0, out=inner, mode="clip")  # the mode that writes to `out` without a copy
            inner += self._taps.take(first[1:-1] + 1, axis=0)
            inner += self._taps.take(first[2:] + 2, axis=0)
        return found

    def _rows_of(self, stream: Sequence[str]) -> npt.NDArray[np.intp]:
        """The table's row for each token, shape (stream,); filled in where a word is new. Row 0 is the border's."""
        known = self._rows
        new = [word for word in dict.fromkeys(stream) if word not in known]
        if len(known) + len(new) > CACHE_WORDS:
            known.clear()
            known[BORDER] = 0
            new = [word for word in dict.fromkeys(stream) if word != BORDER]
        if new:
            self._add(new)
        return np.fromiter(map(known.__getitem__, stream), np.intp, len(stream))

    def _add(self, words: list[str]) -> None:
        start, stop = len(self._rows), len(self._rows) + len(words)
        rows = self._table[start:stop]
        np.matmul(self._vocabulary.vectors([word.lower() for word in words]), self._weight, out=rows)
        rows += self._by_shape.take([shape_number(word) for word in words], axis=0)
        self._rows.update(zip(words, range(start, stop), strict=True))

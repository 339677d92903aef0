"""The index of frequent words: a file mapped into memory, so that start-up reads nothing and processes share it.

Layout: one line of JSON (`format`, the `dictionary` that the readings were worked out with, the `sizes` of the parts in
bytes), then, all numbers little-endian, as the machine's own are taken to be:

    buckets    uint32  where the fingerprints begin that share their upper 16 bits, and the end
    prints     uint64  fingerprints of the words, ascending; a word's number is its place among them
    told       uint16  two a word: the number of its pattern of readings and of their scores
    patterns   uint32  where each pattern begins, and the end; then the patterns (`forms.py` reads them)
    scores     uint32  where each row of scores begins, and the end, in numbers; then the scores, float64

`tools/frequent_words.py` writes it.
"""

from __future__ import annotations

import json
import mmap
from functools import cache
from hashlib import blake2b
from importlib.resources import as_file, files
from itertools import accumulate, pairwise

from pobratim.core.errors import LexiconError
from pobratim.core.memo import remembered

FORMAT = 1
WORDS = 100_000  # remembered numbers, 0.1 KB each
_PRINT = 8  # bytes


def fingerprint(word: str) -> bytes:
    """64 bits that stand for a word.

    The index keeps these, not the words. That an unknown word meets a known one's number has a chance of 1 in 10¹³.
    """
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_PRINT).digest()


class FrequentWords:
    """The index of one file."""

    def __init__(self, data: bytes | mmap.mmap, address: str) -> None:
        line = data[: data.find(b"\n", 0, 1000)]
        try:
            head = json.loads(line)
            sizes = head["sizes"]
            if head["format"] != FORMAT:
                raise LexiconError("an index of words in another format; run `python -m tools.frequent_words`", address=address)
            ends = list(accumulate(sizes, initial=len(line) + 1))
            view = memoryview(data)
            buckets, _, told, patterns, self._texts, scores, numbers = [view[start:end] for start, end in pairwise(ends)]
            self._buckets, self._told, self._patterns = buckets.cast("I"), told.cast("H"), patterns.cast("I")
            self._scores, self._numbers = scores.cast("I"), numbers.cast("d")
        except (ValueError, KeyError, TypeError) as error:
            raise LexiconError("no index of words", address=address) from error
        self.dictionary: str = head["dictionary"]
        self.size: int = sizes[1] // _PRINT
        self._data = data
        self._prints = ends[1]

    def number(self, word: str) -> int:
        """The number of a word in lower case; one more than the last for a word that is not frequent."""
        wanted = fingerprint(word)
        bucket = wanted[7] << 8 | wanted[6]
        start = self._prints
        at = self._data.find(wanted, start + self._buckets[bucket], start + self._buckets[bucket + 1])
        return self.size if at < 0 else (at - start) // _PRINT

    def told(self, number: int) -> tuple[int, int]:
        """What is told of a word: the number of its pattern, 0 for none, and that of its scores."""
        return self._told[2 * number], self._told[2 * number + 1]

    def pattern(self, number: int) -> str:
        """A pattern of readings."""
        return str(self._texts[self._patterns[number] : self._patterns[number + 1]], "utf-8")

    def scores(self, number: int) -> tuple[float, ...]:
        """A row of scores."""
        return tuple(self._numbers[self._scores[number] : self._scores[number + 1]])


@cache
def frequent_words() -> FrequentWords:
    """The index that ships with the package, mapped into memory once a process.

    Raises:
        LexiconError: the file is missing or is no index.
    """
    address = "text/frequent/words.idx"
    try:
        with as_file(files("pobratim.text.frequent") / "words.idx") as path, path.open("rb") as file:
            return FrequentWords(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), address)
    except (OSError, ValueError) as error:
        raise LexiconError(f"cannot be read: {error}", address=address) from error


@remembered(WORDS)
def number_of(word: str) -> int:
    """The number of a word in lower case, as `FrequentWords.number` gives it."""
    return frequent_words().number(word)

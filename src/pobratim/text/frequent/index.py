"""The index of frequent words: a file mapped into memory, so that start-up reads nothing and processes share it.

Layout: one line of JSON (`format`, the `dictionary` that the readings were worked out with, the `sizes` of the parts in
bytes), then, all numbers little-endian, as the machine's own are taken to be:

    buckets    uint32  where the words begin whose fingerprints share their upper 14 bits, and the end
    words      12 bytes each: a fingerprint (uint64; they ascend, and a word's number is its place among them), the number
               of its pattern of readings and that of their scores (uint16)
    patterns   uint32  where each pattern begins, and the end; then the patterns, which `forms.py` reads
    scores     uint32  where each row of scores begins, and the end, in numbers; then the scores, float64

What is told of a word stands beside it, and the patterns that most words follow are the first: a page's new words touch few
pages of memory.

`tools/frequent_words.py` writes it.
"""

from __future__ import annotations

import json
import mmap
import struct
from functools import cache
from hashlib import blake2b
from itertools import accumulate, pairwise

from pobratim.core.errors import LexiconError
from pobratim.core.mapped import mapped
from pobratim.core.memo import remembered

FORMAT = 1
WORDS = 100_000  # remembered numbers, 0.1 KB each
BUCKET_BITS = 14
PRINT_BYTES, WORD_BYTES = 8, 12
_BUCKET_SHIFT = 16 - BUCKET_BITS
_told = struct.Struct("<HH")


def fingerprint(word: str) -> bytes:
    """64 bits that stand for a word.

    The index keeps these, not the words. That an unknown word meets a known one's number has a chance of 1 in 10¹³.
    """
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=PRINT_BYTES).digest()


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
            buckets, _, patterns, self._rules, scores, numbers = [view[start:end] for start, end in pairwise(ends)]
            self._buckets, self._patterns, self._scores = buckets.cast("I"), patterns.cast("I"), scores.cast("I")
            self._numbers = numbers.cast("d")
        except (ValueError, KeyError, TypeError) as error:
            raise LexiconError("no index of words", address=address) from error
        self.dictionary: str = head["dictionary"]
        self.size: int = sizes[1] // WORD_BYTES
        self._data = data
        self._words = ends[1]

    def number(self, word: str) -> int:
        """The number of a word in lower case; one more than the last for a word that is not frequent."""
        wanted = fingerprint(word)
        bucket, start = (wanted[7] << 8 | wanted[6]) >> _BUCKET_SHIFT, self._words
        at = self._data.find(wanted, start + self._buckets[bucket], start + self._buckets[bucket + 1])
        return self.size if at < 0 else (at - start) // WORD_BYTES

    def told(self, number: int) -> tuple[int, int]:
        """What is told of a word: the number of its pattern, 0 for none, and that of its scores."""
        return _told.unpack_from(self._data, self._words + WORD_BYTES * number + PRINT_BYTES)

    def pattern(self, number: int) -> memoryview:
        """A pattern of readings."""
        return self._rules[self._patterns[number] : self._patterns[number + 1]]

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
    return FrequentWords(mapped("pobratim.text.frequent", "words.idx", address), address)


@remembered(WORDS)
def number_of(word: str) -> int:
    """The number of a word in lower case, as `FrequentWords.number` gives it."""
    return frequent_words().number(word)

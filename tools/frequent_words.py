"""Builds `src/pobratim/text/frequent/words.idx`: numbers and readings of the words that news uses most.

    python -m tools.frequent_words [--check]

Needs the `natasha` package, whose wheel carries navec's vocabulary, and the dictionary that pymorphy3 is installed with.
The same of both always give the same file; `--check` builds it aside and fails where it differs. Where `text/morph.py`
or `text/guess.py` change what they give, it must be built anew.
"""

from __future__ import annotations

import argparse
import json
import struct
import sys
from bisect import bisect_left
from collections import Counter
from itertools import accumulate, takewhile
from pathlib import Path

import msgspec

from pobratim.text.frequent.forms import dictionary_name
from pobratim.text.frequent.index import BUCKET_BITS, FORMAT, WORD_BYTES, fingerprint
from pobratim.text.morph import worked_out
from pobratim.text.paradigm import Grammemes, analyzer, grammemes_of

from .build_names_model import NAVEC, data_folder, read_members, read_words

TARGET = Path(__file__).resolve().parent.parent / "src/pobratim/text/frequent/words.idx"


class Rows:
    """Rows that many words share, each once, those of most words first."""

    def __init__(self, rows: list[bytes], unit: int) -> None:
        self._unit = unit
        told = Counter(row for row in rows if row)
        self.numbers = {row: number for number, row in enumerate([b"", *sorted(told, key=lambda row: (-told[row], row))])}

    def written(self) -> tuple[bytes, bytes]:
        """Where each row begins, and the end, counted in units of so many bytes; then the rows."""
        ends = accumulate([len(row) // self._unit for row in self.numbers], initial=0)
        return struct.pack(f"<{len(self.numbers) + 1}I", *ends), b"".join(self.numbers)


def built(words: list[str]) -> bytes:
    """The index of these words, which are in lower case."""
    prints = {int.from_bytes(fingerprint(word), "little"): word for word in words}
    assert len(prints) == len(words), "two words share a fingerprint"
    order = sorted(prints)
    tags = tag_numbers()
    told = [told_of(prints[number], tags) for number in order]
    patterns, scores = Rows([pattern for pattern, _ in told], 1), Rows([row for _, row in told], 8)
    listed = [
        (number, patterns.numbers[pattern], scores.numbers[row]) for number, (pattern, row) in zip(order, told, strict=True)
    ]
    parts = [buckets(order), b"".join([struct.pack("<QHH", *one) for one in listed]), *patterns.written(), *scores.written()]
    head = json.dumps({"format": FORMAT, "dictionary": dictionary_name(), "sizes": [len(part) for part in parts]}).encode()
    return b"".join([head, b" " * (-(len(head) + 1) % 8), b"\n", *parts])


def tag_numbers() -> dict[Grammemes, int]:
    """The number of a tag in the dictionary by its grammemes; of equal ones the first."""
    found: dict[Grammemes, int] = {}
    for number, tag in enumerate(analyzer().dictionary.gramtab):
        found.setdefault(grammemes_of(tag), number)
    return found


def told_of(word: str, tags: dict[Grammemes, int]) -> tuple[bytes, bytes]:
    """The pattern of a word's readings, and their scores; both empty where the dictionary lacks a tag («LATN»)."""
    items: list[int | str | bool] = []
    forms = worked_out(word)
    for form in forms:
        tag = tags.get((form.pos, form.case, form.number, form.gender, form.animacy, form.tags))
        if tag is None:
            return b"", b""
        kept = shared(word, form.lemma)
        items += [len(word) - kept, form.lemma[kept:], tag, form.known]
    return msgspec.msgpack.encode(items), struct.pack(f"<{len(forms)}d", *[form.score for form in forms])


def shared(word: str, other: str) -> int:
    """With how many equal letters two words begin."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))))


def buckets(order: list[int]) -> bytes:
    """Where the words begin whose fingerprints share their upper bits, in bytes, and the end."""
    begins = [bisect_left(order, bucket << 64 - BUCKET_BITS) for bucket in range((1 << BUCKET_BITS) + 1)]
    return struct.pack(f"<{len(begins)}I", *[WORD_BYTES * begin for begin in begins])


def navec_words() -> list[str]:
    """Navec's vocabulary."""
    return read_words(read_members(data_folder() / NAVEC)["vocab.bin"])[:-2]  # without <unk> and <pad>


def main() -> None:
    """Builds, or compares with a fresh build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="build aside and compare")
    args = parser.parse_args()
    data = built(navec_words())
    if not args.check:
        TARGET.write_bytes(data)
        print(f"{TARGET.name}: {len(data):,} bytes")
    elif data != TARGET.read_bytes():
        sys.exit(f"{TARGET} differs from a fresh build")


if __name__ == "__main__":
    main()

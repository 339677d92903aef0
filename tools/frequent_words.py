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
from itertools import takewhile
from pathlib import Path

from pobratim.text.frequent.forms import dictionary_name
from pobratim.text.frequent.index import FORMAT, fingerprint
from pobratim.text.morph import Form, worked_out
from pobratim.text.paradigm import Grammemes, analyzer, grammemes_of

from .build_names_model import NAVEC, data_folder, read_members, read_words

TARGET = Path(__file__).resolve().parent.parent / "src/pobratim/text/frequent/words.idx"
BUCKETS = 1 << 16


class Rows:
    """Rows that many words share, each once, numbered as they come."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}

    def number(self, row: bytes) -> int:
        """The number of a row."""
        return self._numbers.setdefault(row, len(self._numbers))

    def written(self, unit: int) -> tuple[bytes, bytes]:
        """Where each row begins, and the end, counted in units of so many bytes; then the rows."""
        ends = [0]
        for row in self._numbers:
            ends.append(ends[-1] + len(row) // unit)
        return struct.pack(f"<{len(ends)}I", *ends), b"".join(self._numbers)


def built(words: list[str]) -> bytes:
    """The index of these words, which are in lower case."""
    prints = {int.from_bytes(fingerprint(word), "little"): word for word in words}
    assert len(prints) == len(words), "two words share a fingerprint"
    tags = tag_numbers()
    patterns, scores, told = Rows(), Rows(), []
    patterns.number(b""), scores.number(b"")
    order = sorted(prints)
    for number in order:
        forms = worked_out(prints[number])
        pattern = pattern_of(prints[number], forms, tags)
        row = struct.pack(f"<{len(forms)}d", *[form.score for form in forms])
        told += [patterns.number(pattern), scores.number(row if pattern else b"")]
    parts = [buckets(order), struct.pack(f"<{len(order)}Q", *order), struct.pack(f"<{len(told)}H", *told)]
    parts += [*patterns.written(1), *scores.written(8)]
    head = {"format": FORMAT, "dictionary": dictionary_name(), "sizes": [len(part) for part in parts]}
    line = json.dumps(head).encode()
    return b"".join([line, b" " * (-(len(line) + 1) % 8), b"\n", *parts])


def tag_numbers() -> dict[Grammemes, int]:
    """The number of a tag in the dictionary by its grammemes; of equal ones the first."""
    found: dict[Grammemes, int] = {}
    for number, tag in enumerate(analyzer().dictionary.gramtab):
        found.setdefault(grammemes_of(tag), number)
    return found


def pattern_of(word: str, forms: tuple[Form, ...], tags: dict[Grammemes, int]) -> bytes:
    """The readings of a word as `forms.py` reads them; empty where the dictionary lacks a tag («LATN»)."""
    lines = []
    for form in forms:
        tag = tags.get((form.pos, form.case, form.number, form.gender, form.animacy, form.tags))
        if tag is None:
            return b""
        kept = shared(word, form.lemma)
        lines.append(f"{len(word) - kept}\t{form.lemma[kept:]}\t{tag}\t{form.known:d}")
    return "\n".join(lines).encode()


def shared(word: str, other: str) -> int:
    """With how many equal letters two words begin."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))))


def buckets(order: list[int]) -> bytes:
    """Where the fingerprints begin that share their upper bits, in bytes, and the end."""
    counts = [0] * BUCKETS
    for number in order:
        counts[number >> 48] += 1
    begins = [0]
    for count in counts:
        begins.append(begins[-1] + 8 * count)
    return struct.pack(f"<{len(begins)}I", *begins)


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

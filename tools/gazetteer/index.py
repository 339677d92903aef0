"""Writes `places.idx`: every inflected form of every name, hashed, so that reading a page needs no morphology.

The layout is explained in `lexicon/place_index.py`, which reads it.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterable

from pobratim.lexicon.place_index import CHARSET, FORMAT

from . import table
from .guard import guard
from .inflect import forms
from .key import adjective_keys, fold
from .record import Record, places, spellings

INDEX = "places.idx"
SOURCES = (
    "adjectives.txt", "aliases.txt", "cities.tsv", "countries.tsv", "districts.tsv", "regions.tsv", "type_word_only.txt",
    "type_words.txt",
)  # fmt: skip


def build() -> bytes:
    """The index as bytes, the same for the same sources."""
    rows = places()
    numbers = {id(place): number for number, place in enumerate(rows)}
    records: dict[str, set[str]] = defaultdict(set)
    lines = [place.line() for place in rows]
    for record in spellings(rows):
        _add_forms(records, record, len(lines))
        lines.append(record.name + "\t" + ",".join(str(numbers[id(place)]) for place in record.places))
    for key, tier, target in adjective_keys(rows):
        records["@" + key].add(f"{tier}\t{numbers[id(target)]}")
    for place in rows:
        for code in place.codes:
            records["#" + code].add(str(numbers[id(place)]))
    return _pack(lines, records)


def _add_forms(records: dict[str, set[str]], record: Record, row: int) -> None:
    """The forms of one spelling, each with its guard; and how many words a name may have that begins so."""
    nominative = fold(record.name)
    by_form: dict[str, str] = defaultdict(str)
    if record.name.isupper():
        by_form[nominative] = "012345"
    else:
        for number, form_set in enumerate(forms(record.name).values()):
            for form in form_set:
                by_form[fold(form)] += str(number)
    for form, cases in by_form.items():
        mark = "=" if form == nominative else ""
        records[form].add(f"{guard(form, record)}{mark}\t{cases}\t{row}")
        if " " in form:
            first = form.split(" ")[0]
            records["+" + first].add(str(form.count(" ") + 1))


def _pack(rows: list[str], records: dict[str, set[str]]) -> bytes:
    bits = max(8, (len(records) - 1).bit_length())
    buckets: list[list[str]] = [[] for _ in range(1 << bits)]
    for key in sorted(records):
        bucket = zlib.crc32(key.lstrip("+").encode(CHARSET)) & ((1 << bits) - 1)
        buckets[bucket] += [f"\n{key}\t{value}" for value in sorted(records[key])]
    row_table, row_body = _table(f"{row}\n" for row in rows)
    bucket_table, bucket_body = _table("".join(bucket) + "\n" if bucket else "" for bucket in buckets)
    parts = (row_table, bucket_table, row_body, bucket_body)
    head = {"format": FORMAT, "sources": digest(), "rows": len(rows), "bits": bits, "sizes": [len(p) for p in parts]}
    return json.dumps(head).encode() + b"\n" + b"".join(parts)


def _table(pieces: Iterable[str]) -> tuple[bytes, bytes]:
    """The offsets of the pieces (one more than there are pieces) and the pieces themselves."""
    body, offsets = bytearray(), [0]
    for piece in pieces:
        body += piece.encode(CHARSET)
        offsets.append(len(body))
    return struct.pack(f"<{len(offsets)}I", *offsets), bytes(body)


def digest() -> str:
    """A hash of the text sources, which the index carries so that a stale one is found out."""
    found = hashlib.sha256()
    for name in SOURCES:
        found.update((table.PLACES / name).read_bytes())
    return found.hexdigest()


def write() -> int:
    """The size of the index in bytes."""
    data = build()
    (table.PLACES / INDEX).write_bytes(data)
    return len(data)

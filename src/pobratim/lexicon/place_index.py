"""The gazetteer's index: a hashed text file that is mapped into memory, so that start-up reads nothing.

Layout: one line of JSON («sizes» of the parts in bytes), then two tables of little-endian uint32 offsets (rows,
buckets) and the two windows-1251 bodies they point into. A bucket is lines `key⇥value`, each after a line break; keys:
a form («шэньси», «великого новгорода»); `+первое-слово` → the number of words of longer names, in the bucket of the word
without its sign, as who asks for one asks for both; `@adjective`; `#id`. Rows are places and, after them, spellings:
`name⇥numbers of places`.
`tools/gazetteer` writes it from the tables beside it.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from codecs import charmap_decode, charmap_encode
from encodings.cp1251 import decoding_table, encoding_table
from functools import cache

from pobratim.core.errors import LexiconError
from pobratim.core.mapped import mapped

FORMAT = 3
CHARSET = "cp1251"  # one byte a letter: half of UTF-8
_pair = struct.Struct("<II")


class PlaceIndex:
    """Rows by number and values by key of one index file."""

    def __init__(self, data: bytes | mmap.mmap, address: str) -> None:
        line = data[: data.find(b"\n", 0, 1000)]
        try:
            self.head = json.loads(line)
            row_table, bucket_table, rows, _ = self.head["sizes"]
        except (ValueError, KeyError, TypeError) as error:
            raise LexiconError("no index of places", address=address) from error
        if self.head.get("format") != FORMAT:
            raise LexiconError("an index of places in another format; run `python -m tools.gazetteer`", address=address)
        self._data = data
        self._row_table = len(line) + 1
        self._bucket_table = self._row_table + row_table
        self._rows = self._bucket_table + bucket_table
        self._buckets = self._rows + rows
        self._mask = (1 << self.head["bits"]) - 1

    def row(self, number: int) -> list[str]:
        """The fields of a row."""
        start, end = _pair.unpack_from(self._data, self._row_table + 4 * number)
        return charmap_decode(self._data[self._rows + start : self._rows + end - 1], "strict", decoding_table)[0].split("\t")

    def has(self, form: str) -> bool:
        """Whether a form is a name or the first word of one."""
        raw = charmap_encode(form, "replace", encoding_table)[0]
        bucket = self._bucket(raw)
        return bool(bucket) and (b"\n" + raw + b"\t" in bucket or b"\n+" + raw + b"\t" in bucket)

    def values(self, key: str) -> list[str]:
        """The values filed under a key, none if it is not there."""
        raw = charmap_encode(key, "replace", encoding_table)[0]  # key.encode(CHARSET) at a third of its time
        bucket = self._bucket(raw)
        if not bucket:
            return []
        wanted = b"\n" + raw + b"\t"
        found, at = [], bucket.find(wanted)
        while at >= 0:
            begin = at + len(wanted)
            found.append(charmap_decode(bucket[begin : bucket.find(b"\n", begin)], "strict", decoding_table)[0])
            at = bucket.find(wanted, begin)
        return found

    def _bucket(self, key: bytes) -> bytes:
        """The lines among which a key is filed."""
        start, end = _pair.unpack_from(self._data, self._bucket_table + 4 * (zlib.crc32(key.lstrip(b"+")) & self._mask))
        return self._data[self._buckets + start : self._buckets + end]


@cache
def place_index() -> PlaceIndex:
    """The index that ships with the package, mapped into memory once a process.

    Raises:
        LexiconError: the file is missing or is no index.
    """
    address = "places/places.idx"
    return PlaceIndex(mapped("pobratim.lexicon", address, address), address)

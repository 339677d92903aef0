"""A first glance at a page's bytes: may it report cooperation at all? Nothing is parsed; most pages take 0.1 ms.

The first look leaves the bytes of Cyrillic letters only and asks for the stems of documents and visits in them.
Only where there is one, a second look reads its surroundings in the page: outside links, tags and scripts, with a
deed and an actor near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pobratim.lexicon.word_list import word_list

CHARSETS = ("utf-8", "cp1251", "koi8-r")
#: How far on each side the surroundings of a word reach, in bytes.
REACH_UTF8_BYTES = 1100
REACH_BYTES = 600
MOST_WORDS = 60
#: A visit among so many words for territories needs no word of cooperation.
MANY_TERRITORIES = 4
LONGEST_LINK_BYTES = 1500
#: A label («Читайте также:», a day) may stand before the link to another story; behind it there is nothing.
TEXT_BEFORE_LINK_BYTES = 45
TEXT_BEHIND_LINK_BYTES = 12
#: Letters that every Russian page holds; where they are seen, no other charset is tried.
PROOFS = ("ени", "ста", "про")
SOFT_HYPHENS = (b"\xc2\xad", b"&shy;")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
#: Bytes that the first look leaves out: ASCII, and in UTF-8 the two lead bytes of Cyrillic, so that a letter is a byte.
ASCII = bytes(range(128))
LEADS = b"\xd0\xd1"
_TAG = re.compile(r"<[^<>]*>")
_ENTITY = re.compile(r"&(?:nbsp|#160|laquo|raquo|mdash|ndash|quot);")


class Stems(NamedTuple):
    """The stems of the first look in one charset: what the look leaves of them, what the page holds of them; and
    what proves the charset.
    """

    left_out: bytes
    seen: tuple[bytes, ...]
    whole: tuple[bytes, ...]
    proof: tuple[bytes, ...]


class Looks(NamedTuple):
    """The patterns of the second look, over lower-case text."""

    document: re.Pattern[str]
    weak: re.Pattern[str]
    visit: re.Pattern[str]
    deed: re.Pattern[str]
    tie: re.Pattern[str]
    bond: re.Pattern[str]
    actor: re.Pattern[str]
    territory: re.Pattern[str]


def may_report(raw: bytes) -> bool:
    """Whether a page is worth reading for facts of cooperation. Pages it cannot judge (UTF-16) are.

    >>> may_report("Тула и Минск подписали соглашение о сотрудничестве городов".encode())
    True
    >>> may_report("Клуб подписал контракт с защитником на два года".encode("cp1251"))
    False
    """
    if raw[:2] in UTF16_MARKS or b"\x00" in raw[:64]:
        return True
    if SOFT_HYPHENS[1] in raw:
        raw = _without_soft_hyphens(raw)
    for charset in CHARSETS:
        stems = _stems(charset)
        letters = raw.translate(None, stems.left_out)
        if SOFT_HYPHENS[0] in letters and charset == "utf-8":
            raw = _without_soft_hyphens(raw)
            letters = raw.translate(None, stems.left_out)
        met = [whole for seen, whole in zip(stems.seen, stems.whole, strict=True) if seen in letters]
        if any(_reports(raw, at, charset) for at in _places(raw, met)):
            return True
        if any(proof in letters for proof in stems.proof):
            return False
    return False


def _without_soft_hyphens(raw: bytes) -> bytes:
    """The page with its words whole again («со&shy;гла&shy;ше&shy;ние»)."""
    for hyphen in SOFT_HYPHENS:
        raw = raw.replace(hyphen, b"")
    return raw


def _places(raw: bytes, stems: list[bytes]) -> Iterator[int]:
    """Where the stems stand in the page, in bytes; at most `MOST_WORDS` of each."""
    for stem in stems:
        at = raw.find(stem)
        for _ in range(MOST_WORDS):
            if at < 0:
                break
            yield at
            at = raw.find(stem, at + len(stem))


def _reports(raw: bytes, at: int, charset: str) -> bool:
    """Whether the word at `at` (bytes) stands in running text with what makes it a report of cooperation."""
    if not _in_running_text(raw, at):
        return False
    looks = _looks()
    reach = REACH_UTF8_BYTES if charset == "utf-8" else REACH_BYTES
    start = max(0, at - reach)
    text = _plain(raw[start : at + reach].decode(charset, "ignore"))
    territory = looks.territory.search(text)
    document = looks.document.search(text)
    if document and looks.deed.search(_without(text, document)) and (territory or looks.actor.search(text)):
        return True
    if not territory:
        return False
    if looks.weak.search(text) and looks.tie.search(text):
        return True
    visit = looks.visit.search(text)
    if visit is None:
        return False
    return len(set(looks.territory.findall(text))) >= MANY_TERRITORIES or looks.bond.search(_without(text, visit)) is not None


def _without(text: str, found: re.Match[str]) -> str:
    """The text without one word, which shall not be taken for its own company."""
    return text[: found.start()] + text[found.end() :]


def _in_running_text(raw: bytes, at: int) -> bool:
    """Whether a place is outside tags, scripts and links."""
    opened = raw.rfind(b"<", 0, at)
    if opened < 0:
        return True
    if raw.rfind(b">", opened, at) < 0:
        return False
    link = raw.rfind(b"<a ", max(0, at - LONGEST_LINK_BYTES), at)
    if link >= 0 and raw.find(b"</a", link, at) < 0 and not _is_inline(raw, link, at):
        return False
    script = raw.rfind(b"script", 0, at)
    return script <= 0 or raw[script - 1 : script] != b"<"


def _is_inline(raw: bytes, link: int, at: int) -> bool:
    """Whether a link stands in the middle of a sentence: text goes on before or behind it."""
    before = raw[raw.rfind(b">", 0, link) + 1 : link].strip()
    end = raw.find(b"</a>", at, at + LONGEST_LINK_BYTES)
    behind = raw[end + 4 : end + 100].partition(b"<")[0].strip() if end >= 0 else b""
    return len(before) >= TEXT_BEFORE_LINK_BYTES or len(behind) >= TEXT_BEHIND_LINK_BYTES


def _plain(chunk: str) -> str:
    """The lower-case text of a cut of a page, without tags and their torn ends."""
    closed, opened = chunk.find(">"), chunk.find("<")
    if closed >= 0 and (opened < 0 or closed < opened):
        chunk = chunk[closed + 1 :]
    torn = chunk.rfind("<")
    if torn > chunk.rfind(">"):
        chunk = chunk[:torn]
    return _ENTITY.sub(" ", _TAG.sub(" ", chunk)).lower()


@cache
def _stems(charset: str) -> Stems:
    """The stems of `lexicon/triage/trigger.txt` in one charset; a letter that the charset lacks drops the stem."""
    encoded = {entry: entry.encode(charset, "ignore") for entry in word_list("triage", "trigger")}
    whole = tuple(stem for entry, stem in encoded.items() if stem.decode(charset) == entry)
    left_out = ASCII + LEADS if charset == "utf-8" else ASCII
    proof = tuple(letters.encode(charset).translate(None, left_out) for letters in PROOFS)
    return Stems(left_out, tuple(stem.translate(None, left_out) for stem in whole), whole, proof)


@cache
def _looks() -> Looks:
    """The patterns of the second look, built once a process from `lexicon/triage/`."""
    names = ("document", "document_weak", "visit", "deed", "tie", "bond", "actor", "territory")
    return Looks(*map(_words, names))


def _words(name: str) -> re.Pattern[str]:
    """The words of a list: from the beginning of a word on; two words follow each other; a full stop ends the word."""
    parts = [re.escape(e).replace(r"\ ", r"\w*\s+(?:\w+\s+)?").replace(r"\.", r"(?!\w)") for e in word_list("triage", name)]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + ")")

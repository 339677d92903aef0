"""A first glance at a page's bytes: may it report cooperation at all? Nothing is parsed; most pages take 0.1 ms.

The first look asks for a word that names a document or a visit anywhere in the bytes. Only where there is one, a
second look reads its surroundings: outside links, tags and scripts, with a deed and an actor near.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pobratim.lexicon.word_list import word_list

CHARSETS = ("utf-8", "cp1251", "koi8-r")
#: How far on each side the surroundings of a word reach, in bytes.
REACH_UTF8_BYTES = 1100
REACH_BYTES = 600
MOST_WORDS = 60
SOFT_HYPHENS = (b"\xc2\xad", b"&shy;", b"&#173;")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_TAG = re.compile(r"<[^<>]*>")
_ENTITY = re.compile(r"&(?:nbsp|#160|laquo|raquo|mdash|ndash|quot);")


class Looks(NamedTuple):
    """The patterns of both looks: `trigger` over bytes, the others over lower-case text."""

    trigger: dict[str, re.Pattern[bytes]]
    document: re.Pattern[str]
    weak: re.Pattern[str]
    visit: re.Pattern[str]
    deed: re.Pattern[str]
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
    looks = _looks()
    if SOFT_HYPHENS[0] in raw or SOFT_HYPHENS[1] in raw or SOFT_HYPHENS[2] in raw:
        for hyphen in SOFT_HYPHENS:
            raw = raw.replace(hyphen, b"")
    for charset in _charsets(raw):
        for number, found in enumerate(looks.trigger[charset].finditer(raw)):
            if number >= MOST_WORDS:
                return True
            if _reports(raw, found.start(), charset, looks):
                return True
    return False


def _charsets(raw: bytes) -> tuple[str, ...]:
    """The charsets that the bytes may be in: UTF-8 where a Russian page of it shows its commonest pairs, else the others."""
    if raw.find("ени".encode()) >= 0 or raw.find("ста".encode()) >= 0:
        return CHARSETS[:1]
    return CHARSETS[1:]


def _reports(raw: bytes, at: int, charset: str, looks: Looks) -> bool:
    """Whether the word at `at` (bytes) stands in running text with what makes it a report of cooperation."""
    if not _in_running_text(raw, at):
        return False
    reach = REACH_UTF8_BYTES if charset == "utf-8" else REACH_BYTES
    start = max(0, at - reach)
    text = _plain(raw[start : at + reach].decode(charset, "ignore"))
    if looks.document.search(text) and looks.deed.search(looks.document.sub(" ", text, 1)) and looks.actor.search(text):
        return True
    if not looks.bond.search(text):
        return False
    if looks.weak.search(text) and looks.actor.search(text):
        return True
    visit = looks.visit.search(text)
    return bool(visit and looks.territory.search(text) and looks.bond.search(text[: visit.start()] + text[visit.end() :]))


def _in_running_text(raw: bytes, at: int) -> bool:
    """Whether a place is outside tags, scripts and links."""
    opened = raw.rfind(b"<", 0, at)
    if opened < 0:
        return True
    if raw.rfind(b">", opened, at) < 0:
        return False
    link = raw.rfind(b"<a ", 0, at)
    if link > raw.rfind(b"</a", max(link, 0), at) and link >= 0:
        return False
    script = raw.rfind(b"<script", 0, at)
    return script < 0 or raw.find(b"</script", script, at) >= 0


def _plain(chunk: str) -> str:
    """The lower-case text of a cut of a page, without tags and their torn ends."""
    closed, opened = chunk.find(">"), chunk.find("<")
    if 0 <= closed and (opened < 0 or closed < opened):
        chunk = chunk[closed + 1 :]
    torn = chunk.rfind("<")
    if torn > chunk.rfind(">"):
        chunk = chunk[:torn]
    return _ENTITY.sub(" ", _TAG.sub(" ", chunk)).lower()


@cache
def _looks() -> Looks:
    """The patterns, built once a process from `lexicon/triage/`."""
    heads = [*word_list("triage", "document"), *word_list("triage", "document_weak"), *word_list("triage", "visit")]
    names = ("document", "document_weak", "visit", "deed", "bond", "actor", "territory")
    return Looks({charset: _trigger(heads, charset) for charset in CHARSETS}, *(_words(name) for name in names))


def _trigger(entries: list[str], charset: str) -> re.Pattern[bytes]:
    """Any entry in the bytes: its longest word without the first letter, which may be a capital."""
    tails = {max(re.split(r"[\s-]", entry), key=len)[1:] for entry in entries}
    needed = [tail for tail in tails if not any(other in tail and other != tail for other in tails)]
    return re.compile(b"|".join(sorted(re.escape(tail.encode(charset)) for tail in needed)))


def _words(name: str) -> re.Pattern[str]:
    """The words of a list: from the beginning of a word on; two words follow each other; a full stop ends the word."""
    parts = [re.escape(e).replace(r"\ ", r"\w*\s+(?:\w+\s+)?").replace(r"\.", r"(?!\w)") for e in word_list("triage", name)]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + ")")

"""In which charset the bytes are: by mark, by proof, by declaration, by the letters that come out."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pobratim.core.errors import BrokenEncoding

CANDIDATES = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ASCII_BYTES = bytes(range(128))
BEYOND_ASCII = bytes(range(128, 256))
SAMPLE_BYTES = 4000
HEAD_BYTES = 4096
#: Share of each letter in Russian prose, in parts of a thousand (National Corpus of the Russian language).
FREQUENCY = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф",
        (110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3, 3),
        strict=True,
    )
)
#: A wrong table turns small letters into capitals; a text of capitals alone must still win.
CAPITAL_WEIGHT = 0.75
WEIGHTS = FREQUENCY | {letter.upper(): weight * CAPITAL_WEIGHT for letter, weight in FREQUENCY.items()}
#: Right decodings of prose score 45–60, capitals alone 40, the wrong table below 25.
PLAUSIBLE_SCORE = 26.0
#: A declared charset is believed when its letters look nearly as Russian as the best one's.
BELIEVED_SHARE = 0.9
#: So many broken sequences in a thousand bytes beyond ASCII are an accident of copying, not another charset.
BROKEN_PER_MILLE = 30
TWICE_ENCODED_PAIRS = 6
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,20})""", re.IGNORECASE)
_TWICE_ENCODED = re.compile(r"[РС][\u0080-\u040f\u0450-\u2122]")


class Decoded(NamedTuple):
    """A page's text, and its UTF-8 where the page came so."""

    text: str
    utf8: bytes | None = None


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of a page's bytes.

    UTF-8 that proves itself wins over any declaration: a page in windows-1251 is never valid UTF-8.

    Args:
        raw: the bytes as they came.
        declared: the charset that the transport named, or None.

    Raises:
        BrokenEncoding: no charset tried gives text.

    >>> decode("Побратимы".encode("koi8-r"))
    'Побратимы'
    """
    return decoded(raw, declared).text


def decoded(raw: bytes, declared: str | None = None) -> Decoded:
    """The same, and the bytes where they are the text's UTF-8: a parser takes them as they are."""
    for mark, charset in MARKS:
        if raw.startswith(mark):
            return Decoded(_strict(raw, charset))
    if unmarked := _unmarked_utf16(raw):
        return Decoded(_strict(raw, unmarked))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return Decoded(_by_letters(raw, declared))
    once = _decoded_once(text)
    return Decoded(once, raw if once is text else None)


def declared_in(raw: bytes) -> str | None:
    """The charset that a `<meta>` or an XML head names, or None."""
    found = _DECLARED.search(raw, 0, HEAD_BYTES)
    return found[1].decode("ascii").lower() if found else None


def score(text: str) -> float:
    """How much a text looks like Russian prose by its letters, 0–60.

    >>> score("Стороны подписали план") > score("яРНПНМШ ОНДОХЯЮКХ ОКЮМ")
    True
    """
    return sum(WEIGHTS.get(letter, 0) * number for letter, number in Counter(text).items()) / max(1, len(text))


def _by_letters(raw: bytes, declared: str | None) -> str:
    """The text by the charset whose letters look most Russian; a declared one is believed when it looks well."""
    lossy = raw.decode("utf-8", "replace")
    beyond = raw.translate(None, ASCII_BYTES)
    if lossy.count("\ufffd") * 1000 <= len(beyond) * BROKEN_PER_MILLE:
        return lossy.replace("\ufffd", "")
    sample = beyond[:SAMPLE_BYTES]
    names = [name for name in (declared, declared_in(raw)) if name and _known_single_byte(name)]
    scores = _scores_in(sample, (*names, *CANDIDATES))
    scores["utf-8"] = score(sample.decode("utf-8", "replace"))  # much broken, and UTF-8 still
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < PLAUSIBLE_SCORE:
        raise BrokenEncoding("the bytes give no Russian text in UTF-8, windows-1251, KOI8-R or another charset")
    believed = next((name for name in names if scores.get(name, 0) >= BELIEVED_SHARE * scores[best]), best)
    return raw.decode(believed, "replace").replace("\ufffd", "")


def _scores_in(sample: bytes, charsets: Iterable[str]) -> dict[str, float]:
    """The score of bytes beyond ASCII in each charset; what Python cannot read as one («hex», «undefined») is left out."""
    counted = Counter(sample)
    scores: dict[str, float] = {}
    for name in charsets:
        try:
            letters = BEYOND_ASCII.decode(name, "replace")
            if len(letters) != len(BEYOND_ASCII):  # more than one byte a letter
                scores[name] = score(sample.decode(name, "replace"))
                continue
        except (LookupError, ValueError):
            continue
        scores[name] = sum(WEIGHTS.get(letters[byte - 128], 0) * number for byte, number in counted.items()) / len(sample)
    return scores


def _known_single_byte(name: str) -> bool:
    """Whether Python knows the charset and it is none of the Unicode ones, which were tried before."""
    try:
        return not codecs.lookup(name).name.startswith("utf")
    except (LookupError, ValueError):
        return False


def _strict(raw: bytes, charset: str) -> str:
    """The text in a charset that a mark has proved."""
    text = raw.decode(charset, "replace")
    if text.count("\ufffd") * 1000 > len(text) * BROKEN_PER_MILLE + 2000:
        raise BrokenEncoding(f"marked as {charset}, but broken")
    return text.replace("\ufffd", "")


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 without its mark: every second byte is 0 (ASCII) or 4 (Cyrillic)."""
    sample = raw[:HEAD_BYTES]
    if len(sample) < 16 or (b"\x00" not in sample and b"\x04" not in sample):
        return None
    for first, charset in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[first::2]
        if half.count(0) + half.count(4) > 0.9 * len(half):
            return charset
    return None


def _decoded_once(text: str) -> str:
    """UTF-8 that was taken for windows-1251 and encoded again («РџРѕР±СЂР°С‚РёРј») put right; other text as it is."""
    most = text.count("Р", 0, 20000) + text.count("С", 0, 20000)
    if most < TWICE_ENCODED_PAIRS or most * 8 < min(SAMPLE_BYTES, sum(text.count(vowel, 0, SAMPLE_BYTES * 4) for vowel in "оа")):
        return text  # nearly every page: what is encoded twice has hardly any small letters
    found = _TWICE_ENCODED.findall(text[:20000])
    if len(found) < TWICE_ENCODED_PAIRS or len(found) * 8 < len(_beyond_ascii(text[:20000])):
        return text
    try:
        return text.encode("cp1251").decode("utf-8")
    except UnicodeError:
        return text


def _beyond_ascii(text: str) -> str:
    """The letters beyond ASCII, as many as a sample has."""
    return "".join([c for c in text[: SAMPLE_BYTES * 4] if c > "\x7f" and c != "\ufffd"])[:SAMPLE_BYTES]

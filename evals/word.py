"""Words of names, compared as a reader does: inflected forms of one word are equal, other words are not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

STOP = frozenset("и в во на по о об с со к ко из от для при между до за the of and".split())
ENDINGS = tuple(
    "ого его ому ему ыми ими ами ями ой ей ый ий ая яя ое ее ую юю ым им ом ем ою ею ью ам ям ах ях а я у ю ы и е о ь й".split()
)
FLEETING_STEMS = {"павел": "павл", "лев": "льв"}
FLEETING_VOWEL = re.compile(r"[ео][цк]$")
SK_ENDING = re.compile(r"[сц]к(|а|у|е|ом|ий|ая|ое|ие|ого|ому|им|ой|ую|их|ими)$")
LONG_WORD_LETTERS = 4
SHARED_PREFIX_SHARE = 0.7


def normal(text: str | None) -> str:
    """Lower case, ё as е, everything but letters and digits as single spaces.

    >>> normal("ПАО «Газпром-нефть»")
    'пао газпром нефть'
    """
    folded = unicodedata.normalize("NFC", text or "").lower().replace("ё", "е")
    return re.sub(r"[\W_]+", " ", folded).strip()


@cache
def aliases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The table `aliases.tsv`: a pattern and what stands in its place, in order."""
    lines = Path(__file__).with_name("aliases.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("#"))
    return tuple((re.compile(rf"\b(?:{pattern})\b"), full) for pattern, _, full in pairs)


@cache
def words(text: str | None) -> tuple[str, ...]:
    """The different words of a name, aliases written out, in order; function words left out.

    >>> words("Ленобласть и КНР")
    ('ленинградская', 'область', 'китай')
    """
    plain = normal(text)
    for pattern, full in aliases():
        plain = pattern.sub(full, plain)
    return tuple(dict.fromkeys(word for word in plain.split() if word not in STOP))


@cache
def stems(word: str) -> frozenset[str]:
    """The word, and what may be left of it without a case ending."""
    found = {word, FLEETING_STEMS.get(word, word)}
    least = 3 if len(word) > LONG_WORD_LETTERS else 2
    found |= {word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= least}
    found |= {w[:-2] + w[-1] for w in found if len(w) > LONG_WORD_LETTERS and FLEETING_VOWEL.search(w)}
    return frozenset(found)


def _sk_readings(word: str) -> set[str]:
    """Минская is an adjective, Минск a noun, Минском either, Киров neither."""
    match = SK_ENDING.search(word)
    if match is None:
        return {"other"}
    if match[1] == "ом":
        return {"noun", "adjective"}
    return {"noun"} if match[1] in ("", "а", "у", "е") else {"adjective"}


@cache
def same_word(a: str, b: str) -> bool:
    """Whether two words are forms of one.

    >>> same_word("тосненский", "тосненским"), same_word("минск", "минская"), same_word("киров", "кировск")
    (True, False, False)
    """
    if not _sk_readings(a) & _sk_readings(b):
        return False
    if stems(a) & stems(b):
        return True
    short, long = sorted((len(a), len(b)))
    prefix = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), short)
    return short > LONG_WORD_LETTERS and prefix >= max(4, SHARED_PREFIX_SHARE * long)


def shared(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, str]]:
    """One-to-one pairs of equal words; identical words are paired before inflected ones."""
    pairs = [(word, word) for word in a if word in b]
    free = [word for word in b if word not in a]
    for word in a:
        partner = None if word in b else next((other for other in free if same_word(word, other)), None)
        if partner is not None:
            pairs.append((word, partner))
            free.remove(partner)
    return pairs

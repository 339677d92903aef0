"""Words with a hyphen that the dictionary lacks, read as pymorphy3 reads them: by what their halves are.

«города-партнёра» is both declined, «онлайн-переговоры» its second half alone. pymorphy3 parses both halves with all its units;
here they are read as other words are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .paradigm import analyzer, has_shares

if TYPE_CHECKING:
    from .morph import Form

_WORD = re.compile("([а-яё]+)-([а-яё]+)")
_WEIGHT = 0.75  # as pymorphy3 sets it for its unit HyphenatedWordsAnalyzer
_AS_ONE = {"gen1": "gent", "loc1": "loct"}


def forms_by_halves(word: str, forms: Callable[[str], tuple[Form, ...]]) -> tuple[Form, ...]:
    """The readings of a word in lower case that the dictionary lacks, both halves declined first.

    Returns:
        Nothing where pymorphy3 itself must be asked: for words without a hyphen, with several, with a prefix or a particle
        that it knows («кто-то», «по-тверски»), with other letters.
    """
    halves = _WORD.fullmatch(word)
    if not halves or word.startswith("по-") or word.endswith(_particles()) or _known_prefixes()(word) or has_shares(word):
        return ()
    left, right = [[form for form in forms(half) if "UNKN" not in form.tags] for half in halves.groups()]
    found = [(a.lemma + "-" + b.lemma, a, a.score) for a in left for b in right if _agreeing(a.tags) == _agreeing(b.tags)]
    found += [(halves[1] + "-" + b.lemma, b, b.score) for b in right]
    share = 1.0 / (sum([score * _WEIGHT for _, _, score in found]) or 1.0)
    return tuple([replace(form, lemma=lemma, score=score * _WEIGHT * share, known=False) for lemma, form, score in found])


@cache
def _agreeing(tags: frozenset[str]) -> frozenset[str]:
    """The grammemes in which both halves must agree to be declined both."""
    kinds = analyzer().TagClass
    features = kinds.PARTS_OF_SPEECH | kinds.NUMBERS | kinds.CASES | kinds.PERSONS | kinds.TENSES
    return frozenset([_AS_ONE.get(tag, tag) for tag in tags & features])


@cache
def _particles() -> tuple[str, ...]:
    """The particles behind a hyphen that pymorphy3 knows («-то», «-ка»)."""
    from pymorphy3.units import HyphenSeparatedParticleAnalyzer

    units = analyzer()._units
    return next(tuple(unit.particles_after_hyphen) for unit, _ in units if isinstance(unit, HyphenSeparatedParticleAnalyzer))


@cache
def _known_prefixes():  # type: ignore[no-untyped-def]
    """pymorphy3's own matcher of the prefixes that it leaves to another unit («вице-мэр»)."""
    from pymorphy3.units import HyphenatedWordsAnalyzer

    return next(unit._has_skip_prefix for unit, _ in analyzer()._units if isinstance(unit, HyphenatedWordsAnalyzer))

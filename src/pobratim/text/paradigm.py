"""The dictionary's paradigms: OpenCorpora's tables as pymorphy3 keeps them, each cell worked out once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from pobratim.core.memo import remembered

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.tagset import OpencorporaTag

_CASE_ALIASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}

Grammemes: TypeAlias = tuple[str | None, str | None, str | None, str | None, str | None, frozenset[str]]
"""Part of speech, case, number, gender, animacy, and all grammemes of a tag."""


class Cell(Struct, frozen=True, gc=False):
    """A cell of a paradigm: what is cut off a form, what the lemma has in its place, and the form's grammemes.

    Forms of `productive` cells serve as models for words that the dictionary lacks.
    """

    tag: str
    grammemes: Grammemes
    stem: slice
    prefix: str
    suffix: str
    productive: bool


@cache
def analyzer() -> MorphAnalyzer:
    """The dictionary, loaded once a process (0.15 s, 30 MB)."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def cell(paradigm: int, index: int) -> Cell:
    """One of the dictionary's paradigm cells; some 20,000 of them occur in news."""
    words = analyzer().dictionary
    table = words.paradigms[paradigm]  # the numbers of all suffixes, then of all tags, then of all prefixes
    size = len(table) // 3
    name, grammemes, productive = _tag(table[size + index])
    prefix, suffix = words.paradigm_prefixes[table[2 * size + index]], words.suffixes[table[index]]
    stem = slice(len(prefix), -len(suffix) if suffix else None)
    return Cell(name, grammemes, stem, words.paradigm_prefixes[table[2 * size]], words.suffixes[table[0]], productive)


@cache
def _tag(number: int) -> tuple[str, Grammemes, bool]:
    """A tag by its number in the dictionary: its name, its grammemes, and whether it is productive."""
    tag = analyzer().dictionary.gramtab[number]
    return str(tag), grammemes_of(tag), tag.is_productive()


def grammemes_by_number(number: int) -> Grammemes:
    """The grammemes of a tag by its number in the dictionary."""
    return _tag(number)[1]


def grammemes_of(tag: OpencorporaTag) -> Grammemes:
    """The grammemes of a tag, the rarer cases counted with the six («gen2» is «gent»)."""
    held = frozenset(map(str, tag.grammemes))
    part, case, number, gender, animacy = [next(iter(kind & held), None) for kind in _kinds()]
    return part, _CASE_ALIASES.get(case, case) if case else None, number, gender, animacy, held


@cache
def _kinds() -> tuple[frozenset[str], ...]:
    """The grammemes that are parts of speech, cases, numbers, genders, animacies; a tag has at most one of each."""
    tags = analyzer().TagClass
    kinds = tags.PARTS_OF_SPEECH, tags.CASES, tags.NUMBERS, tags.GENDERS, tags.ANIMACY
    return tuple(frozenset(map(str, kind)) for kind in kinds)


def has_shares(word: str) -> bool:
    """Whether it is known how often a word has each of its tags in the OpenCorpora texts."""
    return bool(analyzer().prob_estimator.p_t_given_w.has_keys_with_prefix(f"{word}:"))


def lemma_in(at: Cell, spelling: str, index: int) -> str:
    """The dictionary form of a form that stands in a cell, the cell's number being `index`."""
    return at.prefix + spelling[at.stem] + at.suffix if index else spelling


def in_cell(spelling: str, paradigm: int, index: int, wanted: frozenset[str]) -> str | None:
    """The form of a word with the grammemes wanted, as pymorphy3's `inflect` chooses it; None where there is none.

    pymorphy3 builds all forms of the word each time; here the paradigm is searched once for all words that follow it.

    Args:
        spelling: the form at hand.
        paradigm: the number of the word's paradigm.
        index: the cell that the form stands in.
        wanted: grammemes.
    """
    target = _target(paradigm, index, wanted)
    if target is None:
        return None
    prefix, suffix = _affixes(paradigm, target)
    return prefix + spelling[cell(paradigm, index).stem] + suffix


@remembered(20_000)
def _target(paradigm: int, index: int, wanted: frozenset[str]) -> int | None:
    """Which cell of a paradigm has the grammemes wanted and is otherwise most like the cell `index`; the first of equals."""
    words = analyzer().dictionary
    table = words.paradigms[paradigm]
    tags = [words.gramtab[number] for number in table[len(table) // 3 : 2 * (len(table) // 3)]]
    fitting = [n for n, tag in enumerate(tags) if wanted <= tag.grammemes]
    if not fitting:
        wanted = analyzer().TagClass.fix_rare_cases(wanted)
        fitting = [n for n, tag in enumerate(tags) if wanted <= tag.grammemes]
    aim = tags[index].updated_grammemes(wanted)
    return max(fitting, key=lambda n: len(aim & tags[n].grammemes) - 0.1 * len(aim ^ tags[n].grammemes), default=None)


def _affixes(paradigm: int, index: int) -> tuple[str, str]:
    """What a cell of a paradigm puts before and after the stem."""
    words = analyzer().dictionary
    table = words.paradigms[paradigm]
    return words.paradigm_prefixes[table[2 * (len(table) // 3) + index]], words.suffixes[table[index]]

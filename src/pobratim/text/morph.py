"""Morphology: every reading of a word form, from the OpenCorpora dictionary through pymorphy3."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from pobratim.core.memo import remembered

from .frequent.forms import told_of
from .guess import guesses
from .hyphen import forms_by_halves
from .paradigm import analyzer, cell, grammemes_of, in_cell, lemma_in

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

    from .paradigm import Cell, Grammemes

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")

WORDS = 100_000  # remembered word forms: 0.55 KB each for their forms, 0.3 KB for their lemmas
_AFTER_ALL = "-таки"
RAW_WORDS = 20_000  # 0.85 KB each; only what is inflected comes here


class Form(Struct, frozen=True, gc=False):
    """One reading of a word form; grammemes as OpenCorpora names them, `None` where the word has none.

    A `Struct` and no named tuple, as all that is made for each new word: it is made in a third of the time, and the search
    for garbage does not go through it.

    `tags` holds all grammemes (`Surn`, `Name`, `Patr`, `Geox`, `Abbr` …); `score` is 0–1.
    """

    lemma: str
    pos: str | None
    case: str | None
    number: str | None
    gender: str | None
    animacy: str | None
    tags: frozenset[str]
    score: float
    known: bool


class Reading(NamedTuple):
    """A reading with what it takes to inflect it: its cell of a paradigm, or pymorphy3's own parse where it has none.

    `lead` stands before what is inflected (the guessed prefix of a word that the dictionary lacks).
    """

    form: Form
    lead: str
    spelling: str
    paradigm: int
    number: int
    parse: Parse | None = None

    def inflected(self, *wanted: str) -> str | None:
        """The word with the grammemes wanted, None where it has no such form."""
        if self.parse is not None:
            found = self.parse.inflect(set(wanted))
            return str(found.word) if found else None
        form = in_cell(self.spelling, self.paradigm, self.number, frozenset(wanted))
        return None if form is None else self.lead + form


@remembered(WORDS)
def forms(word: str) -> tuple[Form, ...]:
    """All readings of a word form, best first.

    >>> forms("областями")[0].lemma, forms("областями")[0].case
    ('область', 'ablt')
    """
    rules, scores = told_of(word)
    if rules:
        return tuple([
            Form(word[stem] + suffix, pos, case, number, gender, animacy, tags, score, known)
            for (stem, suffix, known, pos, case, number, gender, animacy, tags), score in zip(rules, scores, strict=True)
        ])  # fmt: skip
    return worked_out(word)


def worked_out(word: str) -> tuple[Form, ...]:
    """All readings of a word form, best first, from the dictionary itself: what the index of frequent words is made of."""
    if word.endswith(_AFTER_ALL):
        return forms(word[: -len(_AFTER_ALL)])  # «подписали-таки»
    if found := _in_dictionary(word):
        return tuple([
            Form(at.prefix + spelling[at.stem] + at.suffix if index else spelling, *at.grammemes, score, True)
            for score, spelling, _, index, at in found
        ])  # fmt: skip
    return forms_by_halves(word, forms) or tuple([reading.form for reading in _guessed_readings(word)])


@remembered(RAW_WORDS)
def readings(word: str) -> tuple[Reading, ...]:
    """The same readings, for inflecting.

    >>> readings("областями")[0].inflected("gent", "sing")
    'области'
    """
    found = _in_dictionary(word)
    if not found:
        return tuple(_guessed_readings(word))
    return tuple([Reading(form, "", at[1], at[2], at[3]) for form, at in zip(forms(word), found, strict=True)])


def _in_dictionary(word: str) -> list[tuple[float, str, int, int, Cell]]:
    """Where a word in lower case stands in the dictionary, the likeliest first; empty where it lacks the word.

    For each reading its score, the word with its `ё`, its paradigm, its cell there by number and as such. The same as
    pymorphy3's `parse`, at a third of its time: no other of its units is asked about such a word, and what a paradigm
    says is worked out once.
    """
    if word != word.lower():
        return []  # an initial, which pymorphy3 knows without the dictionary
    morph = analyzer()
    items = morph.dictionary.words.similar_items(word, morph.char_substitutes)
    found = [(p, i, spelling, cell(p, i)) for spelling, cells in items for p, i in cells]
    if len(found) > 1:  # of a word with one reading the share is 1
        share = morph.prob_estimator.p_t_given_w.get
        scored = [(share(f"{word}:{at.tag}", 0) / 1_000_000, spelling, p, i, at) for p, i, spelling, at in found]
        scored.sort(key=_score, reverse=True)
        if scored and scored[0][0] > 0:
            return scored
    share_of_each = 1.0 / (len(found) or 1)
    return [(share_of_each, spelling, p, i, at) for p, i, spelling, at in found]


def _score(found: tuple[float, str, int, int, Cell]) -> float:
    return found[0]


def _guessed_readings(word: str) -> list[Reading]:
    """The readings of a word that the dictionary lacks, by its ending or its parts."""
    found = guesses(word)
    if found is None:
        return _parsed_readings(word)
    share = 1.0 / sum([guess.weight for guess in found])
    return [
        Reading(Form(lead + lemma_in(at, spelling, i), *at.grammemes, weight * share, False), lead, spelling, p, i)
        for weight, lead, spelling, p, i, at in found
    ]


def _parsed_readings(word: str) -> list[Reading]:
    """pymorphy3's own readings."""
    parses = raw_parses(word)
    known = {spelling: analyzer().word_is_known(spelling) for spelling in {parse.word for parse in parses}}
    return [Reading(Form(p.normal_form, *_grammemes(p.tag), p.score, known[p.word]), "", p.word, 0, 0, p) for p in parses]


@cache
def _grammemes(tag: OpencorporaTag) -> Grammemes:
    return grammemes_of(tag)


@remembered(RAW_WORDS)
def raw_parses(word: str) -> tuple[Parse, ...]:
    """pymorphy3's readings of a word form, best first."""
    try:
        return tuple(analyzer().parse(word))
    except ValueError:  # pymorphy3 asks Unicode for the name of a letter, and some letters have none
        return ()


@remembered(WORDS)
def lemmas(word: str) -> frozenset[str]:
    """The lemmas of all readings of a word form, in lower case, `ё` kept as the dictionary has it.

    >>> sorted(lemmas("стали"))
    ['сталь', 'стать']
    """
    return frozenset(form.lemma for form in forms(word))


@remembered(WORDS)
def lemma(word: str) -> str:
    """The lemma of the likeliest reading.

    >>> lemma("соглашением")
    'соглашение'
    """
    found = forms(word)
    return found[0].lemma if found else word

"""Morphology: every reading of a word form, from the OpenCorpora dictionary through pymorphy3."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_CASE_ALIASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}

WORDS = 100_000  # remembered word forms: 0.55 KB each for their forms, 0.3 KB for their lemmas
RAW_WORDS = 20_000  # 0.85 KB each; only what is inflected comes here


class Form(NamedTuple):
    """One reading of a word form; grammemes as OpenCorpora names them, `None` where the word has none.

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


@cache
def analyzer() -> MorphAnalyzer:
    """The dictionary, loaded once a process (0.15 s, 30 MB)."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=RAW_WORDS)
def raw_parses(word: str) -> tuple[Parse, ...]:
    """pymorphy3's own readings of a word form, best first; for inflecting, not for looking at."""
    try:
        return tuple(analyzer().parse(word))
    except ValueError:  # see `_guessed_forms`
        return ()


def inflected(parse: Parse, *wanted: str) -> str | None:
    """The form of a parse's word with the grammemes wanted, as pymorphy3's `inflect` chooses it; None where there is none.

    pymorphy3 builds all forms of the word each time; here the paradigm is searched once for all words that follow it.
    """
    if len(parse.methods_stack) > 1 or len(parse.methods_stack[0]) != 4:  # guessed, or an initial
        found = parse.inflect(set(wanted))
        return str(found.word) if found else None
    _, word, paradigm, index = parse.methods_stack[0]
    target = _target(paradigm, index, frozenset(wanted))
    if target is None:
        return None
    own, new = _affixes(paradigm, index), _affixes(paradigm, target)
    stem: str = word[len(own[0]) : len(word) - len(own[1])]
    return new[0] + stem + new[1]


@lru_cache(maxsize=RAW_WORDS)
def _target(paradigm: int, index: int, wanted: frozenset[str]) -> int | None:
    """Which cell of a paradigm has the grammemes wanted and is otherwise most like the cell `index`; the first of equals."""
    tags = [tag for _, tag, _ in analyzer().dictionary.build_paradigm_info(paradigm)]
    fitting = [n for n, tag in enumerate(tags) if wanted <= tag.grammemes]
    if not fitting:
        wanted = analyzer().TagClass.fix_rare_cases(wanted)
        fitting = [n for n, tag in enumerate(tags) if wanted <= tag.grammemes]
    aim = tags[index].updated_grammemes(wanted)
    return max(fitting, key=lambda n: len(aim & tags[n].grammemes) - 0.1 * len(aim ^ tags[n].grammemes), default=None)


def _affixes(paradigm: int, index: int) -> tuple[str, str]:
    """What a cell of a paradigm puts before and after the stem."""
    words = analyzer().dictionary
    table = words.paradigms[paradigm]  # the numbers of all suffixes, then of all tags, then of all prefixes
    return words.paradigm_prefixes[table[2 * (len(table) // 3) + index]], words.suffixes[table[index]]


@cache
def _grammemes(tag: OpencorporaTag) -> tuple[str | None, str | None, str | None, str | None, str | None, frozenset[str]]:
    """The fields of `Form` from `pos` to `tags`; worked out once for each of the dictionary's 5,000 tags."""
    case = str(tag.case) if tag.case else None
    return (
        str(tag.POS) if tag.POS else None,
        _CASE_ALIASES.get(case, case) if case else None,
        str(tag.number) if tag.number else None,
        str(tag.gender) if tag.gender else None,
        str(tag.animacy) if tag.animacy else None,
        frozenset(str(grammeme) for grammeme in tag.grammemes),
    )


@lru_cache(maxsize=WORDS)
def forms(word: str) -> tuple[Form, ...]:
    """All readings of a word form, best first.

    >>> forms("областями")[0].lemma, forms("областями")[0].case
    ('область', 'ablt')
    """
    return _dictionary_forms(word) or _guessed_forms(word)


class _Cell(NamedTuple):
    """A cell of a paradigm: what is cut off a form, what the lemma has in its place, and the form's grammemes."""

    tag: str
    grammemes: tuple[str | None, str | None, str | None, str | None, str | None, frozenset[str]]
    stem: slice
    prefix: str
    suffix: str


@cache
def _cell(paradigm: int, index: int) -> _Cell:
    """One of the dictionary's paradigm cells; some 20,000 of them occur in news."""
    words = analyzer().dictionary
    tag = words.build_tag_info(paradigm, index)
    prefix, suffix = _affixes(paradigm, index)
    stem = slice(len(prefix), -len(suffix) if suffix else None)
    return _Cell(str(tag), _grammemes(tag), stem, *_affixes(paradigm, 0))


def _dictionary_forms(word: str) -> tuple[Form, ...]:
    """The readings of a word in lower case that the dictionary has; empty where it has none.

    The same as pymorphy3's `parse`, at a third of its time: no other of its units is asked about such a word, and
    what a paradigm says is worked out once.
    """
    if word != word.lower():
        return ()  # an initial, which pymorphy3 knows without the dictionary
    morph = analyzer()
    found: list[Form] = []
    informed = False
    share = morph.prob_estimator.p_t_given_w.get
    for spelling, cells in morph.dictionary.words.similar_items(word, morph.char_substitutes):
        for paradigm, index in cells:
            tag, grammemes, stem, prefix, suffix = _cell(paradigm, index)
            lemma = prefix + spelling[stem] + suffix if index else spelling
            score = share(f"{word}:{tag}", 0) / 1_000_000
            informed = informed or score > 0
            found.append(Form(lemma, *grammemes, score, True))
    if informed:
        found.sort(key=_score, reverse=True)
        return tuple(found)
    return tuple(form._replace(score=1.0 / len(found)) for form in found)


def _score(form: Form) -> float:
    return form.score


def _guessed_forms(word: str) -> tuple[Form, ...]:
    """pymorphy3's readings of a word that the dictionary lacks: by its prefix, ending or parts."""
    try:
        parses = analyzer().parse(word)
    except ValueError:  # pymorphy3 asks Unicode for the name of a letter, and some letters have none
        return ()
    known = {spelling: analyzer().word_is_known(spelling) for spelling in {parse.word for parse in parses}}
    return tuple(Form(parse.normal_form, *_grammemes(parse.tag), parse.score, known[parse.word]) for parse in parses)


@lru_cache(maxsize=WORDS)
def lemmas(word: str) -> frozenset[str]:
    """The lemmas of all readings of a word form, in lower case, `ё` kept as the dictionary has it.

    >>> sorted(lemmas("стали"))
    ['сталь', 'стать']
    """
    return frozenset(form.lemma for form in forms(word))


@lru_cache(maxsize=WORDS)
def lemma(word: str) -> str:
    """The lemma of the likeliest reading.

    >>> lemma("соглашением")
    'соглашение'
    """
    found = forms(word)
    return found[0].lemma if found else word

"""All case forms of a toponym, from the dictionary where it knows the word and by ending where it does not."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from pathlib import Path

from pymorphy3 import MorphAnalyzer

from pobratim.text.morph import CASES

# One entry a case: the forms that the case may take.
Paradigm = tuple[frozenset[str], ...]

_MORPH = MorphAnalyzer(lang="ru")
_HARD, _HISSING = ("", "а", "у", "", "ом", "е"), ("", "а", "у", "", "ем|ом", "е")
_ADJECTIVE: dict[str, tuple[str, ...]] = {
    "ый": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "ий": ("ий", "его", "ему", "ий", "им", "ем"),
    "гий": ("гий", "гого", "гому", "гий", "гим", "гом"),
    "кий": ("кий", "кого", "кому", "кий", "ким", "ком"),
    "хий": ("хий", "хого", "хому", "хий", "хим", "хом"),
    "ой": ("ой", "ого", "ому", "ой", "ым", "ом"),
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
    "ые": ("ые", "ых", "ым", "ые", "ыми", "ых"),
    "кие": ("кие", "ких", "ким", "кие", "кими", "ких"),
    "ие": ("ие", "их", "им", "ие", "ими", "их"),
    "-й": ("-й", "-го", "-му", "-й", "-м", "-м"),
}  # fmt: skip
# Endings of nouns the dictionary does not know: ending → the endings of the six cases, parted by «|».
_NOUN: dict[str, tuple[str, ...]] = {
    "ий": ("ий", "ия", "ию", "ий", "ием", "ии"),
    "й": ("й", "я", "ю", "й", "ем", "е"),
    "нь": ("нь", "ня|ни", "ню|ни", "нь", "нем|нью", "не|ни"),
    "ь": ("ь", "я|и", "ю|и", "ь", "ем|ью", "е|и"),
    "ец": ("ец", "ца|еца", "цу|ецу", "ец", "цем|ецем|ецом|цом", "це|еце"),
    "ия": ("ия", "ии", "ии", "ию", "ией", "ии"),
    "ья": ("ья", "ьи", "ье", "ью", "ьей", "ье"),
    "я": ("я", "и", "е", "ю", "ей", "е"),
    "а": ("а", "ы", "е", "у", "ой", "е"),
    "ье": ("ье", "ья", "ью", "ье", "ьем", "ье"),
    "о": ("о", "а|о", "у|о", "о", "ом|о", "е|о"),
    "ы": ("ы", "ов||ы", "ам|ы", "ы", "ами|ы", "ах|ы"),
}  # fmt: skip
# A compound with one of these inside changes its first part only («Ростов-на-Дону», «Франкфурт-ам-Майн»).
_TAIL_PREPOSITIONS = frozenset("на под над де дель ди сюр ам ан апон при".split())


def forms(name: str) -> dict[str, frozenset[str]]:
    """The forms of a name by case; words that do not change are in every case as they are.

    >>> sorted(forms("Великий Новгород")["ablt"])
    ['великим новгородом']
    """
    words = name.lower().split(" ")
    irregular = _irregular().get(name.lower())
    if irregular:
        return dict(zip(CASES, (frozenset((form,)) for form in irregular), strict=True))
    head = _head(words)
    paradigms = [_paradigm(word, words, at, head) for at, word in enumerate(words)]
    found = {}
    for number, case in enumerate(CASES):
        found[case] = frozenset(" ".join(choice).replace("ё", "е") for choice in product(*(p[number] for p in paradigms)))
    return found


@cache
def _irregular() -> dict[str, list[str]]:
    """Names that neither the dictionary nor an ending inflects right, from irregular.txt."""
    lines = Path(__file__).with_name("irregular.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: [form.replace("ё", "е") for form in row] for row in rows}


def _head(words: list[str]) -> int:
    """The number of the noun that governs the rest («Долина роз» → 0, «Великий Новгород» → 1)."""
    for at, word in enumerate(words[:-1]):
        if not is_adjective(word, alone=False) and not word[0].isdigit():
            return at
    return len(words) - 1


def is_adjective(word: str, *, alone: bool = True) -> bool:
    """Whether a word of a name declines like an adjective («великий», «верхняя», «отрадное»).

    `alone`: a word that the dictionary also has as a place by itself («Тверская») is none.
    """
    if not re.search(r"([ыиоа]й|[ая]я|[ое]е|[ыи]е)$", word):
        return False
    readings = [p for p in _MORPH.parse(word) if p.is_known and "nomn" in p.tag]
    if readings:
        place = alone and any("Geox" in p.tag and p.tag.POS == "NOUN" for p in readings)
        return not place and any(p.tag.POS in ("ADJF", "PRTF") for p in readings)
    return bool(re.search(r"([сц]к|[нвл])([иыо]й|ая|ое|[иы]е)$", word))


def _paradigm(word: str, words: list[str], at: int, head: int) -> Paradigm:
    if at > head:
        second_name = at == len(words) - 1 and is_adjective(word) and words[head] in ("республика", "область")
        return adjective(word) if second_name else _fixed(word)
    if at < head:
        return adjective(word) if is_adjective(word, alone=False) or word.endswith("-й") else _fixed(word)
    return adjective(word) if is_adjective(word) and len(words) == 1 else noun(word)


def _fixed(word: str) -> Paradigm:
    return tuple(frozenset((word,)) for _ in CASES)


@cache
def adjective(word: str) -> Paradigm:
    """«великий» → великого, великому …; the word itself in every case where it has no such ending."""
    for ending in sorted(_ADJECTIVE, key=len, reverse=True):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return tuple(frozenset((stem + e,)) for e in _ADJECTIVE[ending])
    return _fixed(word)


@cache
def noun(word: str) -> Paradigm:
    """The forms of one noun; of a compound only the last part changes, or the first («Ростов-на-Дону»), or both."""
    if "-" in word:
        return _compound(word.split("-"))
    known = _known(word)
    shortened = known and not any(form.startswith(word.replace("ё", "е")) for form in known[1])
    if known and not word.endswith("о") and not (shortened and re.search(r"[рнлм]$", word)):
        return known
    # «в Гродно» and «в Гродне», «в Иваново» and «в Иванове»: both are written, the dictionary has one of them;
    # and it drops vowels that stay («Лахор», «в Лахре»).
    other = _by_ending(word)
    return tuple(a | b for a, b in zip(known, other, strict=True)) if known else other


def _compound(parts: list[str]) -> Paradigm:
    if any(part in _TAIL_PREPOSITIONS for part in parts[1:]):
        return _joined([noun(parts[0]), *(_fixed(part) for part in parts[1:])])
    last = adjective(parts[-1]) if is_adjective(parts[-1]) and len(parts[-1]) > 4 else None
    if last:
        return _joined([*(noun(part) for part in parts[:-1]), last])
    ending = noun(parts[-1])
    return _joined([*(_fixed(part) for part in parts[:-1]), ending])


def _joined(paradigms: list[Paradigm]) -> Paradigm:
    return tuple(frozenset("-".join(c) for c in product(*(p[n] for p in paradigms))) for n in range(len(CASES)))


def _known(word: str) -> Paradigm | None:
    """The dictionary's forms of a place name or an inanimate noun, or None where it has no such reading."""
    for parse in _MORPH.parse(word):
        tag = parse.tag
        if not parse.is_known or tag.POS != "NOUN" or "nomn" not in tag or parse.word != word:
            continue
        if "Geox" not in tag and ("anim" in tag or {"Surn", "Name", "Patr"} & tag.grammemes):
            continue
        number = str(tag.number or "sing")
        found = tuple(_inflected(list(parse.lexeme), number, case, word) for case in CASES)
        if word.replace("ё", "е") in found[0]:  # else the dictionary has it as a slip for another word («Тайланд»)
            return found
    return None


def _inflected(lexeme: list[object], number: str, case: str, word: str) -> frozenset[str]:
    found = set()
    for form in lexeme:
        grammemes = form.tag.grammemes  # type: ignore[attr-defined]
        wanted = case in grammemes or (case == "gent" and "gen1" in grammemes) or (case == "loct" and "loc1" in grammemes)
        if number in grammemes and wanted:
            found.add(str(form.word).replace("ё", "е"))  # type: ignore[attr-defined]
    return frozenset(found or {word})


def _by_ending(word: str) -> Paradigm:
    """By the word's last letters; a word in a vowel that Russian does not decline stays as it is."""
    for ending in sorted(_NOUN, key=len, reverse=True):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return _with(word[: -len(ending)], _NOUN[ending])
    if word[-1] in "еиуюэё" or len(word) < 2:
        return _fixed(word)
    return _with(word, _HISSING if word[-1] in "жшчщц" else _HARD)


def _with(stem: str, endings: tuple[str, ...]) -> Paradigm:
    found = []
    for pattern in endings:
        forms_of_case = {_spelled(stem + ending) for ending in pattern.split("|")}
        found.append(frozenset(forms_of_case))
    return tuple(found)


def _spelled(form: str) -> str:
    """Spelling rules: «Ригы» → «Риги», «Сочьы» → «Сочи»; «Тюмьом» never arises."""
    form = re.sub(r"([гкхжшчщ])ы$", r"\1и", form)
    return re.sub(r"([жшчщц])ой$", r"\1ей", form)

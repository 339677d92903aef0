"""How careful a reader must be with a form: is it also an ordinary word, a surname, a given name?"""

from __future__ import annotations

import re
from functools import cache

from pymorphy3 import MorphAnalyzer

from . import table
from .inflect import is_adjective
from .record import TOWN, Record

_MORPH = MorphAnalyzer(lang="ru")
_GIVEN = {"Name", "Patr"}
_SURNAME = re.compile(r"(ов|ев|ин|ын)(а|у|ым|е|ой|ых|ыми|ы)?$|ск(ий|ого|ому|им|ом)$|ко$")
# Above this rank (see record.py) a place is so well known that a capital in mid-sentence is enough: 100,000 people
# where the news is at home, half a million elsewhere.
KNOWN, KNOWN_ABROAD = 50, 57
HOME = frozenset(("AM", "AZ", "BY", "GE", "KG", "KZ", "MD", "MN", "RU", "TJ", "TM", "UA", "UZ", ""))
# A place that nobody would name a person by: «Минском» is hardly Mr Minskoy.
FAMOUS = 60
# So large a town is meant by its adjectival name («Грозный»), though the form is one of an adjective.
ADJECTIVAL = 250_000
# Foreign names as short as «Ван» are as often a syllable of somebody's name.
SHORT = 3


def guard(form: str, record: Record) -> str:
    """How careful: one letter or two, empty where the form is free («Минске»).

    `t` only after a type word («Мирный»); `s` after a type word or a preposition («Бонне»); `n` may be a person
    («Кирова»); `c` an ordinary word of a well-known place («Орле»); `u` in capitals only («СУАР»).
    """
    name, first = record.name, record.places[0]
    if name.isupper() and len(name) > 1:
        return "u"
    known = record.alias or first.rank >= (KNOWN if first.country in HOME else KNOWN_ABROAD)
    unlikely = first.kind == "district" and not record.alias
    if unlikely or name in _only_with_type() or (len(form) < SHORT and not known):
        return "t"
    if " " in form or "-" in form or form[0].isdigit():
        return ""
    if is_adjective(name.lower(), alone=False) and first.population < ADJECTIVAL and not record.alias:
        return "t"
    return _by_readings(form, record, known)


def _by_readings(form: str, record: Record, known: bool) -> str:
    """The guard of a single word, by what else the dictionary takes it for."""
    first = record.places[0]
    common, surname, given = _readings(form)
    if record.alias or first.kind in ("country", "region"):
        surname = surname and bool(_MORPH.word_is_known(form))
    if first.country in HOME and first.rank >= FAMOUS:
        surname = False
    # nobody is called «Анталия» alone, a surname beside it tells; but «Виктория» is hardly the Australian state
    person = surname or (given and not (known and first.kind != "region"))
    if first.kind == "country" or (record.alias and not person):
        return ""
    if common and not known:
        return "s" if first.population >= TOWN and len(form) > SHORT else "t"
    person = person or (len(record.name) <= SHORT and first.country not in HOME)
    return ("n" if person else "") + ("c" if common else "")


@cache
def _only_with_type() -> frozenset[str]:
    return frozenset(row[0] for row in table.read("type_word_only.txt", 1))


@cache
def _readings(form: str) -> tuple[bool, bool, bool]:
    """Whether a form is also an ordinary word, a surname, a given name, in the dictionary or by its ending."""
    common = surname = given = False
    readings = [p for p in _MORPH.parse(form) if p.is_known and p.score > 0.001]
    for parse in readings:
        grammemes = parse.tag.grammemes
        surname = surname or "Surn" in grammemes
        given = given or bool(_GIVEN & grammemes)
        plain = "Surn" not in grammemes and not (_GIVEN & grammemes) and not {"Geox", "Abbr"} & grammemes
        common = common or plain
    return common, surname or (not readings and bool(_SURNAME.search(form))), given

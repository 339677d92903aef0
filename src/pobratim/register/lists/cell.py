"""Single cells: what they say, or why they cannot be read."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from pobratim.core.date import PartialDate, Precision
from pobratim.core.evidence import Evidence
from pobratim.lexicon.documents import instruments
from pobratim.lexicon.lists import empty_words, state_patterns
from pobratim.tables import Cell
from pobratim.text.date_mention import DateMention, find_dates
from pobratim.text.date_resolve import Clock, resolve
from pobratim.text.morph import lemma
from pobratim.words.speech import mark

NO_SUCH_DAY = mark("there is no such day")
NO_DATE = mark("no date can be read here")
NO_YEAR = mark("the year is missing")
FIRST_DATE = mark("several dates: the first was taken")

_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b(?:[T ]\d\d:\d\d(?::\d\d)?)?")
_SLASHES = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)\b")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[./](\d{4})")
_YEAR = re.compile(r"((?:19|20)\d\d)")
_DAY_LIKE = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b")
_QUOTED_DAY = re.compile(r"[«\"“„](\d{1,2})[»\"”]")
_SERIAL = re.compile(r"[2-6]\d{4}")
_SERIAL_ZERO = datetime.date(1899, 12, 30)
_CALENDAR = ("day", "month", "year")
_LOOK_WORDS = 6


class Told(NamedTuple):
    """A date that a cell tells, or the reason why none can be read; `warning` where something was left out."""

    date: PartialDate | None = None
    wrong: str = ""
    warning: str = ""


def is_empty(cell: Cell) -> bool:
    """Whether a cell says nothing: empty, a dash, «нет данных»."""
    return cell.text.strip(" .").lower() in empty_words() or not cell.text.strip(" .*_")


def date_of(cell: Cell) -> Told:
    """The date of a cell, as precise as it is written.

    >>> date_of(Cell("12 марта 2019 г.")).date.value, date_of(Cell("март 2019")).date.value, date_of(Cell("2019")).date.value
    ('2019-03-12', '2019-03', '2019')
    >>> date_of(Cell("31.02.2025")).wrong
    'there is no such day'
    """
    if is_empty(cell):
        return Told()
    proof = [Evidence.of(cell.text, 0, len(cell.text))]
    if cell.day is not None:
        return Told(PartialDate(cell.day.isoformat(), "day", "explicit", proof))
    text = _dotted(cell.text)
    if plain := _plain_date(text.strip(" .").removesuffix("г").removesuffix("год").strip(), proof):
        return Told(plain)
    found = [one for one in find_dates(text) if one.shape in _CALENDAR]
    if not found:
        return Told(wrong=NO_SUCH_DAY if _DAY_LIKE.search(text) else NO_DATE)
    return _told(found, proof, text)


def _told(found: list[DateMention], proof: list[Evidence], text: str) -> Told:
    date = resolve(found[0], Clock(), proof)
    if date is None or any(one.day and resolve(one, Clock(), proof) is None for one in found):
        return Told(wrong=NO_SUCH_DAY)
    if len(_DAY_LIKE.findall(text)) > sum(one.shape == "day" for one in found):
        return Told(wrong=NO_SUCH_DAY)
    if date.yearless:
        return Told(wrong=NO_YEAR)
    return Told(date, warning=FIRST_DATE if len(found) > 1 else "")


def _dotted(text: str) -> str:
    """Days of other spellings with points: `2019-03-12`, `12/03/2019`; «12» марта without its marks."""
    return _SLASHES.sub(r"\1.\2.\3", _ISO.sub(r"\3.\2.\1", _QUOTED_DAY.sub(r"\1", text)))


def _plain_date(text: str, proof: list[Evidence]) -> PartialDate | None:
    """A bare year, month and year in numbers, or the number of a day as spreadsheets count them."""
    value, precision = "", "year"
    if found := _YEAR.fullmatch(text):
        value = found[1]
    elif found := _MONTH_YEAR.fullmatch(text):
        value, precision = f"{found[2]}-{int(found[1]):02}", "month"
    elif _SERIAL.fullmatch(text):
        value, precision = (_SERIAL_ZERO + datetime.timedelta(days=int(text))).isoformat(), "day"
    known: dict[str, Precision] = {"year": "year", "month": "month", "day": "day"}
    return PartialDate(value, known[precision], "explicit", proof) if value else None


def kind_of(text: str) -> str | None:
    """The kind of document that the first words name, by the contract's codes; None where they name none.

    >>> kind_of("План мероприятий по реализации Соглашения"), kind_of("Протокол о намерениях"), kind_of("Обмен опытом")
    ('plan', 'protocol', None)
    """
    words = [lemma(word.lower()) for word in _WORD.findall(text)[:_LOOK_WORDS]]
    table = instruments()
    for word in words:
        known = table.get(word)
        if known is None or known.strength == "refer":
            continue
        if known.strength == "full" or known.beside & set(words) or words[0] == word:
            return known.kind
    return None


def status_of(text: str) -> str | None:
    """The code of a state as offices write it, `lapsed` for one whose term is over; None where it is not known.

    >>> status_of("Действует"), status_of("срок действия истёк"), status_of("не действует"), status_of("в архиве")
    ('in_force', 'lapsed', 'terminated', None)
    """
    low = " ".join(text.lower().split())
    return next((code for words, code in state_patterns() if re.search(rf"\b{re.escape(words)}", low)), None)

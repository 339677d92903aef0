"""Dates as they are written: every mention of a day, month or year in a sentence, not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from pobratim.core.memo import remembered

DateShape = Literal["day", "month", "year", "relative", "weekday", "ago", "after", "span"]

MONTHS = {
    "январ": 1,
    "феврал": 2,
    "март": 3,
    "апрел": 4,
    "ма": 5,
    "июн": 6,
    "июл": 7,
    "август": 8,
    "сентябр": 9,
    "октябр": 10,
    "ноябр": 11,
    "декабр": 12,
}
_MONTH = r"(?P<month>(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яьею]|март[ае]?|август[ае]?|ма[йяе])\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:\s*(?:года|году|годом|год|г\.|г\b))?"
_RELATIVE_YEAR = (
    r"(?P<relyear>прошл|минувш|эт|текущ|нынешн|позапрошл|следующ|будущ|т)(?:его|ого|ом)(?:\s+же)?\s+(?:года|году|г\.)"
)
_DASH = r"\s*[-–—−]\s*"
_OCCASION = "(?:встреч|подписан|заседан|церемони|сесси|визит|форум|переговор|мероприят|совещан|конференци|собран)"
_EVES = r"(?:дня|визита|поездки|праздник|форума|саммита|юбилея|годовщин|открыти|приезда|нового\b|старта|выбор)"
_EVE = rf"\s+(?:[а-яё]+(?:его|ого|ых|их)\s+)?{_EVES}"
_DAY = r"(?P<day>[0-3]?\d)"

WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
RELATIVE_DAYS = {
    "сегодня": 0,
    "сегодняшн": 0,
    "вчера": -1,
    "вчерашн": -1,
    "накануне": -1,
    "позавчера": -2,
    "завтра": 1,
    "завтрашн": 1,
    "послезавтра": 2,
}
NUMBERS = {
    "один": 1,
    "одного": 1,
    "два": 2,
    "две": 2,
    "двух": 2,
    "три": 3,
    "трёх": 3,
    "трех": 3,
    "четыре": 4,
    "четырёх": 4,
    "четырех": 4,
    "пять": 5,
    "пяти": 5,
    "шесть": 6,
    "шести": 6,
    "семь": 7,
    "семи": 7,
    "восемь": 8,
    "восьми": 8,
    "девять": 9,
    "девяти": 9,
    "десять": 10,
    "десяти": 10,
    "пятнадцать": 15,
    "пятнадцати": 15,
    "двадцать": 20,
    "двадцати": 20,
    "двадцать пять": 25,
    "тридцать": 30,
}

_Needs = tuple[tuple[str, ...], ...]
# What a sentence must hold, one string of each group, for a shape to be looked for at all: most sentences have no date,
# and these tests cost a twentieth of the patterns.
_A_DIGIT = tuple("0123456789")
_A_MONTH = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "май",
    "мая",
    "мае",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_A_YEAR = ("год", "г.")
_DIGITS: _Needs = (_A_DIGIT,)
_DAY_OF_MONTH: _Needs = (_A_DIGIT, _A_MONTH)
_YEAR_OF_MONTH: _Needs = (_A_YEAR, _A_MONTH)
_IN_MONTH: _Needs = (_A_MONTH,)
_OF_YEAR: _Needs = (_A_YEAR,)
_AGO: _Needs = (("назад",),)
_WEEKDAY: _Needs = (WEEKDAYS,)
_TODAY: _Needs = (("сегодня", "вчера", "накануне", "завтра"),)
_SPAN: _Needs = (("неделе", "месяце"),)
_THAT_DAY: _Needs = (("день", "завтра", "тогда", "ранее", "днём", "днем"),)
_AFTER: _Needs = (("спустя", "позже", "позднее"),)

_SHAPES: tuple[tuple[DateShape, _Needs, str], ...] = (
    # «с 23 по 25 апреля 2024 года», «23–25 апреля», «24 и 25 апреля»: the first day counts
    (
        "day",
        _DAY_OF_MONTH,
        rf"\b(?:с\s+)?{_DAY}(?:\s+по\s+|\s*,\s*|\s+и\s+|{_DASH})(?P<last>[0-3]?\d)(?:\s+и\s+[0-3]?\d)?\s+{_MONTH}(?:\s+{_YEAR}|\s+{_RELATIVE_YEAR})?",
    ),
    # «с 28 мая по 2 июня 2024 года»: the year stands after the second
    ("day", _DAY_OF_MONTH, rf"\bс\s+{_DAY}(?:-го)?\s+{_MONTH}\s+по\s+(?P<last>[0-3]?\d)\s+[а-я]{{3,8}}(?:\s+{_YEAR})?"),
    ("day", _DAY_OF_MONTH, rf"\b{_DAY}(?:-го)?\s+{_MONTH}(?:\s+{_YEAR}|\s+{_RELATIVE_YEAR})?"),
    ("day", _DIGITS, r"\b(?P<day>[0-3]?\d)\.(?P<monthnum>[01]?\d)\.(?P<year>(?:19|20)\d\d|\d\d)(?:\s*(?:года|г\.|г\b))?"),
    ("month", _DAY_OF_MONTH, rf"\b{_MONTH}\s+{_YEAR}"),
    ("month", _YEAR_OF_MONTH, rf"\b{_MONTH}\s+{_RELATIVE_YEAR}"),
    (
        "month",
        _IN_MONTH,
        rf"\b(?:в|на|начале|середине|конце|начало|середину|конец|концу|началу|нынешнем|этом|минувшем|числах)\s+{_MONTH}",
    ),
    ("year", _DIGITS, r"\b(?P<year>(?:19|20)\d\d)(?=\s+и\s+(?:19|20)\d\d\s+год)"),
    ("year", _DIGITS, r"\b(?P<year>(?:19|20)\d\d)(?:-м\b|(?:-го|-й)?\s*(?:года|году|годах|годом|год|г\.|г\b))"),
    ("year", _OF_YEAR, rf"\b(?:в\s+)?{_RELATIVE_YEAR}"),
    (
        "ago",
        _AGO,
        r"\b(?:(?P<count>\d{1,2}|[а-яё]+(?:\s+пять)?)\s+)?(?P<unit>год|года|лет|месяц|месяца|месяцев|неделю|недели|дня|дней)\s+назад",
    ),
    (
        "weekday",
        _WEEKDAY,
        r"\bв(?:о)?\s+(?:(?P<which>минувш|прошл|прошедш|эт|ближайш|следующ|будущ|нынешн)(?:ий|ую|ее|ый|от|у|ой|о)\s+)?(?P<weekday>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b",
    ),
    # «накануне», but not «накануне Дня города»
    ("relative", _TODAY, rf"\b(?P<word>сегодня|вчера|накануне(?!{_EVE})|позавчера|послезавтра|завтра)\b"),
    # «на вчерашней встрече», but neither «на сегодняшний день» nor «сегодняшние школьники»
    (
        "relative",
        _TODAY,
        rf"\b(?P<word>сегодняшн|вчерашн|завтрашн)(?:ий|ей|его|ему|ем|им|яя|ее|юю)(?=\s+(?:[а-яё]+\s+)?{_OCCASION})",
    ),
    # «на прошлой неделе», «в следующем месяце»: the month, where the whole week lies in one
    (
        "span",
        _SPAN,
        r"\b(?:на|в)\s+(?P<word>(?:прошл|минувш|прошедш|эт|текущ|нынешн|следующ|будущ)(?:ой|ей|ом|ем)\s+(?:неделе|месяце))\b",
    ),
    (
        "relative",
        _THAT_DAY,
        r"\b(?P<word>на\s+следующий\s+день|на\s+другой\s+день|назавтра|в\s+тот\s+же\s+день|в\s+этот\s+же\s+день|в\s+этот\s+день|тогда\s+же|дн[её]м\s+ранее|дн[её]м\s+(?:позже|позднее|спустя))\b",
    ),
    # «спустя два года», «два года спустя», «годом позже»: counted from the date told before
    ("after", _AFTER, r"\bспустя\s+(?:(?P<count>\d{1,2}|[а-яё]+)\s+)?(?P<unit>год|года|лет|день|дня|дней)\b"),
    ("after", _AFTER, r"\b(?:(?P<count>\d{1,2}|[а-яё]+)\s+)?(?P<unit>год|года|лет|день|дня|дней)\s+спустя\b"),
    ("after", _AFTER, r"\b(?P<unit>годом)\s+(?:позже|позднее)\b"),
)
_GROUPS = frozenset(group for _, needs, _ in _SHAPES for group in needs)
# In a word of letters alone a clue stands at its beginning, but for the first three; the second line is of terms.
_BEGINNINGS = (
    *("позавчера", "послезавтра", "назавтра"),
    *("лет", "бессроч", "пролонг", "продл", "ограничен", "двух", "трёх", "трех", "четырёх", "четырех", "пяти", "десяти"),
    *(string for group in _GROUPS for string in group if string[-1].isalpha()),
)
_NO_CLUES: frozenset[tuple[str, ...]] = frozenset()

_PATTERNS = tuple((shape, needs, re.compile(pattern)) for shape, needs, pattern in _SHAPES)
_LEAD = re.compile(r"(?:во?|начале|середине|конце|начало|середину|конец|концу|началу|числах)\s+")

Clues: TypeAlias = frozenset[tuple[str, ...]]
"""The groups of `_Needs` of which a text holds a string."""


class DateMention(NamedTuple):
    """A date as written. `start`, `end` count code points of the text given; parts not written are None.

    `span` is true of several days, of which the first is given («с 17 по 19 сентября»).
    """

    start: int
    end: int
    shape: DateShape
    year: int | None = None
    month: int | None = None
    day: int | None = None
    word: str | None = None
    number: int | None = None
    span: bool = False


def month_number(word: str) -> int | None:
    """The month a Russian word form names, 1–12.

    >>> month_number("апреля")
    4
    """
    word = word.lower()
    best = max((stem for stem in MONTHS if word.startswith(stem)), key=len, default=None)
    return MONTHS[best] if best else None


def number_word(word: str) -> int | None:
    """The number that digits or a word for it tell; None for another word.

    >>> number_word("пяти"), number_word("10")
    (5, 10)
    """
    return int(word) if word.isdigit() else NUMBERS.get(word.lower())


def may_tell_time(word: str) -> bool:
    """Whether a word in lower case may hold a clue to a date or a term; asked of every new word, so how it begins decides."""
    return word.startswith(_BEGINNINGS) or word.endswith("г") or not word.isalpha() and bool(_clues_in(word))


def clues_of(words: Iterable[str]) -> Clues:
    """The clues to dates that words in lower case hold; a year's «г.» may be any word that ends in «г»."""
    return _NO_CLUES.union(*map(_clues_of_word, words))


@remembered(20_000)
def _clues_of_word(word: str) -> Clues:
    return _clues_in(word + ".")


def _clues_in(lower: str) -> Clues:
    return frozenset([group for group in _GROUPS if any(map(lower.__contains__, group))])


def find_dates(text: str, base: int = 0, clues: Clues | None = None) -> list[DateMention]:
    """All dates in `text`, in order, without overlaps; offsets are moved by `base`.

    Args:
        text: a sentence or more.
        base: where it begins.
        clues: those of its words, if known.

    >>> [(m.year, m.month, m.day) for m in find_dates("подписано 15 июня 2023 г. в Осло")]
    [(2023, 6, 15)]
    """
    if clues is not None and not clues:
        return []  # most sentences
    lower = _lowered(text)
    found: list[DateMention] = []
    taken: list[tuple[int, int]] = []
    for shape, pattern in _fitting(_clues_in(lower) if clues is None else clues):
        for match in pattern.finditer(lower):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            mention = _mention(shape, match, base)
            if mention:
                taken.append(match.span())
                found.append(mention)
    return sorted(found)


def _lowered(text: str) -> str:
    """A text in lower case, letter for letter."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join([small if len(small := c.lower()) == 1 else c for c in text])


@cache
def _fitting(clues: Clues) -> list[tuple[DateShape, re.Pattern[str]]]:
    """The shapes that a text may have a date of, by its clues."""
    return [(shape, pattern) for shape, needs, pattern in _PATTERNS if clues.issuperset(needs)]


def _mention(shape: DateShape, match: re.Match[str], base: int) -> DateMention | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    month = month_number(parts["month"]) if parts.get("month") else None
    if parts.get("monthnum"):
        month = int(parts["monthnum"])
    day = int(parts["day"]) if parts.get("day") else None
    if (day is not None and not 1 <= day <= 31) or (month is not None and not 1 <= month <= 12):
        return None
    word = parts.get("relyear") or parts.get("word") or parts.get("weekday")
    count = None
    if shape in ("ago", "after"):
        count = _count(parts.get("count"))
        word = parts["unit"]
        if count is None:
            return None
    if shape == "weekday":
        word = f"{parts.get('which') or ''} {word}".strip()
    start, end = match.span()
    lead = _LEAD.match(match.group())
    if lead and shape in ("month", "year"):
        start += lead.end()
    return DateMention(
        base + start,
        base + end,
        shape,
        year,
        month,
        day,
        " ".join(word.split()).lower() if word else None,
        count,
        span="last" in parts,
    )


def _count(word: str | None) -> int | None:
    if not word:
        return 1
    if word.isdigit():
        return int(word)
    return NUMBERS.get(word.lower(), 1 if word.lower() in ("ровно", "почти", "около", "больше") else None)

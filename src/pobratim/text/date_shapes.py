"""How dates are written: a pattern for each shape, and the strings that a text must hold for the pattern to be tried."""

from __future__ import annotations

import re
from typing import Literal

from .time_words import ADJECTIVE_WEEKDAYS, ORDINALS, WEEKDAYS

DateShape = Literal["day", "month", "year", "relative", "weekday", "ago", "after", "span"]

_MONTH = r"(?P<month>(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яьею]|март[ае]?|август[ае]?|ма[йяе])\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:\s*(?:года|году|годом|год|г\.|г\b))?"
_RELATIVE_YEAR = (
    r"(?P<relyear>прошл|минувш|эт|текущ|нынешн|позапрошл|следующ|будущ|т)(?:его|ого|ом)(?:\s+же)?\s+(?:года|году|г\.)"
)
_DASH = r"\s*[-–—−]\s*"
_OCCASION = (
    "(?:встреч|подписан|заседан|церемони|сесси|визит|форум|переговор|мероприят|совещан|конференци|собран"
    "|праздник|торжеств|выставк|ярмарк|фестивал)"
)
_EVES = r"(?:дня|визита|поездки|праздник|форума|саммита|юбилея|годовщин|открыти|приезда|нового\b|старта|выбор)"
_EVE = rf"\s+(?:[а-яё]+(?:его|ого|ых|их)\s+)?{_EVES}"
_ORDINAL = f"(?:{'|'.join((*ORDINALS, 'четвертого', 'тридцатого'))})"
_COUNT = r"(?P<count>\d{1,2}|[а-яё]+)"
_UNIT = "(?P<unit>год|года|лет|неделю|недели|недель|день|дня|дней)"
_DAY = r"(?P<day>[0-3]?\d)"

Needs = tuple[tuple[str, ...], ...]
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
_A_CENTURY = ("19", "20")  # every year that is written out begins so
_DIGITS: Needs = (_A_DIGIT,)
_YEAR_ALONE: Needs = (_A_CENTURY,)
_YEAR_WITH_WORD: Needs = (_A_CENTURY, _A_YEAR)
_MONTH_OF_YEAR: Needs = (_A_CENTURY, _A_MONTH)
_DAY_OF_MONTH: Needs = (_A_DIGIT, _A_MONTH)
_YEAR_OF_MONTH: Needs = (_A_YEAR, _A_MONTH)
_IN_MONTH: Needs = (_A_MONTH,)
_OF_YEAR: Needs = (_A_YEAR,)
_AGO: Needs = (("назад",),)
_WEEKDAY: Needs = (WEEKDAYS,)
_WEEKDAY_WORD: Needs = (tuple(ADJECTIVE_WEEKDAYS),)
_TODAY: Needs = (("сегодня", "вчера", "накануне", "завтра", "третьего"),)
_SEASON: Needs = (("весной", "летом", "осенью"),)
_SPAN: Needs = (("неделе", "месяце"),)
_THAT_DAY: Needs = (("день", "завтра", "тогда", "ранее", "днём", "днем"),)
_LATER: Needs = (("через",),)
_AFTER: Needs = (("спустя", "позже", "позднее"),)

_SHAPES: tuple[tuple[DateShape, Needs, str], ...] = (
    # «с 23 по 25 апреля 2024 года», «23–25 апреля», «24 и 25 апреля»: the first day counts
    (
        "day",
        _DAY_OF_MONTH,
        rf"\b(?:с\s+)?{_DAY}(?:\s+по\s+|\s*,\s*|\s+и\s+|{_DASH})(?P<last>[0-3]?\d)(?:\s+и\s+[0-3]?\d)?\s+{_MONTH}(?:\s+{_YEAR}|\s+{_RELATIVE_YEAR})?",
    ),
    # «с 28 мая по 2 июня 2024 года»: the year stands after the second
    ("day", _DAY_OF_MONTH, rf"\bс\s+{_DAY}(?:-го)?\s+{_MONTH}\s+по\s+(?P<last>[0-3]?\d)\s+[а-я]{{3,8}}(?:\s+{_YEAR})?"),
    ("day", _DAY_OF_MONTH, rf"\b{_DAY}(?:-го)?\s+{_MONTH}(?:\s+{_YEAR}|\s+{_RELATIVE_YEAR})?"),
    # «двадцать шестого мая»
    ("day", _IN_MONTH, rf"\b(?P<dayword>(?:двадцать\s+|тридцать\s+)?{_ORDINAL})\s+{_MONTH}(?:\s+{_YEAR}|\s+{_RELATIVE_YEAR})?"),
    ("day", _YEAR_ALONE, r"\b(?P<day>[0-3]?\d)/(?P<monthnum>[01]?\d)/(?P<year>(?:19|20)\d\d)\b"),
    ("day", _DIGITS, r"\b(?P<day>[0-3]?\d)\.(?P<monthnum>[01]?\d)\.(?P<year>(?:19|20)\d\d|\d\d)(?:\s*(?:года|г\.|г\b))?"),
    ("month", _MONTH_OF_YEAR, rf"\b{_MONTH}\s+{_YEAR}"),
    ("month", _YEAR_OF_MONTH, rf"\b{_MONTH}\s+{_RELATIVE_YEAR}"),
    (
        "month",
        _IN_MONTH,
        rf"\b(?:в|на|за|начале|середине|конце|начало|середину|конец|концу|началу|нынешнем|этом|минувшем|числах)\s+{_MONTH}",
    ),
    ("year", _YEAR_WITH_WORD, r"\b(?P<year>(?:19|20)\d\d)(?=\s+и\s+(?:19|20)\d\d\s+год)"),
    ("year", _YEAR_ALONE, r"\b(?P<year>(?:19|20)\d\d)(?:-м\b|(?:-го|-й)?\s*(?:года|году|годах|годом|год|г\.|г\b)|-го\b)"),
    ("year", _OF_YEAR, rf"\b(?:в\s+)?{_RELATIVE_YEAR}"),
    (
        "ago",
        _AGO,
        r"\b(?:(?P<count>\d{1,2}|[а-яё]+(?:\s+пять)?)\s+)?(?P<unit>год|года|лет|месяц|месяца|месяцев|неделю|недели|недель|дня|дней)(?:\s+с\s+(?:небольшим|лишним))?\s+назад",
    ),
    (
        "weekday",
        _WEEKDAY,
        r"\bв(?:о)?\s+(?:(?P<which>минувш|прошл|прошедш|эт|ближайш|следующ|будущ|нынешн)(?:ий|ую|ее|ый|от|у|ой|о)\s+)?(?P<weekday>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b",
    ),
    # «накануне», but not «накануне Дня города»
    (
        "relative",
        _TODAY,
        rf"\b(?P<word>сегодня|вчера|накануне(?!{_EVE})|позавчера|послезавтра|завтра|третьего\s+дня(?!\s+рожд))\b",
    ),
    # «на вчерашней встрече», but neither «на сегодняшний день» nor «сегодняшние школьники»
    (
        "relative",
        _TODAY,
        rf"\b(?P<word>сегодняшн|вчерашн|завтрашн)(?:ий|ей|его|ему|ем|им|яя|ее|юю)(?=\s+(?:[а-яё]+\s+)?{_OCCASION})",
    ),
    # «на субботней церемонии», «со вчерашнего дня»
    (
        "weekday",
        _WEEKDAY_WORD,
        rf"\b(?P<weekday>субботн|воскресн|пятничн)(?:ий|ей|его|ему|ем|ой|ого|ому|ом|ым|им)(?=\s+{_OCCASION})",
    ),
    ("relative", _TODAY, r"\bсо?\s+(?P<word>вчерашн|сегодняшн)его\s+дня\b"),
    # «прошлой осенью»: its year
    (
        "year",
        _SEASON,
        r"\b(?P<relyear>прошл|позапрошл|минувш|прошедш|эт|нынешн|текущ)(?:ей|ой|им|ым)\s+(?P<season>весной|летом|осенью)\b",
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
    ("after", _AFTER, rf"\bспустя\s+(?:{_COUNT}\s+)?{_UNIT}\b"),
    ("after", _AFTER, rf"\b(?:{_COUNT}\s+)?{_UNIT}\s+спустя\b"),
    # «через неделю», «через три дня»: from today where they speak of what will be; «через год после визита» is none
    ("after", _LATER, rf"\bчерез\s+(?:{_COUNT}\s+)?{_UNIT}\b(?!\s+после)"),
    ("after", _AFTER, r"\b(?P<unit>годом)\s+(?:позже|позднее)\b"),
)
GROUPS = frozenset(group for _, needs, _ in _SHAPES for group in needs)
# In a word of letters alone a clue stands at its beginning, but for the first three; the second line is of terms.
BEGINNINGS = (
    *("позавчера", "послезавтра", "назавтра"),
    *("лет", "бессроч", "пролонг", "продл", "ограничен", "двух", "трёх", "трех", "четырёх", "четырех", "пяти", "десяти"),
    *(string for group in GROUPS for string in group if string[-1].isalpha()),
)
THREE_LETTERS = frozenset(beginning[:3] for beginning in BEGINNINGS)
PATTERNS = tuple((shape, needs, re.compile(pattern)) for shape, needs, pattern in _SHAPES)

"""Words of time: months, weekdays, days told by a word, numbers."""

from __future__ import annotations

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
WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
ADJECTIVE_WEEKDAYS = {"пятничн": "пятницу", "субботн": "субботу", "воскресн": "воскресенье"}
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
    "третьего дня": -2,
}
ORDINALS = (
    *("первого", "второго", "третьего", "четвёртого", "пятого", "шестого", "седьмого", "восьмого", "девятого", "десятого"),
    *("одиннадцатого", "двенадцатого", "тринадцатого", "четырнадцатого", "пятнадцатого", "шестнадцатого", "семнадцатого"),
    *("восемнадцатого", "девятнадцатого", "двадцатого"),
)
TENS = {"двадцать": 20, "тридцать": 30}
SEASON_ENDS = {"весной": 5, "летом": 8, "осенью": 11}
"""The last month of a season; the winter of a year has none."""
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
    "одиннадцать": 11,
    "двенадцать": 12,
    "двенадцати": 12,
    "тринадцать": 13,
    "четырнадцать": 14,
    "пятнадцать": 15,
    "пятнадцати": 15,
    "шестнадцать": 16,
    "семнадцать": 17,
    "восемнадцать": 18,
    "девятнадцать": 19,
    "двадцать": 20,
    "двадцати": 20,
    "двадцать пять": 25,
    "тридцать": 30,
    "тридцати": 30,
    "тридцать пять": 35,
    "сорок": 40,
    "пятьдесят": 50,
    "шестьдесят": 60,
}


def month_number(word: str) -> int | None:
    """The month a Russian word form names, 1–12.

    >>> month_number("апреля")
    4
    """
    word = word.lower()
    best = max((stem for stem in MONTHS if word.startswith(stem)), key=len, default=None)
    return MONTHS[best] if best else None


def day_number(word: str) -> int | None:
    """The day of a month that an ordinal in the genitive tells («двадцать шестого»); None for another word.

    >>> day_number("двадцать шестого"), day_number("тридцатого")
    (26, 30)
    """
    tens, _, last = word.replace("четвертого", "четвёртого").rpartition(" ")
    if last == "тридцатого":
        return 30
    return TENS.get(tens, 0) + ORDINALS.index(last) + 1 if last in ORDINALS else None


def number_word(word: str) -> int | None:
    """The number that digits or a word for it tell; None for another word.

    >>> number_word("пяти"), number_word("10")
    (5, 10)
    """
    return int(word) if word.isdigit() else NUMBERS.get(word.lower())

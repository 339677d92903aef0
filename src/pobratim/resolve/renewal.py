"""What the words about renewal mean: whether a document goes on by itself, for how long, and when notice is due."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pobratim.text.time_words import NUMBERS, number_word

Kind = Literal["none", "once", "repeated"]
MONTHS_IN_YEAR = 12
DAYS_IN_MONTH = 30

_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_NONE = re.compile(r"\bбез\s+(?:права\s+)?(?:пролонг|продл)|\bне\s+(?:подлежит|продлева|пролонг|предусм)", re.I)
_DONE = re.compile(r"\b(?:пролонгирован|продл[её]н)(?:о|а|ы)?\b", re.I)
_POSSIBLE = re.compile(r"\bс\s+(?:возможностью|правом)\b|\bможет\s+быть\b|\bпо\s+(?:соглашению|согласию)\s+сторон", re.I)
_ONCE = re.compile(r"\b(?:один\s+раз|однократн|единожды|одн\w+\s+(?:пятилет|срок))", re.I)
_STEP = re.compile(
    rf"(?:на|каждые|очередн\w+|следующ\w+|последующ\w+|нов\w+)\s+(?:кажд\w+\s+|очередн\w+\s+|следующ\w+\s+|последующ\w+\s+|нов\w+\s+)*(?:{_COUNT}\s+)?(?P<unit>лет|год\w*|пятилет\w+|трёхлет\w+|трехлет\w+)",
    re.I,
)
_YEARLY = re.compile(r"\bежегодн|\bкаждый\s+год|\bиз\s+года\s+в\s+год", re.I)
_SAME = re.compile(r"\b(?:тот|такой)\s+же\s+(?:срок|период)|\bаналогичн\w+\s+(?:срок|период)", re.I)
_NOTICE = re.compile(rf"\bза\s+(?:{_COUNT}\s+)?(?P<unit>месяц\w*|полгода|год\b|дн\w+|дней|недел\w+)", re.I)
_UNIT_YEARS = {"пятилет": 5, "трёхлет": 3, "трехлет": 3}


class Renewal(NamedTuple):
    """What happens at the end of a term: `none` (it ends, or the sides must agree anew), `once` or `repeated` by itself.

    `kind` is None where nothing is told, or that it was prolonged already; `step_years` is None where it goes on for an
    unknown time or for the same time.
    """

    kind: Kind | None
    step_years: int | None = None
    notice_months: int | None = None
    same_step: bool = False


def renewal(wording: str | None) -> Renewal:
    """What the words of a page or of a paper say about renewal.

    Args:
        wording: the clause; None or empty for none.

    Fails where a clause tells two steps («сначала на пять лет, затем ежегодно»: the first counts) and where it tells
    an early extension to a fixed day, which is another document's term.

    >>> renewal("будет продлеваться ежегодно, если никто не возразит за шесть месяцев")
    Renewal(kind='repeated', step_years=1, notice_months=6, same_step=False)
    """
    if not wording or not wording.strip():
        return Renewal(None)
    if _NONE.search(wording) or _POSSIBLE.search(wording):
        return Renewal("none")
    if _DONE.search(wording):
        return Renewal(None, _step(wording))
    kind: Kind = "once" if _ONCE.search(wording) else "repeated"
    return Renewal(kind, _step(wording), _notice(wording), _SAME.search(wording) is not None)


def _step(wording: str) -> int | None:
    if _YEARLY.search(wording):
        return 1
    found = _STEP.search(wording)
    if found is None:
        return None
    unit = found["unit"].lower()
    known = next((years for stem, years in _UNIT_YEARS.items() if unit.startswith(stem)), None)
    if known:
        return known
    return number_word(found["count"]) if found["count"] else (1 if unit.startswith("год") else None)


def _notice(wording: str) -> int | None:
    found = _NOTICE.search(wording)
    if found is None:
        return None
    number, unit = found["count"], found["unit"].lower()
    many = number_word(number) if number else 1
    if many is None:
        return None
    if unit == "полгода":
        return MONTHS_IN_YEAR // 2
    if unit.startswith("год"):
        return many * MONTHS_IN_YEAR
    if unit.startswith("месяц"):
        return many
    days = many * 7 if unit.startswith("недел") else many
    return -(-days // DAYS_IN_MONTH)

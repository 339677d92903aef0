"""How long a document holds: years, an end, a number of years, renewal."""

from __future__ import annotations

import re

from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.facts import Term
from pobratim.text.date_mention import find_dates
from pobratim.text.time_words import NUMBERS, number_word

_Y = r"(?:19|20)\d\d"
_DASH = r"\s*(?:[-–—−]|по|до)\s*"
_COUNT = r"(?P<count>\d{1,2}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_RANGE = re.compile(
    rf"(?:на|в|с|период|за)\s+(?:(?:период|срок)\s+)?(?:с\s+)?(?P<from>{_Y})(?:\s*(?:года|г\.))?{_DASH}(?P<to>{_Y})(?:\s*(?:-?й|-?е))?\s*(?:год|гг|г\.|г\b)",
    re.I,
)
_TWO = re.compile(rf"\bна\s+(?P<from>{_Y})\s+и\s+(?P<to>{_Y})\s*(?:год|гг)", re.I)
_RANGE_BARE = re.compile(rf"(?P<from>{_Y})\s*[-–—−]\s*(?P<to>{_Y})\s*(?:год(?:ы|ов|ах)|гг)", re.I)
_SINGLE = re.compile(rf"\bна\s+(?P<from>{_Y})(?:-й)?(?:\s*(?:год\b|г\.))", re.I)
_UNTIL = re.compile(
    rf"\b(?:до\s+(?:конца\s+|[0-3]?\d\s+[а-я]{{3,8}}\s+)?|по\s+(?:конца\s+|31\s+декабря\s+)?)(?P<to>{_Y})(?:-го)?(?:\s*(?:года|год|г\.))",
    re.I,
)
_NEXT = r"(?:(?:ближайшие|следующие|очередные|последующие|предстоящие)\s+)?"
_YEARS = re.compile(
    rf"\b(?:сроком?\s+(?:действия\s+)?(?:на\s+)?{_NEXT}|на\s+срок\s+(?:в\s+)?|рассчитан[аоы]?\s+на\s+|на\s+(?:ещё\s+|еще\s+)?{_NEXT}|в\s+течение\s+{_NEXT}|действ\w+\s+|срок(?:\s+\w+){{0,2}}\s+(?:[–—-]\s+|составляет\s+)?){_COUNT}\s+(?:лет|года|год|летний)\b",
    re.I,
)
_ADJECTIVE = re.compile(
    r"\b(?P<word>двух|трёх|трех|четырёх|четырех|пяти|десяти)летн\w+\s+(?:план|программ|соглашени|период|срок|догов|партн[её]рств|сотрудничеств)",
    re.I,
)
_ADJECTIVE_YEARS = {"двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5, "десяти": 10}
_OPEN = re.compile(r"\bбессрочн\w+|\bбез\s+ограничения\s+срока|\bне\s+ограничен\w*\s+срок", re.I)
# Nothing of a term without one of these; a quick look before the slow ones.
_STEMS = ("год", "лет", "бессроч", "пролонг", "продл", "ограничен")
_ANY_YEAR = re.compile(_Y)
_SHORT_YEAR = re.compile(r"\d\s*г")
_RENEWAL = re.compile(
    r"\b(?:автоматическ\w+\s+(?:продл|пролонг)\w+|пролонг\w+|продлева\w+\s+(?:автоматическ|на\s+след)\w*|с\s+(?:возможностью|правом)\s+(?:продл|пролонг)\w+)[^,.;]*",
    re.I,
)


def find_term(text: str, start: int, end: int, *, loose: bool = True) -> tuple[Term, Evidence] | None:
    """The term told in `text[start:end]` with its evidence, or None.

    With `loose` false only what can stand in a title («на 2024–2026 годы») counts. Fails where «до 2030 года»
    is the horizon of a strategy and not of the document.

    >>> term, _ = find_term("план на 2024–2026 годы", 0, 22)
    >>> term.from_.value, term.to.value
    ('2024', '2026')
    """
    part = text[start:end]
    lower = part.lower()
    if not any(map(lower.__contains__, _STEMS)) and not _SHORT_YEAR.search(lower):
        return None
    told = _ANY_YEAR.findall(part)
    years = (_RANGE.search(part) or _TWO.search(part) or _RANGE_BARE.search(part)) if len(told) > 1 else None
    if years:
        ev = Evidence.of(text, start + years.start(), start + years.end())
        return Term(from_=_year(years["from"], ev), to=_year(years["to"], ev)), ev
    single = _SINGLE.search(part) if told else None
    if single:
        ev = Evidence.of(text, start + single.start(), start + single.end())
        return Term(from_=_year(single["from"], ev), to=_year(single["from"], ev)), ev
    return _loose_term(text, part, lower, start) if loose else None


def _loose_term(text: str, part: str, lower: str, start: int) -> tuple[Term, Evidence] | None:
    renewal = _RENEWAL.search(part) if "прод" in lower or "пролонг" in lower else None
    wording = _clause(part, renewal) if renewal else None
    if found := _YEARS.search(part):
        ev = Evidence.of(text, start + found.start(), start + found.end())
        return Term(years=number_word(found["count"]), renewal=wording), ev
    if ("20" in part or "19" in part) and (found := _UNTIL.search(part)):
        ev = Evidence.of(text, start + found.start(), start + found.end())
        return Term(to=_end(found, text, start, ev), renewal=wording), ev
    if "летн" in lower and (found := _ADJECTIVE.search(part)):
        ev = Evidence.of(text, start + found.start(), start + found.end())
        return Term(years=_ADJECTIVE_YEARS[found["word"].lower()], renewal=wording), ev
    if ("бессроч" in lower or "ограничен" in lower) and (found := _OPEN.search(part)):
        return Term(open_ended=True, renewal=wording), Evidence.of(text, start + found.start(), start + found.end())
    if wording and renewal:
        return Term(renewal=wording), Evidence.of(text, start + renewal.start(), start + renewal.end())
    return None


def _clause(part: str, found: re.Match[str]) -> str:
    """The words around a match up to the marks beside it."""
    start = max(part.rfind(mark, 0, found.start()) for mark in ",.;") + 1
    return part[start : found.end()].strip()


def _year(value: str, evidence: Evidence) -> PartialDate:
    return PartialDate(value, "year", "explicit", [evidence])


def _end(found: re.Match[str], text: str, start: int, evidence: Evidence) -> PartialDate:
    day = [m for m in find_dates(text[evidence.start : evidence.end]) if m.day and m.month and m.year]
    if day:
        return PartialDate(f"{day[0].year}-{day[0].month:02}-{day[0].day:02}", "day", "explicit", [evidence])
    return _year(found["to"], evidence)

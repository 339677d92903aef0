"""How long a document holds, as lists say it: in one cell, or in columns of their own."""

from __future__ import annotations

import re

from pobratim.core.date import PartialDate
from pobratim.core.facts import Term
from pobratim.facts.documents.dates.term import find_term
from pobratim.tables import Cell
from pobratim.text.time_words import NUMBERS

from .cell import date_of, is_empty

_COUNT = re.compile(r"(?:на\s+)?(\d{1,2})(?:\s*\([а-яё ]+\))?(?=\s*(?:лет|год\w*|г\.)(?:\W|$)|\s*$)", re.IGNORECASE)
_WORDS = re.compile(rf"(?:на\s+)?({'|'.join(sorted(NUMBERS, key=len, reverse=True))})\s+(?:лет|год)", re.IGNORECASE)
_DAY = r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}\s+[а-яё]+\s+\d{4}|(?:[а-яё]+\s+)?(?:19|20)\d\d)"
_RANGE = re.compile(rf"(?:с\s+)?({_DAY})\s*(?:г\.|года)?\s*(?:[-–—−]|по|до)\s*({_DAY})", re.IGNORECASE)
_UNTIL = re.compile(rf"(?:\b(?:до|по)\s+)({_DAY})|^({_DAY})\s*(?:г\.|года?)?$", re.IGNORECASE)
_OPEN = re.compile(r"бессрочн|не ?ограничен|неопредел[её]нн\w* срок", re.IGNORECASE)
_RENEWAL = re.compile(r"[^,;.(]*\b(?:пролонг|продл[еяё])\w*[^;]*", re.IGNORECASE)
_NO = re.compile(r"не\s+(?:предусмотр|подлежит)|без\s+(?:продл|пролонг)|нет", re.IGNORECASE)


def term_of(text: str) -> Term | None:
    """The term that a cell tells; None where it tells none.

    >>> term_of("5 лет с автоматической пролонгацией").renewal, term_of("до 31.12.2026").to.value
    ('с автоматической пролонгацией', '2026-12-31')
    >>> term_of("Бессрочно").open_ended, term_of("2019–2024 гг.").to.value, term_of("до исполнения обязательств")
    (True, '2024', None)
    """
    flat = " ".join(text.split())
    term = _length(flat)
    wording = renewal_of(flat)
    if term is None:
        found = find_term(flat, 0, len(flat))
        term = found[0] if found else Term(renewal=wording) if wording else None
    if term is not None and wording:
        term.renewal = _clause(flat)
    return term


def _length(text: str) -> Term | None:
    if found := _RANGE.search(text):
        first, last = _date(found[1]), _date(found[2])
        return Term(from_=first, to=last) if first and last else None
    if found := _UNTIL.search(text):
        last = _date(found[1] or found[2])
        return Term(to=last) if last else None
    if _OPEN.search(text):
        return Term(open_ended=True)
    if found := _COUNT.match(text):
        return Term(years=int(found[1])) if int(found[1]) else None
    if found := _WORDS.match(text):
        return Term(years=NUMBERS[found[1].lower()])
    return None


def _clause(text: str) -> str | None:
    """The words about renewal, those of the term before them left out."""
    found = _RENEWAL.search(text)
    if found is None:
        return None
    clause = re.sub(
        r"^\W*(?:на\s+)?\d{0,2}(?:\s*\([а-яё ]+\))?\s*(?:лет|года?|бессрочн\w*)?\W*", "", found[0], flags=re.IGNORECASE
    )
    return clause.strip(" ,.()") or None


def renewal_of(text: str) -> str | None:
    """The wording of a renewal; None where there is none or it is ruled out.

    >>> renewal_of("автоматическая пролонгация на 5 лет"), renewal_of("не предусмотрена")
    ('автоматическая пролонгация на 5 лет', None)
    """
    return None if _NO.search(text) else (found[0].strip(" ,.()") if (found := _RENEWAL.search(text)) else None)


def _date(text: str) -> PartialDate | None:
    return date_of(Cell(text)).date


def wrong_day(text: str) -> str:
    """Why a term's dates cannot be read, where one of them is no day of the calendar; else empty."""
    flat = " ".join(text.split())
    parts = [part for found in (*_RANGE.finditer(flat), *_UNTIL.finditer(flat)) for part in found.groups() if part]
    return next((told.wrong for part in parts if (told := date_of(Cell(part))).wrong), "")


def put_together(term: Cell, begin: PartialDate | None, end: PartialDate | None, renewal: Cell) -> Term | None:
    """The term from the cells of its columns; what has a column of its own outranks the one cell."""
    found = (None if is_empty(term) else term_of(term.text)) or Term()
    found.from_, found.to = begin or found.from_, end or found.to
    if not is_empty(renewal) and not _NO.search(renewal.text):
        found.renewal = " ".join(renewal.text.split())
    return found if found != Term() else None

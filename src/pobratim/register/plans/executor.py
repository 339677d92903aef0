"""Who carries a measure out: the names in a cell, each with its side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pobratim.lexicon.actors import heads
from pobratim.lexicon.plans import executor_heads
from pobratim.register.lists.cell import is_empty
from pobratim.register.values.plain import TEXT_CHARS
from pobratim.tables import Cell
from pobratim.text.morph import forms, lemma

from .side import Side, side_of

_LABEL_WORDS = 3
_MARK = re.compile(r"^\s*(?:[-–—•*]+|\d{1,2}[.)])\s+")
_LABEL = re.compile(r"^(?P<side>[^:;\n]{3,80}?)\s*(?::|\s[–—-](?=\s))\s*(?P<rest>.*)$", re.DOTALL)
_SIDE_WORD = re.compile(r"\b(?:от|со\s+стороны|сторон[аыеу])\b", re.IGNORECASE)
_FIRST = re.compile(r"[«\"“„]?([A-Za-zА-ЯЁа-яё-]+)")
_SHORT = re.compile(r"[А-ЯЁA-Z]{2,}|Мин[а-яё]{3,}|Рос[а-яё]{3,}|Гос[а-яё]{3,}|[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.")
_ABBREVIATION = re.compile(r"[А-ЯЁ]{3,}")
_FULL_STOP = re.compile(r"(?<=[а-яё»)]{4})\.$")  # not that of an initial or a short word
_COMMA = re.compile(r",\s*(?![^(«]*[)»])")


class Named(NamedTuple):
    """An executor as written, and for which side (`a`, `b`, `joint`, empty)."""

    name: str
    side: str = ""


def executors_of(cell: Cell, sides: tuple[Side, ...] = (), side: str = "") -> list[Named]:
    """The executors of a cell: one a line or between semicolons; between commas where each piece begins as a name does.

    Args:
        cell: as written.
        sides: of the plan.
        side: of the column; where it has none, that of a label in the cell («от Чуйской области: …») or of the name.

    Fails where a name itself has a comma before a word that begins one («Комитет по культуре, Дому дружбы …»).

    >>> [one.name for one in executors_of(Cell("Комитет по культуре, туризму и спорту; Дом дружбы, Минэкономразвития"))]
    ['Комитет по культуре, туризму и спорту', 'Дом дружбы', 'Минэкономразвития']
    """
    if is_empty(cell):
        return []
    found: list[Named] = []
    told = side
    for piece in _pieces(cell.text):
        label, words = _labelled(piece, sides) if not side else ("", piece)
        told = label or told
        found += [Named(one[:TEXT_CHARS], told or side_of(one, sides)) for one in _between_commas(words)]
    return list(dict.fromkeys(found))


def _labelled(piece: str, sides: tuple[Side, ...]) -> tuple[str, str]:
    """The side that a piece names before a colon or dash, and what stands behind it; else no side and the piece."""
    label = _LABEL.match(piece)
    if label and (_SIDE_WORD.search(label["side"]) or len(label["side"].split()) <= _LABEL_WORDS):
        own = side_of(label["side"], sides)
        return (own, label["rest"].strip()) if own else ("", piece)
    return "", piece


def _pieces(text: str) -> Iterator[str]:
    """What stands between semicolons and on lines of its own; a line that goes on the one before is put to it."""
    for part in text.split(";"):
        whole = ""
        for line in part.split("\n"):
            own = _MARK.sub("", line).strip()
            if whole and (_MARK.match(line) or _begins(own)):
                yield _clean(whole)
                whole = own
            else:
                whole = f"{whole} {own}"
        if _clean(whole):
            yield _clean(whole)


def _between_commas(text: str) -> Iterator[str]:
    pieces = _COMMA.split(text)
    whole = pieces[0]
    for piece in pieces[1:]:
        if _begins(piece):
            yield _clean(whole)
            whole = piece
        else:
            whole = f"{whole}, {piece}"
    if _clean(whole):
        yield _clean(whole)


def _begins(text: str) -> bool:
    """Whether a text begins as the name of an executor does: a capital letter, and a head of a body in the nominative,
    an abbreviation, a quoted name or somebody's surname with an initial.
    """
    text = text.strip()
    first = _FIRST.match(text)
    if first is None or not text.lstrip('«"“„')[:1].isupper():
        return False
    if _SHORT.match(text) or text[0] in '«"“„':
        return True
    rest = text.split()[1:3] if _may_be_named(first[1]) else []
    return _is_head(first[1].lower()) or any(
        _is_head(word.lower(), places=False) or _ABBREVIATION.fullmatch(word) for word in rest
    )


def _is_head(word: str, *, places: bool = True) -> bool:
    """Whether a word in the nominative is what bodies (and places) are called by."""
    kinds = {head.layer for head in heads().get(lemma(word), ())} - (set() if places else {"place"})
    return bool(kinds or lemma(word) in executor_heads()) and any(form.case == "nomn" for form in forms(word))


def _may_be_named(word: str) -> bool:
    """Whether a word may stand in the nominative («Ленинградская», and not «Ленинградской»)."""
    return any(form.case == "nomn" for form in forms(word.lower()))


def _clean(text: str) -> str:
    return _FULL_STOP.sub("", " ".join(text.split()).strip(" ,;"))

"""The path to a page as its head shows it: «Главная / Новости района / Заголовок»."""

from __future__ import annotations

import re

from pobratim.lexicon.word_list import folded_set

from .mark import fold, is_menu

_SEPARATOR = re.compile(r"\s*[»›→⟩/\\|•·]\s*|\s+[>–—-]+\s+|\s*>\s*")


def crumbs(line: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The sections of a breadcrumb without its headline, in order.

    Args:
        line: the breadcrumb without the headline.
        known: section names that the page shows elsewhere, folded.

    >>> crumbs("Главная / Новости района /")
    ['Главная', 'Новости района']
    >>> crumbs("Главная Новости района")
    ['Главная', 'Новости района']
    """
    pieces = [piece.strip() for piece in _SEPARATOR.split(line) if piece and piece.strip()]
    if len(pieces) > 1:
        return pieces
    return _by_known_names(" ".join(pieces), known)


def looks_like_breadcrumb(line: str) -> bool:
    """Whether a line has the marks of a path and begins with a menu's or a section's name."""
    pieces = [piece for piece in _SEPARATOR.split(line) if piece and piece.strip()]
    return len(pieces) > 1 and is_menu(pieces[0]) and len(line) < 400


def _by_known_names(line: str, known: frozenset[str]) -> list[str]:
    """A path copied without its marks, cut where a known name begins with a capital."""
    names = known | folded_set("pages", "section") | folded_set("pages", "menu")
    words = line.split()
    found: list[str] = []
    start = 0
    while start < len(words):
        ends = [e for e in range(len(words), start, -1) if fold(" ".join(words[start:e])) in names]
        if ends:
            end = ends[0]
            if fold(" ".join(words[start:end])) == "новости":  # «Новости Ленинградской области» is one section
                end = next((e for e in range(end, len(words)) if fold(words[e]) in names), len(words))
            found.append(" ".join(words[start:end]))
        else:
            end = next((e for e in range(start + 1, len(words)) if words[e][:1].isupper()), len(words))
            found.append(" ".join(words[start:end]))
        start = end
    return found

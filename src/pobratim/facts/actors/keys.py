"""Under which keys the actors of a page are known: their names without type words, their links."""

from __future__ import annotations

import re

from pobratim.core.memo import remembered
from pobratim.text.morph import lemma

from .mention import ActorMention

_TYPE_WORDS = frozenset(
    """область край республика район округ город провинция муниципальный городской автономный г село посёлок
    федеральный внутригородской""".split()
)
_SCHOOL_PARTS = {
    "мед": "медицинский",
    "гос": "государственный",
    "пед": "педагогический",
    "тех": "технический",
    "агро": "аграрный",
}
_SCHOOL = re.compile(r"(мед|гос|пед|тех|агро)(университет|академия|институт)")
_WORD = re.compile(r"[а-яёa-z0-9]+(?:-[а-яёa-z0-9]+)*", re.I)


@remembered(5_000)
def proper_words(name: str) -> tuple[str, ...]:
    """The lemmas of a place's name without the words for its type («городской округ Шуя» → «шуя»)."""
    return tuple(w for w in (lemma(x.lower()) for x in _WORD.findall(name)) if w not in _TYPE_WORDS)


@remembered(5_000)
def content(name: str) -> tuple[str, ...]:
    """The lemmas of a body's name, each once, in the order of letters."""
    return tuple(sorted({lemma(w.lower()) for w in _WORD.findall(name)}))


def place_keys(mention: ActorMention) -> list[tuple[str, ...]]:
    """The keys under which a place is known: its link, else its words without the type, with its level."""
    keys: list[tuple[str, ...]] = []
    if mention.entry and mention.entry.key:
        keys.append(("linked", mention.entry.key))
    words = proper_words(mention.name)
    level = "district" if mention.kind in ("district", "settlement") else mention.kind
    keys.append(("place", level, *(words or (mention.name.lower(),))))
    return keys


def one_school(a: str, b: str) -> bool:
    """Whether a name in one word means the other («Гродненский медуниверситет», «… государственный медицинский университет»)."""
    if not (_SCHOOL.search(a.lower()) or _SCHOOL.search(b.lower())):
        return False
    x, y = _school_words(a), _school_words(b)
    return x <= y or y <= x


def _school_words(name: str) -> set[str]:
    """The lemmas of a school's name, the parts of a compound each as the word it stands for."""
    found: set[str] = set()
    for word in content(name):
        match = _SCHOOL.fullmatch(word)
        found.update((_SCHOOL_PARTS[match[1]], match[2]) if match else (word,))
    return found

"""What bodies are called in English: common words translated, places by their English names, the rest in Latin letters."""

from __future__ import annotations

from pobratim.core.memo import remembered

from .country import country_name
from .english import body_adjectives, body_heads, body_topics, place_types
from .english_place import english_of, lettered
from .gazetteer import Entry, place_by_adjective, spellings
from .latin import latin
from .place_key import fold, masculine

_GENITIVE = "1"
_NAMED_AFTER = "имени"
#: Endings of surnames in the genitive and in the nominative.
_SURNAMES = (("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("ина", "ин"), ("ского", "ский"), ("цкого", "цкий"), ("ького", "ький"))
_STATES = {"рф": "RU", "российской федерации": "RU", "кнр": "CN", "китайской народной республики": "CN"}


@remembered(5_000)
def english_body(name: str) -> str:
    """The English name of a body, from the words of its Russian one in the nominative.

    >>> english_body("правительство Чуйской области"), english_body("Брестский облисполком")
    ('Government of Chuy Region', 'Brest Regional Executive Committee')
    >>> english_body("департамент внешних связей правительства Нижегородской области")
    'Department of External Relations of the Government of Nizhny Novgorod Region'
    >>> english_body("Ошский государственный университет"), english_body("корпорация «Маяк»"), english_body("ЮУрГУ")
    ('Osh State University', 'Corporation “Maiak”', 'IUUrGU')

    Where it fails: a name of which any word is unknown stays Russian in Latin letters as a whole; a person after
    whom a body is named is told where the nominative of the surname is plain.
    """
    return _named(name.split()) or _by_adjective(name.split()) or _quoted(lettered(name))


def english_place_of(words: list[str]) -> str:
    """The English name of a place told in the genitive («Чуйской области», «города Дэчжоу»); empty if nobody knows it."""
    told = " ".join(words)
    if told.casefold() in _STATES:
        return country_name(_STATES[told.casefold()], "en")
    whole = _entry(told)
    if whole:
        return _english(whole)
    types = place_types()
    for size in (2, 1):  # «автономного округа», «области»
        last, first = " ".join(words[-size:]).lower(), " ".join(words[:size]).lower()
        if len(words) == size + 1 and last in types:
            return _of_adjective(words[0], *types[last])
        if len(words) > size and first in types:
            inner = _entry(" ".join(words[size:]))
            if inner:
                return _typed(_english(inner), types[first][1])
    cuts = ((english_place_of(words[:at]), english_place_of(words[at:])) for at in range(1, len(words)))
    return next((", ".join(both) for both in cuts if all(both)), "")


def _named(words: list[str]) -> str:
    """A head, and what it is for, of, or called; empty where something is unknown."""
    for size in range(len(words), 0, -1):
        head = body_heads().get(" ".join(words[:size]).lower())
        if head:
            rest = _rest(words[size:])
            return f"{head.english}{rest}" if rest is not None else ""
    return ""


def _rest(words: list[str]) -> str | None:
    """What follows a head, with the word that binds it; None for what is unknown."""
    if not words:
        return ""
    if words[0].startswith("«"):
        return f" {_quoted(latin(' '.join(words)))}"
    if words[0] == _NAMED_AFTER:
        return _named_after(words[1:])
    if words[0] == "в":
        inside = english_place_of(words[1:])
        return f" in {inside}" if inside else None
    for size in range(len(words), 0, -1):
        topic = body_topics().get(" ".join(words[:size]).lower())
        after = _rest(words[size:]) if topic else None
        if topic and after is not None:
            return f" {topic}{after}" if topic.startswith("for ") else f" of {topic}{after}"
    place = english_place_of(words)
    if place:
        return f" of {place}"
    inner = _named(words)
    return f" of the {inner}" if inner else None


def _named_after(words: list[str]) -> str | None:
    """After whom a body is named; None for a surname of which the nominative is not plain."""
    *given, surname = words or [""]
    for genitive, nominative in _SURNAMES:
        if surname.endswith(genitive):
            return f" named after {lettered(' '.join([*given, surname.removesuffix(genitive) + nominative]))}"
    return None


def _by_adjective(words: list[str]) -> str:
    """A head after the adjective of a place («Витебский областной исполнительный комитет»)."""
    for size in range(len(words) - 1, 0, -1):
        head = body_heads().get(" ".join(words[1 : size + 1]).lower())
        rest = _rest(words[size + 1 :])
        whose = _adjective(words[0], head.level) if head and head.level else ""
        if head and whose and rest is not None:
            return f"{whose} {head.english}{rest}"
    return ""


def _adjective(word: str, level: str) -> str:
    """The place of an adjective, as it stands in English before the head of a body: of districts the adjective itself."""
    if word.lower() in body_adjectives():
        return body_adjectives()[word.lower()]
    if level == "район":
        return lettered(word)
    found = place_by_adjective(word, None if level == "any" else level) or place_by_adjective(word, "город")
    return _bare(found[0]) if found and fold(found[0].name)[:4] == fold(word)[:4] else ""


def _of_adjective(word: str, kind: str, english: str) -> str:
    """A place told by its adjective and type word in the genitive («Тосненского района»)."""
    found = place_by_adjective(word, kind)
    if found and found[0].kind in ("region", "country"):
        return _english(found[0])
    adjective = masculine(fold(word))
    return f"{lettered(adjective[:1].upper() + adjective[1:])} {english}" if kind.endswith(("район", "округ")) else ""


def _entry(told: str) -> Entry | None:
    """The place that a form names in the genitive, else in the nominative: foreign names are not always declined."""
    readings = spellings(fold(told))
    fitting = [one for one in readings if _GENITIVE in one.cases] or [one for one in readings if one.nominative]
    return fitting[0].entries[0] if fitting else None


def _english(entry: Entry) -> str:
    return country_name(entry.country, "en") if entry.kind == "country" and entry.country else english_of(entry)


def _bare(entry: Entry) -> str:
    """The English name without its type word."""
    name = _english(entry)
    return name.removesuffix(" Region").removesuffix(" District").removesuffix(" Territory")


def _typed(name: str, english: str) -> str:
    return f"{name} {english}" if english and not name.endswith(english) and english != "Republic" else name


def _quoted(text: str) -> str:
    return text.replace("«", "“").replace("»", "”")

"""What people, partners, posts and documents are called in a paper: as pages have it in Russian, in Latin letters in English."""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import get_language, gettext, override

from pobratim.lexicon.country import country_name
from pobratim.lexicon.english_place import english_place
from pobratim.lexicon.latin import latin
from pobratim.lexicon.people import posts_in_english
from pobratim.register.models import Actor, Person
from pobratim.register.selectors.label import document_label, upper_first
from pobratim.words.codes import DOCUMENT_KINDS

PLACES = ("region", "city", "district", "settlement")
_CYRILLIC = re.compile("[А-Яа-яЁё]")


def in_english() -> bool:
    """Whether the paper is in English."""
    return not (get_language() or "ru").startswith("ru")


def actor_name(actor: Actor) -> str:
    """A partner's name: of places the English one, of bodies the Russian one in Latin letters."""
    if not in_english():
        return actor.name
    if actor.kind == "country" and actor.country:
        return country_name(actor.country, "en")
    if actor.kind in PLACES:
        codes = [str(actor.geonames or ""), actor.iso3166_2]
        return english_place(actor.name, *(codes if actor.kind == "city" else reversed(codes)))
    return latin(actor.name)


def both_names(name: str, own: str) -> str:
    """A name with the one of the pages in brackets, where that is another: «Karelia (Карелия)»."""
    return f"{name} ({own})" if name != own else name


def person_name(person: Person) -> str:
    """A person's name, in English as passports write it."""
    return latin(person.name) if in_english() else person.name


def document_name(kind: str, title: str) -> str:
    """A document's title; in English its kind, and the title as pages have it."""
    if kind == "other" and not title:
        return gettext("Document of a kind that is not told")
    if not in_english() or not _CYRILLIC.search(title):
        return document_label(kind, title, ())
    word = DOCUMENT_KINDS.get(kind, DOCUMENT_KINDS["other"])
    with override("ru"):
        bare = gettext(word).casefold() == title.casefold()
    told = upper_first(gettext(word))
    return told if bare else f"{told} «{upper_first(title)}»"


def post_name(title: str, of: Actor | None = None) -> str:
    """A post; in English its known beginning, and the whole as pages have it where that says more.

    Args:
        title: as pages have it.
        of: where it is held: a title that adds only this is told in English alone.

    Where it fails: what is not in `lexicon/people/posts_english.txt` stays Russian.
    """
    if not in_english():
        return title
    known, rest = _known(title)
    if not known:
        return title
    return known if not rest or (of is not None and _names_only(rest, of.name)) else f"{known} ({title})"


@cache
def _known(title: str) -> tuple[str, str]:
    """The longest beginning of a title that has English words, and what follows it; both empty for none."""
    words = title.split()
    for number in range(len(words), 0, -1):
        english = posts_in_english().get(" ".join(words[:number]).casefold())
        if english:
            return english, " ".join(words[number:])
    return "", title


def _names_only(rest: str, name: str) -> bool:
    """Whether words say no more than a name in another case: «Ленинградской области» of «Ленинградская область»."""
    told, own = rest.casefold().split(), name.casefold().split()
    return len(told) == len(own) and all(a[:4] == b[:4] for a, b in zip(told, own, strict=True))

"""What people, partners, posts and documents are called in a paper: as pages have it in Russian, in Latin letters in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from django.utils.translation import get_language, gettext

from pobratim.lexicon.country import country_name
from pobratim.lexicon.documents import instruments
from pobratim.lexicon.english_body import english_body
from pobratim.lexicon.english_place import english_place
from pobratim.lexicon.latin import latin
from pobratim.lexicon.people import posts_in_english
from pobratim.register.models import Actor, Person
from pobratim.register.selectors.label import document_label, labels, short, telling, upper_first

from .glosses import gloss
from .quotes import quoted

PLACES = ("region", "city", "district", "settlement")
_BETWEEN = "между"
_CYRILLIC = re.compile("[А-Яа-яЁё]")


def in_english() -> bool:
    """Whether the paper is in English."""
    return not (get_language() or "ru").startswith("ru")


def actor_name(actor: Actor) -> str:
    """A partner's name: in English that of places, of bodies as far as their words are known, else in Latin letters."""
    if not in_english():
        return actor.name
    if actor.kind == "country" and actor.country:
        return country_name(actor.country, "en")
    if actor.kind in PLACES:
        codes = [str(actor.geonames or ""), actor.iso3166_2]
        return english_place(actor.name, *(codes if actor.kind == "city" else reversed(codes)))
    return upper_first(english_body(actor.name))


def both_names(name: str, own: str) -> str:
    """A name with the one of the pages in brackets, where that is another: «Karelia (Карелия)»."""
    return f"{name} ({own})" if name != own else name


def person_name(person: Person) -> str:
    """A person's name, in English as passports write it."""
    return latin(person.name) if in_english() else person.name


def names_of(keys: Iterable[str]) -> dict[str, str]:
    """Key → what the record is called in the paper."""
    wanted = set(keys)
    found = labels(wanted)
    if not in_english():
        return found
    actors = {one.key: actor_name(one) for one in Actor.objects.filter(key__in=wanted)}
    people = {one.key: person_name(one) for one in Person.objects.filter(key__in=wanted)}
    return found | actors | people


def names_parties(title: str) -> bool:
    """Whether a Russian title says between whom: «соглашение между А и Б»."""
    return _BETWEEN in title


def document_name(kind: str, title: str, parties: Sequence[str] = (), chars: int = 0) -> str:
    """A document's title; in English what it is, and the title as pages have it.

    Args:
        kind: its code.
        title: as pages have it, empty for none.
        parties: their English names, told in the English words.
        chars: the title is cut at so many; 0 leaves it out in English, and whole in Russian.
    """
    named = instruments().get(title.casefold())
    if (kind == "other" and not title) or (named is not None and named.strength == "refer"):
        return gettext("Document of a kind that is not told")
    if not in_english() or not _CYRILLIC.search(title):
        whole = document_label(kind, title, ())
        return short(whole, chars) if chars else whole
    english = gloss(kind, title, parties)
    if not chars or not telling(kind, title):
        return english
    return gettext("{english} (in Russian: {title})").format(
        english=english, title=quoted(short(upper_first(title), chars), "ru")
    )


def post_name(title: str, of: Actor | None = None) -> str:
    """A post; in English its known beginning with where it is held, and the whole as pages have it where that says more.

    Args:
        title: as pages have it.
        of: where it is held.

    Where it fails: what is not in `lexicon/people/posts_english.txt` stays Russian.
    """
    if not in_english():
        return title
    known, rest = _known(title, of.name if of else "")
    if not known:
        return title
    where = f" of {actor_name(of)}" if of else ""
    return f"{known}{where}" if not rest else f"{known}{where} ({title})"


def _known(title: str, where: str) -> tuple[str, str]:
    """The longest beginning of a title that has English words, and what else it says than where the post is held.

    Both are empty for none. A beginning after which only that place or body follows is taken first.
    """
    words = title.split()
    found = []
    for number in range(len(words), 0, -1):
        english = posts_in_english().get(" ".join(words[:number]).casefold())
        if english:
            rest = " ".join(words[number:])
            if rest and where and _names_only(rest, where):
                return english, ""
            found.append((english, rest))
    return found[0] if found else ("", title)


def _names_only(rest: str, name: str) -> bool:
    """Whether words say no more than a name in another case: «Ленинградской области» of «Ленинградская область»."""
    told, own = rest.casefold().split(), name.casefold().split()
    return len(told) == len(own) and all(_same(*both) for both in zip(told, own, strict=True))


def _same(a: str, b: str) -> bool:
    """Whether two words may be forms of one: «края» and «край», «области» and «область»."""
    letters = 3 if min(len(a), len(b)) <= 4 else 4
    return a[:letters] == b[:letters]

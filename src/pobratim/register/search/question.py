"""A person's words as groups of tokens: a record answers if it has one token of every group.

Beside the lemmas of a word stand the codes that it may mean: «визит» the kind of an event, «образование» a sphere,
«Ленобласть» or «47 регион» a place by its outside id, by whatever name a page told of it.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from pobratim.lexicon.documents import instruments, sphere_stems
from pobratim.lexicon.events import gatherings, trigger_words
from pobratim.lexicon.gazetteer import Entry, place_by_adjective, spellings
from pobratim.lexicon.place_key import fold, type_words
from pobratim.lexicon.table import choices, rows

from .own import facet
from .words import chunks, clean, counts, raw_token, tokens_of, whole, words

CHARS = 1000  # of a question that are looked at
WORDS = 8
PREFIX_CHARS = 3  # shorter beginnings of words begin too many
PLACE_WORDS = 4
PLACES = 3  # that one name may mean
_NOUNS = frozenset(("noun", "faint"))


_Part = tuple[str, list[str]]
_Run = tuple[int, int, frozenset[str]]  # first word, the word behind the last, codes


class Question(NamedTuple):
    """`words` are those looked for, as they were typed; `groups` one a word; `wholes` stand for all words as one name.

    `beginning` is the last word as the beginning of one, `*` at its end; empty where it is too short. `blank`: nothing
    was asked.
    """

    words: tuple[str, ...]
    groups: tuple[frozenset[str], ...]
    wholes: frozenset[str]
    beginning: str
    blank: bool

    def of(self, number: int) -> list[tuple[frozenset[str], ...]]:
        """All choices of so many of its words."""
        return list(combinations(self.groups, number))

    def unfinished(self) -> Question:
        """The same question, its last word being still typed."""
        return self._replace(groups=(*self.groups[:-1], self.groups[-1] | {self.beginning}), wholes=frozenset())


def question(text: str) -> Question:
    """What a person asks; no text is refused, and no more than the first words of a long one are looked at."""
    text = clean(text[:CHARS])
    parts = _parts(text)
    asked = [word for _, own in parts for word in own]
    groups = [set(tokens_of(word)) | {raw_token(word)} for word in asked]
    last = raw_token(asked[-1]) if asked else ""
    places = _places(parts)
    for first, end, codes in (*places, *_codes(asked)):
        for group in groups[first:end]:
            group.update(codes)
    return Question(
        words=tuple(asked),
        groups=tuple(map(frozenset, groups)),
        wholes=whole(" ".join(asked)).union(*(_named(codes) for *run, codes in places if run == [0, len(asked)])),
        beginning=f"{last}*" if len(last) >= PREFIX_CHARS else "",
        blank=not text.strip(),
    )


def _named(codes: frozenset[str]) -> set[str]:
    """What a place lends as a whole name; see `own.actor_name`."""
    return {f"~{code}" for code in codes}


def _parts(text: str) -> list[_Part]:
    """Every chunk with its words that count; where none does («с», «и») they are what is asked for."""
    all_parts = [(chunk, words(chunk) if counts(chunk) else []) for chunk in chunks(text)]
    parts = [part for part in all_parts if part[1]] or [(chunk, [chunk]) for chunk, _ in all_parts if tokens_of(chunk)]
    left, kept = WORDS, []
    for chunk, own in parts:
        kept += [(chunk, own[:left])] if left > 0 else []
        left -= len(own)
    return kept


def _places(parts: list[_Part]) -> list[_Run]:
    """Every run of words that names a place; longer names before the shorter ones in them."""
    found, at = [], 0
    for number, (_, own) in enumerate(parts):
        for size in range(min(PLACE_WORDS, len(parts) - number), 0, -1):
            run = parts[number : number + size]
            codes = frozenset(code for one in _entries([chunk for chunk, _ in run]) for code in _ids(one))
            if codes:
                found.append((at, at + sum(len(many) for _, many in run), codes))
        at += len(own)
    return found


def _entries(run: list[str]) -> list[Entry]:
    """The places that words in any case may mean, the likeliest first («Ленобласти», «Тосненским муниципальным районом»)."""
    found = [one for spelling in spellings(fold(" ".join(run))) for one in spelling.entries]
    if not found and len(run) > 1:
        head = " ".join(tokens_of(word)[0] for word in run[1:] if tokens_of(word))
        found = place_by_adjective(run[0], head) if head in type_words() else []
    return found[:PLACES]


def _ids(place: Entry) -> list[str]:
    told = (place.country if place.kind == "country" else None, place.code, place.geonames)
    return [f"@{code}".lower() for code in told if code]


def _codes(asked: list[str]) -> list[_Run]:
    """The words that stand for a kind, a status, a sphere."""
    lemmas = [tokens_of(word) for word in asked]
    told = frozenset(token for many in lemmas for token in many)
    found = []
    for number, many in enumerate(lemmas):
        codes = {code for lemma in many for code in _code_of(lemma, told - set(many))}
        codes |= {facet("sphere", code) for code in _spheres([asked[number]])}
        found.append((number, number + 1, frozenset(codes)))
        pair = {facet("sphere", code) for code in _spheres(asked[number : number + 2])}
        found.append((number, number + 2, frozenset(pair)))
    found += _beside(lemmas, told)
    return [one for one in found if one[2]]


def _code_of(lemma: str, told: frozenset[str]) -> list[str]:
    found = [
        facet(name, code) for word, name, codes in rows("search/codes.txt", 3) if _same(word, lemma) for code in choices(codes)
    ]
    if (event := trigger_words().get(lemma)) and event.frame in _NOUNS:
        found.append(facet("kind", event.kind))
    if (meeting := gatherings().get(lemma)) and meeting.name in ("yes", "no"):
        found.append(facet("kind", meeting.kind))
    named = instruments().get(lemma)
    if named and (named.strength == "full" or (named.strength == "needs" and _any(named.beside, told))):
        found.append(facet("kind", named.kind))
    return found


def _beside(lemmas: list[tuple[str, ...]], told: frozenset[str]) -> list[_Run]:
    """Words that with another one make a kind of document («дорожная» of «дорожная карта»)."""
    found = []
    for lemma in sorted(told):
        named = instruments().get(lemma)
        if named and named.strength == "needs":
            for number, many in enumerate(lemmas):
                if _any(named.beside, frozenset(many)):
                    found.append((number, number + 1, frozenset((facet("kind", named.kind),))))
    return found


def _any(words_: frozenset[str], told: frozenset[str]) -> bool:
    return any(fold(word) in told for word in words_)


def _same(word: str, lemma: str) -> bool:
    return fold(word) == lemma


def _spheres(run: list[str]) -> set[str]:
    """Spheres that words next to each other name; each begins with its part of the stem."""
    told = [fold(word) for word in run]
    found = set()
    for stem, code in sphere_stems():
        parts = stem.split()
        if len(parts) == len(told) and all(word.startswith(part) for word, part in zip(told, parts, strict=True)):
            found.add(code)
    return found

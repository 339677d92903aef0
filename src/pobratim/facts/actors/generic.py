"""Actors named by a common noun alone («облисполком», «окружное правительство», «палата», «область»)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from pobratim.annotate.reading import Reading
from pobratim.lexicon.actors import Head, guest_words, heads
from pobratim.text.token import Sentence, Token

from .mention import ActorMention
from .registry import ActorRegistry

_BODIES = frozenset("government administration assembly university chamber representation company".split())
_PLACES = {
    "область": "region",
    "край": "region",
    "республика": "region",
    "округ": "",
    "район": "district",
    "город": "city",
    "регион": "region",
    "муниципалитет": "",
}
_OWN = frozenset("областной краевой республиканский окружной городской районный региональный местный наш сам столичный".split())
_SAME_KIND = {
    "вуз": "university",
    "университет": "university",
    "институт": "university",
    "палата": "chamber",
    "мэрия": "administration",
}
_POWER = frozenset(("government", "administration"))
_GUESTS_REACH = 3  # tokens from «делегация» to whose


def find_generic(reading: Reading, actors: list[list[ActorMention]], registry: ActorRegistry) -> list[list[ActorMention]]:
    """The common-noun mentions of every sentence that mean an actor named elsewhere on the page, `entity` set.

    The most often named actor of the kind is meant, the first one on a tie; where none is named, none is given.
    Fails on pages with two bodies of one kind that are named equally often.
    """
    counts = Counter(registry.entity(m) for row in actors for m in row)
    guests = guest_places(reading, actors, registry)
    meant: dict[tuple[str, str, str, bool], str | None] = {}
    found = []
    for sentence in reading.sentences:
        nouns = sentence.uses.get("head", ())
        taken = [(m.first, m.last) for m in actors[sentence.index]] if nouns else ()
        row = []
        for i in nouns:
            token = sentence.tokens[i]
            head = _head(token)
            if head is None or any(a <= i < b for a, b in taken) or not token.is_word:
                continue
            mention = _generic(sentence, token, head)
            if mention is None:
                continue
            noun = (mention.layer, mention.kind, mention.name, mention.first < i)
            if noun not in meant:
                meant[noun] = _meant(registry, mention, counts, guests)
            mention.entity = meant[noun]
            if mention.entity:
                _take_power(sentence, mention, registry)
                row.append(mention)
        found.append(row)
    return found


def _generic(sentence: Sentence, token: Token, head: Head) -> ActorMention | None:
    if token.text.isupper() and len(token.text) > 1:
        return None
    first = token.index
    while first and sentence.tokens[first - 1].is_adjective:
        first -= 1
        word = sentence.tokens[first]
        if word.lemma not in _OWN and not (head.layer == "place" and word.lower == word.text and "ск" in word.lower):
            return None
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    best = following.forms[0] if following is not None and following.forms else None
    if best is not None and best.case == "gent" and best.pos in ("NOUN", "ADJF"):
        return None  # «область применения», «центр города» name something else
    cases = frozenset([f.case for f in token.forms if f.pos == "NOUN" and f.case and f.number == "sing"])
    return ActorMention(
        sentence.index,
        first,
        token.index + 1,
        sentence.tokens[first].start,
        token.end,
        head.layer,
        head.kind,
        head.lemma,
        cases,
        generic=True,
    )


def _take_power(sentence: Sentence, place: ActorMention, registry: ActorRegistry) -> None:
    """«администрацией края»: the mention of a territory takes in its body of power, whose cases it has then.

    The body itself is meant where the page names it, else the territory.
    """
    before = sentence.tokens[place.first - 1] if place.first else None
    head = _head(before) if before is not None and place.layer == "place" and "gent" in place.cases else None
    if before is None or head is None or head.kind not in _POWER:
        return
    place.first, place.start = before.index, before.start
    place.cases = frozenset(f.case for f in before.forms if f.pos == "NOUN" and f.case and f.number == "sing")
    bodies = (b for b in registry.bodies.values() if b.place == place.entity and head.lemma in b.name.lower())
    place.entity = next((b.id for b in bodies), place.entity)


@cache
def _alone() -> dict[str, Head]:
    """What a head noun may mean by itself, by its lemma."""
    found: dict[str, Head] = {}
    for lemma, variants in heads().items():
        for head in variants:
            if (head.layer == "body" and head.kind in _BODIES and "loose" not in head.flags) or lemma in _PLACES:
                found.setdefault(lemma, head)
    return found


def _head(token: Token) -> Head | None:
    """What a word may mean by itself, wherever it stands."""
    table = _alone()
    for form in token.forms:
        if form.lemma in table and form.pos == "NOUN" and form.number == "sing":
            return table[form.lemma]
    return None


def guest_places(reading: Reading, actors: list[list[ActorMention]], registry: ActorRegistry) -> set[str]:
    """The places whose delegation or guests a page tells of («делегация города Ичан», «гости из Орши»)."""
    found: set[str] = set()
    for sentence in reading.sentences:
        if sentence.lemmas.isdisjoint(guest_words()):
            continue
        for mention in actors[sentence.index]:
            before = sentence.tokens[max(0, mention.first - _GUESTS_REACH) : mention.first]
            if (
                mention.layer == "place"
                and any(t.lemma in guest_words() for t in before)
                and not any(t.text in ",;" for t in before)
            ):
                found.add(registry.entity(mention))
    return found


def _meant(registry: ActorRegistry, mention: ActorMention, counts: Counter[str], guests: set[str]) -> str | None:
    """The actor that a noun means, by its layer, kind and lemma and by whether an adjective stands before it.

    «Глава города» is of the hosts' town rather than of the guests', where the page names both.
    """
    fit = _fitting(registry, counts, mention)
    if not fit and mention.layer == "body" and mention.kind in _POWER and mention.first < mention.last - 1:
        fit = [e for e in counts if e in registry.places and registry.places[e].kind in ("region", "city", "district")]
    seats: list[str] = []
    if mention.layer == "place":
        told = map(registry.place_of, counts)  # «депутаты Думы Тверской области …, а администрация области»
        seats = _fitting(registry, dict.fromkeys(place for place in told if place is not None), mention)
    typed = mention.layer == "place" and mention.name != "город"  # «город Харбин» is no more a city than «Якутск»
    named = [e for e in fit or seats if typed and mention.name in registry.places[e].name.lower()]
    named = named or [e for e in seats if typed and mention.name in registry.places[e].name.lower()]
    fit = named or fit or seats  # «аким области» is of an область, where the page names one
    if mention.layer == "place" and len(fit) > 1:
        fit = [e for e in fit if e not in guests] or fit
    order = {e: n for n, e in enumerate(counts)}
    return max(fit, key=lambda e: (counts[e], -order.get(e, 0)), default=None)


def _fitting(registry: ActorRegistry, entities: Iterable[str], mention: ActorMention) -> list[str]:
    """Those of the entities that a noun can mean by their kind or by their name."""
    noun = mention.name
    if mention.layer == "place":
        wanted = _PLACES.get(noun) if noun != "республика" else None
        places = [place for e in entities if (place := registry.places.get(e)) is not None]
        return [place.id for place in places if noun in place.name.lower() or wanted and place.kind == wanted]
    kind = _SAME_KIND.get(noun)
    bodies = [body for e in entities if (body := registry.bodies.get(e)) is not None]
    return [body.id for body in bodies if (body.kind == kind if kind else noun in body.name.lower())]

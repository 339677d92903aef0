"""Groups of travellers: delegations, guests, «белгородцы», and the side each of them comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pobratim.facts.sides import Side
from pobratim.facts.story import Story
from pobratim.lexicon.events import groups
from pobratim.text.nominative import is_adjective
from pobratim.text.token import Sentence, Token

_DEMONYM = re.compile(r"(?P<stem>.{3,}?)(?:ц|чан|ян|жан|ич|як)(?:ы|ев|ам|ами|ах|ей|е|и|ов)?$")
_ADJECTIVE = re.compile(r"(?P<stem>.{3,}?)(?:ий|ой|ск|цк|ск)?(?:ск|цк)(?:ая|ой|ую|ие|их|им|ими|ое|ого|ому|ом|ий)$")
_PEOPLES = {
    "белорус": "белар", "белар": "белорус", "киргиз": "кыргыз", "кыргыз": "киргиз", "турец": "турц", "немец": "герман",
    "китай": "кнр", "туркмен": "туркм", "монголь": "монгол", "серб": "серб", "украин": "украин", "япон": "япон", "корей": "коре",
    "армян": "армен", "грузин": "груз", "молдав": "молдов", "узбек": "узбек", "казах": "казах", "таджик": "таджик",
}
_NOT_SIDES = frozenset(("forum", "media", "party"))


@dataclass(slots=True, eq=False)
class Group:
    """A group of travellers: token indexes of the noun and of the end of its words; `side` is an actor id if named."""

    token: int
    last: int
    cases: frozenset[str]
    side: str | None
    lemma: str
    full: bool


def find_groups(story: Story, sentence: Sentence) -> list[Group]:
    """The groups of a sentence in order; nouns that need their side are left out without one.

    «Делегация Бухарской области», «гости из Китая», «сербская делегация», «пензенцы» each give one with its side.
    """
    found: list[Group] = []
    table = groups()
    for token in sentence.tokens:
        if not token.is_word or len(token.text) < 4:
            continue
        form = next((f for f in token.forms if f.pos == "NOUN" and f.lemma in table and f.score > 0.01), None)
        if form is None:
            demonym = _demonym(story, sentence, token)
            if demonym:
                found.append(demonym)
            continue
        noun = table[form.lemma]
        numbers = {f.number for f in token.forms if f.lemma == form.lemma}
        if noun.number == "plur" and "plur" not in numbers:
            continue
        side, last = _side(story, sentence, token.index)
        if side or noun.strength == "full":
            cases = frozenset(f.case for f in token.forms if f.lemma == form.lemma and f.case and (f.number == "plur" or noun.number != "plur"))
            found.append(Group(token.index, last, cases, side, form.lemma, noun.strength == "full"))
    return found


def _side(story: Story, sentence: Sentence, at: int) -> tuple[str | None, int]:
    """The actor a group is of: «делегация Минска», «делегация из Минска», «минская делегация»; and where its words end."""
    tokens = sentence.tokens
    k = at + 1
    while k < len(tokens) and k < at + 4 and (is_adjective(tokens[k].lower) or tokens[k].lower in ("из", "от", "со", "с") or tokens[k].lemma == "сторона"):
        if _actor_at(story, sentence, k):
            break
        k += 1
    mention = _actor_at(story, sentence, k)
    if mention and "gent" in mention.cases and (k == at + 1 or tokens[k - 1].lower not in ("с", "со")) and mention.kind not in _NOT_SIDES:
        return story.registry.entity(mention), mention.last
    for k in range(at - 1, max(-1, at - 4), -1):
        if not is_adjective(tokens[k].lower):
            break
        entity = actor_like(story, tokens[k].lower)
        if entity:
            return entity, at + 1
    return None, at + 1


def _actor_at(story: Story, sentence: Sentence, k: int):  # type: ignore[no-untyped-def]
    return next((m for m in story.actors[sentence.index] if m.first == k), None)


def _demonym(story: Story, sentence: Sentence, token: Token) -> Group | None:
    if token.is_capital and token.index or not token.text[0].isalpha():
        return None
    match = _DEMONYM.match(token.lower)
    if not match or token.forms[0].pos not in ("NOUN", None) or not any(f.number == "plur" for f in token.forms):
        return None
    entity = _by_stem(story, match["stem"])
    if entity is None:
        return None
    cases = frozenset(f.case for f in token.forms if f.case and f.pos == "NOUN")
    return Group(token.index, token.index + 1, cases, entity, token.lemma, False)


def actor_like(story: Story, adjective: str) -> str | None:
    """The place of the page whose name an adjective is made from («ростовская» → Ростов-на-Дону), or None."""
    match = _ADJECTIVE.match(adjective)
    return _by_stem(story, match["stem"]) if match else None


def _by_stem(story: Story, stem: str) -> str | None:
    stem = stem.rstrip("ь")
    for wanted in (stem, _PEOPLES.get(stem, "")):
        if len(wanted) < 3:
            continue
        for place in story.registry.places.values():
            if any(_common(wanted, word) >= max(min(4, len(wanted)), len(wanted) - 2) for word in _name_words(place.name)):
                return place.id
    return None


def _name_words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s-]+", name.lower()) if len(w) > 2 and w not in ("область", "район", "край", "республика", "округ", "город", "муниципальный")]


def _common(a: str, b: str) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def group_near(groups_: list[Group], at: int, case: str) -> Group | None:
    """The group in a case that stands nearest to a token, or None."""
    fit = [g for g in groups_ if case in g.cases]
    return min(fit, key=lambda g: abs(g.token - at), default=None)


def persons_of(sides: list[Side]) -> list[Side]:
    """Only the people among sides."""
    return [s for s in sides if s.person]

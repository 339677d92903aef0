"""Groups of travellers: delegations, guests, «белгородцы», and the sides they come from."""

from __future__ import annotations

import re

from msgspec import Struct

from pobratim.facts.actors.grammar.tail import with_parent
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.sides import Side
from pobratim.facts.story import Story
from pobratim.lexicon.events import groups, peoples
from pobratim.lexicon.people import posts
from pobratim.text.token import Sentence, Token

_DEMONYM = re.compile(r"(?P<stem>.{3,}?)(?:ц|чан|ян|жан|ич|як)(?:ы|ев|ам|ами|ах|ей|е|и|ов)?$")
_ADJECTIVE = re.compile(r"(?P<stem>.{3,}?)(?:ск|цк)(?:ая|ой|ую|ие|их|им|ими|ое|ого|ому|ом|ий)$")
_NOT_SIDES = frozenset(("forum", "media"))
OFFICES = frozenset("envoy head region_head city_head village_head government_head state_head rector minister speaker".split())
_TYPE_WORDS = frozenset("область район край республика округ город муниципальный городской автономный".split())
_BEFORE_SIDE = ("сторона", "город-", "округ-", "регион-", "побратим", "партнёр", "круг")  # «делегация города-побратима Белостока»
_LEAST_SCORE = 0.01
_SHORTEST = 3  # letters; a word for travellers has more


class Group(Struct, eq=False):
    """A group of travellers: token indexes of the noun and of the end of its words, the actor ids it comes from.

    `full` says that the noun alone means travellers («делегация»); others count only with a side («мэры Минска»).
    """

    token: int
    last: int
    cases: frozenset[str]
    lemma: str
    full: bool
    sides: list[str] = []

    @property
    def side(self) -> str | None:
        """The first of its sides, if any."""
        return self.sides[0] if self.sides else None


def find_groups(story: Story, sentence: Sentence, sides: list[Side]) -> list[Group]:
    """The groups of a sentence in order; nouns that need their side are left out without one.

    «Делегация Бухарской области», «гости из Китая», «сербская делегация», «пензенцы», «с губернаторами Тверской и
    Псковской областей» each give one with its sides. What stands inside a person's post is none.
    """
    covered = {k for s in sides if s.person for k in range(s.first, s.last)}
    found: list[Group] = []
    for token in sentence.tokens:
        if not _may_travel(token) or token.index in covered:
            continue  # nearly every word
        group = _noun_group(story, sentence, token) or _demonym(story, token)
        if group:
            found.append(group)
    return found


def _may_travel(token: Token) -> bool:
    """Whether a word can name travellers wherever it stands: by their noun, by their office, or by where they come from."""
    if "group" in token.uses or "post" in token.uses:
        return len(token.text) > _SHORTEST
    return bool(token.forms) and token.forms[0].pos == "NOUN" and _DEMONYM.match(token.lower) is not None


def _noun_group(story: Story, sentence: Sentence, token: Token) -> Group | None:
    table, offices = groups(), posts()
    for form in token.forms:
        if form.pos != "NOUN" or form.score <= _LEAST_SCORE:
            continue
        noun = table.get(form.lemma)
        if noun is None and offices.get(form.lemma) not in OFFICES:
            continue
        plural = [f for f in token.forms if f.lemma == form.lemma and f.number == "plur"]
        if noun and noun.number == "plur" and not plural:
            return None
        full = noun is not None and noun.strength == "full"
        actors, last = _sides(story, sentence, token.index, adjectives=noun is not None)
        if not actors and not full:
            return None
        own = plural if noun and noun.number == "plur" else [f for f in token.forms if f.lemma == form.lemma]
        cases = frozenset(f.case for f in own if f.case)
        if token.index and sentence.tokens[token.index - 1].lower == "составе":
            cases = frozenset(("gent",))  # «прибыл в составе делегации Совета Федерации»: others are those who came
        if "gent" in cases and _counted(sentence.tokens, token.index):
            cases |= {"nomn", "accs"}
        return Group(token.index, last, cases, form.lemma, full, actors)
    return None


def _counted(tokens: list[Token], at: int) -> bool:
    """«Пять зарубежных делегаций»: a number before the noun and its adjectives stands for its case."""
    k = at - 1
    while k >= 0 and tokens[k].is_adjective:
        k -= 1
    return k >= 0 and (tokens[k].text.isdigit() or any(f.pos == "NUMR" and f.case == "nomn" for f in tokens[k].forms))


def _sides(story: Story, sentence: Sentence, at: int, *, adjectives: bool) -> tuple[list[str], int]:
    """The actors a group is of, and where its words end: «делегация Минска и Орши», «из Минска», «минская делегация»."""
    tokens, k = sentence.tokens, at + 1
    while (
        k < min(len(tokens), at + 4)
        and _actor_at(story, sentence, k) is None
        and (tokens[k].is_adjective or tokens[k].lower in ("из", "от", "со") or _between(tokens[k]))
    ):
        k += 1
    found: list[str] = []
    last = at + 1
    mention = _actor_at(story, sentence, k)
    while mention is not None and "gent" in mention.cases and mention.kind not in _NOT_SIDES:
        found.append(story.registry.entity(mention))
        last = with_parent(mention)
        mention = _actor_at(story, sentence, last + 1) if last < len(tokens) and tokens[last].lower in ("и", ",") else None
    if found or not adjectives:
        return found, last
    for k in range(at - 1, max(-1, at - 4), -1):
        if not tokens[k].is_adjective:
            break
        entity = actor_like(story, tokens[k].lower)
        if entity:
            return [entity], at + 1
    return [], at + 1


def _between(token: Token) -> bool:
    """Whether a noun may stand between a group and its side: «делегация деловых **кругов** области», «… **врачей** Минска»."""
    if token.lemma.startswith(_BEFORE_SIDE):
        return True
    best = token.forms[0] if token.forms and not token.is_capital else None
    return best is not None and best.case == "gent" and best.number == "plur" and "anim" in best.tags


def _actor_at(story: Story, sentence: Sentence, k: int) -> ActorMention | None:
    return next((m for m in story.actors[sentence.index] if m.first == k), None)


def _demonym(story: Story, token: Token) -> Group | None:
    """«Пензенцы», «приморцы»: a plural made from the name of a place of the page."""
    if token.is_capital and token.index:
        return None
    match = _DEMONYM.match(token.lower)
    if not match or not token.forms or token.forms[0].pos != "NOUN" or not any(f.number == "plur" for f in token.forms):
        return None
    entity = _by_stem(story, match["stem"])
    if entity is None:
        return None
    return Group(token.index, token.index + 1, frozenset(f.case for f in token.forms if f.case), token.lemma, False, [entity])


def actor_like(story: Story, adjective: str) -> str | None:
    """The place of the page whose name an adjective is made from («ростовская» → Ростов-на-Дону), or None."""
    match = _ADJECTIVE.match(adjective)
    return _by_stem(story, match["stem"]) if match else None


def _by_stem(story: Story, stem: str) -> str | None:
    stem = stem.rstrip("ь")
    for wanted in (stem, *peoples().get(stem, ())):
        need = max(min(4, len(wanted)), len(wanted) - 2)
        fit = [p for p in story.registry.places.values() if any(_common(wanted, word) >= need for word in _name_words(p.name))]
        if fit:
            return max(fit, key=lambda p: len(p.evidence)).id  # of a city and its region the one the page speaks of more
    return None


def _name_words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s-]+", name.lower()) if len(w) > 2 and w not in _TYPE_WORDS]


def _common(a: str, b: str) -> int:
    """How many letters two words begin with alike."""
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n

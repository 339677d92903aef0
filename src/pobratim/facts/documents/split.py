"""Splitting: one mention of several documents («соглашения с А и Б») makes a draft for each of them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from copy import copy

from pobratim.facts.sides import Side
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.time_words import number_word
from pobratim.text.token import Token

from .draft import Draft
from .mention import Gapped, InstrumentMention
from .sides.parties import Sides, distinct, parties_of

_COUNTS = group("counted")


def split(story: Story, mention: InstrumentMention, sides: Sides, base: Draft) -> list[Draft]:
    """The drafts of a mention with their parties: one as a rule, one for each pair or partner where there are several.

    Fails on «соглашения с А и Б» where A and B signed both together.
    """
    gapped = [_of_clause(story, sides, clause, base) for clause in mention.gapped]
    if gapped and not (sides.between or sides.own or sides.partners or sides.groups):
        return gapped
    return _told(story, mention, sides, base) + gapped


def _of_clause(story: Story, sides: Sides, clause: Gapped, base: Draft) -> Draft:
    """The draft of a clause that leaves the instrument out; with the owners of the main clause where it names one side only."""
    owners = parties_of(story, _own_sides(sides))[:1] if len(clause.sides) == 1 else []
    draft = _with_parties(base, [*owners, *parties_of(story, clause.sides)], story)
    draft.signatories = [(s.person.person, story.side_of(s.person.person)) for s in clause.sides if s.person]
    draft.partnered = len(clause.sides) == 1
    if clause.date is not None:
        draft.signed = story.date_value(clause.date, last=base.signed, future=base.status == "planned")
    return draft


def _told(story: Story, mention: InstrumentMention, sides: Sides, base: Draft) -> list[Draft]:
    """The drafts of the main clause; where there is one, it is `base` itself."""
    if groups := _groups(story, mention, sides):
        return [_with_parties(base, parties_of(story, members), story) for members in groups]
    if sides.between:
        return [_give_parties(base, parties_of(story, sides.between), story)]
    own = parties_of(story, _own_sides(sides))
    partners = [p for p in parties_of(story, sides.partners) if p not in own]
    if len(partners) > 1 and _with_each(story, mention, sides, len(partners)):
        base.partnered = True
        return [_with_parties(base, [*own, partner], story, only=True) for partner in partners]
    if mention.plural and len(partners) == 1 and len(own) > 1 and _sign_apart(mention, sides):
        return [_with_parties(base, [one, *partners], story, only=True) for one in own]
    base.partnered = bool(partners)
    base.ownerless = len(partners) > 1 and not own and not sides.own
    return [_give_parties(base, [*own, *partners], story)]


def _with_each(story: Story, mention: InstrumentMention, sides: Sides, count: int) -> bool:
    """Whether each of `count` partners has a document of its own."""
    if mention.plural and mention.count in (None, 0, count):
        return True
    return _counted_apart(story, mention, sides) or _parted(story, mention, sides)


def _parted(story: Story, mention: InstrumentMention, sides: Sides) -> bool:
    """«соглашения: – А с Б и с В»: in an item under a plural, each partner has a «с» of its own."""
    if mention.model is None or not mention.model.plural:
        return False
    tokens = story.sentences[mention.sentence].tokens
    return all(side.first and tokens[side.first - 1].lower in ("с", "со") for side in sides.partners)


def _counted_apart(story: Story, mention: InstrumentMention, sides: Sides) -> bool:
    """«соглашение с тремя регионами – А, Б и В»: the partners are counted before the dash, and each signs its own."""
    tokens = story.sentences[mention.sentence].tokens
    before = tokens[mention.head : sides.partners[0].first]
    counted = any(number_word(t.lower) is not None or t.lower in _COUNTS for t in before)
    return counted and before[-1].text in "–—:"


def _sign_apart(mention: InstrumentMention, sides: Sides) -> bool:
    """«Тверь и Ржев заключили договоры с Минском»: the plural says that each signed its own; people sign for one side."""
    named = [s for s in sides.own if s.actor and "nomn" in s.cases]
    return len(named) == len(sides.own) and mention.count in (None, 0, len(named))


def _groups(story: Story, mention: InstrumentMention, sides: Sides) -> list[list[Side]]:
    """The sides of each document, where the words group them («между А и Б, В и Г», «А с Б, В – с Г»), else empty."""
    if sides.groups:
        return sides.groups
    if sides.between:
        return _one_with_each(story, mention, sides.between) or _pairs(story, mention, sides.between)
    if not _has_partners(story, sides) and (pairs := _pairs(story, mention, sides.own)):
        return pairs
    groups = _owner_groups(sides) if mention.plural else []
    return groups if len(groups) > 1 else []


def _own_sides(sides: Sides) -> list[Side]:
    """The named actors, where both sides are named: whom a signatory heads does not matter then; else all."""
    if sum(s.person is not None for s in sides.own) > 1:  # «соглашение о сотрудничестве региона и города» says less than they
        own = [s for s in sides.own if not (s.actor and s.actor.generic)]
    else:
        own = sides.own
    named = [s for s in own if s.actor]
    return named if len(named) > 1 or named and sides.partners else own


def _has_partners(story: Story, sides: Sides) -> bool:
    """Whether «с …» names a party that is not among the own ones."""
    own = parties_of(story, _own_sides(sides))
    return any(p not in own for p in parties_of(story, sides.partners))


def _pairs(story: Story, mention: InstrumentMention, sides: list[Side]) -> list[list[Side]]:
    """«соглашения между А и Б, В и Г»: the pairs, where the joiners alternate; else empty."""
    if not mention.plural or len(sides) < 4 or len(sides) % 2:
        return []
    tokens = story.sentences[mention.sentence].tokens
    joiners = [any(t.lower == "и" for t in tokens[a.last : b.first]) for a, b in itertools.pairwise(sides)]
    if joiners == [i % 2 == 0 for i in range(len(joiners))]:
        return [sides[i : i + 2] for i in range(0, len(sides), 2)]
    return []


def _one_with_each(story: Story, mention: InstrumentMention, sides: list[Side]) -> list[list[Side]]:
    """«договоры между А и Б, В, Г»: «и» only behind the first, who signs with each of the others; else empty.

    «между А и правительствами Б и В»: the noun in the plural says that the others are alike, as does «между А и двумя
    областями – Б и В».
    """
    if not mention.plural or len(sides) < 3:
        return []
    tokens = story.sentences[mention.sentence].tokens
    apart = any(t.text in "–—" for t in tokens[sides[0].last : sides[1].first])
    if apart or _alike(tokens, sides[1:]) and not _alike(tokens, sides):
        return [[sides[0], other] for other in sides[1:]]
    joiners = [any(t.lower == "и" for t in tokens[a.last : b.first]) for a, b in itertools.pairwise(sides)]
    if not joiners[0] or any(joiners[1:]):
        return []
    return [[sides[0], other] for other in sides[1:]]


def _alike(tokens: Sequence[Token], sides: list[Side]) -> bool:
    """Whether one noun in the plural is of all sides («правительствами Б и В», «Хатлонской и Согдийской областями»)."""
    first, last = tokens[sides[0].first], tokens[sides[-1].last - 1]
    begins = not first.is_adjective and _plural_noun(first) and not any(_plural_noun(tokens[s.first]) for s in sides[1:])
    ends = _plural_noun(last) and all(s.last - s.first == 1 and tokens[s.first].is_adjective for s in sides[:-1])
    return begins or ends


def _plural_noun(token: Token) -> bool:
    """Whether a token is a common noun in the instrumental plural."""
    return not token.is_capital and any(f.pos == "NOUN" and f.number == "plur" and f.case == "ablt" for f in token.forms)


def _owner_groups(sides: Sides) -> list[list[Side]]:
    """«соглашения Казани с Анкарой, Елабуги – с Эфлани»: each owner with each of the partners that follow it."""
    owners = [s for s in sides.own if s.actor and "gent" in s.cases]
    if len(owners) < 2 or not sides.partners:
        return []
    groups = []
    for owner, following in zip(owners, [*owners[1:], None], strict=True):
        stop = following.first if following else 10_000
        groups += [[owner, p] for p in sides.partners if owner.first < p.first < stop]
    return groups


def twin(base: Draft) -> Draft:
    """A copy of a draft that can be changed without it."""
    draft = copy(base)
    draft.evidence = {k: list(v) for k, v in base.evidence.items()}
    draft.rules = list(base.rules)
    draft.spheres = list(base.spheres)
    return draft


def _with_parties(base: Draft, parties: list[str], story: Story, *, only: bool = False) -> Draft:
    """A copy of a draft with its parties; with `only`, of the signatories those who act for one of them, or for nobody."""
    draft = twin(base)
    _give_parties(draft, parties, story)
    draft.signatories = [s for s in base.signatories if not only or s[1] is None or _acts_for(story, s[1], draft.parties)]
    return draft


def _give_parties(draft: Draft, parties: list[str], story: Story) -> Draft:
    draft.parties = distinct(story, parties)
    draft.explicit = len(draft.parties) > 1
    if parties:
        draft.prove("parties", story.sentence_quote(draft.sentence), "named")
    return draft


def _acts_for(story: Story, side: str, parties: list[str]) -> bool:
    return any(story.registry.same_side(side, p) or side == p for p in parties)

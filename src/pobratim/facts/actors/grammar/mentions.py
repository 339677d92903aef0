"""Mentions of places and bodies in a sentence: where one begins, how far it reaches, which of two lies in the other."""

from __future__ import annotations

from pobratim.lexicon.gazetteer import longer_names
from pobratim.lexicon.place_key import fold
from pobratim.text.opening import Opening
from pobratim.text.token import Sentence

from ..mention import ActorMention
from .adjectives import after_adjectives, goes_on
from .bare import bare_names
from .head import at_head

_LONG = 3  # words in the official name of a country whose first ones make a name by themselves


def find_mentions(sentence: Sentence, text: str) -> list[ActorMention]:
    """The actors a sentence names, in order; a name inside another's tail is in its `inner`, not in the list.

    >>> from pobratim.text.segment import sentences
    >>> s = sentences("Соглашение между Чуйской и Ленинградской областями.")[0]
    >>> [m.name for m in find_mentions(s, s.text)]
    ['Чуйская область', 'Ленинградская область']
    """
    found: list[ActorMention] = []
    past = 0
    tokens = sentence.tokens
    for at, opening in [(token.index, token.opening) for token in tokens if token.opening]:
        if at < past or opening == "adjective" and tokens[at].text[0].islower() and not goes_on(tokens, at):
            continue  # most adjectives
        if mentions := _opened(sentence, text, at, opening):
            found += mentions
            past = max(map(_past, mentions))
    return _double_names(sentence, text, found) if len(found) > 1 else found


def _past(mention: ActorMention) -> int:
    """The token after a mention, and after the territory named behind a place."""
    parent = mention.parent
    return parent.last if parent and mention.layer == "place" and parent.first >= mention.last else mention.last


def _double_names(sentence: Sentence, text: str, found: list[ActorMention]) -> list[ActorMention]:
    """«Государственное Собрание — Курултай Республики Башкортостан»: one assembly of two names."""
    kept: list[ActorMention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if (
            last
            and last.kind == mention.kind == "assembly"
            and mention.first - last.last == 1
            and sentence.tokens[last.last].text in "–—-"
            and last.cases & mention.cases
        ):
            last.name += f" {sentence.tokens[last.last].text} {mention.name}"
            last.last, last.end, last.parent, last.inner = mention.last, mention.end, mention.parent, mention.inner
        else:
            kept.append(mention)
    return kept


def mentions_at(sentence: Sentence, text: str, at: int) -> list[ActorMention]:
    """The mentions that begin at token `at`: none, one, or the members of a coordination."""
    opening = sentence.tokens[at].opening
    return [] if opening is None else _opened(sentence, text, at, opening)


def _opened(sentence: Sentence, text: str, at: int, opening: Opening) -> list[ActorMention]:
    found: list[ActorMention] = []
    if opening == "adjective":
        if sentence.tokens[at].text[0].islower():
            return after_adjectives(sentence, text, at)  # no toponym by itself
        if _LONG in longer_names(fold(sentence.tokens[at].text)) and (long := bare_names(sentence, text, at)):
            return long  # «Исламская Республика Иран», before «Исламская Республика» makes a name
        found = after_adjectives(sentence, text, at)
    elif opening == "head":
        found = at_head(sentence, text, at, at)
    return found or bare_names(sentence, text, at)

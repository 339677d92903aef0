"""Adjectives before a head noun: one name («Тосненский муниципальный район») or several («Чуйская и Ленинградская области»)."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.marks import POSSESSIVES
from pobratim.text.nominative import adjective_cases
from pobratim.text.token import Sentence, Token

from ..mention import ActorMention
from .agreement import JOINS, cases_of, is_plural, named_adjective
from .head import at_head

_WITH_HEAD = ("head", "adjective")


def after_adjectives(sentence: Sentence, text: str, at: int) -> list[ActorMention]:
    """A name that opens with adjectives: one phrase, or a coordination under a common head."""
    tokens = sentence.tokens
    if not goes_on(tokens, at):
        return []
    i, start, stop = at + 1, at, len(tokens)
    if tokens[at].lower in POSSESSIVES:
        return []  # «подписали его Псковский и Печорский районы»
    groups: list[tuple[int, int]] = []
    while i < stop:
        opening = tokens[i].opening
        if opening == "adjective":
            i += 1
        elif tokens[i].lower in JOINS and i > start and i + 1 < stop and tokens[i + 1].is_adjective:
            groups.append((start, i))
            i = start = i + 1
        elif opening == "head":
            break
        else:
            return []
    if i >= stop:
        return []
    groups.append((start, i))
    if len(groups) == 1:
        return at_head(sentence, text, at, i)
    return _coordinated(sentence, text, groups, i)


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether what may belong to its name stands behind an adjective: a head noun, another adjective, «и»."""
    return at + 1 < len(tokens) and (tokens[at + 1].opening in _WITH_HEAD or tokens[at + 1].lower in JOINS)


def _coordinated(sentence: Sentence, text: str, groups: list[tuple[int, int]], head: int) -> list[ActorMention]:
    """«Чуйской и Ленинградской областями»: one mention a group, each with the common head in the singular."""
    tokens = sentence.tokens
    case = cases_of(tokens, groups[-1][0], head)
    if not all(_agrees(tokens[g[1] - 1], case) for g in groups):
        return []  # «между Смоленском и Оршанским районом»: the first is a name by itself
    named = [g for g in groups if named_adjective(tokens, *g)]
    if len(named) < 2:
        return at_head(sentence, text, groups[-1][0], head)
    groups = [g for g in groups if g in named]
    shared = [tokens[k] for k in range(groups[-1][0], head) if not tokens[k].is_capital]
    whole = at_head(sentence, text, groups[-1][0], head)
    if not whole or whole[-1].layer == "body" and not is_plural(tokens[head]):
        return whole
    found = []
    for start, end in groups[:-1]:
        words = [*tokens[start:end], *(shared if is_plural(tokens[head]) else ()), tokens[head]]
        name = _phrase(words, len(words) - 1, text)
        found.append(
            ActorMention(
                sentence.index,
                start,
                end,
                tokens[start].start,
                tokens[end - 1].end,
                whole[-1].layer,
                whole[-1].kind,
                name,
                whole[-1].cases,
                whole[-1].parent,
                words[0].lemma,
            )
        )
    return [*found, *whole]


def _agrees(adjective: Token, cases: frozenset[str]) -> bool:
    """Whether the adjective can stand in one of the head's cases; unknown words are let through."""
    own = {case for case, _, _ in adjective_cases(adjective.lower)}
    return not own or bool(own & cases)


def _phrase(words: Sequence[Token], head: int, text: str) -> str:
    """A phrase of tokens that may not stand side by side, in the nominative singular."""
    from pobratim.text.nominative import adjective_nominative, noun_form, noun_nominative

    noun = noun_nominative(words[head].text)
    form = noun_form(noun.lower())
    gender = form.gender if form else None
    return " ".join([*(adjective_nominative(w.text, gender) for w in words[:head]), noun])

"""Where in a sentence somebody takes something on: the words that do it, and what kind of promise they make."""

from __future__ import annotations

import re

from pobratim.core.memo import remembered
from pobratim.lexicon.speech import commitments, deeds
from pobratim.text.morph import Form, forms
from pobratim.text.token import Sentence, Token

from .joint import joint_before
from .rules import RULES, denied, future
from .span import Commitment, last_word, spread

_WORD = re.compile(r"[^\W\d_]+")


@remembered(100_000)
def may_commit(word: str) -> bool:
    """Whether a form in lower case is worth a look: a deed to come, or a word of taking on."""
    return any(
        (form.lemma in deeds() and (form.pos in ("PRTS", "INFN") or "futr" in form.tags))
        or _role(form) not in (None, "wish", "if")
        for form in forms(word)
    )


def may_promise(text: str) -> bool:
    """Whether a text holds such a word at all; most do not, and are not cut into sentences."""
    return any(map(may_commit, _WORD.findall(text.lower())))


def commitments_of(sentence: Sentence) -> list[Commitment]:
    """The promises of a sentence in their order; none where it asks, where it wishes before, or hangs on a condition."""
    tokens = sentence.tokens
    if tokens and tokens[-1].text == "?":
        return []
    roles = [_token_role(token) for token in tokens]
    if "if" in roles:
        return []
    found: list[Commitment] = []
    for at, token in enumerate(tokens):
        if roles[at] == "wish" and not denied(tokens, at):
            break
        if not token.is_word or denied(tokens, at):
            continue
        if not found:
            one = _at(tokens, at, roles[at]) if may_commit(token.lower) else None
        else:
            one = _after(tokens, at, roles[at], found)
        if one:
            found.append(one)
    return found


def _after(tokens: list[Token], at: int, role: str | None, found: list[Commitment]) -> Commitment | None:
    """A further promise joined to the last one, which then ends before it; None where the word is a part of that one."""
    before = found[-1]
    alone = _at(tokens, at, role) if may_commit(tokens[at].lower) else None
    goes_on = alone is None and before.governs is not None and before.governs(tokens[at])
    if alone is None and not goes_on:
        return None
    finite = alone is not None and not any(form.pos == "INFN" for form in tokens[at].forms)
    joint = joint_before(tokens, before.deed, at, finite=finite)
    if joint is None:
        return None
    one = alone or spread(tokens, at, before.voice)._replace(ready=before.ready, deed=at, governs=before.governs)
    found[-1] = before._replace(last=min(before.last, last_word(tokens, joint.first - 1, before.at)))
    return one._replace(first=joint.last + 1, head=found[-1])


def _token_role(token: Token) -> str | None:
    return next((role for form in token.forms if (role := _role(form))), None)


def _role(form: Form) -> str | None:
    return commitments().get(form.lemma)


def _at(tokens: list[Token], at: int, role: str | None) -> Commitment | None:
    rule = RULES.get(role or "")
    return (rule(tokens, at) if rule else None) or (None if role in RULES else future(tokens, at))

"""The proper name behind a head noun, where there is one («города Нижний Новгород»)."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.annotate.toponym import Toponym, toponym_at
from pobratim.text.morph import forms
from pobratim.text.nominative import phrase_nominative
from pobratim.text.opening import heads_of
from pobratim.text.token import Sentence, Token

from .agreement import RELATIVE


def proper_after(sentence: Sentence, text: str, head: int) -> tuple[int, str] | None:
    """The proper name after a type word: `(end token, name in the nominative)` («город Минск», «провинция Шаньдун»)."""
    tokens = sentence.tokens
    at = head + 1
    if at >= len(tokens):
        return None
    if tokens[at].text == "." and at + 1 < len(tokens):
        at += 1
    found = toponym_at(tokens, at)
    if found:
        return None if _is_owner(tokens, at, head, found) else (found[0], found[1])
    token = tokens[at]
    if token.text in '«"':
        close = next((k for k in range(at + 1, min(at + 6, len(tokens))) if tokens[k].text in '»"'), None)
        return (close + 1, text[tokens[at].start : tokens[close].end]) if close else None
    if token.is_word and token.is_capital and not token.text.isupper() and not _is_plain_adjective(tokens, at):
        if _of_a_person(tokens, at, head):
            return None
        return at + 1, settlement_nominative(token.text, tokens[head])
    if token.is_word and token.is_capital and token.is_adjective and at + 1 < len(tokens) and tokens[at + 1].opening == "head":
        return at + 2, phrase_nominative(tokens[at : at + 2], 1, text)
    if token.is_word and token.is_capital and tokens[head].lemma == "поселение" and token.lower.endswith(("ское", "цкое")):
        return at + 1, token.text  # «сельского поселения Медновское»
    return None


def _is_plain_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is an adjective; one that only its ending makes so is a name («город Нови-Бечей»)."""
    word = tokens[at]
    if not word.is_adjective:
        return False
    sure = any(f.known for f in word.forms) or bool(RELATIVE.search(word.lower))
    return sure or at + 1 < len(tokens) and tokens[at + 1].opening == "head"


def _is_owner(tokens: Sequence[Token], at: int, head: int, place: Toponym) -> bool:
    """Whether a country behind a smaller type word is what that lies in («города Китая», «области Беларуси»), not its name."""
    if not place.entries or any(entry.kind != "country" for entry in place.entries):
        return False
    small = any(
        variant.kind in ("city", "district", "settlement", "region") for variant in heads_of(tokens[head].text, tokens[head])
    )
    return small and tokens[head].lemma != "республика" and any(f.case == "gent" for f in tokens[place.end - 1].forms)


def _of_a_person(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether a name behind a type word begins a person's («глава администрации города Евгения Власова»)."""
    cases = {f.case for f in tokens[head].forms if f.case} | {"nomn"}
    given = [f for f in tokens[at].forms if "Name" in f.tags and f.known]
    capital = at + 1 < len(tokens) and tokens[at + 1].is_capital
    if capital and any("Surn" in f.tags for f in tokens[at + 1].forms):
        return True
    if given and capital and any(f.case == "nomn" for f in given) and "nomn" not in {f.case for f in tokens[head].forms}:
        return True  # «председатель палаты региона Николай …»: the head is in another case than the name
    return bool(given) and not any(f.case in cases for f in given)


def settlement_nominative(word: str, head: Token) -> str:
    """A name the gazetteer does not know, after its type word: in the head's case it is inflected back, else kept."""
    from pobratim.text.nominative import like

    cases = {f.case for f in head.forms if f.case}
    for form in forms(word.lower()):
        people = form.number == "plur" and "anim" in form.tags  # «города Чехов» is no town of «чех»
        if form.case in cases and form.case != "nomn" and form.pos == "NOUN" and form.known and not people:
            return like(form.lemma, word)
    return word

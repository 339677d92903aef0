"""Names of bodies with a head noun («комитет по внешним связям Санкт-Петербурга», «ООО «Лён»»)."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.lexicon.actors import Head, heads
from pobratim.text.morph import forms
from pobratim.text.nominative import phrase_nominative
from pobratim.text.token import Sentence, Token

from ..mention import ActorMention
from . import joint, mentions
from . import tail as tails
from .agreement import GENERIC_ADJECTIVES, cases_of, is_plural, named_adjective, of_country
from .several import one_of_many

_TERRITORIES = frozenset(("регион", "страна", "государство", "субъект", "территория", "республика", "муниципалитет"))


def body_at_head(sentence: Sentence, text: str, first: int, head: int, variant: Head) -> list[ActorMention]:
    """The body, or bodies, whose name begins at `first` and has its head noun at `head`, read as one variant of that noun."""
    tokens = sentence.tokens
    if _of_all(tokens, head):
        return []
    adjective = named_adjective(tokens, first, head)
    tail = tails.body_tail(sentence, text, head, variant, adjective is not None)
    named = adjective is not None or tail.named or "self" in variant.flags
    if not named or ("loose" in variant.flags and not tail.proper):
        return []
    lead = _name_begins(tokens, first, head, variant.kind == "company" and tail.proper)
    cases = cases_of(tokens, first, head)
    if tokens[head].lemma in joint.JOINT and (sides := joint.sides_of_group(sentence, text, head, tail)):
        sides[0].first, sides[0].start = lead, tokens[lead].start
        for side in sides:
            side.cases = cases
        return sides
    if len(tail.inner) > 1 and joint.joined(tokens, tail.inner) and tails.may_be_plural(tokens[head], variant):
        return [one_of_many(sentence, text, lead, head, variant, place, cases, tail.inner) for place in tail.inner]
    gender = "femn" if "femn" in variant.flags else None
    name = phrase_nominative(tokens[lead : tail.last], head - lead, text, gender=gender)
    if "form" in variant.flags:
        quoted = _inside_quotes(tokens[head : tail.last], text)
        if quoted is None:
            return _behind_form(sentence, text, lead, tail.last, cases)
        name = quoted
    kind = _kind_of(name) if "form" in variant.flags else variant.kind
    if kind == "ministry" and tokens[head - 1].lemma in ("исполнительный", "народный"):
        kind = "administration"  # «областной исполнительный комитет» is the облисполком, «народный комитет» is Vietnam's
    of_party = kind in ("ministry", "party") and any(t.lemma == "партия" for t in tokens[head : tail.last])
    return [
        ActorMention(
            sentence.index,
            lead,
            tail.last,
            tokens[lead].start,
            tokens[tail.last - 1].end,
            "body",
            "party" if of_party else kind,
            name,
            cases,
            tail.inner[-of_party] if tail.inner else None,  # «комитет партии КНР города Далянь» is the town's
            adjective,
            inner=tail.inner,
        )
    ]


def _name_begins(tokens: Sequence[Token], first: int, head: int, firm: bool) -> int:
    """Where a body's name begins behind adjectives that are none of it («данное министерство», «китайская компания Haier»)."""
    lead = first
    while lead < head and not tokens[lead].is_capital and tokens[lead].lemma in GENERIC_ADJECTIVES:
        lead += 1
    while firm and lead < head and of_country(tokens[lead].lemma):
        lead += 1
    return lead


def _of_all(tokens: Sequence[Token], head: int) -> bool:
    """«с парламентами регионов России», «главами правительств стран»: bodies of which none is named."""
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is None or after.is_capital or after.lemma not in _TERRITORIES or not is_plural(tokens[head]):
        return False
    return any(f.case == "gent" and f.number == "plur" for f in after.forms)


def _behind_form(sentence: Sentence, text: str, lead: int, at: int, cases: frozenset[str]) -> list[ActorMention]:
    """The name in apposition behind a legal form («учреждением … образования Славянским университетом»)."""
    if at >= len(sentence.tokens):
        return []
    found = mentions.mentions_at(sentence, text, at)
    if len(found) != 1 or found[0].layer != "body" or not found[0].cases & cases:
        return []
    found[0].first, found[0].start = lead, sentence.tokens[lead].start
    return found


def _inside_quotes(tokens: Sequence[Token], text: str) -> str | None:
    """The quoted name behind a legal form («… учреждение «Ленинградский государственный университет»»)."""
    opened = next((t for t in tokens if t.text in '«"„'), None)
    if opened is None:
        return None
    inner = text[opened.end : tokens[-1].end].rstrip('»"” ')
    first = inner.split(" ")
    has_head = any(f.lemma in heads() for word in first for f in forms(word.lower().strip(".,")) if f.pos == "NOUN")
    return inner if has_head else None


def _kind_of(name: str) -> str:
    for word in name.split():
        for form in forms(word.lower().strip("«».,")):
            if form.pos == "NOUN" and form.lemma in heads():
                return heads()[form.lemma][-1].kind
    return "other"

"""Instruments: where a sentence names an agreement, a plan, a memorandum, and the words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.lexicon.documents import Instrument, group, instruments
from pobratim.text.token import Sentence, Token

from .count import count_of, is_plural
from .draft import PLAN_KINDS
from .mention import InstrumentMention
from .nest import nest
from .region import first_of, is_foreign, region_end

_OF_ACT = frozenset(("подписать", "подписание", "соответствующий"))  # of an act, which say nothing of the noun itself
_OCCASIONS = group("occasion")
_TOPIC_PREPOSITIONS = frozenset(("о", "об", "по", "в", "на", "для"))


def find_instruments(sentence: Sentence) -> list[InstrumentMention]:
    """The instruments a sentence names, in order, each with its region and with what it implements.

    >>> from pobratim.text.segment import sentences
    >>> [m.kind for m in find_instruments(sentences("Подписали план мероприятий по реализации соглашения.")[0])]
    ['plan', 'agreement']
    """
    if "instrument" not in sentence.uses:
        return []
    tokens = sentence.tokens
    found = _joined(tokens, [m for i in sentence.uses["instrument"] if (m := _mention(sentence, i))])
    for one, following in zip(found, [*found[1:], None], strict=False):
        one.last = region_end(tokens, one.head, following.first if following else len(tokens))
        one.end = tokens[one.last - 1].end
    nest(tokens, found)
    return found


def _mention(sentence: Sentence, head: int) -> InstrumentMention | None:
    """The instrument named by the noun at `head`, its region not yet known; None where it names none of ours."""
    tokens = sentence.tokens
    instrument = _instrument(tokens, head)
    if instrument is None:
        return None
    first = first_of(tokens, head)
    if is_foreign(tokens, first, head):
        return None
    forms = [f for f in tokens[head].forms if f.pos == "NOUN" and f.lemma == instrument.lemma]
    count = count_of(tokens[first:head])
    return InstrumentMention(
        sentence.index,
        head,
        first,
        head + 1,
        tokens[first].start,
        tokens[head].end,
        instrument.kind,
        instrument.strength,
        plural=bool(count and count > 1) or is_plural(tokens, first, head, [f.number for f in forms]),
        cases=frozenset(f.case for f in forms if f.case),
        count=count,
        modifiers=frozenset(t.lemma for t in tokens[first:head] if t.is_word),
    )


def _instrument(tokens: Sequence[Token], i: int) -> Instrument | None:
    """The entry of the lexicon that the token at `i` names; «план» needs «мероприятий» or another word beside it."""
    token = tokens[i]
    if not token.text[0].isalpha():
        return None
    table = instruments()
    form = next((f for f in token.forms if f.pos == "NOUN" and f.lemma in table), None)
    if form is None:
        return None
    instrument = table[form.lemma]
    if instrument.kind in PLAN_KINDS and tokens[i + 1 : i + 2] and tokens[i + 1].lemma in _OCCASIONS:
        return None  # «программа визита»
    if instrument.strength == "needs":
        quoted = 2 if i + 1 < len(tokens) and tokens[i + 1].text in '«"' else 0
        near = [t for t in tokens[max(0, i - 4) : i + 4 + quoted] if t.index != i]
        beside = frozenset().union(*(t.lemmas & instrument.beside for t in near))
        if not beside and not _for_years(tokens, i) or beside and beside <= _OF_ACT and not _is_object(tokens, i):
            return None
    return instrument


def _for_years(tokens: Sequence[Token], i: int) -> bool:
    """«подписали план на 2025–2027 годы», where the sentence tells a signing."""
    years = i + 2 < len(tokens) and tokens[i + 1].lower == "на" and tokens[i + 2].text[:4].isdigit()
    return years and any(t.lemma in ("подписать", "утвердить", "подписание") for t in tokens)


def _is_object(tokens: Sequence[Token], i: int) -> bool:
    """«подписали трёхлетнюю программу», «соответствующую программу»; what «о» or «по» governs is only spoken of."""
    first = first_of(tokens, i)
    return not (first and tokens[first - 1].lower in _TOPIC_PREPOSITIONS)


def _joined(tokens: Sequence[Token], found: list[InstrumentMention]) -> list[InstrumentMention]:
    """«План мероприятий («дорожная карта»)»: one road map, and not two instruments."""
    kept: list[InstrumentMention] = []
    for one in found:
        if kept and {kept[-1].kind, one.kind} == {"plan", "roadmap"} and _bracketed(tokens, kept[-1], one):
            kept[-1].kind = "roadmap"
        elif kept and kept[-1].kind == "protocol" and one.first == kept[-1].head + 1 and "gent" in one.cases:
            continue  # «протокол соглашения о сотрудничестве»: one document
        else:
            kept.append(one)
    return kept


def _bracketed(tokens: Sequence[Token], one: InstrumentMention, other: InstrumentMention) -> bool:
    """Whether two nouns stand side by side with a bracket or a dash and at most two words between."""
    gap = [t.text for t in tokens[one.head + 1 : other.first]]
    words = [g for g in gap if g not in '()«»"”“„–-—,']
    return len(words) <= 2 and any(mark in gap for mark in "(-–")

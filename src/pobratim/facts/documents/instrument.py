"""Instruments: where a sentence names an agreement, a plan, a memorandum, and the words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pobratim.facts.actors.mention import ActorMention
from pobratim.lexicon.documents import Instrument, foreign_topics, instruments
from pobratim.text.date_mention import NUMBERS, DateMention
from pobratim.text.nominative import is_adjective
from pobratim.text.token import Sentence, Token

from .act import Act

_NOT_INSTRUMENT_BEFORE = frozenset("генеральный мирный".split())
_IMPLEMENTING = {"реализация": "implements", "исполнение": "implements", "выполнение": "implements", "развитие": "implements"}
_WITHIN = frozenset(("рамка", "соответствие", "основание", "основа", "согласно"))


@dataclass(slots=True, eq=False)
class InstrumentMention:
    """A noun that names an instrument, with its region: the tokens from its first adjective to where its words end.

    `between` and `partners` are the actors named with «между …» and «с …»; `parent` is the instrument that this
    one implements or continues («план по реализации соглашения»), of which `nested` is true. `signed` is the
    date in its own words («от 15 июня 2023 г.»).
    """

    sentence: int
    head: int
    first: int
    last: int
    start: int
    end: int
    kind: str
    strength: str
    plural: bool
    cases: frozenset[str]
    count: int | None = None
    modifiers: frozenset[str] = frozenset()
    between: list[ActorMention] = field(default_factory=list)
    partners: list[ActorMention] = field(default_factory=list)
    generic_sides: str | None = None
    parent: InstrumentMention | None = None
    relation: str | None = None
    nested: bool = False
    within: bool = False
    signed: DateMention | None = None
    act: Act | None = None
    inherited: bool = False
    intent: bool = False
    model: InstrumentMention | None = None
    implemented_by_plan: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing but the noun (and a pointing word) is said."""
        return not (self.between or self.partners or self.signed or self.parent)


def find_instruments(sentence: Sentence) -> list[InstrumentMention]:
    """The instruments a sentence names, in order, without their parties.

    >>> from pobratim.text.segment import sentences
    >>> [m.kind for m in find_instruments(sentences("Подписали план мероприятий по реализации соглашения.")[0])]
    ['plan', 'agreement']
    """
    found: list[InstrumentMention] = []
    tokens = sentence.tokens
    for i, _token in enumerate(tokens):
        instrument = _instrument(tokens, i)
        if instrument is None:
            continue
        first = _first(tokens, i)
        modifiers = frozenset(t.lemma for t in tokens[first:i] if t.is_word)
        if _foreign(tokens, first, i):
            continue
        found.append(_mention(sentence, instrument, first, i, modifiers))
    found = _joined(tokens, found)
    for one, following in zip(found, [*found[1:], None], strict=False):
        one.last = _region_end(sentence, one, following)
        one.end = tokens[one.last - 1].end
    _nest(tokens, found)
    return found


def _instrument(tokens: Sequence[Token], i: int) -> Instrument | None:
    token = tokens[i]
    if not token.text[0].isalpha():
        return None
    table = instruments()
    form = next((f for f in token.forms if f.pos == "NOUN" and f.lemma in table), None)
    if form is None:
        return None
    instrument = table[form.lemma]
    if instrument.strength == "needs":
        near = [t for t in tokens[max(0, i - 4) : i + 4] if t.index != i]
        if not any(t.lemmas & instrument.beside for t in near):
            return None
    return instrument


def _first(tokens: Sequence[Token], head: int) -> int:
    """The first token of the noun's own adjectives, pointing words and number."""
    k = head
    while (
        k
        and (not tokens[k - 1].is_capital or k == 1 or tokens[k - 2].text in '«"(-–—:')
        and (
            is_adjective(tokens[k - 1].lower)
            or tokens[k - 1].lower in NUMBERS
            or tokens[k - 1].text in '«"„'
            or tokens[k - 1].text.isdigit()
            and int(tokens[k - 1].text) < 100
            or tokens[k - 1].lower == "и"
            and k > 1
            and is_adjective(tokens[k - 2].lower)
        )
    ):
        k -= 1
    return k


def _foreign(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether the words beside it make it a contract of labour, a loan, a court settlement."""
    before = tokens[first:head]
    after = tokens[head + 1 : head + 6]
    words = foreign_topics()
    if any(t.lemmas & words for t in before):
        return True
    for t in after:
        if t.text in ",.;:«" or t.lower in ("между", "с", "со"):
            break
        if t.lemmas & words:
            return True
    return False


def _mention(sentence: Sentence, instrument: Instrument, first: int, head: int, modifiers: frozenset[str]) -> InstrumentMention:
    tokens = sentence.tokens
    forms = [f for f in tokens[head].forms if f.pos == "NOUN" and f.lemma == instrument.lemma]
    count = next((_number(t) for t in tokens[first:head] if _number(t)), None)
    plural = _is_plural(tokens, first, head, [f.number for f in forms])
    if count and count > 1:
        plural = True
    return InstrumentMention(
        sentence.index,
        head,
        first,
        head + 1,
        tokens[first].start,
        tokens[head].end,
        instrument.kind,
        instrument.strength,
        plural,
        frozenset(f.case for f in forms if f.case),
        count,
        modifiers,
        intent=any(t.lemma == "намерение" for t in tokens[head + 1 : head + 3]),
    )


def _is_plural(tokens: Sequence[Token], first: int, head: int, numbers: list[str | None]) -> bool:
    """The noun's number; «соглашения» may be both, then its adjectives or the preposition decide."""
    if len(set(numbers)) == 1:
        return numbers[0] == "plur"
    for t in tokens[first:head]:
        own = {f.number for f in t.forms if f.pos in ("ADJF", "PRTF")}
        if len(own) == 1:
            return own == {"plur"}
    return not _genitive_governor(tokens, first)


_GENITIVE_PREPOSITIONS = frozenset("от для из до после кроме без согласно относительно вне ради рамках помимо".split())


def _genitive_governor(tokens: Sequence[Token], first: int) -> bool:
    """Whether the word before, over adverbs, asks for a genitive: a noun, a preposition, a negated verb, a number."""
    k = first - 1
    while (
        k >= 0
        and tokens[k].forms
        and tokens[k].forms[0].pos in ("ADVB", "PRCL", "CONJ")
        and tokens[k].lower not in ("и", "а", "но")
    ):
        k -= 1
    if k < 0:
        return False
    token = tokens[k]
    if token.lower in _GENITIVE_PREPOSITIONS or token.lower in NUMBERS:
        return True
    if token.lower == "и" and k:
        return _genitive_governor(tokens, k)
    if token.forms and token.forms[0].pos == "NOUN":
        return True
    return k > 0 and tokens[k - 1].lower in ("не", "нет")


def _number(token: Token) -> int | None:
    if token.text.isdigit():
        return int(token.text)
    return NUMBERS.get(token.lower) or {"оба": 2, "обе": 2, "пара": 2, "тройка": 3}.get(token.lower)


def _joined(tokens: Sequence[Token], found: list[InstrumentMention]) -> list[InstrumentMention]:
    """«План мероприятий («дорожная карта»)», «соглашение-меморандум», «протокол к соглашению»: one instrument each."""
    kept: list[InstrumentMention] = []
    for one in found:
        if kept:
            last = kept[-1]
            gap = [t.text for t in tokens[last.head + 1 : one.first]]
            between = [g for g in gap if g not in '()«»"–-—,']
            if {last.kind, one.kind} == {"plan", "roadmap"} and len(between) <= 2 and ("(" in gap or "-" in gap or "–" in gap):
                last.kind = "roadmap"
                continue
        kept.append(one)
    return kept


def _region_end(sentence: Sentence, one: InstrumentMention, following: InstrumentMention | None) -> int:
    """Where the words of an instrument end: at a finite verb, a strong mark, a relative clause, the next instrument."""
    tokens = sentence.tokens
    stop = following.first if following else len(tokens)
    for k in range(one.head + 1, stop):
        token = tokens[k]
        if token.text in ";:!?" or token.text == "." and k == len(tokens) - 1:
            return k
        if token.text == "," and k + 1 < stop and tokens[k + 1].lemma in ("который", "где", "что", "когда", "чтобы", "а", "но"):
            return k
        if (
            token.text in "–—-"
            and tokens[k - 1].text != "»"
            and not tokens[k - 1].text.isdigit()
            and _verb_after(tokens, k, stop)
        ):
            return k
        if _finite(token):
            return k
    return stop


def _finite(token: Token) -> bool:
    return bool(token.forms) and token.forms[0].pos in ("VERB", "PRTS", "GRND") and token.forms[0].score > 0.3


def _verb_after(tokens: Sequence[Token], k: int, stop: int) -> bool:
    return any(_finite(t) for t in tokens[k + 1 : min(stop, k + 8)])


def _nest(tokens: Sequence[Token], found: list[InstrumentMention]) -> None:
    """Marks instruments that others implement («план по реализации соглашения») or that are only leaned on."""
    for i, one in enumerate(found):
        before = tokens[max(0, one.first - 3) : one.first]
        cue = _leaned_by(tokens, one.first)
        leaned = cue is not None or (bool(before) and before[-1].lower in ("по", "согласно") and one.strength != "refer")
        replaces = bool(before) and before[-1].lower == "взамен" and i > 0
        prolongs = (
            cue is None
            and bool(before)
            and before[-1].lemma == "продление"
            and i > 0
            and found[i - 1].kind in ("protocol", "agreement")
        )
        additional = bool(before) and before[-1].lower == "к" and i > 0 and found[i - 1].last >= one.first - 1
        if cue in _IMPLEMENTING and i and found[i - 1].sentence == one.sentence and _adjoins(tokens, found[i - 1], one):
            found[i - 1].parent, found[i - 1].relation, one.nested = one, "implements", True
            one.implemented_by_plan = found[i - 1].kind in ("plan", "roadmap", "programme")
        elif cue in _WITHIN and i and found[i - 1].kind != one.kind and one.head - found[i - 1].head < 24:
            found[i - 1].parent, found[i - 1].relation, one.nested = one, "within", True
        elif additional or replaces or prolongs:
            relation = "amends" if additional else "replaces" if replaces else "prolongs"
            found[i - 1].parent, found[i - 1].relation, one.nested = one, relation, True
        elif leaned and cue is not None and i + 1 < len(found) and not found[i + 1].parent and found[i + 1].head - one.head < 40:
            # «Во исполнение договора … утвердили план»: what follows rests on this one
            found[i + 1].parent, one.nested = one, True
            found[i + 1].relation = _IMPLEMENTING.get(cue, "within")
            one.implemented_by_plan = False
        elif leaned and (cue is not None):
            one.within = True
            one.relation = _IMPLEMENTING.get(cue)


_BETWEEN_CUE = frozenset("с со положение условие пункт норма ранее текст".split())


def _leaned_by(tokens: Sequence[Token], first: int) -> str | None:
    """The noun by which what stands before leans on the instrument («во исполнение», «в соответствии с»), or None."""
    for token in reversed(tokens[max(0, first - 4) : first]):
        lemma = token.lemma
        if lemma in _IMPLEMENTING or lemma in _WITHIN:
            return lemma
        if lemma not in _BETWEEN_CUE and not is_adjective(token.lower):
            return None
    return None


def _adjoins(tokens: Sequence[Token], outer: InstrumentMention, inner: InstrumentMention) -> bool:
    """Whether nothing but the outer's own words stands between two instruments."""
    gap = tokens[outer.head + 1 : inner.first]
    return not any(_finite(t) or t.text in ";." for t in gap) and len(gap) <= 22

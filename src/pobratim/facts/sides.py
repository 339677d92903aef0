"""Sides: the actors and people of a sentence in one row, with the roles their case and place give them."""

from __future__ import annotations

from operator import attrgetter

from msgspec import Struct

from pobratim.core.memo import remembered
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.marks import DASHES
from pobratim.facts.people.mention import PersonMention
from pobratim.text.offset import token_range
from pobratim.text.token import Sentence, Token, word_of

PREPOSITIONS = frozenset(
    """в во на с со к ко у о об от до для из по при под над за между через без про перед после среди против около ради
    вместо кроме благодаря согласно вопреки навстречу""".split()
)
SHORT_TYPES = frozenset(("г", "гор", "пос", "с", "д", "ст"))
_BEING = frozenset(("был", "была", "было", "были", "будет", "будут", "стало", "стал"))
_CLAUSE_WORDS = frozenset(("чтобы", "когда", "где", "поскольку", "хотя"))
_RELATIVE_COST = 3  # what a relative clause does is rarely done to what stands before it
_TEXT = attrgetter("text")
HOLDERS = frozenset(
    """глава губернатор мэр руководитель председатель ректор представитель директор аким хоким делегация власть министр
    градоначальник депутат спикер парламентарий руководство""".split()
)


class Side(Struct, eq=False):
    """A person with the post before or after the name, or an actor by itself; token indexes of the whole."""

    first: int
    last: int
    start: int
    end: int
    cases: frozenset[str]
    actor: ActorMention | None = None
    person: PersonMention | None = None


def sides_of(sentence: Sentence, actors: list[ActorMention], persons: list[PersonMention]) -> list[Side]:
    """All sides of a sentence, whose actors are in order, in order; an actor inside a person's post is not a side of its own."""
    if not persons:
        return [Side(a.first, a.last, a.start, a.end, a.cases, actor=a) for a in actors]
    found: list[Side] = []
    inside: set[int] = set()
    for one in persons:
        first, last = token_range(sentence.tokens, one.whole_start, one.whole_end)
        inside.update(range(first, last))
        found.append(Side(first, last, one.whole_start, one.whole_end, one.cases, person=one))
    found += [Side(a.first, a.last, a.start, a.end, a.cases, actor=a) for a in actors if a.first not in inside]
    return sorted(found, key=lambda side: side.first)


def past(side: Side) -> int:
    """The token after a side and the territories named right behind it («район Могилёвской области Республики Беларусь»)."""
    last, parent = side.last, side.actor.parent if side.actor else None
    while parent and 0 <= parent.first - last <= 1:
        last, parent = max(last, parent.last), parent.parent
    return last


def is_finite(token: Token) -> bool:
    """Whether a token is most likely a finite verb, a short participle, a gerund or an infinitive; a name («Хайянь») is none."""
    if token.is_capital and token.index:
        return False
    return bool(token.forms) and token.forms[0].pos in ("VERB", "PRTS", "GRND", "INFN") and token.forms[0].score > 0.3


def preposition_before(sentence: Sentence, first: int) -> str | None:
    """The preposition that governs the phrase beginning at token `first`, through adjectives and joined names."""
    k = first - 1
    tokens = sentence.tokens
    if k > 0 and tokens[k].text == "." and tokens[k - 1].text in SHORT_TYPES:
        k -= 2  # «в г. Симферополь»
    while k >= 0 and (tokens[k].text in '«"' or _agreeing(tokens[k], tokens[first])):
        k -= 1
    return tokens[k].lower if k >= 0 and tokens[k].lower in PREPOSITIONS else None


def _agreeing(token: Token, noun: Token) -> bool:
    """Whether a token is an adjective that may belong to a noun's phrase by its case («об этом губернатор …» does not)."""
    if not token.is_adjective:
        return False
    cases = {f.case for f in noun.forms if f.case}
    own = {f.case for f in token.forms if f.pos in ("ADJF", "PRTF") and f.case}
    return not cases or not own or bool(own & cases)


def verbs_between(sentence: Sentence, a: int, b: int) -> int:
    """How many finite verbs or clause openers stand strictly between two tokens."""
    low, high = (a, b) if a < b else (b, a)
    between = sentence.tokens[low + 1 : high]
    if between and (passed_over := _asides(sentence, low, high)):
        between = [token for token in between if token.index not in passed_over]
    return sum(map(_parts, map(_TEXT, between)))


@remembered(20_000)
def _parts(text: str) -> int:
    """For how many finite verbs or clause openers a token counts, wherever it stands; 0 for most."""
    word = word_of(text)
    if word.forms and word.forms[0].pos in ("VERB", "PRTS") and not word.is_capital and word.lower not in _BEING:
        return 1  # with a capital it is a name: «… Ху Хайянь подписали»
    if word.lemma == "который":
        return _RELATIVE_COST
    return int(word.lemma in _CLAUSE_WORDS or text in ";:")


def _asides(sentence: Sentence, low: int, high: int) -> set[int]:
    """The tokens between two that stand in an aside: between dashes, in brackets, in a closed relative clause."""
    tokens = sentence.tokens
    found: set[int] = set()
    if not sentence.words.isdisjoint(DASHES):
        dashes = [
            k
            for k in range(low + 1, high)
            if tokens[k].text in "–—" or tokens[k].text == "-" and tokens[k].start > tokens[k - 1].end
        ]
        for start, end in zip(dashes[::2], dashes[1::2], strict=False):
            found.update(range(start, end + 1))
    for k in range(low + 1, high) if "который" in sentence.lemmas else ():
        if tokens[k].lemma == "который" and k > 0 and any(t.text == "," for t in tokens[max(low, k - 2) : k]):
            close = next(
                (j for j in range(k + 1, high) if tokens[j].text == "," and any(is_finite(t) for t in tokens[k:j])), None
            )
            if close is not None:
                found.update(range(k, close + 1))
    return found


def agents(sentence: Sentence, sides: list[Side], token: int, case: str) -> list[Side]:
    """The sides that do the act at `token`: in `case`, under no preposition, no other finite verb between.

    Those on the left are preferred; where there is none, those on the right («подписали губернатор … и мэр …»).
    Both sides count where the left has only actors and the right only people. Fails on subjects far from their verb.
    """
    fit = [
        s
        for s in sides
        if (case in s.cases or _of_holder(sentence, sides, s, case))
        and not verbs_between(sentence, s.last - 1 if s.last <= token else s.first, token)
        and not _under_preposition(sentence, sides, s)
        and not _bracketed(sentence, s.first)
        and not _founded(sentence, s, token)
    ]
    if "который" in sentence.lemmas:
        outside = [s for s in fit if s.last > token or not _in_relative(sentence, s, token)]
        fit = outside or fit  # «на встрече, в которой участвовали мэры Тулы и Гродно, подписали …»: those inside act
    left = [s for s in fit if s.last <= token]
    right = [s for s in fit if s.first > token]
    if left and right and all(s.actor for s in left) and all(s.person for s in right):
        return left + right
    if left and right and not any(_agrees(s, sentence.tokens[token]) for s in left):
        left = []  # «делегацию возглавлял Иванов, принимала гостей министр Петрова»
    chosen = left or right
    return chosen + [s for s in _coordinated(sentence, sides, chosen) if s not in chosen]


def _agrees(side: Side, verb: Token) -> bool:
    """Whether a person can be the subject of a verb in the past singular by gender; anybody can of another form."""
    form = verb.forms[0] if verb.forms else None
    if side.person is None or form is None or form.pos != "VERB" or form.number != "sing" or form.gender is None:
        return True
    return side.person.gender in (None, form.gender)


def _founded(sentence: Sentence, side: Side, token: int) -> bool:
    """Whether an infinitive makes a side its object («о намерении создать Институт Конфуция»); the act itself does not."""
    at = side.first - 1
    before = sentence.tokens[at] if side.actor is not None and 0 <= at != token else None
    return before is not None and bool(before.forms) and before.forms[0].pos == "INFN"


def _in_relative(sentence: Sentence, side: Side, token: int) -> bool:
    """Whether a side stands in a relative clause that closes before a token («на форуме, который принимает Тула, мэр …»)."""
    tokens = sentence.tokens
    for k in range(1, side.first):
        if tokens[k].lemma == "который" and any(t.text == "," for t in tokens[max(0, k - 2) : k]):
            closes = (j for j in range(k + 1, token) if tokens[j].text == "," and any(is_finite(t) for t in tokens[k:j]))
            close = next(closes, None)
            if close is not None and side.last <= close:
                return True
    return False


def _under_preposition(sentence: Sentence, sides: list[Side], side: Side) -> bool:
    """Whether a preposition governs a side, or the side that it is joined to («между А и Б»)."""
    if preposition_before(sentence, side.first) is not None:
        return True
    k = side.first - 1
    while k > 0 and sentence.tokens[k].is_adjective:
        k -= 1
    if k <= 0 or sentence.tokens[k].lower not in ("и", ",") or "nomn" in side.cases:
        return False
    joined = next((s for s in sides if past(s) == k and s is not side and s.cases & side.cases), None)
    if joined is not None and joined.actor and joined.actor.layer == "place" and side.person:
        return False  # «на форуме, прошедшем в г. Тула, губернатором … подписано»
    return joined is not None and _under_preposition(sentence, sides, joined)


def _bracketed(sentence: Sentence, at: int) -> bool:
    """Whether a token stands in parentheses («(провинция Шаньдун, КНР)»)."""
    before = [t.text for t in sentence.tokens[:at]]
    return before.count("(") > before.count(")")


def _of_holder(sentence: Sentence, sides: list[Side], side: Side, case: str) -> bool:
    """Whether an actor in the genitive stands behind its holder's post in `case` («руководители Бердска и Кызыл-Кии»)."""
    if side.actor is None or "gent" not in side.cases:
        return False
    k = side.first - 1
    while k > 0 and sentence.tokens[k].is_adjective:
        k -= 1  # «власти Ялты и подмосковного города …»
    if k < 0:
        return False
    before = sentence.tokens[k]
    if before.lower in ("и", ","):
        joined = next((s for s in sides if s.actor and past(s) == k), None)
        return joined is not None and _of_holder(sentence, sides, joined, case)
    if not any(f.pos == "NOUN" and f.case == case and f.lemma in HOLDERS for f in before.forms):
        return False
    return k == 0 or case != "nomn" or not _in_genitive_chain(sentence.tokens[k - 1], before)


def _in_genitive_chain(noun: Token, holder: Token) -> bool:
    """«в ходе визита **делегации** области …»: behind a noun a form that may be a genitive is one, and no subject."""
    best = noun.forms[0] if noun.forms else None
    return best is not None and best.pos == "NOUN" and best.case != "nomn" and any(f.case == "gent" for f in holder.forms)


def _coordinated(sentence: Sentence, sides: list[Side], chosen: list[Side]) -> list[Side]:
    """Sides joined to a chosen one by «и» or a comma whose case the dictionary did not know."""
    found = []
    for one in chosen:
        for other in sides:
            gap = sentence.tokens[one.last : other.first] if other.first >= one.last else []
            closes = (
                other.first > 1 and sentence.tokens[other.first - 1].lower == "и" and sentence.tokens[other.first - 2].text == ","
            )
            if other not in chosen and one.person and other.person and gap and closes and one.cases & other.cases:
                found.append(other)
                continue
            if (
                other not in chosen
                and gap
                and _joined_name(sentence, gap, other)
                or (
                    other not in chosen
                    and gap
                    and len(gap) <= 2
                    and all(t.lower in ("и", ",", "а", "также") for t in gap)
                    and not other.cases
                )
            ):
                found.append(other)
    return found


def _joined_name(sentence: Sentence, gap: list[Token], other: Side) -> bool:
    """Whether a name in its nominative follows «и» and adjectives («…, район и итальянский Канталупо»)."""
    if other.actor is None or gap[0].lower not in ("и", ",") or not all(t.is_adjective for t in gap[1:]):
        return False
    surface = sentence.text[other.start - sentence.start : other.end - sentence.start]
    return surface == other.actor.name

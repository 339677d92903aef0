"""Sides: the actors and people of a sentence in one row, with the roles their case and place give them."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.people.mention import PersonMention
from pobratim.text.nominative import is_adjective
from pobratim.text.token import Sentence, Token

_PREPOSITIONS = frozenset(
    """в во на с со к ко у о об от до для из по при под над за между через без про перед после среди против около ради
    вместо кроме благодаря согласно вопреки навстречу""".split()
)
_JOINERS = frozenset((",", "и", "а", "также", "с", "со", "или", "либо", "–", "—", "-", "плюс"))
_HOLDERS = frozenset(
    """глава губернатор мэр руководитель председатель ректор представитель директор аким хоким делегация власть министр
    градоначальник депутат руководство""".split()
)
_WITH = frozenset(("с", "со"))


@dataclass(slots=True, eq=False)
class Side:
    """A person with the post before or after the name, or an actor by itself; token indexes of the whole."""

    first: int
    last: int
    start: int
    end: int
    cases: frozenset[str]
    actor: ActorMention | None = None
    person: PersonMention | None = None


def sides_of(sentence: Sentence, actors: list[ActorMention], persons: list[PersonMention]) -> list[Side]:
    """All sides of a sentence in order; an actor inside a person's post is not a side of its own."""
    spans = [(_first_token(sentence, p.whole_start), _after_token(sentence, p.whole_end), p) for p in persons]
    found = [Side(a, b, p.whole_start, p.whole_end, p.cases, person=p) for a, b, p in spans]
    free = (one for one in actors if not any(a <= one.first < b for a, b, _ in spans))
    found.extend(Side(a.first, a.last, a.start, a.end, a.cases, actor=a) for a in free)
    return sorted(found, key=lambda side: side.first)


def _first_token(sentence: Sentence, offset: int) -> int:
    return next((t.index for t in sentence.tokens if t.end > offset), len(sentence.tokens))


def _after_token(sentence: Sentence, offset: int) -> int:
    return next((t.index for t in sentence.tokens if t.start >= offset), len(sentence.tokens))


def listed_from(sentence: Sentence, sides: list[Side], at: int, case: str, limit: int) -> list[Side]:
    """The coordinated sides that begin at token `at` in `case` («между А, Б и В»), up to token `limit`.

    Between the members stand only joiners, adjectives and common nouns («с китайским городом-партнёром …»).
    """
    found: list[Side] = []
    k = at
    while k < limit:
        side = _side_at(sentence, sides, k, limit, case, strict=bool(found))
        if side is None or (side.cases and case not in side.cases):
            break
        found.append(side)
        k = past(side)
        if k < limit and sentence.tokens[k].text == ")":
            k += 1  # «Сент-Полом (США), Саппоро (Япония)»
        joined = k
        while joined < limit and sentence.tokens[joined].lower in _JOINERS:
            joined += 1
        joined = _past_bracket(sentence.tokens, joined, limit)
        while joined < limit and sentence.tokens[joined].lower in _JOINERS:
            joined += 1
        if joined == k:
            break
        k = joined
    return found


def _side_at(sentence: Sentence, sides: list[Side], k: int, limit: int, case: str, *, strict: bool) -> Side | None:
    """The side that begins at token `k`, else an unknown name there, else the side behind a few words."""
    here = next((s for s in sides if s.first == k), None)
    if here is None and (strict or not any(f.known for f in sentence.tokens[k].forms)):
        here = _unknown_name(sentence, k, case)
    return here or _next_side(sentence, sides, k, limit, strict=strict) or _unknown_name(sentence, k, case)


def _unknown_name(sentence: Sentence, k: int, case: str) -> Side | None:
    """A capitalised noun in a list of places that neither the gazetteer nor the tagger knows («… Хагеном, Тюлем и …»)."""
    token = sentence.tokens[k]
    if not token.is_capital or token.text.isupper():
        return None
    lemma = next((f.lemma for f in token.forms if f.pos == "NOUN" and f.case == case and f.number == "sing"), None)
    following = sentence.tokens[k + 1].lower if k + 1 < len(sentence.tokens) else ""
    known = any(f.known and f.pos == "ADJF" for f in token.forms)
    if lemma is None or known or is_adjective(token.lower) and following not in ("и", ",", "."):
        return None  # «между Краснозорском и …»: no noun follows for which it could be an adjective
    name = lemma[:1].upper() + lemma[1:]
    actor = ActorMention(sentence.index, k, k + 1, token.start, token.end, "place", "other", name, frozenset((case,)))
    return Side(k, k + 1, token.start, token.end, frozenset((case,)), actor=actor)


def past(side: Side) -> int:
    """The token after a side and the territories named right behind it («район Могилёвской области Республики Беларусь»)."""
    last, parent = side.last, side.actor.parent if side.actor else None
    while parent and 0 <= parent.first - last <= 1:
        last, parent = max(last, parent.last), parent.parent
    return last


def _past_bracket(tokens: list[Token], k: int, limit: int) -> int:
    if k < limit and tokens[k].text == "(":
        close = next((j for j in range(k, min(limit, k + 15)) if tokens[j].text == ")"), None)
        return close + 1 if close else k
    return k


def _next_side(sentence: Sentence, sides: list[Side], at: int, limit: int, strict: bool) -> Side | None:
    """The side that begins at `at`, or after adjectives and a few common nouns."""
    for k in range(at, min(limit, at + (4 if strict else 7))):
        side = next((s for s in sides if s.first == k), None)
        if side:
            return side
        token = sentence.tokens[k]
        if token.lower in _PREPOSITIONS or token.text in ",;:.)»" or is_finite(token):
            return None
        if strict and token.is_word and not is_adjective(token.lower) and k > at + 1:
            return None
    return None


def is_finite(token: Token) -> bool:
    """Whether a token is most likely a finite verb, a short participle, a gerund or an infinitive; a name («Хайянь») is none."""
    if token.is_capital and token.index:
        return False
    return bool(token.forms) and token.forms[0].pos in ("VERB", "PRTS", "GRND", "INFN") and token.forms[0].score > 0.3


def preposition_before(sentence: Sentence, first: int) -> str | None:
    """The preposition that governs the phrase beginning at token `first`, through adjectives and joined names."""
    k = first - 1
    own = {f.case for f in sentence.tokens[first].forms if f.case}
    while k >= 0 and (_agreeing(sentence.tokens[k], own) or sentence.tokens[k].text in '«"'):
        k -= 1
    if k >= 0 and sentence.tokens[k].lower in _PREPOSITIONS:
        return sentence.tokens[k].lower
    return None


def _agreeing(token: Token, cases: set[str]) -> bool:
    """Whether a token is an adjective that may belong to a phrase in one of the cases («об этом губернатор …» does not)."""
    if not is_adjective(token.lower):
        return False
    own = {f.case for f in token.forms if f.pos in ("ADJF", "PRTF") and f.case}
    return not cases or not own or bool(own & cases)


def verbs_between(sentence: Sentence, a: int, b: int) -> int:
    """How many finite verbs or clause openers stand strictly between two tokens."""
    low, high = min(a, b), max(a, b)
    count = 0
    passed_over = _asides(sentence, low, high)
    for token in sentence.tokens[low + 1 : high]:
        if token.index in passed_over:
            continue
        if (
            token.forms
            and token.forms[0].pos in ("VERB", "PRTS")
            and not token.is_capital  # «… Ху Хайянь подписали»
            and token.lower not in ("был", "была", "было", "были", "будет", "будут", "стало", "стал")
        ):
            count += 1
        elif token.lemma == "который":
            count += 3  # what a relative clause does is rarely done to what stands before it
        elif token.lemma in ("чтобы", "когда", "где", "поскольку", "хотя") or token.text in ";:":
            count += 1
    return count


def _asides(sentence: Sentence, low: int, high: int) -> set[int]:
    """The tokens between two that stand in an aside: between dashes, in brackets, in a closed relative clause."""
    tokens = sentence.tokens
    found: set[int] = set()
    dashes = [
        k for k in range(low + 1, high) if tokens[k].text in "–—" or tokens[k].text == "-" and tokens[k].start > tokens[k - 1].end
    ]
    for start, end in zip(dashes[::2], dashes[1::2], strict=False):
        found.update(range(start, end + 1))
    for k in range(low + 1, high):
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
    ]
    left = [s for s in fit if s.last <= token]
    right = [s for s in fit if s.first > token]
    if left and right and all(s.actor for s in left) and all(s.person for s in right):
        return left + right
    chosen = left or right
    return chosen + [s for s in _coordinated(sentence, sides, chosen) if s not in chosen]


def _under_preposition(sentence: Sentence, sides: list[Side], side: Side) -> bool:
    """Whether a preposition governs a side, or the side that it is joined to («между А и Б»)."""
    if preposition_before(sentence, side.first) is not None:
        return True
    k = side.first - 1
    while k > 0 and is_adjective(sentence.tokens[k].lower):
        k -= 1
    if k <= 0 or sentence.tokens[k].lower not in ("и", ",") or "nomn" in side.cases:
        return False
    joined = next((s for s in sides if past(s) == k and s is not side and s.cases & side.cases), None)
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
    while k > 0 and is_adjective(sentence.tokens[k].lower):
        k -= 1  # «власти Ялты и подмосковного города …»
    if k < 0:
        return False
    before = sentence.tokens[k]
    if before.lower in ("и", ","):
        joined = next((s for s in sides if s.actor and past(s) == k), None)
        return joined is not None and _of_holder(sentence, sides, joined, case)
    return any(f.pos == "NOUN" and f.case == case and f.lemma in _HOLDERS for f in before.forms)


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
    if other.actor is None or gap[0].lower not in ("и", ",") or not all(is_adjective(t.lower) for t in gap[1:]):
        return False
    surface = sentence.text[other.start - sentence.start : other.end - sentence.start]
    return surface == other.actor.name


def with_partners(sentence: Sentence, sides: list[Side], low: int, high: int) -> list[Side]:
    """The sides introduced by «с» within tokens `low`–`high` («соглашение с Минском и Гомелем»)."""
    found: list[Side] = []
    for k in range(low, high):
        if (
            sentence.tokens[k].lower in _WITH
            and k + 1 < len(sentence.tokens)
            and sentence.tokens[k + 1].lower not in ("целью", "учётом", "учетом", "участием", "помощью")
        ):
            found += [s for s in listed_from(sentence, sides, k + 1, "ablt", len(sentence.tokens)) if s not in found]
    return found


def between_groups(sentence: Sentence, sides: list[Side], low: int, high: int) -> list[list[Side]]:
    """Every «между …» within tokens `low`–`high` that names its sides («одно – между А и Б, другое – между В и Г»)."""
    groups = [listed_from(sentence, sides, k + 1, "ablt", high) for k in range(low, high) if sentence.tokens[k].lower == "между"]
    return [group for group in groups if len(group) > 1]


def _in_apposition(sentence: Sentence, sides: list[Side], at: int) -> list[Side]:
    """«между двумя городами – Уфой и Гомелем»: the names behind the common noun."""
    tokens = sentence.tokens
    mark = next((k for k in range(at, min(at + 5, len(tokens))) if tokens[k].text in "–—-,:("), None)
    if mark is None or mark == at or any(t.is_capital for t in tokens[at:mark]):
        return []
    found = listed_from(sentence, sides, mark + 1, "ablt", len(tokens))
    return found if len(found) > 1 else []


def between_partners(sentence: Sentence, sides: list[Side], low: int, high: int) -> tuple[list[Side], str | None]:
    """The sides of «между …» within tokens `low`–`high`, and the lemma of a common word where it names none («сторонами»)."""
    for k in range(low, high):
        if sentence.tokens[k].lower in ("между", "меж"):
            found = listed_from(sentence, sides, k + 1, "ablt", len(sentence.tokens))
            found = found or _in_apposition(sentence, sides, k + 1)
            common = next(
                (t.lemma for t in sentence.tokens[k + 1 : k + 4] if t.forms and t.forms[0].pos in ("NOUN", "NPRO")), None
            )
            return found, None if found else common
    return [], None

"""Lists of sides: the members behind «между» and «с», and what may stand between them."""

from __future__ import annotations

from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.marks import WITH
from pobratim.facts.sides import HOLDERS, PREPOSITIONS, Side, is_finite, past
from pobratim.text.token import Sentence, Token

_JOINERS = frozenset((",", "и", "а", "также", "с", "со", "или", "либо", "–", "—", "-", "плюс"))
_VILLAGES = ("ино", "ово", "ево")  # «Новодевяткино»
_FELLOWS = frozenset(("коллега", "партнёр", "друг"))
_BETWEEN = frozenset(("между", "меж"))


def listed_from(sentence: Sentence, sides: list[Side], at: int, case: str, limit: int) -> list[Side]:
    """The coordinated sides that begin at token `at` in `case` («между А, Б и В»), up to token `limit`.

    Between the members stand only joiners, adjectives and common nouns («с китайским городом-партнёром …»).
    """
    found: list[Side] = []
    k = at
    while k < limit:
        side = _side_at(sentence, sides, k, limit, case, strict=bool(found))
        if side is not None and sentence.tokens[side.first - 1].lemma == "столица":
            side = next((s for s in sides if s.first == side.last and s.actor), side)  # «столицей Никарагуа Манагуа»
        if side is not None and case not in side.cases and "gent" in side.cases and (named := _named_after(sentence, k, side)):
            k = named
            continue
        if side is None or (side.cases and case not in side.cases):
            break
        if found and _begins_clause(sentence, sides, side):
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


def _begins_clause(sentence: Sentence, sides: list[Side], side: Side) -> bool:
    """«меморандум с Самаркандом, Тольятти – протокол»: a name that no side has, before a dash, is of the next clause."""
    tokens, at = sentence.tokens, side.last
    if at + 1 >= len(tokens) or tokens[at].text not in "–—-" or tokens[side.first - 1].text != ",":
        return False
    return side not in sides or tokens[at + 1].lower in WITH  # «договор с Абхазским университетом, ДГТУ – с …»


def _named_after(sentence: Sentence, k: int, side: Side) -> int | None:
    """The token behind the dash of «… и двумя областями Узбекистана – хокимиятом …», where the members are named; else None."""
    tokens, last = sentence.tokens, past(side)
    common = any(f.pos == "NOUN" and f.number == "plur" for t in tokens[k : side.first] for f in t.forms[:1])
    return last + 1 if common and last + 1 < len(tokens) and tokens[last].text in "–—-:" else None


def _side_at(sentence: Sentence, sides: list[Side], k: int, limit: int, case: str, *, strict: bool) -> Side | None:
    """The side that begins at token `k`, else an unknown name there, else the side behind a few words."""
    here = next((s for s in sides if s.first == k), None)
    if here is None and (strict or not any(f.known for f in sentence.tokens[k].forms)):
        here = unknown_name(sentence, k, case)
    return here or _next_side(sentence, sides, k, limit, strict=strict) or unknown_name(sentence, k, case)


def unknown_name(sentence: Sentence, k: int, case: str) -> Side | None:
    """A capitalised noun in a list of places that neither the gazetteer nor the tagger knows («… Хагеном, Тюлем и …»)."""
    token = sentence.tokens[k]
    if not token.is_capital or token.text.isupper():
        return None
    lemma = next((f.lemma for f in token.forms if f.pos == "NOUN" and f.case == case and f.number == "sing"), None)
    following = sentence.tokens[k + 1].lower if k + 1 < len(sentence.tokens) else ""
    known = any(f.known and f.pos == "ADJF" for f in token.forms)
    adjective = token.is_adjective and not (token.forms[0].pos == "NOUN" and token.lower.endswith(_VILLAGES))
    if lemma is None or known or adjective and following not in ("и", ",", "."):
        return None  # «между Краснозорском и …»: no noun follows for which it could be an adjective
    name = lemma[:1].upper() + lemma[1:]
    actor = ActorMention(sentence.index, k, k + 1, token.start, token.end, "place", "other", name, frozenset((case,)))
    return Side(k, k + 1, token.start, token.end, frozenset((case,)), actor=actor)


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
        if token.lower == "из" and sentence.tokens[k - 1].lemma in _FELLOWS:
            return _fellow(sides, k + 1)
        if token.lower in PREPOSITIONS or token.text in ",;:.)»" or is_finite(token):
            return None
        if strict and token.is_word and not token.is_adjective and k > at + 1:
            return None
    return None


def _fellow(sides: list[Side], at: int) -> Side | None:
    """The person behind the place at `at` («со своим коллегой из Минска Павлом Ярошевичем»)."""
    home = next((s for s in sides if s.first == at and s.actor), None)
    return next((s for s in sides if s.person and home is not None and s.first == past(home)), None)


def with_partners(sentence: Sentence, sides: list[Side], low: int, high: int) -> list[Side]:
    """The sides introduced by «с» within tokens `low`–`high` («соглашение с Минском и Гомелем»)."""
    found: list[Side] = []
    for k in range(low, high) if not sentence.words.isdisjoint(WITH) else ():
        if (
            sentence.tokens[k].lower in WITH
            and k + 1 < len(sentence.tokens)
            and sentence.tokens[k + 1].lower not in ("целью", "учётом", "учетом", "участием", "помощью")
        ):
            told = listed_from(sentence, sides, k + 1, "ablt", len(sentence.tokens)) or _of_fellows(sentence, sides, k + 1)
            found += [s for s in told if s not in found]
    return found


def _of_fellows(sentence: Sentence, sides: list[Side], at: int) -> list[Side]:
    """«с коллегами из Москвы, Тюмени и Ульяновска», «с мэрами Пскова и Гродно»: the places of those whom nobody names."""
    tokens = sentence.tokens
    noun = next((k for k in range(at, min(at + 3, len(tokens) - 1)) if not tokens[k].is_adjective), at)
    if tokens[noun].lemma in _FELLOWS and noun + 2 < len(tokens) and tokens[noun + 1].lower == "из":
        return listed_from(sentence, sides, noun + 2, "gent", len(tokens))
    if tokens[noun].lemma in HOLDERS and any(f.case == "ablt" and f.number == "plur" for f in tokens[noun].forms):
        return listed_from(sentence, sides, noun + 1, "gent", len(tokens))
    return []


def between_groups(sentence: Sentence, sides: list[Side], low: int, high: int) -> list[list[Side]]:
    """Every «между …» within tokens `low`–`high` that names its sides («одно – между А и Б, другое – между В и Г»)."""
    if sentence.words.isdisjoint(_BETWEEN):
        return []  # most sentences
    groups = [listed_from(sentence, sides, k + 1, "ablt", high) for k in range(low, high) if sentence.tokens[k].lower == "между"]
    return [group for group in groups if len(group) > 1]


def between_partners(sentence: Sentence, sides: list[Side], low: int, high: int) -> tuple[list[Side], str | None]:
    """The sides of «между …» within tokens `low`–`high`, and the lemma of a common word where it names none («сторонами»)."""
    for k in range(low, high) if not sentence.words.isdisjoint(_BETWEEN) else ():
        if sentence.tokens[k].lower in _BETWEEN:
            found = listed_from(sentence, sides, k + 1, "ablt", len(sentence.tokens))
            found = found or _in_apposition(sentence, sides, k + 1)
            common = next(
                (t.lemma for t in sentence.tokens[k + 1 : k + 4] if t.forms and t.forms[0].pos in ("NOUN", "NPRO")), None
            )
            return found, None if found else common
    return [], None


def _in_apposition(sentence: Sentence, sides: list[Side], at: int) -> list[Side]:
    """«между двумя городами – Уфой и Гомелем»: the names behind the common noun."""
    tokens = sentence.tokens
    mark = next((k for k in range(at, min(at + 5, len(tokens))) if tokens[k].text in "–—-,:("), None)
    if mark is None or mark == at or any(t.is_capital for t in tokens[at:mark]):
        return []
    found = listed_from(sentence, sides, mark + 1, "ablt", len(tokens))
    return found if len(found) > 1 else []

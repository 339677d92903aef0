"""Gapping: clauses that leave out the verb and the instrument («Псков подписал договор с Витебском, Луки – с Полоцком»)."""

from __future__ import annotations

from msgspec import Struct

from pobratim.facts.listed_sides import listed_from
from pobratim.facts.marks import DASHES, WITH
from pobratim.facts.sides import Side, is_finite, past
from pobratim.lexicon.documents import group
from pobratim.text.date_mention import DateMention
from pobratim.text.token import Sentence

from ..mention import Gapped, InstrumentMention
from ..view import SentenceView

_OPENERS = frozenset((",", ";", ":", "а", "и", "также"))
_MEANWHILE = group("meanwhile")
_ANOTHER = group("gapped-document")


class Clause(Struct, eq=False):
    """A clause from token `start` whose document has `owners` on one side and `partners` on the other.

    Without owners the document is of the owners of the main clause; without partners of its owners among themselves.
    A clause with a `dash` stands by itself, of those without one it takes two.
    """

    start: int
    owners: list[Side]
    partners: list[Side]
    dash: bool = True
    date: DateMention | None = None

    @property
    def documents(self) -> list[Gapped]:
        """The documents that the clause tells: one of its owners with each partner."""
        groups = [[*self.owners, one] for one in self.partners] or [self.owners]
        return [Gapped(group, self.date) for group in groups]


def take_gapped(view: SentenceView) -> None:
    """Ties the gapped clauses of a sentence to the instrument they leave out, and takes their sides out of the view.

    Fails where one clause leaves out one instrument and the next another.
    """
    dashes = not view.sentence.words.isdisjoint(DASHES)
    if dashes:
        _take_doers(view)
        _take_later_hands(view)
    mention = next((m for m in reversed(view.instruments) if not m.nested and m.act is not None), None)
    if mention is None:
        return
    if not mention.plural and not (dashes and any(t.text in DASHES for t in view.sentence.tokens[mention.head :])):
        return
    clauses = _clauses(view, mention)
    if not any(c.dash for c in clauses) and (len(clauses) < 2 or not mention.plural):
        return
    start = clauses[0].start
    mention.gapped = [one for clause in clauses for one in clause.documents]
    mention.last = max(mention.head + 1, min(mention.last, start))
    mention.end = view.sentence.tokens[mention.last - 1].end
    view.sides = [s for s in view.sides if s.first < start]
    own = {c.date.start for c in clauses if c.date}
    view.dates = [d for d in view.dates if d.start not in own]


def _take_doers(view: SentenceView) -> None:
    """«Соглашение подписали А и Б, а меморандум – В и Г»: the doers behind the dash are of the second alone."""
    tokens = view.sentence.tokens
    for mention, following in zip(view.instruments, [*view.instruments[1:], None], strict=True):
        stop = following.first if following else len(tokens)
        if mention.act is not None and not mention.nested and mention is not view.instruments[0]:
            _take_owner(view, mention)
        if mention.nested or mention.act is None or not mention.inherited and mention.act.token > mention.first:
            continue
        dash = next((k for k in range(mention.head + 1, stop) if tokens[k].text in DASHES), None)
        doers = listed_from(view.sentence, view.sides, dash + 1, "nomn", stop) if dash else []
        if dash is None or not doers or doers[0].actor and any(past(s) == dash for s in view.sides):
            continue  # «договор о побратимстве Минск – Уфа»
        behind = past(doers[-1])
        if doers[0].first == dash + 1 and not any(is_finite(t) for t in tokens[behind : behind + 1]):
            mention.doers = doers
            mention.last = min(mention.last, dash)
            mention.end = tokens[mention.last - 1].end
            view.sides = [s for s in view.sides if s not in doers]


def _take_owner(view: SentenceView, mention: InstrumentMention) -> None:
    """«А подписала соглашение с Б, а В – меморандум с Г»: who stands before the dash is the doer of the second."""
    tokens = view.sentence.tokens
    dash = mention.first - 1
    if mention.act is None or mention.act.token > dash or tokens[dash].text not in DASHES:
        return
    owner = next((s for s in view.sides if past(s) == dash and (not s.cases or "nomn" in s.cases)), None)
    if owner is not None and _opener(view.sentence, owner.first) is not None:
        mention.doers = [owner]
        view.sides = [s for s in view.sides if s is not owner]


def _take_later_hands(view: SentenceView) -> None:
    """«Лосев подписал соглашение 3 июня, хоким Салиев – 5 июня»: one document, half-signed for two days."""
    mention = next((m for m in reversed(view.instruments) if not m.nested and m.act is not None), None)
    tokens = view.sentence.tokens
    for side in view.sides if mention else ():
        at = side.last
        if (
            side.person
            and side.first
            and tokens[side.first - 1].lower in _OPENERS
            and at + 1 < len(tokens)
            and tokens[at].text in DASHES
        ):
            date = next((d for d in view.dates if d.start == tokens[at + 1].start), None)
            if date is not None and mention is not None and mention.head < side.first:
                mention.later.append(side)
                view.dates = [d for d in view.dates if d is not date]
    if mention is not None and mention.later:
        view.sides = [s for s in view.sides if s not in mention.later]


def _clauses(view: SentenceView, mention: InstrumentMention) -> list[Clause]:
    """The clauses behind an instrument that leave it out, in order."""
    told = [_paired(view, mention, side) for side in view.sides if side.first > mention.head]
    tokens = range(mention.head + 1, len(view.sentence.tokens))
    found = [c for c in (*told, *(_reversed(view, k) or _counted(view, k) or _dated(view, k) for k in tokens)) if c is not None]
    found.sort(key=lambda c: c.start)
    for clause, following in zip(found, [*found[1:], None], strict=False):
        _close(view, clause, following.start if following else len(view.sentence.tokens))
    return found


def _close(view: SentenceView, clause: Clause, stop: int) -> None:
    """Takes from a clause what is of the one that follows («Омск – с Баку, Баку – с …»), and gives it its date."""
    clause.partners = [s for s in clause.partners if s.first < stop]
    clause.owners = [s for s in clause.owners if s.first < stop]
    tokens = view.sentence.tokens
    clause.date = next((d for d in view.dates if tokens[clause.start].start <= d.start < tokens[stop - 1].end), None)


def _paired(view: SentenceView, mention: InstrumentMention, owner: Side) -> Clause | None:
    """«…, Великие Луки – с Полоцком», «… и Удмуртия с Ошской областью»."""
    tokens = view.sentence.tokens
    opener = _opener(view.sentence, owner.first)
    if opener is None and mention.plural and mention.act and mention.act.token == owner.first - 1:
        opener = owner.first  # «соглашения подписали А с Б и …»
    if opener is None or owner.cases and "nomn" not in owner.cases:
        return None
    k = past(owner)
    dash = k < len(tokens) and tokens[k].text in DASHES
    k += dash
    if k >= len(tokens) or tokens[k].lower not in WITH:
        return None
    partners = listed_from(view.sentence, view.sides, k + 1, "ablt", len(tokens))
    return Clause(opener, [owner], partners, dash) if partners else None


def _reversed(view: SentenceView, k: int) -> Clause | None:
    """«…, с Витебским – Ярославская»: the partner first."""
    tokens = view.sentence.tokens
    if tokens[k].lower not in WITH or tokens[k - 1].lower not in _OPENERS - {"и", ":"}:
        return None
    partners = listed_from(view.sentence, view.sides, k + 1, "ablt", len(tokens))
    at = past(partners[-1]) if partners else len(tokens)
    if at >= len(tokens) or tokens[at].text not in DASHES:
        return None
    owners = [s for s in listed_from(view.sentence, view.sides, at + 1, "nomn", len(tokens)) if s.first == at + 1]
    return Clause(k, owners, partners) if owners else None


def _counted(view: SentenceView, k: int) -> Clause | None:
    """«…, второе – А и Б», «…, ещё одно – между А и Б», «…, другой – с Б»."""
    tokens = view.sentence.tokens
    if tokens[k].lower not in _ANOTHER or k + 2 >= len(tokens) or tokens[k + 1].text not in DASHES:
        return None
    start, at = k - (tokens[k - 1].lower in ("ещё", "еще")), k + 2
    if tokens[at].lower in WITH:
        partners = listed_from(view.sentence, view.sides, at + 1, "ablt", len(tokens))
        return Clause(start, [], partners) if partners else None
    between = tokens[at].lower == "между"
    owners = listed_from(view.sentence, view.sides, at + between, "ablt" if between else "nomn", len(tokens))
    return Clause(start, owners, []) if len(owners) > 1 else None


def _dated(view: SentenceView, k: int) -> Clause | None:
    """«…, а 5 июня – с Гомелем», «…, с Гомелем – в 2010 году»: one more partner, on another day."""
    tokens = view.sentence.tokens
    if tokens[k].lower not in WITH:
        return None
    partners = listed_from(view.sentence, view.sides, k + 1, "ablt", len(tokens))
    if not partners:
        return None
    if tokens[k - 1].text in DASHES and tokens[k - 2].lower in _MEANWHILE:
        start = next((j for j in range(k - 2, max(0, k - 5), -1) if tokens[j - 1].lower in _OPENERS), None)
        return Clause(start, [], partners) if start is not None else None
    if tokens[k - 1].text in DASHES:
        date = next((d for d in view.dates if d.end == tokens[k - 2].end), None)
        start = next((t.index for t in tokens if date and t.start == date.start), None)
        start = start - 1 if start and tokens[start - 1].lower == "в" else start
        return Clause(start, [], partners) if start and tokens[start - 1].lower in _OPENERS else None
    at = past(partners[-1])
    dash = tokens[k - 1].lower in _OPENERS - {"и", ":"} and at + 1 < len(tokens) and tokens[at].text in DASHES
    after = tokens[at + 1 : at + 3] if dash else []
    return Clause(k, [], partners) if any(d.start == t.start for d in view.dates for t in after) else None


def _opener(sentence: Sentence, first: int) -> int | None:
    """The first token of a phrase whose name begins at `first`, if a clause can begin there: behind a comma, «а», «и»."""
    k = first
    while k > 0 and sentence.tokens[k - 1].is_adjective:
        k -= 1
    return k if k > 0 and sentence.tokens[k - 1].lower in _OPENERS else None

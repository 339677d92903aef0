"""The promise in a statement: what, who takes it on, to whom, by when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.facts import ORGANS_OF_POWER, Body, Facts, Place, Statement
from pobratim.lexicon.speech import own_side
from pobratim.resolve.records.content import full_day
from pobratim.text.segment import sentences
from pobratim.text.token import Sentence, Token

from .commit import commitments_of, may_promise
from .due import due_in
from .span import Commitment


class Promised(NamedTuple):
    """A promise: the clause on the page and its sentence; local ids of who takes it on (an actor, else the speaker), to whom."""

    said: Evidence
    sentence: Evidence
    by: str | None
    to: str | None
    due: PartialDate | None

    @property
    def what(self) -> str:
        """The clause in the words of the page."""
        return self.said.quote


class _Window(NamedTuple):
    """Words of the page in which a time and the other side are looked for."""

    start: int
    end: int


class _Named(NamedTuple):
    start: int
    end: int
    actor: str


class Promises:
    """Finds the promises in the statements of one page; what the page names is looked at when the first is found."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._published = full_day(facts.page.published.value) if facts.page.published else None

    def of(self, statement: Statement) -> Promised | None:
        """The promise that a statement stands for: the one of its very words (see `part`), else the first in them; None for
        most.
        """
        found = list(self._each(statement))
        return next((one for one in found if one.what == statement.text), found[0] if found else None)

    def all_of(self, statement: Statement) -> list[Promised]:
        """The promises in a statement's words; none in most.

        Taken on is what the speaker's side is to do itself: planned, announced in the first person or of his own
        territory, agreed, invited to. Not what is wished, asked, denied, past, or done by others; readiness is an offer
        unless it names a time. Of several in one sentence each has the time and the other side of its own clause, else
        those that stand before the first («в мае планируем открыть … и провести …»). Where it fails: one that another
        sentence dates has no day; verbs that `lexicon/speech/deeds.txt` lacks are not seen.
        """
        return list(self._each(statement))

    def _each(self, statement: Statement) -> Iterator[Promised]:
        for piece in statement.evidence:
            if not may_promise(piece.quote):
                continue
            for sentence in sentences(piece.quote):
                found = commitments_of(sentence)
                for one in found:
                    if promised := self._promised(statement, sentence, piece.start, one, alone=len(found) == 1):
                        yield promised

    def _promised(
        self, statement: Statement, sentence: Sentence, base: int, found: Commitment, *, alone: bool
    ) -> Promised | None:
        own = self._side(statement.speaker)
        tokens, text = sentence.tokens, self._facts.page.text
        if found.voice == "subject" and not self._is_own(own, tokens, found, base):
            return None
        windows = [_Window(base + sentence.start, base + sentence.end)]
        if not alone:
            windows = [_Window(base + tokens[found.first].start, base + tokens[found.last].end)]
            if found.head is None:
                windows = [_Window(base + sentence.start, windows[0].end)]
            elif found.voice != "passive" and not found.invites and tokens[found.first - 1].text != ";":
                windows.append(_Window(base + sentence.start, base + tokens[_first_of(found).at].start))
        due = next((told for one in windows if (told := due_in(text, *one, self._published))), None)
        if found.ready and due is None:
            return None
        said = Evidence.of(text, base + tokens[found.first].start, base + tokens[found.last].end)
        whole = Evidence.of(text, base + sentence.start, base + sentence.end)
        other = next((to for one in windows if (to := self._other(own, *one))), None)
        return Promised(said, whole, own or statement.speaker, other, due)

    def _side(self, speaker: str | None) -> str | None:
        """The territory or body that a speaker's post is of: an organ of power stands for its territory."""
        person = next((one for one in self._facts.people if one.id == speaker), None)
        of = next((post.of for post in person.posts if post.of), None) if person else None
        return self._territory(of) if of else None

    def _territory(self, actor: str) -> str:
        body = self._bodies.get(actor)
        return body.place if body and body.place and body.kind in ORGANS_OF_POWER else actor

    def _is_own(self, own: str | None, tokens: list[Token], found: Commitment, base: int) -> bool:
        """Whether the subject of a third person is the speaker's side, himself or «мы»; «намерен» and «договорился» need none."""
        subjects = [one for one in tokens[found.first : found.at] if _is_subject(one)]
        if not subjects and found.head is not None:
            return self._is_own(own, tokens, found.head, base)
        if not subjects:
            return not any(form.pos == "VERB" and "futr" in form.tags for form in tokens[found.at].forms)
        subject = subjects[0]
        if subject.lower in ("мы", "я"):
            return True
        named = [one for one in self._named if one.start <= base + subject.start < one.end]
        if named:
            return any(own in (one.actor, self._territory(one.actor), self._within(one.actor)) for one in named)
        return bool(subject.lemmas & own_side())

    def _other(self, own: str | None, start: int, end: int) -> str | None:
        """The other side that a sentence names: the first place or body that is neither the speaker's own nor around it."""
        found = [one for one in self._named if start <= one.start and one.end <= end]
        mine = {own, *self._chain(own)}
        foreign = [one for one in found if one.actor not in mine and own not in set(self._chain(one.actor))]
        inner = [one for one in foreign if one.actor not in self._bodies] or foreign
        return self._territory(min(inner).actor) if inner else None

    def _chain(self, actor: str | None) -> Iterator[str]:
        seen: set[str] = set()
        while actor and (actor := self._within(actor)) and actor not in seen:
            seen.add(actor)
            yield actor

    def _within(self, actor: str) -> str | None:
        body, place = self._bodies.get(actor), self._places.get(actor)
        return body.place if body else place.within if place else None

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return {one.id: one for one in self._facts.bodies}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {one.id: one for one in self._facts.places}

    @cached_property
    def _named(self) -> list[_Named]:
        """Where the page names which place or body."""
        actors: list[Body | Place] = [*self._facts.places, *self._facts.bodies]
        return sorted(_Named(piece.start, piece.end, one.id) for one in actors for piece in one.evidence)


def _first_of(found: Commitment) -> Commitment:
    """The first of the promises joined to one another."""
    while found.head is not None:
        found = found.head
    return found


def _is_subject(token: Token) -> bool:
    return any(form.case == "nomn" and form.pos in ("NOUN", "NPRO") for form in token.forms[:2])

"""Event views: a sentence that may tell an event, with its sides, groups of travellers, triggers and dates."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from pobratim.core.date import PartialDate
from pobratim.core.facts import SETTLEMENTS
from pobratim.facts.sides import Side, preposition_before, sides_of, verbs_between
from pobratim.facts.story import Story
from pobratim.lexicon.events import lemmas_of
from pobratim.text.date_mention import DateMention
from pobratim.text.offset import token_at
from pobratim.text.token import Sentence, Token

from .group import Group, find_groups
from .speech import spoken_ranges
from .trigger import Trigger, find_triggers

_WHERE = frozenset(("в", "во", "на"))
_FAR = 40  # tokens, a clause border counted as ten


class EventView(Struct, eq=False, dict=True):
    """One sentence as the rules about events see it; everything dear is found when first asked for.

    `nearest` are the dates already found to be nearest to a token.
    """

    story: Story
    sentence: Sentence
    tokens: list[Token]
    lemmas: frozenset[str]
    spoken: bool
    speech: list[tuple[int, int]] = []
    triggers: list[Trigger] = []
    nearest: dict[int, DateMention | None] = {}

    @cached_property
    def sides(self) -> list[Side]:
        """The people and actors of the sentence, in order."""
        n = self.sentence.index
        return sides_of(self.sentence, self.story.actors[n], self.story.persons[n])

    @cached_property
    def groups(self) -> list[Group]:
        """The groups of travellers, in order."""
        return find_groups(self.story, self.sentence, self.sides)

    @property
    def recalled(self) -> bool:
        """Whether the sentence says that it tells of what was before («напомним», «ранее»); what will be is not recalled."""
        if self.lemmas.isdisjoint(lemmas_of("recall")):
            return False
        return not any(t.forms and t.forms[0].pos == "VERB" and "futr" in t.forms[0].tags for t in self.tokens)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates of the sentence that are no terms («план на 2026–2027 годы») and no ends («до воскресенья»)."""
        found = self.story.dates[self.sentence.index]
        if not found:
            return []
        term = self.story.term(self.sentence)
        until = [t.end + 1 for t in self.tokens if t.lower == "до"]
        found = [d for d in found if not any(abs(d.start - u) < 2 for u in until)]
        return [d for d in found if not (term and term[1].start <= d.start < term[1].end)]

    def says(self, offset: int) -> bool:
        """Whether the code point lies in direct speech."""
        return self.spoken or _inside(self.speech, offset)

    def distance(self, a: int, b: int) -> int:
        """How far two tokens are from each other: tokens between, a clause border counted as ten."""
        return abs(a - b) + 10 * verbs_between(self.sentence, a, b)

    def main_verb(self, at: int) -> int | None:
        """The finite verb nearest to a noun, a clause border counted as ten; after «встреча, которую …» that of the clause."""
        verbs = [t.index for t in self.tokens if t.forms and t.forms[0].pos in ("VERB", "PRTS") and t.index != at]
        following = [t.lemma for t in self.tokens[at + 1 : at + 3]]
        if following == [",", "который"]:
            return next((k for k in verbs if k > at), None)
        return min(verbs, key=lambda k: self.distance(k, at), default=None)

    def mention(self, at: int) -> DateMention | None:
        """The date told in the sentence nearest to a token; a day is preferred to a year."""
        if at not in self.nearest:
            self.nearest[at] = self._mention(at)
        return self.nearest[at]

    def _mention(self, at: int) -> DateMention | None:
        best: tuple[int, DateMention] | None = None
        for mention in self.dates:
            cost = self.distance(token_at(self.tokens, mention.start), at) + (
                8 if mention.shape in ("year", "ago", "after") else 0
            )
            if cost <= _FAR and (best is None or cost < best[0]):
                best = (cost, mention)
        return best[1] if best else None

    def date(self, at: int, status: str) -> tuple[PartialDate, DateMention] | None:
        """The calendar value of that date, with its mention, where the page fixes it."""
        found = self.mention(at)
        if found is None:
            return None
        value = self.story.date_value(found, self.story.last_date(self.sentence), status == "planned")
        return (value, found) if value else None

    def places(self) -> list[Side]:
        """The places of the sentence that stand after «в» or «на», settlements first, then in order."""
        found = [
            s for s in self.sides if s.actor and s.actor.layer == "place" and preposition_before(self.sentence, s.first) in _WHERE
        ]
        return sorted(found, key=lambda s: (s.actor.kind not in SETTLEMENTS if s.actor else True, s.first))

    def place(self) -> Side | None:
        """Where the sentence says that it happens: «в» or «на» with the locative, a settlement if there is one."""
        fit = [s for s in self.places() if not s.cases or "loct" in s.cases]
        return fit[0] if fit else None


def event_views(story: Story) -> list[EventView]:
    """A view of every sentence, in order, with its triggers; sentences of direct speech have none."""
    spoken = spoken_ranges(story.text)
    views = []
    for sentence in story.sentences:
        near = [r for r in spoken if r[0] < sentence.end and sentence.start < r[1]]
        view = EventView(story, sentence, sentence.tokens, sentence.lemmas, sentence.index in story.quoted, near)
        if "trigger" in sentence.uses:
            view.triggers = [t for t in find_triggers(sentence, sentence.lemmas) if not view.says(t.start)]
        views.append(view)
    return views


def _inside(ranges: list[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in ranges)

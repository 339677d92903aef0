"""A story: everything the rules about documents and events look at, found once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pobratim.annotate.reading import Reading
from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.facts import Statement, Term
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.actors.registry import ActorRegistry
from pobratim.facts.documents.dates.term import find_term
from pobratim.facts.people.mention import PeopleFound, PersonMention
from pobratim.facts.statements import find_statements
from pobratim.lexicon.phrase import phrases
from pobratim.text.date_mention import DateMention, clues_of, find_dates
from pobratim.text.date_resolve import Clock, resolve
from pobratim.text.token import Sentence

if TYPE_CHECKING:
    from pobratim.facts.documents.venue import Venue

_CURRENT_DAYS = 60


@dataclass(slots=True)
class Story:
    """The reading of a page with its actors, people and dates, each listed by sentence.

    `text` is the page's, `sentences` are all of its sentences; `has_headline` tells whether the first paragraph is the headline.

    `generics` are actors named by a common noun alone («облисполком»), their entity already known.

    `quoted` tells the sentences that stand wholly in somebody's direct speech. `ahead` and `venues` are what was found of a
    sentence when it was first asked for.
    """

    reading: Reading
    registry: ActorRegistry
    actors: list[list[ActorMention]]
    people: PeopleFound
    persons: list[list[PersonMention]]
    clock: Clock
    dates: list[list[DateMention]] = field(default_factory=list)
    values: list[list[PartialDate]] = field(default_factory=list)
    generics: list[list[ActorMention]] = field(default_factory=list)
    value_at: dict[int, PartialDate] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    text: str = field(init=False)
    sentences: list[Sentence] = field(init=False)
    has_headline: bool = field(init=False)
    _looking_back: dict[int, bool] = field(default_factory=dict)
    ahead: dict[int, bool] = field(default_factory=dict)
    venues: dict[int, Venue | None] = field(default_factory=dict)
    _terms: dict[int, tuple[Term, Evidence] | None] = field(default_factory=dict)
    _statements: list[Statement] | None = None

    def __post_init__(self) -> None:
        self.sentences, self.text = self.reading.sentences, self.reading.text
        title = self.reading.page.title
        self.has_headline = bool(title) and self.text.startswith(title or "")

    def quote(self, start: int, end: int) -> Evidence:
        """The evidence for `text[start:end]`."""
        return Evidence.of(self.text, start, end)

    def sentence_quote(self, sentence: int) -> Evidence:
        """A whole sentence as evidence."""
        s = self.sentences[sentence]
        return self.quote(s.start, s.end)

    def statements(self) -> list[Statement]:
        """Who said what, in order; looked for once."""
        if self._statements is None:
            self._statements = find_statements(self.reading, self.people)
        return self._statements

    def speaker_at(self, offset: int) -> str | None:
        """The id of the person in whose direct speech a code point of the text lies, or None."""
        said = (s for s in self.statements() if s.direct and any(e.start <= offset < e.end for e in s.evidence))
        return next((s.speaker for s in said), None)

    def term(self, sentence: Sentence) -> tuple[Term, Evidence] | None:
        """The term that a sentence tells, with its evidence; looked for once."""
        if "time" not in sentence.uses:
            return None  # most sentences
        if sentence.index not in self._terms:
            self._terms[sentence.index] = find_term(self.text, sentence.start, sentence.end)
        return self._terms[sentence.index]

    def date_value(self, mention: DateMention, last: PartialDate | None = None, future: bool = False) -> PartialDate | None:
        """The calendar value of a date mention, with its evidence."""
        known = self.value_at.get(mention.start)
        if known is not None and (not future or mention.shape == "relative" and self._is_to_come(known)):
            return known  # «Побратимами станут 1 июля: в этот день подпишут договор»
        return resolve(mention, self.clock, [self.quote(mention.start, mention.end)], last=last, future=future)

    def _is_to_come(self, value: PartialDate) -> bool:
        day, published = value.day(), self.clock.published
        return bool(day and published and day > published)

    def side_of(self, person: str) -> str | None:
        """The actor id a person acts for: what their post is of, or None."""
        return self.people.side_of(person)

    def last_date(self, sentence: Sentence) -> PartialDate | None:
        """The day or year told last before a sentence, from which «на следующий день» counts."""
        values = [v for n in range(sentence.index) for v in self.values[n]]
        return last_day(values, self.clock)

    def looks_back(self, n: int) -> bool:
        """Whether a sentence, or the one that opens its paragraph, has a cue of recalling («Напомним, …»)."""
        if n not in self._looking_back:
            self._looking_back[n] = self._recalls(self.sentences[n])
        return self._looking_back[n]

    def _recalls(self, sentence: Sentence) -> bool:
        if sentence.paragraph == 0 and (self.has_headline or sentence.index == 0):
            return False
        opening = next(s for s in self.sentences if s.paragraph == sentence.paragraph)
        texts = [s.text.lower() for s in {sentence.index: sentence, opening.index: opening}.values()]
        return any(map(phrases("documents/recall_cues.txt").search, texts))

    def named(self, sentence: int) -> list[ActorMention]:
        """The actors that a sentence names, with those it tells by an adjective («подмосковные власти»), in order."""
        told = [m for m in self.generics[sentence] if m.adjective]
        return sorted(self.actors[sentence] + told, key=lambda m: m.first) if told else self.actors[sentence]

    @property
    def lead(self) -> range:
        """The sentences of the headline and of the first two paragraphs."""
        return range(next((s.index for s in self.sentences if s.paragraph > 2), len(self.sentences)))

    def is_current(self, value: PartialDate) -> bool:
        """Whether a date can be of the news itself and not of its history."""
        day, published = value.day(), self.clock.published
        if day and published:
            return -15 < (published - day).days < _CURRENT_DAYS
        if published and value.yearless:
            return False  # no year brings it near
        year = self.told_year()
        return value.yearless or year is None or value.year is None or value.year >= year

    def told_year(self) -> int | None:
        """The year the page tells of: of its publication, else the last it names; one more where its own days lack a year."""
        if self.clock.published:
            return self.clock.published.year
        if self.clock.told_in:
            return self.clock.told_in
        years = [v.year for values in self.values for v in values if v.year]
        yearless = any(v.yearless for n in self.lead for v in self.values[n])
        return max(years) + yearless if years else None


def last_day(told: list[PartialDate], clock: Clock) -> PartialDate | None:
    """The last day told, from which «на следующий день» counts: a day of the news before a day of its history.

    Without any day, the last date of any precision.
    """
    published = clock.published
    near = [v for v in told if published and (day := v.day()) and abs((published - day).days) < _CURRENT_DAYS]
    if near:
        return near[-1]
    return next((v for v in reversed(told) if v.precision == "day"), told[-1] if told else None)


def resolve_dates(story: Story) -> None:
    """Fills `story.values`: every sentence's dates in order, each counted from those before it."""
    told: list[PartialDate] = []
    for mentions in story.dates:
        row = []
        for mention in mentions:
            value = story.date_value(
                mention,
                last_day(told, story.clock)
                if mention.shape == "relative" and mention.word != "тогда же"
                else told[-1]
                if told
                else None,
            )
            if value:
                row.append(value)
                story.value_at[mention.start] = value
                told.append(value)
        story.values.append(row)


def dates_by_sentence(reading: Reading) -> list[list[DateMention]]:
    """The date mentions of every sentence, offsets in the page's text."""
    return [_dates_in(s) if "time" in s.uses else [] for s in reading.sentences]


def _dates_in(sentence: Sentence) -> list[DateMention]:
    clues = clues_of([sentence.tokens[at].lower for at in sentence.uses["time"]])
    return find_dates(sentence.text, sentence.start, clues)

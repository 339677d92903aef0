"""A mention of an instrument: the noun, its words, and what the sentence does with it."""

from __future__ import annotations

from msgspec import Struct

from pobratim.facts.sides import Side
from pobratim.text.date_mention import DateMention

from .acts.act import Act


class Gapped(Struct, eq=False):
    """A further document whose clause leaves the noun out («…, а Б – с Г 5 июня»): its sides, and its own date if told.

    One side alone is the partner of those who own the document of the main clause.
    """

    sides: list[Side]
    date: DateMention | None = None


class InstrumentMention(Struct, eq=False):
    """A noun that names an instrument, with its region: the tokens from its first adjective to where its words end.

    `head`, `first` and `last` are tokens, `last` exclusive; `start` and `end` code points of the page's text.
    `strength` is that of the noun in `instruments.txt`; `count` the number before it; `modifiers` the lemmas before it.
    `parent` is the instrument that this one implements or continues («план по реализации соглашения»), of which `nested`
    is true; `within` is true of one that is leaned on by no other («в рамках соглашения …»). `act` governs the mention,
    `inherited` says that a list's head lent it; `model` is the noun that lent its kind to an item that has none.
    `gapped` are the further documents whose clauses leave the noun out; `doers` are those of a clause that leaves the verb out
    («…, а меморандум – В и Г»), `later` the people who signed on another day («…, хоким Салиев – 5 июня»),
    `partners` those before the dash of a clause without a verb («с Витебской – меморандум»).
    `headless` is true of an adjective that stands for the noun told before («Новый»).
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
    parent: InstrumentMention | None = None
    relation: str | None = None
    nested: bool = False
    within: bool = False
    act: Act | None = None
    inherited: bool = False
    model: InstrumentMention | None = None
    implemented_by_plan: bool = False
    gapped: list[Gapped] = []
    doers: list[Side] = []
    later: list[Side] = []
    partners: list[Side] = []
    headless: bool = False

    @property
    def bare(self) -> bool:
        """Whether it implements nothing («план», and not «план по реализации соглашения»)."""
        return self.parent is None

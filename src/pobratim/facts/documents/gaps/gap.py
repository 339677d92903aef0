"""What a rule about missing parties looks at, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from pobratim.facts.listed_sides import with_partners
from pobratim.facts.principal import Principals
from pobratim.facts.sides import Side
from pobratim.facts.story import Story

from ..draft import Draft
from ..mention import InstrumentMention
from ..view import SentenceView

OF_SESSIONS = frozenset(("plan", "protocol", "roadmap"))  # kinds of what a working group signs


class Gap(Struct):
    """A draft with fewer than two parties, and what a rule may look at.

    `words` are the likeliest lemmas of the sentence's nouns and pronouns; `before` the drafts told before it.
    """

    story: Story
    view: SentenceView
    mention: InstrumentMention
    draft: Draft
    principals: Principals
    before: Sequence[Draft]
    words: set[str]

    @property
    def partners(self) -> list[Side]:
        """The sides of the sentence behind «с»: two of them are no pair of one document."""
        return with_partners(self.view.sentence, self.view.sides, 0, len(self.view.sentence.tokens))


class Guess(NamedTuple):
    """The parties that a rule gives; without a name it ends the search and leaves what is known."""

    parties: list[str]
    rule: str = ""
    explicit: bool = False

"""A sentence as the rules about documents see it."""

from __future__ import annotations

from msgspec import Struct

from pobratim.facts.sides import Side, verbs_between
from pobratim.text.date_mention import DateMention
from pobratim.text.token import Sentence

from .acts.act import Act
from .mention import InstrumentMention

_VERB_COST = 10  # tokens that a verb between two words counts for


class SentenceView(Struct, eq=False):
    """A sentence with its sides, acts, instruments and the dates that are no terms.

    An item of a list has the act that its `head` lends it as `inherited`, and the doers of that act as `lent`.
    """

    sentence: Sentence
    sides: list[Side]
    acts: list[Act]
    instruments: list[InstrumentMention]
    dates: list[DateMention]
    inherited: Act | None = None
    lent: list[Side] = []
    head: SentenceView | None = None

    def cost(self, a: int, b: int) -> int:
        """How far two tokens are from each other: tokens between, and ten for each verb («подписали план, который начнут …»)."""
        return abs(a - b) + _VERB_COST * verbs_between(self.sentence, a, b)

    def lemmas(self) -> set[str]:
        """The likeliest lemma of every word."""
        return {t.lemma for t in self.sentence.tokens}

    def says(self, *forms: str) -> bool:
        """Whether one of the word forms, in lower case, stands in the sentence."""
        return not self.sentence.words.isdisjoint(forms)

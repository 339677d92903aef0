"""Witnesses: those in whose presence a document was signed."""

from __future__ import annotations

from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from ..draft import Draft
from ..view import SentenceView

_REACH = 2  # sentences
_OPENERS = group("presence")


def add_witnesses(story: Story, view: SentenceView, drafts: list[Draft]) -> None:
    """«Документ подписан в присутствии президентов А и Б», «Церемония прошла в присутствии министра В».

    The people behind the words are witnesses of the documents of the sentence, else of the last one before it.
    """
    if view.sentence.words.isdisjoint(_OPENERS):
        return  # most sentences
    at = next(t.index for t in view.sentence.tokens if t.lower in _OPENERS)
    present = [s.person.person for s in view.sides if s.person and s.first > at and "gent" in s.cases]
    signed = [d for d in drafts if d.sentence == view.sentence.index and not d.nested] or [
        d for d in drafts[-1:] if view.sentence.index - d.sentence <= _REACH
    ]
    for draft in signed:
        new = [p for p in present if p not in draft.witnesses and p not in [s[0] for s in draft.signatories]]
        if new:
            draft.witnesses += new
            draft.prove("witnesses", story.sentence_quote(view.sentence.index), "in-presence")

"""Documents named after their signing: «Подписи – мэра А и мэра Б. Название – договор о дружбе», «Под ней – подписи А и Б»."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.marks import DASHES
from pobratim.facts.story import Story

from ..draft import Draft, named_last
from ..sides.hands import doers_told
from ..sides.parties import distinct, parties_of, party_of
from ..view import SentenceView

_REACH = 2  # sentences from the hands to the name of what they signed
_BEFORE_NAME = frozenset(("in_force", "signed"))


def signed_before_named(story: Story, view: SentenceView, views: Sequence[SentenceView], drafts: Sequence[Draft]) -> None:
    """Gives the only document of a sentence, of which nothing is said there, the hands of those who signed right before.

    Only where at least two people sign and nothing was told for them to sign; fails where they signed something else.

    Args:
        story: the page.
        view: the sentence that names the document.
        views: all sentences.
        drafts: the documents told so far, those of the sentence included.
    """
    if len(view.instruments) != 1 or view.acts or not view.sentence.index:
        return  # most sentences
    at = view.sentence.index
    named = [d for d in drafts if d.sentence == at and not d.nested and not d.refer and not d.plural]
    if len(named) != 1 or named[0].signatories or named[0].status not in _BEFORE_NAME or named[0].explicit:
        return
    if any(d.sentence < at and d.status == "signed" and not d.recalled for d in drafts):
        return  # they signed what was told before
    for before in reversed(views[max(0, at - _REACH) : at]):
        if any(m.strength != "refer" for m in before.instruments) or any(d.sentence == before.sentence.index for d in drafts):
            return
        hands = [s for s in doers_told(before) if s.person]
        if len(hands) > 1:
            _sign(story, named[0], before, [s.person.person for s in hands if s.person])
            named[0].parties = distinct(story, [p for s in hands if (p := party_of(story, s))])
            named[0].explicit = len(named[0].parties) > 1
            return


def sides_told_after(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Об этом говорится в соглашении. Его стороны – больница А и больница Б»: the sides of the document right before."""
    if view.instruments or "сторона" not in view.sentence.lemmas or view.sentence.words.isdisjoint(DASHES):
        return  # most sentences
    tokens = view.sentence.tokens
    at = next((t.index for t in tokens if "сторона" in t.lemmas and any(f.case == "nomn" for f in t.forms)), None)
    last = named_last(drafts)
    if at is None or at + 2 >= len(tokens) or tokens[at + 1].text not in DASHES or last is None:
        return
    sides = parties_of(story, [s for s in view.sides if s.actor and s.first > at and "nomn" in s.cases])
    if len(sides) > 1 and not last.explicit and view.sentence.index - last.mentions[-1] <= _REACH:
        last.parties, last.explicit = sides, True
        last.prove("parties", story.sentence_quote(view.sentence.index), "sides-told-after")


def _sign(story: Story, draft: Draft, view: SentenceView, people: list[str]) -> None:
    draft.signatories = [(person, story.side_of(person)) for person in people]
    draft.status, draft.recalled, draft.scene = "signed", False, view.sentence.index
    draft.mentions = [view.sentence.index, *draft.mentions]
    quote = story.sentence_quote(view.sentence.index)
    draft.prove("status", quote, "signed-before-named")
    draft.prove("signatories", quote, "signed-before-named")
    if view.dates and draft.signed is None:
        draft.signed = story.date_value(view.dates[0], story.last_date(view.sentence))

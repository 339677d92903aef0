"""The survey: a view of every sentence of a story, with the act of each instrument chosen."""

from __future__ import annotations

import itertools
import re

from pobratim.facts.sides import sides_of
from pobratim.facts.story import Story
from pobratim.text.date_mention import DateMention
from pobratim.text.token import Sentence

from .acts.act import find_acts
from .acts.govern import choose_act
from .draft import TO_COME
from .ellipsis.gapping import take_gapped
from .ellipsis.headless import lend_noun
from .ellipsis.verbless import take_verbless
from .instrument import find_instruments
from .listing import inherit_in_lists
from .view import SentenceView

_AGENDA = frozenset(("программа", "повестка"))
_ITEMS = 8  # paragraphs that the items of a programme may take
_MARK = re.compile(r"\s*[-–—•·*▪●]\s")


def build_views(story: Story) -> list[SentenceView]:
    """A view of every sentence in order; the items of a list have the act of its head.

    «Были подписаны: – соглашение с А; – меморандум с Б.»: both instruments have the act «подписаны».
    """
    views = [_view(story, n) for n in range(len(story.sentences))]
    inherit_in_lists(views)
    _inherit_mood(views)
    for view in views:
        lend_noun(views, view)
        for mention in view.instruments:
            mention.act = choose_act(view, mention)
            mention.inherited = mention.act is not None and mention.act is view.inherited
        if view.instruments:
            take_gapped(view)
            take_verbless(views, view)
    return views


def _view(story: Story, n: int) -> SentenceView:
    s = story.sentences[n]
    actors, generics = story.actors[n], story.generics[n]
    sides = sides_of(s, sorted(actors + generics, key=lambda m: m.first) if generics else actors, story.persons[n])
    dates = _of_no_term(story, s) if story.dates[n] else []
    return SentenceView(s, sides, find_acts(s), find_instruments(s), dates)


def _of_no_term(story: Story, sentence: Sentence) -> list[DateMention]:
    """The dates of a sentence that are none of the term it tells."""
    dates, term = story.dates[sentence.index], story.term(sentence)
    if not term or not (term[0].from_ or term[0].to or term[0].years):
        return dates  # «пролонгация состоялась 19 мая»: words of renewal hold no date of a term
    return [d for d in dates if not term[1].start <= d.start < term[1].end]


def _inherit_mood(views: list[SentenceView]) -> None:
    """«Во-вторых, заключить договор»: an infinitive that nothing governs has the mood of the sentence before.

    A signing that is an item of a programme («В программе визита: – подписание соглашения …») is to come.
    """
    agenda: int | None = None  # the paragraph of «В программе визита:»
    for before, view in itertools.pairwise(views):
        if before.sentence.text.rstrip().endswith(":"):
            agenda = before.sentence.paragraph if not before.sentence.lemmas.isdisjoint(_AGENDA) else None
        listed = agenda is not None and view.sentence.paragraph - agenda <= _ITEMS and bool(_MARK.match(view.sentence.text))
        for act in view.acts:
            if listed and act.rule == "noun":
                act.mood, act.rule = "planned", "item-of-programme"
            if act.rule == "infinitive" and (source := next((a for a in before.acts if a.mood in TO_COME), None)):
                act.mood, act.rule = source.mood, "mood-of-sentence-before"

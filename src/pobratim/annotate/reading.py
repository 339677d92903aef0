"""A page as the rules see it: its sentences, tokens and names."""

from __future__ import annotations

from dataclasses import dataclass, field

from pobratim.core.evidence import Evidence
from pobratim.core.page import Page
from pobratim.text.segment import sentences as split
from pobratim.text.token import Sentence

from .name import Name, NameTagger


@dataclass(slots=True)
class Reading:
    """`page.text` cut into sentences, with its names. The first sentence is the headline's where the page has one."""

    page: Page
    sentences: list[Sentence]
    names: list[Name]
    by_sentence: list[list[Name]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return self.page.text

    def quote(self, start: int, end: int) -> Evidence:
        """The evidence for `text[start:end]`."""
        return Evidence.of(self.page.text, start, end)

    def names_of(self, sentence: Sentence) -> list[Name]:
        """The names inside one sentence, in order."""
        return self.by_sentence[sentence.index]


def annotate(page: Page, tagger: NameTagger) -> Reading:
    """Sentences, tokens and names of a page; a pure function of the page."""
    found = split(page.text)
    names = tagger.names(found)
    per: list[list[Name]] = [[] for _ in found]
    at = 0
    for name in names:
        while at < len(found) and found[at].end <= name.start:
            at += 1
        if at < len(found):
            per[at].append(name)
    return Reading(page, found, names, per)

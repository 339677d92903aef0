"""Statements: what a named person said, one for each block of direct or reported speech."""

from __future__ import annotations

import re

from pobratim.annotate.reading import Reading
from pobratim.core.facts import Statement

from .people.mention import PeopleFound
from .speech.block import Paragraph, Speech
from .speech.finder import SpeechFinder

_FULL_STOP = re.compile(r"[^\W\d_]{3}[)»\"]?\.$")


def find_statements(reading: Reading, people: PeopleFound) -> list[Statement]:
    """The statements of a page in order; speech whose speaker has no name on the page is left out.

    >>> from pobratim.core.page import Page
    >>> from pobratim.annotate.reading import annotate
    >>> from pobratim.annotate.tagger import default_tagger
    >>> from pobratim.facts.people import find_people
    >>> reading = annotate(Page(text="«Мы рады работать вместе», – сказал Иван Петров."), default_tagger())
    >>> [s.text for s in find_statements(reading, find_people(reading))]
    ['Мы рады работать вместе']
    """
    if not people.people:
        return []
    finder = SpeechFinder(reading, people)
    for paragraph in _paragraphs(reading):
        finder.read(paragraph)
    for speech in finder.found:
        speech.speaker = _not_of_oneself(people, speech)
    return [_statement(reading, number, speech) for number, speech in enumerate(finder.found, 1)]


def _not_of_oneself(people: PeopleFound, speech: Speech) -> str | None:
    """The speaker; where «он» or a post said who that is and the words name that person, the last one told of before."""
    named = [m for m in people.mentions if m.kind == "name"]
    inside = {m.person for m in named if any(low <= m.start < high for low, high in speech.pieces)}
    told = [m for m in people.mentions if m.person == speech.speaker and m.sentence == speech.sentence]
    tag = [m for m in told if not any(low <= m.start < high for low, high in speech.pieces)]
    if speech.speaker not in inside or not tag or any(m.kind == "name" for m in tag):
        return speech.speaker
    before = [m.person for m in named if m.start < speech.pieces[0][0] and m.person not in inside]
    return before[-1] if before else speech.speaker


def _paragraphs(reading: Reading) -> list[Paragraph]:
    """The paragraphs of the body; the headline gives no statements."""
    title = reading.page.title
    skip = 0 if title and reading.text.startswith(title) else -1
    found: dict[int, Paragraph] = {}
    for sentence in reading.sentences:
        if sentence.paragraph == skip:
            continue
        paragraph = found.setdefault(sentence.paragraph, Paragraph(sentence.start, sentence.end, []))
        paragraph.end = sentence.end
        paragraph.sentences.append(sentence)
    return list(found.values())


def _statement(reading: Reading, number: int, speech: Speech) -> Statement:
    evidence = [reading.quote(*_stripped(reading.text, start, end)) for start, end in speech.pieces]
    text = "\n".join(e.quote for e in evidence)
    return Statement(id=f"s{number}", speaker=speech.speaker, text=text, direct=speech.direct, evidence=evidence)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without spaces, commas, full stop and quotation marks around it."""
    while start < end and text[start] in ' ,«»"':
        start += 1
    while end > start and text[end - 1] in ' ,«»"\n':
        end -= 1
    if _FULL_STOP.search(text[start:end]):
        end -= 1
    return start, end

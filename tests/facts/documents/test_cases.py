"""What the small readers of documents say: acts and their moods, instruments, terms, spheres, titles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pobratim.annotate.tagger import default_tagger
from pobratim.core.page import Page
from pobratim.facts.documents.acts.act import find_acts
from pobratim.facts.documents.dates.term import find_term
from pobratim.facts.documents.instrument import find_instruments
from pobratim.facts.documents.sphere import find_spheres
from pobratim.facts.documents.title import title_of
from pobratim.facts.read import build_story
from pobratim.text.segment import sentences

CASES: dict[str, list[Any]] = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


def cases(of: str) -> list[Any]:
    """The cases of one reader, each named by its text."""
    return [pytest.param(text, expected, id=text) for text, expected in CASES[of]]


@pytest.mark.parametrize(("text", "expected"), cases("acts"))
def test_acts(text: str, expected: list[list[str]]) -> None:
    assert [[a.kind, a.mood] for a in find_acts(sentences(text)[0])] == expected


@pytest.mark.parametrize(("text", "expected"), cases("instruments"))
def test_instruments(text: str, expected: list[list[str | None]]) -> None:
    found = find_instruments(sentences(text)[0])
    assert [[m.kind, "many" if m.plural else "one", m.relation if m.parent else None] for m in found] == expected


@pytest.mark.parametrize(("text", "expected"), cases("terms"))
def test_term(text: str, expected: list[Any] | None) -> None:
    found = find_term(text, 0, len(text))
    if found is None:
        assert expected is None
        return
    term, evidence = found
    ends = [date.value if date else None for date in (term.from_, term.to)]
    assert [*ends, term.years, term.open_ended] == expected
    assert evidence.quote in text


@pytest.mark.parametrize(("text", "expected"), cases("spheres"))
def test_spheres(text: str, expected: list[str]) -> None:
    assert [code for code, _ in find_spheres(text, 0, len(text))] == expected


@pytest.mark.parametrize(("text", "expected"), cases("titles"))
def test_title(text: str, expected: str) -> None:
    story = build_story(Page(text=text), default_tagger())
    assert title_of(story, find_instruments(story.sentences[0])[0])[0] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("К концу года регионы подготовят дорожную карту, однако дата её подписания не названа.", "дорожную карту"),
        ("Ректоры подписали меморандум о сотрудничестве, рассчитанный на пять лет, и договор.", "меморандум о сотрудничестве"),
    ],
)
def test_the_words_that_name_a_document_end_with_its_title(text: str, words: str) -> None:
    story = build_story(Page(text=text), default_tagger())
    mention = find_instruments(story.sentences[0])[0]
    assert text[mention.start : title_of(story, mention)[1]] == words

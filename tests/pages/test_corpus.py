"""The dressed corpus: each page reads back to the story it was made of, and its gold fits it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from pobratim.core.facts import Facts
from pobratim.pages import may_report, read_page
from tools.corpus.gold import Gold
from tools.corpus.render import STYLES, render
from tools.corpus.story import Story, StoryError, read_stories, read_story

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
STORIES = read_stories(CORPUS / "stories")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_page_reads_back(story: Story) -> None:
    page = read_page(render(story))
    same = page.title == story.title and page.text == story.text
    assert same, "the text read is not the story's"
    published = page.published.value if page.published else None
    expected = Gold(story).facts().page.published
    assert published == (expected.value if expected else None)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_gold_fits(story: Story) -> None:
    facts = Gold(story).facts()
    quotes = [e for record in [*facts.documents, *facts.events] for found in record.evidence.values() for e in found]
    quotes += [e for person in facts.people for e in person.evidence]
    assert all(facts.page.text[e.start : e.end] == e.quote for e in quotes)
    reports = bool(facts.documents or facts.events)
    assert not reports or may_report(render(story)), "passed over at first glance"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_files_are_current(story: Story) -> None:
    current = (CORPUS / "pages" / f"{story.stem}{story.suffix}").read_bytes() == render(story)
    gold = msgspec.json.decode((CORPUS / "gold" / f"{story.stem}.json").read_bytes(), type=Facts)
    assert current, "run `make corpus`"
    assert gold == Gold(story).facts(), "run `make corpus`"


def test_dressing_is_the_same_every_time() -> None:
    assert [render(story) for story in STORIES] == [render(story) for story in STORIES]


def test_every_layout_has_a_story() -> None:
    assert {story.layout for story in STORIES} == {"flat", *STYLES}


def test_a_quote_that_is_not_there_names_the_story(tmp_path: Path) -> None:
    path = tmp_path / "001-nowhere.yaml"
    path.write_text(
        "layout: flat\npage: {title: Визит, published: null}\ntext: Делегация прибыла.\n"
        "people: [{name: Иван Петров, quote: Иваном Петровым}]\n",
        encoding="utf-8",
    )
    with pytest.raises(StoryError, match="001-nowhere: person Иван Петров"):
        Gold(read_story(path)).facts()

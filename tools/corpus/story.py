"""A story of the corpus, as `corpus/FORMAT.md` lays it down."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import msgspec
import yaml

STORIES = Path("corpus/stories")


class StoryError(ValueError):
    """A story breaks the format; the message opens with its file."""


class Story(msgspec.Struct):
    """One story: its number, its stem, its layout, its page and its body; `gold` is the whole file."""

    number: int
    stem: str
    layout: str
    page: dict[str, Any]
    paragraphs: list[str]
    gold: dict[str, Any]

    @property
    def title(self) -> str:
        """The headline."""
        return str(self.page["title"]).strip()

    @property
    def text(self) -> str:
        """What `Page.text` of the dressed page must be."""
        return "\n\n".join([self.title, *self.paragraphs])

    @property
    def suffix(self) -> str:
        """The ending of the dressed page's file."""
        return ".txt" if self.layout == "flat" else ".html"


def read_story(path: Path) -> Story:
    """The story of a file.

    Raises:
        StoryError: a field that every story has is missing.
    """
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        page, text, layout = gold["page"], gold["text"], gold["layout"]
    except (KeyError, TypeError) as error:
        raise StoryError(f"{path.name}: no {error}") from error
    paragraphs = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    number = int(re.match(r"\d+", path.name)[0])  # type: ignore[index]
    return Story(number, path.stem, layout, page, paragraphs, gold)


def read_stories(folder: Path = STORIES) -> list[Story]:
    """Every story of the folder, in order of number."""
    return [read_story(path) for path in sorted(folder.glob("*.yaml"))]


def date_value(value: object) -> str | None:
    """A date of a story as text: YAML reads `2024-04-25` as a day and `2024` as a number.

    >>> date_value(datetime.date(2024, 4, 25)), date_value(2024), date_value(None)
    ('2024-04-25', '2024', None)
    """
    if value is None:
        return None
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def published_value(story: Story) -> str | None:
    """The story's day of publication, or None where the page carries none."""
    published = story.page.get("published")
    return date_value(published["value"]) if published else None

"""What a page says of itself in JSON-LD: headline, day, authors, sections, number of comments, publisher."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from .elements import Elements

STORY_TYPES = frozenset(
    "NewsArticle Article ReportageNewsArticle BlogPosting AnalysisNewsArticle SocialMediaPosting WebPage ItemPage Report"
    " OpinionNewsArticle PressRelease".split()
)
DEEPEST = 6


class LinkedData(msgspec.Struct):
    """The story's own fields; None or empty where JSON-LD is silent."""

    headline: str | None = None
    published: str | None = None
    authors: list[str] = []
    sections: list[str] = []
    comments: int | None = None
    site: str | None = None


def read_linked_data(elements: Elements) -> LinkedData:
    """The JSON-LD of a page; broken scripts are passed over."""
    data = LinkedData()
    scripts = [node for node in elements.of("script") if (node.attributes.get("type") or "").lower() == "application/ld+json"]
    items = [item for script in scripts for item in _items(_parsed(script.text()), 0)]
    for item in items:
        kinds = _strings(item.get("@type"))
        if "BreadcrumbList" in kinds and not data.sections:
            data.sections = _path(item)
    stories = [item for item in items if STORY_TYPES & set(_strings(item.get("@type")))]
    stories.sort(key=lambda item: "datePublished" not in item)
    if stories:
        _take_story(stories[0], data)
    return data


def _parsed(text: str) -> object:
    """The value of a script, or None where it is broken."""
    try:
        return msgspec.json.decode(text.strip().encode())
    except (msgspec.DecodeError, UnicodeError):
        cleaned = "".join(max(c, " ") for c in text)
    try:
        return msgspec.json.decode(cleaned.strip().rstrip(";").encode())
    except (msgspec.DecodeError, UnicodeError):
        return None


def _items(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Every object of a script: alone, in a list, in a graph, or as a page's main entity."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _items(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "breadcrumb"):
            yield from _items(value.get(key), depth + 1)


def _take_story(story: dict[str, Any], data: LinkedData) -> None:
    """Read the story's fields."""
    data.headline = next(iter(_strings(story.get("headline") or story.get("name"))), None)
    data.published = next(iter(_strings(story.get("datePublished"))), None)
    data.authors = _names(story.get("author"))
    data.site = next(iter(_names(story.get("publisher"), of_bodies=True)), None)
    count = story.get("commentCount")
    data.comments = int(count) if isinstance(count, int | float) or (isinstance(count, str) and count.isdigit()) else None
    if not data.sections:
        data.sections = _strings(story.get("articleSection"))


def _strings(value: object) -> list[str]:
    """The strings of a value that may be one or a list."""
    values = value if isinstance(value, list) else [value]
    return [v.strip() for v in values if isinstance(v, str) and v.strip()]


def _names(value: object, *, of_bodies: bool = False) -> list[str]:
    """The names of people (or of bodies); a body among the authors is no author."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and not of_bodies:
            found.append(item.strip())
        elif isinstance(item, dict) and ("Organization" in str(item.get("@type"))) == of_bodies:
            found += _strings(item.get("name"))
    return [name for name in found if name]


def _path(item: dict[str, Any]) -> list[str]:
    """The names of a breadcrumb in order."""
    elements = item.get("itemListElement")
    found = []
    for element in elements if isinstance(elements, list) else []:
        if isinstance(element, dict):
            inner = element.get("item")
            found += _strings(element.get("name") or (inner.get("name") if isinstance(inner, dict) else None))
    return found

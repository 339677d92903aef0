"""The flat text of a page, as copied from a portal or kept in a plain file → `Page`.

Only lines that are surely not the story are dropped: a plain file of a headline and paragraphs loses nothing.
"""

from __future__ import annotations

from pobratim.core.page import Page

from .flat_head import read_head
from .lines import read_lines
from .mark import fold
from .normalise import normalise, without_entities
from .story import Draft, is_story, read_story


def read_flat(text: str, url: str | None = None) -> Page:
    r"""The page of a flat text; its text is empty where there is none.

    >>> read_flat("Визит в Минск\n\nДелегация прибыла в Минск.\n\nПоделиться\nКомментарии 0").text
    'Визит в Минск\n\nДелегация прибыла в Минск.'
    """
    lines = read_lines(normalise(without_entities(text)))
    story = [number for number, line in enumerate(lines) if is_story(line)]
    first = story[0] if story else min(1, len(lines))
    if story and first == 0 and _may_be_question(lines):
        first = story[1] if len(story) > 1 else 1
    tail = Draft()
    read_story(lines, first, story[-1] if story else len(lines), tail)
    known = frozenset(fold(item.section) for item in tail.related if item.section)
    draft = Draft()
    read_head(lines[:first], draft, known)
    return _joined(draft, tail).page(url)


def _joined(head: Draft, tail: Draft) -> Draft:
    """The whole page of what stood above the first paragraph and what stood from it on."""
    return Draft(
        title=head.title,
        sections=head.sections,
        body=head.body + tail.body,
        authors=head.authors + tail.authors,
        names_alone=head.names_alone + tail.names_alone,
        photo_credit=head.photo_credit or tail.photo_credit,
        comments=tail.comments if tail.comments is not None else head.comments,
        related=head.related + tail.related,
        dates=head.dates + tail.dates,
    )


def _may_be_question(lines: list[str]) -> bool:
    """Whether the first line, long as it is, is a headline: «Что даст области дружба с Минском?» over a longer one."""
    return len(lines) > 1 and lines[0].endswith(("?", "!", "…")) and len(lines[0]) < 160 and len(lines[1]) > len(lines[0])

"""From the first paragraph down: what is the story's, what is a margin, where the page's foot begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pobratim.core.date import PartialDate
from pobratim.core.page import Page, Related

from .byline import read_byline
from .dated_line import DatedLine, read_dated_line
from .mark import (
    comments_heading,
    ends_sentence,
    is_cookie_notice,
    is_footer,
    is_menu,
    is_share,
    labelled,
    photo_credit,
    related_heading,
)
from .published import publication_day
from .related import read_related

STORY_CHARS = 80
LONG_CHARS = 250


@dataclass(slots=True)
class Draft:
    """What has been read of a page so far. `dates` holds dated lines with their place: `above` the headline,
    `under` it, `below` the body; `names_alone` are people's names that stand alone on a line.
    """

    title: str | None = None
    body: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    photo_credit: str | None = None
    comments: int | None = None
    names_alone: list[str] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    dates: list[tuple[str, DatedLine]] = field(default_factory=list)

    def page(self, url: str | None, published: PartialDate | None = None) -> Page:
        """The `Page` of what was read; its day of publication is found in it where none is given."""
        self._judge_names()
        paragraphs = ([self.title] if self.title else []) + self.body
        page = Page(
            url=url,
            title=self.title,
            sections=self.sections,
            authors=self.authors,
            photo_credit=self.photo_credit,
            comments=self.comments,
            related=self.related,
            text="\n\n".join(paragraphs),
        )
        page.published = published or publication_day(page, self.dates)
        return page

    def _judge_names(self) -> None:
        """A name alone on its line is the author's, unless the story names that person: then it was a caption."""
        story = "\n".join([self.title or "", *self.body])
        for name in self.names_alone:
            stem = name.split()[-1][:-1]
            if name.lower() not in map(str.lower, self.authors) and not re.search(rf"\b{re.escape(stem)}", story, re.IGNORECASE):
                self.authors.append(name)


def is_story(line: str) -> bool:
    """Whether a line can only be a paragraph of a story: long, and ended like a sentence."""
    if len(line) >= LONG_CHARS:
        return not is_cookie_notice(line)
    return (
        len(line) >= STORY_CHARS
        and ends_sentence(line)
        and not (
            is_share(line)
            or is_cookie_notice(line)
            or photo_credit(line)
            or related_heading(line) is not None
            or read_dated_line(line)
            or labelled(line, "tag_label")
            or labelled(line, "source_label")
        )
    )


def read_story(lines: list[str], first: int, last: int, draft: Draft) -> None:
    """Read everything from the first paragraph on into `draft`.

    Args:
        lines: the lines of the page.
        first: the index of the first line that is surely story.
        last: the index of the last one.
        draft: receives what is found.
    """
    number, in_comments = first, False
    while number < len(lines):
        line = lines[number]
        number += 1
        rest = related_heading(line)
        if rest:
            draft.related.append(Related(title=rest))
        elif rest is not None:
            headlines, number = read_related(lines, number, to_the_end=number > last or in_comments)
            draft.related += headlines
        elif comments_heading(line)[0]:
            in_comments, number = _read_comments(lines, number, draft)
        elif number > last + 1 and is_footer(line):
            break
        elif not in_comments and not _took_margin(line, draft, behind=number > last + 1):
            draft.body.append(line)


def _read_comments(lines: list[str], number: int, draft: Draft) -> tuple[bool, int]:
    """Read the number of comments; returns whether readers' words follow, and the index after the number."""
    count = comments_heading(lines[number - 1])[1]
    if count is None and number < len(lines) and lines[number].isdigit():
        count, number = int(lines[number]), number + 1
    if count is not None:
        draft.comments = count
    follows = lines[number] if number < len(lines) else ""
    return not is_story(follows) or bool(count), number


def _took_margin(line: str, draft: Draft, *, behind: bool) -> bool:
    """Whether a line among or behind the paragraphs is no story; what it says goes to `draft`.

    Args:
        line: a line after the headline.
        draft: receives credits, authors and days.
        behind: the last sure paragraph is above: short lines here may be menus, bylines, days.
    """
    if is_cookie_notice(line) or is_share(line):
        return True
    if credit := photo_credit(line):
        draft.photo_credit = draft.photo_credit or credit
        return True
    if not behind:
        return False
    if labelled(line, "tag_label") is not None or labelled(line, "source_label") is not None:
        return True
    if _took_byline(line, draft):
        return True
    if dated := read_dated_line(line):
        draft.dates.append(("below", dated))
        return True
    return is_menu(line)


def _took_byline(line: str, draft: Draft) -> bool:
    """Whether a line below the story names its authors; a bare name in a list of people is none."""
    names = read_byline(line)
    if names and labelled(line, "author_label") is None:
        above = draft.body[-1] if draft.body else ""
        if not ends_sentence(above) or above.endswith((":", ";")):
            return False
        draft.names_alone += names
        return bool(names)
    draft.authors += [name for name in names if name not in draft.authors]
    return bool(names)

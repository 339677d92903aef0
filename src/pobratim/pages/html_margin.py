"""What stands around the story's block and in pictures' captions: days, credit, authors, sections, counters."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from .block import bears, class_of, read_block
from .breadcrumb import crumbs, looks_like_breadcrumb
from .byline import read_byline
from .dated_line import DatedLine, read_dated_line
from .elements import Elements
from .html_area import Area, in_other_story, is_within, within
from .mark import comments_heading, labelled, mentions_comments, photo_credit
from .normalise import one_line
from .story import Draft

LINES_AROUND = 14
LONGEST_MARK = 200
LONGEST_AUTHOR = 60
COMMENT_BLOCKS = 8
SECTIONS = 4


def read_margins(elements: Elements, story: LexborNode, area: Area | None, draft: Draft) -> None:
    """Read days, credits, counters and bylines around the story into the draft; nothing of the tree changes.

    Args:
        elements: the page's elements.
        story: the story's block.
        area: what stands around it.
        draft: receives what is found.
    """
    _read_credit(elements, story, draft)
    if draft.comments is None:
        draft.comments = count_comments(elements)
    if area is None:
        return
    draft.authors = draft.authors or find_authors(elements, area.node)
    draft.sections = draft.sections or find_sections(area.node)
    draft.dates += [("under", day) for day in find_days(area.node, story)]
    place = "above"
    for child in area.beside:
        if area.headline is not None and child.mem_id == area.headline.mem_id:
            place = "under"
            continue
        if child.mem_id == story.mem_id:
            place = "below"
            continue
        for line in read_block(child, LINES_AROUND):
            _take_line(line.text, place, draft)


def take_marks(story: LexborNode, draft: Draft) -> None:
    """Read days and bylines that stand as elements of their own inside the story's block, and take them out of it."""
    for node in story.css("time,[class],[itemprop]"):
        if node.tag is None or node.mem_id == story.mem_id or not (node.tag == "time" or bears(class_of(node), "margin_class")):
            continue
        above = node.parent
        text = node.text(deep=True, separator="\n")
        if len(text) > LONGEST_MARK or above is None or above.tag in ("p", "li", "td") or node.css_first("p,h1") is not None:
            continue
        for piece in text.split("\n"):
            if line := one_line(piece):
                _take_line(line, "under", draft)
        node.decompose(recursive=True)


def count_comments(elements: Elements) -> int | None:
    """The number in the heading of the readers' comments, or None."""
    seen: set[str] = set()  # blocks stand in each other
    silent = ""
    for block in elements.of("comment")[:COMMENT_BLOCKS]:
        text = block.text(deep=True)
        if text in silent:
            continue
        if not mentions_comments(text):
            silent = text
            continue
        for node in block.css("h2,h3,h4,h5,span,b,a,div")[:COMMENT_BLOCKS]:
            text = node.text(deep=True)
            if len(text) < 60 and text not in seen and (count := comments_heading(one_line(text))[1]) is not None:
                return count
            seen.add(text)
    return None


def find_sections(area: LexborNode) -> list[str]:
    """The sections that links of the story's area name by their class."""
    links = area.css("[class*=rubric] a,[class*=categor] a,[class*=cat-links] a,[rel~=category]")[:SECTIONS]
    names = [one_line(link.text(deep=True)) for link in links if not in_other_story(link, area)]
    return list(dict.fromkeys(name for name in names if name and len(name) < LONGEST_AUTHOR))


def find_days(area: LexborNode, story: LexborNode) -> list[DatedLine]:
    """The days of `<time>` and of elements classed as dates in the story's area, outside its text and other stories."""
    found = []
    for node in area.css("time,[class*=date]"):
        text = one_line(node.text(deep=True))
        if len(text) > LONGEST_AUTHOR or is_within(node, story) or is_within(story, node) or in_other_story(node, area):
            continue
        dated = read_dated_line(text) or read_dated_line((node.attributes.get("datetime") or "")[:10])
        if dated and dated.day:
            found.append(dated)
    return found


def find_authors(elements: Elements, area: LexborNode) -> list[str]:
    """The authors that an element's class names, inside the story's area."""
    for node in within(area, elements.of("author")):
        text = one_line(node.text(deep=True, separator=" "))
        if not 3 < len(text) <= LONGEST_AUTHOR or in_other_story(node, area):
            continue
        text = labelled(text, "author_label") or text
        if not read_dated_line(text):
            return [name.strip() for name in text.split(",") if name.strip()]
    return []


def _take_line(line: str, place: str, draft: Draft) -> None:
    """Read one line beside the story."""
    if dated := read_dated_line(line):
        draft.dates.append((place, dated))
        if dated.section and not draft.sections:
            draft.sections = [dated.section]
    elif place == "above" and not draft.sections and looks_like_breadcrumb(line):
        draft.sections = crumbs(line)
    elif comments_heading(line)[0]:
        count = comments_heading(line)[1]
        draft.comments = draft.comments if count is None else count
    elif credit := photo_credit(line):
        draft.photo_credit = draft.photo_credit or credit
    elif place != "above":
        draft.names_alone += read_byline(line)


def _read_credit(elements: Elements, story: LexborNode, draft: Draft) -> None:
    """The credit of the first picture in or right above the story."""
    above = story.parent if story.parent is not None and story.parent.tag not in ("body", "html", None) else story
    for node in within(above, elements.of("credit")):
        for piece in read_block(node):
            credit = photo_credit(piece.text)
            if credit or "фото:" in piece.text.lower():
                draft.photo_credit = credit or photo_credit(piece.text[piece.text.lower().rfind("фото:") :])
                return

"""An HTML page → `Page`: the head's words, the story's block, and what stands around it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from pobratim.core.page import Page, Related

from .block import Line, drop_clutter, read_block
from .dated_line import read_dated_line
from .elements import Elements
from .flat_head import read_head
from .headline import find_headline, heading_of
from .html_area import area_of
from .html_lead import find_lead
from .html_margin import read_margins, take_marks
from .html_related import find_related
from .main_content import find_story
from .mark import ends_sentence, fold, folds_to, related_heading
from .metadata import Metadata, read_metadata
from .story import Draft, is_story, read_story

#: A block with less text than this may be the wrong one: trafilatura is asked for a second opinion.
POOR_CHARS = 200
LINKED_LINE = 0.9
LINES_TO_TITLE = 12


def read_html(text: str, url: str | None = None, utf8: bytes | None = None) -> Page:
    r"""The page of an HTML text; its text is empty where it holds no story.

    Args:
        text: the HTML.
        url: the page's address, if known.
        utf8: the same as bytes, where they are at hand: the parser takes no other.

    >>> read_html("<h1>Визит</h1><div><p>Делегация прибыла в Минск.</p></div><nav>Меню</nav>").text
    'Визит\n\nДелегация прибыла в Минск.'
    """
    elements = Elements(LexborHTMLParser(text if utf8 is None else utf8))
    meta = read_metadata(elements, url)
    title, shown = find_headline(elements, meta.titles, meta.site)
    story = find_story(elements)
    if title is None and story is not None:
        title, shown = heading_of(story)
    draft = Draft(title=title, sections=_without_title(meta.sections, title), authors=meta.authors, comments=meta.comments)
    draft.related = find_related(elements, url, title)
    if story is not None:
        area = area_of(story, shown)
        read_margins(elements, story, area, draft)
        lead = find_lead(elements, story, area) if area is not None and (shown is None or area.headline is not None) else []
        take_marks(story, draft)
        drop_clutter(story)
        _read_lines(read_block(story), lead, draft)
    if sum(map(len, draft.body)) < POOR_CHARS:
        _ask_trafilatura(text, draft)
    draft.related = _once(draft.related)
    return _page(draft, meta, url)


def _once(related: list[Related]) -> list[Related]:
    """Headlines that were found as links and again as lines, each once: the first has more fields."""
    kept: list[Related] = []
    titles: tuple[str, ...] = ()
    for item in related:
        if not item.title.startswith(titles):
            kept.append(item)
            titles += (item.title,)
    return kept


def _page(draft: Draft, meta: Metadata, url: str | None) -> Page:
    """The page, with the head's own day before any other."""
    page = draft.page(url, meta.published)
    page.site = meta.site
    return page


def _without_title(sections: list[str], title: str | None) -> list[str]:
    """A path without the headline at its end."""
    if sections and title and fold(title).startswith(fold(sections[-1])[:40]):
        return sections[:-1]
    return sections


def _read_lines(lines: list[Line], lead: list[str], draft: Draft) -> None:
    """Read the lines of the story's block into the draft."""
    texts = _without_links(lines, draft)
    if draft.title is not None:
        texts = _below_title(texts, draft)
    while texts and (dated := read_dated_line(texts[0])):
        draft.dates.append(("under", dated))
        texts.pop(0)
    if lead:
        told = fold(" ".join(texts[:3]))
        texts = [line for line in lead if fold(line)[:60] not in told] + texts
    last = next((number for number in reversed(range(len(texts))) if is_story(texts[number])), len(texts))
    read_story(texts, 0, last, draft)


def _below_title(lines: list[str], draft: Draft) -> list[str]:
    """The lines below the headline where the block repeats it; what stands above it goes to the draft's margins."""
    title = fold(draft.title or "")
    at = max((number for number, line in enumerate(lines[:LINES_TO_TITLE]) if folds_to(line, title)), default=None)
    if at is None:
        return lines
    head = Draft()
    read_head(lines[: at + 1], head, frozenset())
    draft.sections = draft.sections or head.sections
    draft.dates += head.dates
    return lines[at + 1 :]


def _without_links(lines: list[Line], draft: Draft) -> list[str]:
    """The lines without those that are one link to another story; a list under a colon keeps its links."""
    kept: list[str] = []
    in_list = False
    for line in lines:
        whole_link = line.linked >= LINKED_LINE * len(line.text) and not ends_sentence(line.text)
        if whole_link and not in_list and len(line.text.split()) > 1:
            above = kept[-1] if kept else ""
            in_list = above.endswith(":") or related_heading(above) is not None
            if not in_list:
                if len(line.text.split()) > 3:
                    draft.related.append(Related(title=line.text))
                continue
        in_list = whole_link and in_list
        kept.append(line.text)
    return kept


def _ask_trafilatura(text: str, draft: Draft) -> None:
    """Take trafilatura's body where it has more text than our own block; it costs 10 ms and its loading 0.2 s."""
    from trafilatura import extract

    found = extract(text, fast=True, include_comments=False, include_tables=True, output_format="txt")
    if found and len(found) > 1.5 * sum(map(len, draft.body)):
        draft.body = []
        _read_lines([Line(line.strip(), "p", 0) for line in found.split("\n") if line.strip()], [], draft)

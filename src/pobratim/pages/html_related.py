"""Headlines of other stories on an HTML page: links under «Читайте также», in asides, in blocks that their class names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pobratim.core.date import PartialDate
from pobratim.core.page import Related

from .block import class_of
from .day import find_day
from .mark import fold, related_heading
from .normalise import one_line

MOST = 40
SHORTEST_WORDS = 3
CLIMB_STEPS = 3
_NAMED = ",".join(
    f"[class*={name}]" for name in ("related", "recommend", "similar", "more-news", "other-news", "read-also", "popular")
)
_SECTION_CLASS = re.compile(r"(?:^|[\s_-])(?:section|rubric|category|cat|tag|label)(?:$|[\s_-])", re.IGNORECASE)


def find_related(tree: LexborHTMLParser, url: str | None, title: str | None) -> list[Related]:
    """The headlines of other stories, at most `MOST`, in the order of the page.

    Args:
        tree: the parsed page, before anything was taken out of it.
        url: the page's address; links are given whole when it is one of the web.
        title: this story's headline, which is no other story's.
    """
    found: dict[str, Related] = {}
    for block in _blocks(tree):
        for item in _read_block(block, url):
            if title is None or fold(item.title) != fold(title):
                found.setdefault(item.title, item)
        if len(found) >= MOST:
            break
    return list(found.values())[:MOST]


def _blocks(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Elements that hold headlines of others; an element inside one that was given is not given again."""
    given: set[int] = set()
    for node in (*tree.css(_NAMED), *_under_headings(tree), *tree.css("aside")):
        if node.mem_id not in given and not _inside(node, given) and node.tag not in ("body", "html", "a"):
            given.add(node.mem_id)
            yield node


def _under_headings(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The list that stands under a heading like «Читайте также»: the nearest element above it with links."""
    for node in tree.css("h2,h3,h4,h5,h6,strong,b,[class*=title],[class*=head]"):
        text = node.text(deep=True).strip() if node.tag else ""
        if not text or len(text) > 40 or related_heading(text) is None:
            continue
        above: LexborNode | None = node
        for _ in range(CLIMB_STEPS):
            if above is None or above.tag in ("body", "html", "article", "main"):
                break
            if beside := _links_after(above):
                yield beside
                break
            if above.css_first("a") is not None and above.css_first("h1") is None and len(above.css("p")) < 4:
                yield above
                break
            above = above.parent


def _links_after(node: LexborNode) -> LexborNode | None:
    """The list or table right after an element, when it holds links."""
    after = node.next
    while after is not None and after.tag in ("-text", "br", "hr"):
        after = after.next
    if after is not None and after.tag in ("ul", "ol", "table", "dl") and after.css_first("a[href]") is not None:
        return after
    return None


def _inside(node: LexborNode, given: set[int]) -> bool:
    """Whether an element stands in one that was given."""
    above = node.parent
    for _ in range(8):
        if above is None:
            return False
        if above.mem_id in given:
            return True
        above = above.parent
    return False


def _read_block(block: LexborNode, url: str | None) -> Iterator[Related]:
    """The headlines of one block, each with the day and the section that stand in its item."""
    for link in block.css("a[href]")[: MOST * 2]:
        title = _title(link)
        if len(title.split()) < SHORTEST_WORDS or related_heading(title) is not None:
            continue
        item = link
        while (above := item.parent) is not None and above.mem_id != block.mem_id and len(above.css("a[href]")) == 1:
            item = above
        href = link.attributes.get("href") or ""
        address = urljoin(url, href) if url and "://" in url else href
        yield Related(title=title, url=address or None, date=_day(item, title), section=_section(item))


def _title(link: LexborNode) -> str:
    """The link's text without a day or clock of its own."""
    inner = link.css_first("[class*=title],[class*=name],h2,h3,h4,h5")
    if inner is not None and len(inner.text(deep=True).split()) >= SHORTEST_WORDS:
        return one_line(inner.text(deep=True, separator=" "))
    stamp = " ".join(node.text(deep=True) for node in link.css("time,[class*=date],[class*=time]"))
    return one_line(link.text(deep=True, separator=" ").replace(stamp, " ", 1) if stamp else link.text(deep=True, separator=" "))


def _day(item: LexborNode, title: str) -> PartialDate | None:
    """The day in an item: of its `<time>`, of an element that its class names so, or beside the headline."""
    node = item.css_first("time,[class*=date],[class*=time]")
    if node is None:
        return find_day(item.text(deep=True, separator=" ").replace(title, " ", 1))
    return find_day(node.text(deep=True)) or find_day(node.attributes.get("datetime") or "")


def _section(item: LexborNode) -> str | None:
    """The section that an item names."""
    for node in item.css("[class]"):
        if _SECTION_CLASS.search(class_of(node)):
            return one_line(node.text(deep=True)) or None
    return None

"""Headlines of other stories on an HTML page: links under «Читайте также», in asides, in blocks that their class names."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from pobratim.core.date import PartialDate
from pobratim.core.page import Related

from .address import whole_address
from .day import find_day
from .elements import Elements
from .mark import fold, folds_to, related_heading
from .normalise import one_line

MOST = 40
SHORTEST_WORDS = 3
CLIMB_STEPS = 3
_STAMPS = "time,[class*=date],[class*=time]"


def find_related(elements: Elements, url: str | None, title: str | None) -> list[Related]:
    """The headlines of other stories, at most `MOST`, in the order of the page.

    Args:
        elements: the page's elements, before anything was taken out of it.
        url: the page's address; links are given whole when it is one of the web.
        title: this story's headline, which is no other story's.
    """
    found: dict[str, Related] = {}
    own = fold(title) if title is not None else None
    for block in _blocks(elements):
        for item in _read_block(block, elements, url):
            if own is None or not folds_to(item.title, own):
                found.setdefault(item.title, item)
        if len(found) >= MOST:
            break
    return list(found.values())[:MOST]


def _blocks(elements: Elements) -> Iterator[LexborNode]:
    """Elements that hold headlines of others; an element inside one that was given is not given again."""
    known: set[int] = set()  # those given, and those met inside them
    for node in (*elements.of("related"), *_under_headings(elements), *elements.of("aside")):
        path: list[int] = []
        above: LexborNode | None = node
        while above is not None and (key := above.mem_id) not in known:
            path.append(key)
            above = above.parent
        if above is not None:
            known.update(path)
        elif node.tag not in ("body", "html", "a"):
            known.add(path[0])
            yield node


def _under_headings(elements: Elements) -> Iterator[LexborNode]:
    """The list that stands under a heading like «Читайте также»: the nearest element above it with links."""
    for node in elements.of("heading"):
        text = node.text(deep=True).strip()
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


def _read_block(block: LexborNode, elements: Elements, url: str | None) -> Iterator[Related]:
    """The headlines of one block, each with the day and the section that stand in its item."""
    titles, stamps, sections = elements.first("title"), elements.first("stamp"), elements.first("section")
    for link, item in _with_items(block.css("a[href]"), block)[: MOST * 2]:
        title = _title(link, titles.get(link.mem_id), stamped=link.mem_id in stamps)
        if title.count(" ") < SHORTEST_WORDS - 1 or related_heading(title) is not None:
            continue
        href = link.attributes.get("href") or ""
        section = sections.get(item.mem_id)
        yield Related(
            title=title,
            url=whole_address(url, href) or None,
            date=_day(item, title, stamps.get(item.mem_id)),
            section=one_line(section.text(deep=True)) or None if section is not None else None,
        )


def _with_items(links: list[LexborNode], block: LexborNode) -> list[tuple[LexborNode, LexborNode]]:
    """Each link with its item, the widest element around it in the block that holds no other link."""
    held: dict[int, int] = {}
    paths: list[list[tuple[int, LexborNode]]] = []
    top = block.mem_id
    for link in links:
        path: list[tuple[int, LexborNode]] = []
        above: LexborNode | None = link
        while above is not None and (key := above.mem_id) != top:
            path.append((key, above))
            held[key] = held.get(key, 0) + 1
            above = above.parent
        paths.append(path)
    found = []
    for link, path in zip(links, paths, strict=True):
        item = link
        for key, above in path[1:]:
            if held[key] != 1:
                break
            item = above
        found.append((link, item))
    return found


def _title(link: LexborNode, inner: LexborNode | None, *, stamped: bool) -> str:
    """The text of the element inside a link that its class names a title, else the link's without a day or clock of its own.

    Args:
        link: the link.
        inner: the title's element, or None.
        stamped: whether the link holds a day or a clock.
    """
    if inner is not None and (title := one_line(inner.text(deep=True, separator=" "))).count(" ") >= SHORTEST_WORDS - 1:
        child = inner.first_child  # the separator makes words only where it stands between pieces
        alone = child is not None and child.next is None and child.tag == "-text"
        if alone or len(inner.text(deep=True).split()) >= SHORTEST_WORDS:
            return title
    stamp = " ".join(node.text(deep=True) for node in link.css(_STAMPS)) if stamped else ""
    return one_line(link.text(deep=True, separator=" ").replace(stamp, " ", 1) if stamp else link.text(deep=True, separator=" "))


def _day(item: LexborNode, title: str, stamp: LexborNode | None) -> PartialDate | None:
    """The day in an item: of its `<time>` or an element that its class names so, or beside the headline."""
    if stamp is None:
        return find_day(item.text(deep=True, separator=" ").replace(title, " ", 1))
    if day := find_day(stamp.text(deep=True)):
        return day
    written = stamp.attributes.get("datetime")
    return find_day(written) if written else None

"""What a page says of itself in its head and its marks: title, day, authors, sections, site."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from selectolax.lexbor import LexborNode

from pobratim.core.date import PartialDate
from pobratim.lexicon.word_list import word_list

from .address import host_of
from .day import find_day
from .elements import Elements, Mark
from .linked_data import LinkedData, read_linked_data
from .normalise import one_line

LONGEST_AUTHOR = 60
#: Attributes and the words in them that name a path, the surest first.
PATHS = (("class", "breadcrumb"), ("id", "breadcrumb"), ("class", "bread-crumb"), ("class", "crumbs"))


class Metadata(msgspec.Struct):
    """The fields of a page's head; None or empty where it is silent. `titles` are candidates, the surest first."""

    titles: list[str] = []
    published: PartialDate | None = None
    authors: list[str] = []
    sections: list[str] = []
    comments: int | None = None
    site: str | None = None


def read_metadata(elements: Elements, url: str | None) -> Metadata:
    """The metadata of a page.

    Args:
        elements: the page's elements.
        url: its address; its host is the site's name where nothing else says it.
    """
    marks = elements.marks
    metas = _metas(marks)
    linked = read_linked_data(elements)
    site = metas.get("og:site_name") or linked.site
    site = site or host_of(url)
    return Metadata(
        titles=_titles(elements, metas, linked),
        published=_published(marks, metas, linked),
        authors=_authors(marks, metas, linked, site),
        sections=_sections(elements, metas, linked),
        comments=_comments(marks, linked),
        site=one_line(site) if site else None,
    )


def _metas(marks: list[Mark]) -> dict[str, str]:
    """Name, property or itemprop of each `<meta>` in lower case → its content; the first one counts."""
    found: dict[str, str] = {}
    for node, attributes, _ in marks:
        if node.tag != "meta":
            continue
        content = attributes.get("content")
        if content and content.strip():
            for key in ("property", "name", "itemprop"):
                if name := attributes.get(key):
                    found.setdefault(name.lower(), content.strip())
    return found


def _titles(elements: Elements, metas: dict[str, str], linked: LinkedData) -> list[str]:
    """Candidates for the headline."""
    title = next((node.text() for node in elements.of("page title")), None)
    candidates = [metas.get("og:title"), linked.headline, metas.get("twitter:title"), title]
    return [one_line(c) for c in candidates if c and c.strip()]


def _published(marks: list[Mark], metas: dict[str, str], linked: LinkedData) -> PartialDate | None:
    """The day of publication that the head, JSON-LD or an itemprop states."""
    if linked.published and (day := find_day(linked.published)):
        return day
    for name in word_list("pages", "meta_published"):
        if name in metas and (day := find_day(metas[name])):
            return day
    for node, attributes, says in marks:
        stated = "datePublished" in says or node.tag == "time" and "pubdate" in attributes
        if stated and not _belongs_to_other(node):
            written = attributes.get("datetime") or attributes.get("content") or node.text(deep=True)
            if day := find_day(written):
                return day
    return None


def _belongs_to_other(node: LexborNode) -> bool:
    """Whether a mark stands in an aside, a list or a link: a headline of another story."""
    above = node.parent
    for _ in range(6):
        if above is None:
            return False
        if above.tag in ("aside", "li", "a", "nav", "footer"):
            return True
        above = above.parent
    return False


def _authors(marks: list[Mark], metas: dict[str, str], linked: LinkedData, site: str | None) -> list[str]:
    """The authors named; the site itself is none."""
    named = linked.authors or [metas[key] for key in ("author", "article:author", "dc.creator") if key in metas][:1]
    if not named:
        own = [mark for mark in marks if _names_author(mark) and not _belongs_to_other(mark.node)]
        named = [(mark.attributes.get("content") or mark.node.text(deep=True, separator=" ")) for mark in own[:3]]
    names = [one_line(name).removeprefix("Автор:").strip() for name in named]
    unique = dict.fromkeys(n for n in names if n and len(n) <= LONGEST_AUTHOR and n != site and "://" not in n)
    return list(unique)


def _names_author(mark: Mark) -> bool:
    """Whether an element says that it names an author; the words of `rel` are read without regard to case."""
    return "author" in mark.says or "author" in (mark.attributes.get("rel") or "").lower().split()


def _sections(elements: Elements, metas: dict[str, str], linked: LinkedData) -> list[str]:
    """The path of the page: breadcrumb marks first, then the section that the head names."""
    for node in _paths(elements):
        if names := list(_crumb_names(node)):
            return names
    if linked.sections:
        return [one_line(name) for name in linked.sections]
    named = metas.get("article:section") or metas.get("articlesection")
    return [one_line(named)] if named else []


def _paths(elements: Elements) -> Iterator[LexborNode]:
    """Elements that are a path by what they say of themselves: the first of each way to say it."""
    typed = [mark.node for mark in elements.marks if (mark.attributes.get("itemtype") or "").endswith("BreadcrumbList")]
    yield from typed[:1]
    named = [(node, node.attributes) for node in elements.of("path")]
    for attribute, word in PATHS if named else ():
        yield from [node for node, attributes in named if word in (attributes.get(attribute) or "")][:1]


def _crumb_names(node: LexborNode) -> Iterator[str]:
    """The names of a breadcrumb's links, and of the plain text between them."""
    for child in node.css("a,[itemprop~=name],li,span"):
        if not any(inner.tag in ("a", "span", "li") for inner in child.iter(include_text=False)):
            name = one_line(child.text(deep=True)).strip(" /»>›→|•—-")
            if name:
                yield name


def _comments(marks: list[Mark], linked: LinkedData) -> int | None:
    """The number of comments that a mark states."""
    if linked.comments is not None:
        return linked.comments
    told = next((mark for mark in marks if "commentCount" in mark.says), None)
    written = (told.attributes.get("content") or told.node.text(deep=True)).strip() if told else ""
    return int(written) if written.isdigit() else None

"""The elements of a page by what they may hold: one walk through the page in place of a selector's walk for every question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pobratim.core.memo import remembered

from .block import bears

#: Kind → the tags that make an element one of it.
_TAGS = {
    "paragraph": "p div td li section article main pre blockquote font center body",
    "headline": "h1",
    "subheadline": "h2 h3",
    "page title": "title",
    "script": "script",
    "article": "article",
    "aside": "aside",
    "heading": "h2 h3 h4 h5 h6 strong b",
    "title": "h2 h3 h4 h5",
    "stamp": "time",
    "credit": "figcaption",
}
_KINDS_OF_TAG: dict[str | None, tuple[str, ...]] = {
    tag: tuple(kind for kind, tags in _TAGS.items() if tag in tags.split()) for tag in " ".join(_TAGS.values()).split()
}
#: Kind → the words of which one in an element's class makes it one of it, as a part of a word too.
_CLASSES = {
    "subheadline": "title headline",
    "heading": "title head",
    "title": "title name",
    "stamp": "date time",
    "related": "related recommend similar more-news other-news read-also popular",
    "comment": "comment",
    "path": "crumb",
    "author": "author byline",
    "credit": "credit copyright caption photo",
}
#: The same in its id.
_IDS = {"comment": "comment", "path": "crumb"}
#: The same as whole words of its itemprop.
_SAID = {"headline": "headline", "credit": "copyrightHolder", "lead": "description"}
#: Attributes by which an element says something of the page; `rel` does where it names an author.
_MARKING = frozenset("itemprop itemtype property content pubdate rel".split())
_TELLING = _MARKING | {"class", "id"}
_BODY_TAGS = frozenset("section article td main".split())
_LEAD_TAGS = frozenset("div p h2 h3 section".split())
_SECTION = re.compile(r"(?:^|[\s_-])(?:section|rubric|category|cat|tag|label)(?:$|[\s_-])", re.IGNORECASE)


class Mark(NamedTuple):
    """An element that says something of the page by its attributes; `says` are the words of its itemprop."""

    node: LexborNode
    attributes: dict[str, str | None]
    says: Sequence[str]


class Elements:
    """A page's elements by kind, those of each in the page's order. To be asked before anything is taken out of the page.

    Args:
        tree: the parsed page.
    """

    def __init__(self, tree: LexborHTMLParser) -> None:
        found: dict[str, list[LexborNode]] = defaultdict(list)
        #: What says something by its attributes.
        self.marks: list[Mark] = []
        for node in tree.css("*"):
            said = node.attributes
            if said and not _TELLING.isdisjoint(said):
                kinds = _kinds(node.tag, said.get("class"), said.get("id"), said.get("itemprop"))
                if not _MARKING.isdisjoint(said) and _is_mark(said):
                    self.marks.append(Mark(node, said, (said.get("itemprop") or "").split()))
            else:
                kinds = _KINDS_OF_TAG.get(node.tag, ())
            for kind in kinds:
                found[kind].append(node)
        self._found = found
        self._first: dict[str, dict[int, LexborNode]] = {}

    def of(self, kind: str) -> list[LexborNode]:
        """The elements of a kind, as the tables above name it, or of these: `body` and `lead` for what a class or id names
        the story or its lead, `section` for what a class names the section of an item.
        """
        return self._found.get(kind, [])

    def first(self, kind: str) -> dict[int, LexborNode]:
        """The first element of a kind in each element that holds any or is one, by that element's id."""
        if (known := self._first.get(kind)) is None:
            known = self._first[kind] = _first_in_each(self.of(kind))
        return known


def _is_mark(said: dict[str, str | None]) -> bool:
    """Whether an element with one of those attributes is not a mere link to other than an author."""
    return any(name != "rel" or "author" in (said[name] or "").lower() for name in _MARKING & said.keys())


def _first_in_each(nodes: list[LexborNode]) -> dict[int, LexborNode]:
    """The first of the nodes in each element around them; what stands around a known element is known."""
    first: dict[int, LexborNode] = {}
    for node in nodes:
        above: LexborNode | None = node
        while above is not None and (key := above.mem_id) not in first:
            first[key] = node
            above = above.parent
    return first


@remembered(8192)
def _kinds(tag: str | None, classes: str | None, name: str | None, says: str | None) -> tuple[str, ...]:
    """The kinds of an element by its tag, class, id and itemprop. A page repeats few of them, so they are remembered."""
    found = set(_KINDS_OF_TAG.get(tag, ()))
    for said, table in ((classes, _CLASSES), (name, _IDS)):
        if said:
            found.update(kind for kind, words in table.items() if any(map(said.__contains__, words.split())))
    both = f"{classes or ''} {name or ''}"
    if (tag == "div" or (tag in _BODY_TAGS and classes is not None)) and bears(both, "body_class"):
        found.add("body")
    if tag in _LEAD_TAGS and classes is not None and (bears(both, "lead_class") or "description" in (says or "")):
        found.add("lead")
    if classes and _SECTION.search(classes):
        found.add("section")
    if says:
        found.update(kind for kind, word in _SAID.items() if word in says.split())
    return tuple(found)

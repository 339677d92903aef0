"""Lines of text inside an HTML element: one a paragraph, list item, heading, row, or piece between `<br>`s."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from pobratim.core.memo import remembered
from pobratim.lexicon.word_list import word_list

from .normalise import one_line

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike"
    " strong sub sup time tt u var wbr noindex amp-fit-text".split()
)
SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed video audio canvas button input select textarea"
    " nav aside footer figure figcaption picture img map amp-social-share amp-ad amp-embed amp-iframe amp-img"
    " amp-carousel amp-sidebar amp-analytics dialog menu head -comment".split()
)
HEADER_LINKS = 5
FORM_CHARS = 300


class Line(NamedTuple):
    """A line of an element: its text, the tag of the block it stands in, and how many code points are links."""

    text: str
    tag: str
    linked: int


class _Reader:
    """Walks an element and cuts its text into lines."""

    def __init__(self, most: int | None) -> None:
        self.most = most
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.linked = 0

    def walk(self, node: LexborNode, tag: str, *, linked: bool = False) -> None:
        """Read the node's children; `tag` is the block they stand in."""
        for child in node.iter(include_text=True):
            if self.most is not None and len(self.lines) >= self.most:
                break
            name = child.tag or ""
            if name == "-text":
                piece = child.text_content or ""
                self.pieces.append(piece)
                self.linked += len(piece.strip()) if linked else 0
            elif name in INLINE:
                self.walk(child, tag, linked=linked or name == "a")
            elif name == "br":
                self.flush(tag)
            elif name in ("td", "th"):
                self.pieces.append(" ")
                self.walk(child, "tr", linked=linked)
            elif name not in SKIPPED and not (name in ("form", "header") and _is_furniture(child)):
                self.flush(tag)
                self.walk(child, name, linked=linked)
                self.flush(name)

    def flush(self, tag: str) -> None:
        """End the line."""
        if self.pieces:
            if text := one_line("".join(self.pieces)):
                self.lines.append(Line(text, tag, self.linked))
            self.pieces = []
        self.linked = 0


def _is_furniture(node: LexborNode) -> bool:
    """Whether a form or header is the site's; some sites wrap the whole page in one form, or a headline in a header."""
    if node.tag == "header":
        return node.css_first("nav") is not None or len(node.css("a")) > HEADER_LINKS
    return len(node.text(deep=True)) < FORM_CHARS


def read_block(node: LexborNode, most: int | None = None) -> list[Line]:
    """The lines of an element in order, none empty; scripts, forms, asides and pictures are left out.

    Args:
        node: the element.
        most: how many lines are asked for; None for all.
    """
    reader = _Reader(most)
    reader.walk(node, node.tag or "")
    reader.flush(node.tag or "")
    return reader.lines[:most]


@remembered(8192)
def bears(classes: str, name: str) -> bool:
    """Whether a class or id (see `class_of`) bears a word of a list of class names, from the beginning of a part on.

    A page repeats few classes on many elements, so they are remembered.

    Args:
        classes: as `class_of` gives them.
        name: the list, `lexicon/pages/<name>.txt`.

    >>> bears("news__related ", "clutter_class"), bears("unrelated ", "clutter_class")
    (True, False)
    """
    return _class_pattern(name).search(classes) is not None


@cache
def _class_pattern(name: str) -> re.Pattern[str]:
    """Any word of a list of class names."""
    words = "|".join(sorted(map(re.escape, word_list("pages", name)), key=len, reverse=True))
    return re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_0-9-])", re.IGNORECASE)


def class_of(node: LexborNode) -> str:
    """Class and id of an element, parted by a space."""
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def drop_clutter(block: LexborNode, keep_share: float = 0.4) -> None:
    """Take out of a story's block what its class or id names as something else.

    Args:
        block: the story's block; it is changed.
        keep_share: an element that holds more of the block's text is not clutter, whatever its name says.
    """
    total = len(block.text(deep=True)) * keep_share
    for node in block.css("[class],[id],[hidden],[aria-hidden=true]"):
        if node.mem_id == block.mem_id or node.tag in ("body", "html", None):
            continue
        attributes = node.attributes
        hidden = "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "")
        if (hidden or bears(class_of(node), "clutter_class")) and len(node.text(deep=True)) <= total:
            node.decompose(recursive=True)

"""Which element of a page holds the story."""

from __future__ import annotations

from collections import defaultdict

from selectolax.lexbor import LexborNode

from .block import bears, class_of
from .elements import Elements

ENOUGH_CHARS = 160
FEW_CHARS = 400
SHORTEST_PARAGRAPH = 25
STEPS_OUT = 8
CLASS_STEPS_OUT = 5
MARKED_SHARE = 0.2
CLASSED_SHARE = 0.6
#: A parent whose paragraphs make so much more text than the best child's holds a story that is cut into parts.
CLIMB_GAIN = 1.25
OUTSIDE = frozenset("aside nav footer".split())
CLIMB_STEPS = 5


def find_story(elements: Elements) -> LexborNode | None:
    """The element with the story: one that says so, or the one whose paragraphs have the most text of their own.

    Returns:
        None where no element has text of its own.
    """
    scored = _by_paragraphs(elements, by_class=True)
    if scored is None or scored[1] < FEW_CHARS:  # a wrapper of the whole page may bear a clutter's name
        anywhere = _by_paragraphs(elements, by_class=False)
        if anywhere and (scored is None or anywhere[1] > 2 * scored[1]):
            scored = anywhere
    most = scored[1] if scored else ENOUGH_CHARS
    for node, share in _declared(elements):
        if _own_chars(node) >= share * most:
            return node
    return scored[0] if scored else None


def _declared(elements: Elements) -> list[tuple[LexborNode, float]]:
    """Elements that declare themselves the story, the surest first, each with the share of the best element's text
    that it must hold: a class name is often given to one part of a story only.
    """
    marked = [
        m for m in elements.marks if "articleBody" in m.says or "articleBody" in (m.attributes.get("property") or "").split()
    ]
    marked.sort(key=lambda mark: "itemprop" not in mark.attributes)
    classed = [node for node in elements.of("body") if not _stands_outside(node)]
    articles = elements.of("article")
    if len(articles) == 1:
        classed += articles
    return [(mark.node, MARKED_SHARE) for mark in marked] + [(node, CLASSED_SHARE) for node in classed]


def _by_paragraphs(elements: Elements, *, by_class: bool) -> tuple[LexborNode, float] | None:
    """The element whose paragraphs have the most text that is no link, and that number of code points.

    A paragraph is a `<p>`, or the own text of another block: stories are also parted by `<br>` or `<div>`.

    Args:
        elements: the page's elements.
        by_class: whether what a class names as clutter is left out.
    """
    weights: dict[int, float] = defaultdict(float)
    nodes: dict[int, LexborNode] = {}
    for paragraph in elements.of("paragraph"):
        is_p = paragraph.tag == "p"
        text = paragraph.text(deep=is_p)
        if len(text) < SHORTEST_PARAGRAPH or (length := len(text.strip())) < SHORTEST_PARAGRAPH:
            continue
        length -= 2 * sum(len(link.text(deep=True)) for link in paragraph.css("a")) if is_p else 0
        if length <= 0 or _stands_outside(paragraph, by_class=by_class):
            continue
        node = paragraph.parent if is_p else paragraph
        for _ in range(CLIMB_STEPS):
            if node is None or node.tag in ("html", None):
                break
            nodes[node.mem_id] = node
            weights[node.mem_id] += length
            node = node.parent
    return _deepest(nodes, weights) if weights else None


def _deepest(nodes: dict[int, LexborNode], weights: dict[int, float]) -> tuple[LexborNode, float]:
    """The innermost element that still has nearly all of the best one's text."""
    enough = max(weights.values()) / CLIMB_GAIN
    fitting = [key for key in weights if weights[key] >= enough]
    key = max(fitting, key=lambda key: _depth_below(nodes[key]))
    return nodes[key], weights[key]


def _depth_below(node: LexborNode) -> int:
    """How many elements stand above the node."""
    depth, above = 0, node.parent
    while above is not None:
        depth, above = depth + 1, above.parent
    return depth


def _own_chars(node: LexborNode) -> int:
    """Code points of an element's text that are no link."""
    return len(node.text(deep=True).strip()) - sum(len(link.text(deep=True)) for link in node.css("a"))


def _stands_outside(node: LexborNode, *, by_class: bool = True) -> bool:
    """Whether an element stands in an aside, a menu, a foot, or a block that its class names as clutter."""
    above: LexborNode | None = node
    for step in range(STEPS_OUT):
        if above is None or above.tag in ("body", "html", None):
            return False
        if above.tag in OUTSIDE or (by_class and step < CLASS_STEPS_OUT and bears(class_of(above), "clutter_class")):
            return True
        above = above.parent
    return False

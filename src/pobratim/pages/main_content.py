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
    known: dict[int, bool] = {}
    classed = [node for node in elements.of("body") if not _stands_outside(node, known)]
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
    holders: dict[int, LexborNode] = {}
    lengths: dict[int, int] = defaultdict(int)
    known: dict[int, bool] = {}
    for paragraph in elements.of("paragraph"):
        is_p = paragraph.tag == "p"
        text = paragraph.text(deep=is_p)
        if len(text) < SHORTEST_PARAGRAPH or (length := len(text.strip())) < SHORTEST_PARAGRAPH:
            continue
        length -= 2 * _linked_chars(paragraph) if is_p else 0
        holder = paragraph.parent if is_p else paragraph
        if length > 0 and holder is not None and not _stands_outside(paragraph, known, by_class=by_class):
            holders[holder.mem_id] = holder
            lengths[holder.mem_id] += length
    return _deepest(holders, lengths) if holders else None


def _linked_chars(node: LexborNode) -> int:
    """Code points of an element's text that are links."""
    child = node.first_child
    if child is None or (child.next is None and child.tag == "-text"):
        return 0  # most paragraphs
    return sum(len(link.text(deep=True)) for link in node.css("a"))


def _deepest(holders: dict[int, LexborNode], lengths: dict[int, int]) -> tuple[LexborNode, float]:
    """The innermost element that still has nearly all of the best one's text.

    Args:
        holders: the elements that hold paragraphs, by their ids.
        lengths: the code points of those paragraphs, by the same.
    """
    weights: dict[int, float] = defaultdict(float)
    nodes: dict[int, LexborNode] = {}
    for key, holder in holders.items():
        node: LexborNode | None = holder
        for _ in range(CLIMB_STEPS):
            if node is None or node.tag in ("html", None):
                break
            nodes[node.mem_id] = node
            weights[node.mem_id] += lengths[key]
            node = node.parent
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
    return len(node.text(deep=True).strip()) - _linked_chars(node)


def _stands_outside(node: LexborNode, known: dict[int, bool], *, by_class: bool = True) -> bool:
    """Whether an element stands in an aside, a menu, a foot, or a block that its class names as clutter, or is one.

    Args:
        node: the element.
        known: what was found of the elements around those asked before: what stands side by side stands in the same.
        by_class: whether classes are asked.
    """
    if node.tag in ("body", "html", None):
        return False
    if node.tag in OUTSIDE or (by_class and bears(class_of(node), "clutter_class")):
        return True
    above = node.parent
    if above is None:
        return False
    if (found := known.get(above.mem_id)) is None:
        found = known[above.mem_id] = _lies_outside(above, by_class=by_class)
    return found


def _lies_outside(around: LexborNode, *, by_class: bool) -> bool:
    """Whether what an element holds stands outside, by it and what stands around it."""
    above: LexborNode | None = around
    for step in range(1, STEPS_OUT):
        if above is None or above.tag in ("body", "html", None):
            return False
        if above.tag in OUTSIDE or (by_class and step < CLASS_STEPS_OUT and bears(class_of(above), "clutter_class")):
            return True
        above = above.parent
    return False

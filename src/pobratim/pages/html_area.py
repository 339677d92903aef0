"""The part of a page that holds its headline and its story, and what stands in it beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from .block import bears, class_of

#: Elements beside a story that never say anything of it.
PASSED_OVER = frozenset("script style nav aside footer".split())


class Area(NamedTuple):
    """The smallest element that holds the headline and the story; without a headline the story's parent.

    `headline` is the headline's element where it stands outside the story; `beside` is what stands in the area beside the
    story, it and the headline among it, in order: elements that hold either are opened, others that a class names clutter
    left out.
    """

    node: LexborNode
    headline: LexborNode | None
    beside: list[LexborNode]


def area_of(story: LexborNode, shown: LexborNode | None) -> Area | None:
    """What stands around a story, or None where nothing holds it and the headline.

    Args:
        story: the story's block.
        shown: the headline's element.
    """
    around = list(_upwards(story))[1:]
    path = [node.mem_id for node in _upwards(shown)] if shown is not None else []
    holders = frozenset(path)
    node = next((node for node in around if shown is None or node.mem_id in holders), None)
    if node is None:
        return None
    headline = shown if story.mem_id not in holders else None
    opened = {node.mem_id for node in around}.union(path[1:] if headline is not None else ())
    return Area(node, headline, list(_beside(node, opened)))


def _upwards(node: LexborNode) -> Iterator[LexborNode]:
    """The node and what stands around it within the page's `<html>`, the nearest first."""
    current: LexborNode | None = node
    while current is not None and current.tag not in ("html", None):
        yield current
        current = current.parent


def _beside(area: LexborNode, opened: set[int]) -> Iterator[LexborNode]:
    """The elements of an area in order; in place of one to be opened what it holds."""
    for child in area.iter(include_text=False):
        if child.tag in PASSED_OVER:
            continue
        if child.mem_id in opened:
            yield from _beside(child, opened)
        elif not bears(class_of(child), "clutter_class"):
            yield child


def is_within(node: LexborNode, container: LexborNode) -> bool:
    """Whether a node is the container or stands in it."""
    current: LexborNode | None = node
    while current is not None:
        if current.mem_id == container.mem_id:
            return True
        current = current.parent
    return False


def within(container: LexborNode, nodes: list[LexborNode]) -> Iterator[LexborNode]:
    """Those of the nodes that are the container or stand in it."""
    return (node for node in nodes if is_within(node, container))


def in_other_story(node: LexborNode, area: LexborNode) -> bool:
    """Whether a lead is of another story: in an aside, a list item, or a card."""
    above = node.parent if node.tag == "a" else node
    while above is not None and above.mem_id != area.mem_id:
        if above.tag in ("aside", "li", "a", "footer") or bears(class_of(above), "clutter_class"):
            return True
        above = above.parent
    return False

"""The part of a page that holds its headline and its story, and what stands in it beside them."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from .block import bears, class_of


def area_of(story: LexborNode, shown: LexborNode | None) -> LexborNode | None:
    """The smallest element that holds the headline and the story; without a headline the story's parent."""
    if shown is None:
        return story.parent if story.parent is not None and story.parent.tag != "html" else None
    above = story.parent
    while above is not None and above.tag not in ("html", None):
        if is_within(shown, above):
            return above
        above = above.parent
    return None


def siblings(area: LexborNode, story: LexborNode, shown: LexborNode | None) -> list[LexborNode]:
    """The elements of the area in order, opened where they hold the headline or the story."""
    found: list[LexborNode] = []
    for child in area.iter(include_text=False):
        if child.tag in ("script", "style", "nav", "aside", "footer"):
            continue
        if any(n is not None and n.mem_id != child.mem_id and is_within(n, child) for n in (story, shown)):
            found += siblings(child, story, shown)
        elif not bears(class_of(child), "clutter_class"):
            found.append(child)
    return found


def is_within(node: LexborNode, container: LexborNode) -> bool:
    """Whether a node is the container or stands in it."""
    current: LexborNode | None = node
    while current is not None:
        if current.mem_id == container.mem_id:
            return True
        current = current.parent
    return False


def in_other_story(node: LexborNode, area: LexborNode) -> bool:
    """Whether a lead is of another story: in an aside, a list item, or a card."""
    above = node.parent if node.tag == "a" else node
    while above is not None and above.mem_id != area.mem_id:
        if above.tag in ("aside", "li", "a", "footer") or bears(class_of(above), "clutter_class"):
            return True
        above = above.parent
    return False

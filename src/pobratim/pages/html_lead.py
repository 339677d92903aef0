"""The lead that stands between the headline and the story's block: named by its class, or a paragraph of its own."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from .block import read_block
from .elements import Elements
from .html_area import Area, in_other_story, is_within, within
from .mark import ends_sentence, is_cookie_notice, is_share, photo_credit
from .normalise import one_line

SHORTEST_LEAD = 40
SHORTEST_PLAIN = 60
MOST_PLAIN = 2


def find_lead(elements: Elements, story: LexborNode, area: Area) -> list[str]:
    """The lines of the lead, in order; empty where there is none.

    Args:
        elements: the page's elements.
        story: the story's block, which does not hold the headline.
        area: what stands around it.
    """
    return _named(elements, area.node, story) or (_between(area, story, area.headline) if area.headline is not None else [])


def _named(elements: Elements, area: LexborNode, story: LexborNode) -> list[str]:
    """The lead that a class or an itemprop names."""
    for node in within(area, elements.of("lead")):
        if node.tag == "meta" or is_within(node, story) or is_within(story, node) or node.css_first("a,h1"):
            continue
        text = one_line(node.text(deep=True, separator=" "))
        if len(text) >= SHORTEST_LEAD and not is_share(text) and not in_other_story(node, area):
            return [text]
    return []


def _between(area: Area, story: LexborNode, shown: LexborNode) -> list[str]:
    """Whole sentences that stand between the headline and the story; many of them are something else."""
    found: list[str] = []
    under = False
    for child in area.beside:
        if child.mem_id == story.mem_id:
            break
        if under:
            found += [line.text for line in read_block(child) if _is_sentence(line.text, line.linked)]
        under = under or child.mem_id == shown.mem_id
    return found if len(found) <= MOST_PLAIN else []


def _is_sentence(line: str, linked: int) -> bool:
    """Whether a line is a paragraph rather than a button, a caption, a notice or a link."""
    plain = not (is_share(line) or is_cookie_notice(line) or photo_credit(line))
    return len(line) >= SHORTEST_PLAIN and ends_sentence(line) and 2 * linked < len(line) and plain

"""The headline of an HTML page: its `<h1>`, or what the head says without the site's name."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from .elements import Elements
from .mark import fold, is_menu
from .normalise import one_line

LONGEST = 300
SHORTEST_CUT = 30
#: A <title> of fewer words is the site's name.
STATED_WORDS = 3
_SUFFIX = re.compile(r"\s+[|•·»/—–-]+\s+|\s*\|\s*|\s+::\s+")


def find_headline(elements: Elements, titles: list[str], site: str | None) -> tuple[str | None, LexborNode | None]:
    """The headline, and the element that shows it (None where only the head has it).

    Args:
        elements: the page's elements.
        titles: what the head states, the surest first.
        site: the site's name, to be cut off.
    """
    shown = [(one_line(node.text(deep=True, separator=" ")), node) for node in elements.of("headline")]
    shown = [(text, node) for text, node in shown if text and len(text) <= LONGEST and not _in_link_home(node)]
    stated = [fold(title) for title in titles]
    for text, node in shown:
        if any(_same(fold(text), title) for title in stated):
            return text, node
    heads = [(text, node) for text, node in shown if node.tag == "h1" and not is_menu(text) and text != site]
    if len(heads) == 1 and (not titles or not _better(titles[0], site)):
        return heads[0]
    for node in elements.of("subheadline") if titles else []:
        if _in_link_home(node):
            continue
        text = one_line(node.text(deep=True, separator=" "))
        if 15 < len(text) <= LONGEST and any(_same(fold(text), title) for title in stated) and node.tag != "title":
            return text, node
    if heads:
        return heads[0]
    cleaned = [without_site(title, site) for title in titles]
    sure = cleaned and fold(cleaned[0]) != fold(site or "") and len(cleaned[0].split()) >= STATED_WORDS
    return (cleaned[0] if sure else None), None


def heading_of(story: LexborNode) -> tuple[str | None, LexborNode | None]:
    """The heading that opens a story's block, for pages that show and state no other; `(None, None)` where none does."""
    node = story.css_first("h1,h2,h3")
    text = one_line(node.text(deep=True, separator=" ")) if node is not None else ""
    if len(text.split()) < STATED_WORDS or len(text) > LONGEST or not one_line(story.text(deep=True)).startswith(text[:20]):
        return None, None
    return text, node


def without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end or beginning.

    >>> without_site("Визит в Минск — Новости — Портал Тосно", "Портал Тосно")
    'Визит в Минск'
    """
    pieces = _SUFFIX.split(title)
    if len(pieces) < 2:
        return title
    longest = max(pieces, key=len)
    if pieces[0] == longest or len(pieces[0]) >= 25:
        first = title.find(pieces[1], len(pieces[0]))
        if len(pieces[1].split()) > 5 and (site is None or fold(site) not in fold(pieces[1])):
            return title if len(pieces) == 2 else title[: title.find(pieces[2], first)].rstrip(" |•·»/—–-:")
        return pieces[0].strip()
    return longest.strip()


def _same(shown: str, stated: str) -> bool:
    """Whether a shown headline is the stated one, perhaps with the site's name behind, or cut short."""
    if len(shown) < 8:
        return shown == stated
    cut_short = len(stated) > SHORTEST_CUT and shown.startswith(stated.rstrip("… ."))
    return stated.startswith(shown[:80]) or (stated.endswith(shown) and 2 * len(shown) > len(stated)) or cut_short


def _better(title: str, site: str | None) -> bool:
    """Whether the head's own title is more than the site's name."""
    return len(without_site(title, site).split()) > 3 and fold(title) != fold(site or "")


def _in_link_home(node: LexborNode) -> bool:
    """Whether a heading is the site's logo."""
    link = node if node.tag == "a" else node.css_first("a")
    return link is not None and (link.attributes.get("href") or "") in ("/", "./", "index.html", "/index.php")

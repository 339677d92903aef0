"""Elements of a picture and its frame. Everything that comes in as text goes out escaped."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, tostring

INK, SOFT, LINE, SHEET, ACCENT, WAIT = "#1c2426", "#556166", "#dcd9cf", "#ffffff", "#0d5b50", "#7d4d00"
SEA = "#eef3f5"
FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif"
#: Characters that XML does not take, whatever they are written as.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def frame(name: str, width: float, height: float, title: str, desc: str) -> Element:
    """An empty picture.

    Args:
        name: begins the ids in it: a page may show several pictures.
        width: in units of its own; a page may scale it.
        height: as `width`.
        title: what is shown, in a few words: its name for those who do not see it.
        desc: what is to be seen, in a sentence.
    """
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="group")
    root.set("class", "picture")
    root.set("viewBox", f"0 0 {number(width)} {number(height)}")
    root.set("width", number(width))
    root.set("height", number(height))
    root.set("aria-labelledby", f"{name}-title")
    root.set("aria-describedby", f"{name}-desc")
    root.set("font-family", FONT)
    SubElement(root, "title", id=f"{name}-title").text = clean(title)
    SubElement(root, "desc", id=f"{name}-desc").text = clean(desc)
    return root


def add(parent: Element, tag: str, text: str | None = None, **attributes: float | str) -> Element:
    """A new element in another; `class_` is the class, underscores in other names stand for hyphens."""
    plain = {_name(name): number(value) if isinstance(value, int | float) else clean(value) for name, value in attributes.items()}
    element = SubElement(parent, tag, plain)
    element.text = None if text is None else clean(text)
    return element


def link(parent: Element, href: str, label: str) -> Element:
    """A link, which others are put into; the element itself where there is no address."""
    return add(parent, "a", href=href, aria_label=label) if href else parent


def write(
    parent: Element, x: float, y: float, text: str, *, size: float = 13, soft: bool = False, **more: float | str
) -> Element:
    """A line of text, the baseline at `y`."""
    known: dict[str, float | str] = {"x": x, "y": y, "font_size": size, "fill": SOFT if soft else INK}
    if soft:
        known["class_"] = "soft"
    return add(parent, "text", text, **(known | more))


def as_text(root: Element) -> str:
    """The picture as SVG."""
    return tostring(root, encoding="unicode")


def clean(text: str) -> str:
    """The text without the characters that XML does not take."""
    return _NOT_XML.sub("\ufffd", text)


def number(value: float) -> str:
    """A number, short: at most one digit after the point.

    >>> number(12.0), number(3.14159)
    ('12', '3.1')
    """
    return f"{value:.1f}".removesuffix(".0")


def _name(attribute: str) -> str:
    return attribute.removesuffix("_").replace("_", "-")

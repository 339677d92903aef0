"""Golden pages: an HTML or text file beside the JSON of what must be read from it. `text` is a list of paragraphs."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from pobratim.core.page import Page
from pobratim.pages import read_page

GOLDEN = Path(__file__).parent / "golden"
PAGES = sorted([*GOLDEN.glob("*.html"), *GOLDEN.glob("*.txt")])


def as_golden(page: Page) -> dict[str, object]:
    """A page in the shape of the golden files."""
    found = msgspec.to_builtins(page)
    for name in ("url", "language"):
        found.pop(name)
    if found["published"]:
        found["published"].pop("evidence")
    found["text"] = page.text.split("\n\n")
    found["related"] = [[item.title, item.date.value if item.date else None, item.section] for item in page.related]
    return dict(found)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_golden_page(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert as_golden(read_page(path.read_bytes())) == expected


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_charset_changes_nothing(path: Path, charset: str) -> None:
    text = path.read_text(encoding="utf-8")
    handler = "xmlcharrefreplace" if path.suffix == ".html" else "replace"
    wanted = text if path.suffix == ".html" else text.encode(charset, handler).decode(charset)
    expected = read_page(wanted.encode())
    assert as_golden(read_page(text.encode(charset, handler))) == as_golden(expected)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_windows_line_ends_change_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert as_golden(read_page(text.replace("\n", "\r\n").encode())) == as_golden(read_page(text.encode()))

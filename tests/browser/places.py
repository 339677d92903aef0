"""Where every kind of page is, found as a reader finds it: by following links from the lists."""

from __future__ import annotations

from playwright.sync_api import Page

DOORS = ("/", "/map/", "/due/", "/promises/", "/plans/", "/reports/", "/brief/", "/about/", "/login/", "/nowhere/")
SEARCHES = ("/search/?q=меморандум&kind=d&status=signed", "/search/?q=Смоленск&kind=s", "/search/?q=Омская хоккей&kind=e")
LISTS = (*(f"/search/?kind={kind}" for kind in "deaps"), "/search/?q=жжжыыы")
WORK = ("/review/", "/history/", "/account/", "/users/", "/import/", "/brief/kept/", "/enter/d/", "/enter/p/")
_RECORDS = {"d": "documents", "e": "events", "a": "partners", "p": "people", "s": "statements"}
_OF_A_RECORD = ("edit", "values", "history", "merge", "split", "files")


def first(page: Page, kind: str) -> str:
    """The address of the first record in the list of a kind."""
    page.goto(f"/search/?kind={kind}")
    return _link(page, f"main .hits a[href^='/{_RECORDS[kind]}/']")


def _link(page: Page, selector: str) -> str:
    return page.locator(selector).first.get_attribute("href") or ""


def records(page: Page) -> list[str]:
    """One page of each kind of record, of two partners, of an evidence, of a story that was read."""
    found = [first(page, kind) for kind in _RECORDS]
    page.goto(found[2])
    found.append(_link(page, "aside a[href^='/pair/']"))
    page.goto(found[0])
    found.append(_link(page, ".proof"))
    found.append(_link(page, "main a[href^='/pages/']"))
    assert all(found)
    return found


def deeds(page: Page) -> list[str]:
    """What is done with one document, each deed on a page of its own."""
    key = first(page, "d").strip("/").split("/")[1]
    return [f"/records/{key}/{deed}/" for deed in _OF_A_RECORD]


def slug(path: str) -> str:
    """A path without its keys, for messages of tests."""
    return "/".join("…" if len(part) > 20 else part for part in path.split("/"))

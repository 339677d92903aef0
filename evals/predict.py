"""The reader's answer for a case."""

from __future__ import annotations

from pobratim.core.errors import PageError
from pobratim.core.facts import Facts
from pobratim.core.page import Page
from pobratim.facts.read import read
from pobratim.pages import read_page

from .corpus import Case


def read_case(case: Case) -> Facts:
    """The facts that the reader finds on the case's page; none where it cannot be read at all."""
    try:
        page = read_page(case.page.read_bytes(), case.page.name)
    except PageError:
        return Facts(page=Page(url=case.page.name))
    return read(page)

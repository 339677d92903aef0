"""A page's facts that come in by themselves, without the page."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from django.db import transaction

from pobratim.register.check import facts_of
from pobratim.register.ingest import Stored, page_store
from pobratim.register.permission import Permission, require
from pobratim.register.reading import Incoming
from pobratim.register.selectors.page import current_number
from pobratim.register.settle import settle

from .decision import Author

#: What a page from standard input is called by its reader.
_NO_ADDRESS = ("", "-", None)


class Added(NamedTuple):
    """What became of a page, and the number of its current reading."""

    stored: Stored
    page: int


@transaction.atomic
def facts_add(*, line: bytes, author: Author) -> Added:
    """Stores a page's facts and brings the records up to date.

    Args:
        line: JSON by the contract.
        author: in whose name.

    Raises:
        NotAllowed: the author's role does not allow it.
        PageError: these are no facts by the contract.
    """
    require(author.user, Permission.ADD)
    page = incoming_facts(line)
    stored = page_store(page)
    settle()
    return Added(stored, current_number(page.address))


def incoming_facts(line: bytes) -> Incoming:
    """A page of which only the facts are there, under their own address; one that has none is known by the facts.

    Raises:
        PageError: these are no facts by the contract.
    """
    facts = facts_of(line)
    own = facts.page.url
    return Incoming(facts, f"facts:{hashlib.sha256(line.strip()).hexdigest()[:16]}" if own in _NO_ADDRESS else own)

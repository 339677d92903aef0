"""Facts of the corpus, and somebody who decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from pobratim.core.facts import Facts
from pobratim.register.check import facts_of
from pobratim.register.services import Author

Corpus = list[tuple[str, Facts]]


@pytest.fixture(scope="session")
def corpus(root: Path) -> list[bytes]:
    """The gold facts of the corpus, one JSON a page."""
    return [path.read_bytes() for path in sorted((root / "corpus/gold").glob("*.json"))]


@pytest.fixture
def pages(corpus: list[bytes]) -> Corpus:
    """Address and facts of every page of the corpus."""
    facts = [facts_of(line) for line in corpus]
    return [(one.page.url or "", one) for one in facts]


@pytest.fixture
def author() -> Author:
    """Somebody who decides."""
    return Author("анна")

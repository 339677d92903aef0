"""A short briefing is one page, however much there is to tell; what is left out is counted."""

from __future__ import annotations

import io
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pobratim.reports.briefing.one_page import one_page
from pobratim.reports.paper import Bullets, Heading, Line, Paper, Source, Table
from pobratim.reports.write import WRITERS

WORDS = "соглашение о сотрудничестве между правительствами областей подписано губернатором "
TEXTS = st.integers(8, 320).map(lambda chars: (WORDS * 5)[:chars].strip())
LISTS = st.lists(TEXTS, min_size=1, max_size=6)


def paper(lists: list[list[str]], rows: list[tuple[str, str]]) -> tuple[Paper, list[Source]]:
    found = Paper("Справка к визиту", "На 23 апреля 2024 г.", "ru", words={"sources": "Источники"})
    sources: list[Source] = []

    def line(text: str) -> Line:
        number = len(sources) + 1
        sources.append(Source(number, text[:70], "a.example", None, f"https://a.example/2024/04/{number}", ""))
        return Line(text, (number,))

    found.add(Heading("1. Документы"), Table(("Документ", "Подписанты"), tuple((line(a), line(b)) for a, b in rows), (15, 17)))
    for number, texts in enumerate(lists, start=2):
        found.add(Heading(f"{number}. Часть"), Bullets(tuple(map(line, texts))))
    return found, sources


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LISTS, min_size=1, max_size=4), st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6))
def test_it_fits_and_counts_what_is_left_out(lists: list[list[str]], rows: list[tuple[str, str]]) -> None:
    whole, sources = paper(lists, rows)
    made = one_page(whole, sources)
    assert len(PdfReader(io.BytesIO(WRITERS["pdf"](made))).pages) == 1
    kept = [len(block.rows) if isinstance(block, Table) else len(block.lines) for block in made.blocks if hasattr(block, "rows")
            or isinstance(block, Bullets)]  # fmt: skip
    said = [int(number) for line in made.lines() if line.computed for number in re.findall(r"\d+", line.text)[:1]]
    assert sum(kept) + sum(said) == len(rows) + sum(map(len, lists))
    assert all(kept)
    assert {one.number for one in made.sources} == {number for line in made.lines() for number in line.cites}


def test_what_fits_stays_whole() -> None:
    whole, sources = paper([["Подписан план."]], [("План", "А. Петров")])
    assert one_page(whole, sources).blocks == whole.blocks

"""What a paper says stands in every format, whatever its letters; sources are numbered the same."""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from pobratim.reports.kept import as_data, paper_from
from pobratim.reports.paper import Bullets, Gap, Heading, Line, Paper, Paragraph, Picture, Source, Table
from pobratim.reports.write import WRITERS
from pobratim.reports.write.cited import cited

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90" height="30"><text x="1" y="20">Омск</text></svg>'


def paper(text: str = "Чуйская область") -> Paper:
    found = Paper("Справка к визиту", "на 23 апреля 2024 г.", "ru", words={"sources": "Источники"})
    found.add(
        Heading("1. Партнёр"),
        Paragraph((Line(text, (1,), strong=True), Line("Действует с 2024 года.", (2, 1)))),
        Bullets((Line("соглашение о сотрудничестве", (2,)),)),
        Table(("Документ", "Дата"), ((Line("План", (1,)), Line("24.04.2024")),), (3, 1)),
        Picture(SVG, "Карта связей", "Связи"),
        Gap("О торговле ничего не известно."),
    )
    day = datetime.date(2024, 4, 24)
    found.sources = [
        Source(number, f"Новость {number}", "a.example", day, f"https://a.example/{number}", text) for number in (1, 2)
    ]
    return found


def text_of(ending: str, made: bytes) -> str:
    """What a reader sees, by a library that did not make it."""
    if ending == "pdf":
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    if ending == "html":
        body = LexborHTMLParser(made.decode()).body
        assert body is not None
        return body.text(separator=" ")
    document = Document(io.BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *cells])


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_every_word_and_source_stands_in_every_format(ending: str) -> None:
    told = re.sub(r"\s+", " ", text_of(ending, WRITERS[ending](paper())))
    for words in (
        "Справка к визиту",
        "1. Партнёр",
        "Чуйская область",
        "соглашение о сотрудничестве",
        "24.04.2024",
        "О торговле ничего не известно",
    ):
        assert words in told
    assert "https://a.example/2" in told
    assert len(re.findall(r"\[\s*1\s*,\s*2\s*\]", told)) == 1


HOSTILE = (
    "<script>alert(1)</script>",
    "#panic() $x$ [a] *b* _c_ \\ `d`",
    "\x00\x07\ufffe",
    "\u202eдлинное",
    "а" * 10_000,
    '"]}) #',
)


@pytest.mark.parametrize("ending", sorted(WRITERS))
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(ending: str, text: str) -> None:
    made = WRITERS[ending](paper(text))
    if ending == "html":
        assert b"<script>" not in made
    shown = re.sub(r"\W", "", text_of(ending, made))
    assert re.sub(r"\W", "", text)[:40] in shown


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=60))
def test_any_text_makes_a_file(text: str) -> None:
    for ending, write in WRITERS.items():
        assert text_of(ending, write(paper(text)))


@pytest.mark.parametrize("wide", [False, True])
def test_wide_tables_stand_on_sheets_that_lie(wide: bool) -> None:
    made = replace(paper(), wide=wide)
    box = PdfReader(io.BytesIO(WRITERS["pdf"](made))).pages[0].mediabox
    assert (box.width > box.height) is wide
    section = Document(io.BytesIO(WRITERS["docx"](made))).sections[0]
    assert section.page_width
    assert section.page_height
    assert (section.page_width > section.page_height) is wide
    assert paper_from(as_data(made)) == made
    assert ("A4 landscape" in WRITERS["html"](made).decode()) is wide


def test_no_end_of_a_page_cuts_a_row_and_each_page_has_its_number() -> None:
    document = Document(io.BytesIO(WRITERS["docx"](paper())))
    rows = [row._tr.xml for row in document.tables[0].rows]
    assert all("w:cantSplit" in one for one in rows)
    assert [("w:tblHeader" in one) for one in rows] == [True, False]
    foot = document.sections[0].footer.paragraphs[0]._p.xml
    assert "Справка к визиту" in foot
    assert 'w:instr="PAGE"' in foot
    assert 'w:instr="NUMPAGES"' in foot


def test_the_web_addresses_of_sources_are_links() -> None:
    made = paper()
    made.sources.append(Source(3, "", "файл план.txt", None, "javascript:alert(1)", "Завод «Маяк»"))
    page = WRITERS["html"](made).decode()
    assert '<a href="https://a.example/2">' in page
    assert 'href="javascript' not in page
    assert "«Завод „Маяк“»" in page
    document = Document(io.BytesIO(WRITERS["docx"](made)))
    links = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert links == {"https://a.example/1", "https://a.example/2"}


def test_a_source_is_told_in_the_language_of_the_paper() -> None:
    source = paper().sources[0]
    assert cited(source, "ru").where == "a.example, 24.04.2024"
    assert cited(source, "en").where == "a.example, 24 Apr 2024"
    assert cited(source, "en").quote == "“Чуйская область”"


def test_a_docx_has_real_headings_and_words_for_its_picture() -> None:
    document = Document(io.BytesIO(WRITERS["docx"](paper())))
    styles = {one.text: one.style.name for one in document.paragraphs if one.style is not None}
    assert styles["1. Партнёр"] == "Heading 1"
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "Карта связей"

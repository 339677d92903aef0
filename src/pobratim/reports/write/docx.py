"""A paper as DOCX, the format that offices edit: headings are headings, tables tables, sources a numbered list."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu
from docx.text.paragraph import Paragraph as DocxParagraph

from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paper, Paragraph, Picture, Source, Table, numbers

from .cited import cited
from .docx_style import (
    CAPTION,
    CELL,
    PICTURE_HEIGHT,
    PICTURE_WIDTH,
    SMALL,
    SOFT,
    SOURCE,
    footed,
    linked,
    ruled,
    styled,
    text_width,
)
from .picture import png


def docx(paper: Paper) -> bytes:
    """The file; pictures as PNG, with their words as alternative text."""
    document = Document()
    styled(document, paper.language, wide=paper.wide)
    footed(document, paper.title)
    document.core_properties.title = paper.title[:255]
    document.core_properties.language = paper.language
    _run(_paragraph(document, "Title"), paper.title)
    _run(_paragraph(document), paper.subtitle, soft=True)
    for block, after in zip(paper.blocks, [*paper.blocks[1:], None], strict=True):
        _block(document, block)
        if isinstance(block, Paragraph) and isinstance(after, Picture | Table | Bullets):
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    if paper.sources:
        _run(_paragraph(document, "Heading1"), paper.words.get("sources", "Sources"))
        for source in paper.sources:
            _source(document, source, paper.language)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraph(document: Docx, style: str = "") -> DocxParagraph:
    """A paragraph at the end, of the style with that id: the library looks for a name through all styles, each time."""
    paragraph = document.add_paragraph()
    if style:
        paragraph._p.style = style
    return paragraph


def _block(document: Docx, block: Block) -> None:
    match block:
        case Heading():
            _run(_paragraph(document, f"Heading{block.level}"), block.text)
        case Paragraph():
            paragraph = _paragraph(document)
            for place, line in enumerate(block.lines):
                _line(paragraph, line, space=place > 0)
        case Bullets():
            for line in block.lines:
                _line(_paragraph(document, "ListBullet"), line)
        case Table():
            _table(document, block)
        case Picture():
            _picture(document, block)
        case Gap():
            _run(_paragraph(document), block.text, soft=True, italic=True)


def _picture(document: Docx, block: Picture) -> None:
    """The picture in the middle of the line, as large as it may be, and its words below it."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = bool(block.caption)
    shape = paragraph.add_run().add_picture(io.BytesIO(png(block.svg)), width=PICTURE_WIDTH)
    if shape.height > PICTURE_HEIGHT:
        shape.width, shape.height = Emu(shape.width * PICTURE_HEIGHT // shape.height), PICTURE_HEIGHT
    shape._inline.docPr.set("descr", block.alt)
    if block.caption:
        _run(_paragraph(document, CAPTION), block.caption)


def _table(document: Docx, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.head))
    widths = [int(text_width(document) * share / sum(block.shares)) for share in block.shares]
    heads = tuple(Line(name, strong=True) for name in block.head)
    for place, lines in enumerate((heads, *block.rows)):
        row = table.add_row() if place else table.rows[0]
        for cell, line, width in zip(row.cells, lines, widths, strict=True):
            cell.width = Emu(width)
            cell.paragraphs[0]._p.style = CELL
            _line(cell.paragraphs[0], line)
    ruled(table, widths)
    after = document.add_paragraph().paragraph_format
    after.space_after, after.line_spacing = 0, SMALL


def _line(paragraph: DocxParagraph, line: Line, *, space: bool = False) -> None:
    _run(paragraph, (" " if space else "") + line.text, bold=line.strong)
    if line.cites:
        before = "\u00a0" if line.text else ""
        _run(paragraph, f"{before}{numbers(line.cites)}", soft=True)


def _run(paragraph: DocxParagraph, text: str, *, bold: bool = False, soft: bool = False, italic: bool = False) -> None:
    run = paragraph.add_run(text)
    if bold:
        run.bold = True
    if italic:
        run.italic = True
    if soft:
        run.font.color.rgb, run.font.size = SOFT, SMALL


def _source(document: Docx, source: Source, language: str) -> None:
    told = cited(source, language)
    paragraph = _paragraph(document, SOURCE)
    _run(paragraph, f"{source.number}.\t", bold=True)
    _run(paragraph, "".join(f"{one}. " for one in (told.title, told.where) if one))
    if told.link:
        linked(paragraph, told.address, told.link)
    else:
        _run(paragraph, told.address)
    if told.quote:
        _run(paragraph, f" {told.quote}", italic=True)

"""A paper as DOCX, the format that offices edit: headings are headings, tables tables, sources a numbered list."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph as DocxParagraph

from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paper, Paragraph, Picture, Source, Table, numbers

from .picture import png

_ACCENT, _SOFT = RGBColor(0x0D, 0x5B, 0x50), RGBColor(0x55, 0x61, 0x66)
_FONT = "Liberation Serif"
#: Before and after a paragraph of a style.
_SPACES = {"Heading 1": (Pt(12), Pt(4)), "Heading 2": (Pt(8), Pt(3)), "Heading 3": (Pt(6), Pt(2))}
#: Styles of small print.
_CELL, _SOURCE = "Cell", "Source"
_WIDTH, _PICTURE = Cm(16.6), Cm(12)


def docx(paper: Paper) -> bytes:
    """The file; pictures as PNG, with their words as alternative text."""
    document = Document()
    _style(document)
    _numbered(document)
    document.core_properties.title = paper.title[:255]
    document.core_properties.language = paper.language
    _run(_paragraph(document, "Title"), paper.title)
    _run(_paragraph(document), paper.subtitle, soft=True)
    for block in paper.blocks:
        _block(document, block)
    if paper.sources:
        _run(_paragraph(document, "Heading1"), paper.words.get("sources", "Sources"))
        for source in paper.sources:
            _source(document, source)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _style(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 11), ("Title", 18), ("Heading 1", 13), ("Heading 2", 11), ("Heading 3", 11)):
        font = document.styles[name].font
        font.name, font.size = _FONT, Pt(size)
        spacing = document.styles[name].paragraph_format
        spacing.space_before, spacing.space_after = _SPACES.get(name, (Pt(0), Pt(4)))
        if name != "Normal":
            font.color.rgb = _ACCENT
            properties = document.styles[name].element.rPr.rFonts
            for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
                properties.attrib.pop(f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{theme}", None)
    for name, after in ((_CELL, Pt(4)), (_SOURCE, Pt(2))):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size, style.paragraph_format.space_after = Pt(9), after


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
            document.add_picture(io.BytesIO(png(block.svg)), width=_PICTURE)
            document.paragraphs[-1].paragraph_format.keep_with_next = bool(block.caption)
            shape = document.inline_shapes[-1]._inline.docPr
            shape.set("descr", block.alt)
            if block.caption:
                _run(_paragraph(document), block.caption, soft=True)
        case Gap():
            _run(_paragraph(document), block.text, soft=True, italic=True)


def _table(document: Docx, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.head))
    table.style = "Table Grid"
    table.autofit = False
    widths = [int(_WIDTH * share / sum(block.shares)) for share in block.shares]
    heads = tuple(Line(name, strong=True) for name in block.head)
    for place, lines in enumerate((heads, *block.rows)):
        row = table.add_row() if place else table.rows[0]
        for cell, line, width in zip(row.cells, lines, widths, strict=True):
            cell.width = Emu(width)
            cell.paragraphs[0]._p.style = _CELL
            _line(cell.paragraphs[0], line)
    _repeated(table.rows[0])
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    after = document.add_paragraph().paragraph_format
    after.space_after, after.line_spacing = Pt(0), Pt(6)


def _repeated(row: _Row) -> None:
    """The row stands at the head of each page that the table goes on over."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _numbered(document: Docx) -> None:
    """The number of the page at its foot."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _line(paragraph: DocxParagraph, line: Line, *, space: bool = False) -> None:
    _run(paragraph, (" " if space else "") + line.text, bold=line.strong)
    if line.cites:
        _run(paragraph, f"\u00a0{numbers(line.cites)}", soft=True)


def _run(paragraph: DocxParagraph, text: str, *, bold: bool = False, soft: bool = False, italic: bool = False) -> None:
    run = paragraph.add_run(text)
    if bold:
        run.bold = True
    if italic:
        run.italic = True
    if soft:
        run.font.color.rgb, run.font.size = _SOFT, Pt(9)


def _source(document: Docx, source: Source) -> None:
    published = source.published.strftime("%d.%m.%Y") if source.published else ""
    paragraph = _paragraph(document, _SOURCE)
    _run(paragraph, f"{source.number}. ", bold=True)
    where = ", ".join(filter(None, (source.site, published)))
    _run(paragraph, ". ".join(filter(None, (source.title, where, source.address))))
    if source.quote:
        _run(paragraph, f" «{source.quote}»", italic=True)

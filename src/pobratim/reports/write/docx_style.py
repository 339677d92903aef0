"""How a paper looks as DOCX: sheet, styles, the foot of the page, rules of tables, links."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

ACCENT, SOFT = RGBColor(0x0D, 0x5B, 0x50), RGBColor(0x55, 0x61, 0x66)
_RULE, _SHADE = "B9C0BF", "EEF3F1"
SMALL = Pt(9)
#: Styles of small print.
CELL, SOURCE, CAPTION = "Cell", "Source", "PictureCaption"
#: A picture is as wide as that, unless it would be higher than that.
PICTURE_WIDTH, PICTURE_HEIGHT = Cm(12), Cm(13)
_FONT = "Liberation Serif"
_SIZES = {"Normal": Pt(11), "Title": Pt(18), "Heading 1": Pt(13), "Heading 2": Pt(11), "Heading 3": Pt(11)}
#: Before and after a paragraph of a style.
_SPACES = {"Heading 1": (Pt(12), Pt(4)), "Heading 2": (Pt(8), Pt(3)), "Heading 3": (Pt(6), Pt(2))}
_MARGIN, _NUMBER = Cm(2.2), Cm(0.75)
_LANGUAGES = {"ru": "ru-RU", "en": "en-GB"}
_THEME = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")


def styled(document: Docx, language: str, *, wide: bool) -> None:
    """Sets the sheet, upright or lying, and the styles, in the language that spelling is checked in."""
    section = document.sections[0]
    sheet = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    section.page_width, section.page_height = sheet
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in _SIZES.items():
        _font(document, name, size)
    bottom = document.styles["Title"].element.find(".//" + qn("w:bottom"))
    if bottom is not None:
        bottom.set(qn("w:color"), str(ACCENT))
    for name, after in ((CELL, Pt(4)), (SOURCE, Pt(3)), (CAPTION, Pt(8))):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size, style.paragraph_format.space_after = SMALL, after
    document.styles[CAPTION].font.color.rgb = SOFT
    document.styles[CAPTION].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    hanging = document.styles[SOURCE].paragraph_format
    hanging.left_indent, hanging.first_line_indent = _NUMBER, -_NUMBER
    hanging.keep_together = True
    for known in document.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), _LANGUAGES.get(language[:2], language))


def _font(document: Docx, name: str, size: Length) -> None:
    style = document.styles[name]
    style.font.name, style.font.size = _FONT, size
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = _SPACES.get(name, (Pt(0), Pt(4)))
    if name != "Normal":
        style.font.color.rgb = ACCENT
        for theme in _THEME:
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)


def text_width(document: Docx) -> Length:
    """The width between the margins."""
    section = document.sections[0]
    return Emu(int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0))


def footed(document: Docx, title: str) -> None:
    """The title at the foot of each page, and which page of how many it is."""
    paragraph = document.sections[0].footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()  # the library's, for another sheet
    stops.add_tab_stop(text_width(document), WD_TAB_ALIGNMENT.RIGHT)
    _soft(paragraph, f"{title}\t")
    _field(paragraph, "PAGE")
    _soft(paragraph, " / ")
    _field(paragraph, "NUMPAGES")


def _soft(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.color.rgb, run.font.size = SOFT, Pt(8)


def _field(paragraph: Paragraph, name: str) -> None:
    """A number that the program which shows the file fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    _soft(paragraph, "1")
    field.append(paragraph.runs[-1]._r)
    paragraph._p.append(field)


def ruled(table: Table, widths: list[int]) -> None:
    """Thin rules, a head that stands on each page, rows that no end of a page cuts; as wide as the text."""
    table.style, table.autofit, table.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        rule = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            rule.set(qn(f"w:{name}"), value)
        borders.append(rule)
    table._tbl.tblPr.append(borders)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in head.cells:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def linked(paragraph: Paragraph, text: str, address: str) -> None:
    """Text that leads to an address of the web."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.font.color.rgb = ACCENT
    link.append(run._r)
    paragraph._p.append(link)

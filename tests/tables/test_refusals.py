"""Hostile and useless files: a clear word each, nothing unpacked, nothing run, nothing asked from outside."""

from __future__ import annotations

import io
import zipfile

import pytest

from pobratim.core.errors import BrokenTable, EmptyTable, LockedTable, NotATable, TableError, TableTooLarge
from pobratim.tables import read_book
from pobratim.tables.read import LINKS, MACROS, OTHER_ENDING

from . import files

ROWS = [["№", "Партнёр", "Дата"], ["1", "Минск", "2019"]]
SHEET = "xl/worksheets/sheet1.xml"
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def sheet_of(cells: str) -> bytes:
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{ns}"><sheetData>{cells}</sheetData></worksheet>'.encode()


LOCKED = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", EmptyTable),
        (b"\xef\xbb\xbf \r\n", EmptyTable),
        (files.xlsx([]), EmptyTable),
        (files.xlsx([["Перечень", "Дата"]]), EmptyTable),
        (b"<html><body><p>no table</p></body></html>", EmptyTable),
        (b"%PDF-1.7 ...", NotATable),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, NotATable),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, NotATable),
        (LOCKED, LockedTable),
        (zipped(a_txt=b"a"), NotATable),
        (zipped(mimetype=b"a", content_xml=b"<a/>"), NotATable),
        (zipped(xl__workbook_xml=b"<broken"), BrokenTable),
        (zipped(word__document_xml=b"<broken"), BrokenTable),
        (files.xlsx(ROWS)[:-200], BrokenTable),
        ("Просто письмо без столбцов".encode(), NotATable),
        ('№;Дата\n1;"не закрыто\n'.encode() + b"\n" * 5, TableError),
        (bytes(range(256)) * 10, TableError),
    ],
)
def test_a_clear_word(raw: bytes, error: type[TableError]) -> None:
    with pytest.raises(error) as caught:
        read_book(raw, "список.xlsx")
    assert caught.value.address == "список.xlsx"
    assert caught.value.reason


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", [SHEET, "xl/sharedStrings.xml", "customXml/item1.xml"])
def test_entities_never_come_in(name: str, charset: str) -> None:
    with pytest.raises(BrokenTable, match="entities"):
        read_book(files.with_part(files.xlsx(ROWS), name, BOMB.encode(charset)))
    with pytest.raises(BrokenTable, match="entities"):
        read_book(files.with_part(files.docx(ROWS), "word/document.xml", BOMB.encode(charset)))


def test_a_bomb_is_refused_by_its_list_of_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    bombs = [files.with_part(files.xlsx(ROWS), SHEET, b"\0" * size * 2**20) for size in (30, 150)]
    assert max(map(len, bombs)) < 2**20
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    for bomb in bombs:
        with pytest.raises(TableTooLarge):
            read_book(bomb)


def test_too_many_rows_columns_cells_bytes() -> None:
    with pytest.raises(TableTooLarge, match="20,000 rows"):
        read_book("№;Дата\n".encode() + b"1;2019\n" * 200_000)
    with pytest.raises(TableTooLarge, match="200 columns"):
        read_book(b";".join([b"1"] * 300) + b"\n" + b";".join([b"2"] * 300))
    with pytest.raises(TableTooLarge, match="20,000 rows"):
        read_book(files.with_part(files.xlsx(ROWS), SHEET, sheet_of('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')))
    with pytest.raises(TableTooLarge, match="20 MB"):
        read_book(b"a;b\n" * 6_000_000)
    with pytest.raises(TableTooLarge, match="32,767"):
        read_book(b"a;b\n1;" + b"x" * 40_000)


def test_merged_areas_and_dimensions_cannot_be_a_bomb() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c></row>' for n in range(1, 100))
    sheet = sheet_of(rows).decode().replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    whole = sheet.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    assert len(read_book(files.with_part(files.xlsx(ROWS), SHEET, sheet.encode())).tables[0].rows) == 99
    with pytest.raises(TableTooLarge):
        read_book(files.with_part(files.xlsx(ROWS), SHEET, whole.encode()))


def test_formulas_give_their_stored_values() -> None:
    cells = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Партнёр</t></is></c><c r="B1" t="inlineStr"><is><t>Число</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://a.example")</f><v>Минск</v></c><c r="B2"><f>1+1</f></c></row>'
    )
    (table,) = read_book(files.with_part(files.xlsx(ROWS), SHEET, sheet_of(cells))).tables
    assert table.rows[0].cells[0].text == "Минск"
    assert "2" not in [cell.text for cell in table.rows[0].cells]


def test_macros_links_and_wrong_endings_are_told() -> None:
    plain = files.xlsx(ROWS)
    assert read_book(plain, "a.xlsx").notes == ()
    assert read_book(files.with_part(plain, "xl/vbaProject.bin", b"program"), "a.xlsm").notes == (MACROS,)
    assert read_book(files.with_part(plain, "xl/externalLinks/externalLink1.xml", b"<a/>"), "a.xlsx").notes == (LINKS,)
    assert read_book(files.csv(ROWS), "a.xlsx").notes == (OTHER_ENDING,)
    assert read_book(files.html(ROWS), "a.xls").notes == ()

"""Files to tables: headings, merged cells, sections, positions, dates."""

from __future__ import annotations

import datetime
import re
import zipfile
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pobratim.tables import Book, Table, read_book

from . import files

HEADING = ["№", "Партнёр", "Дата подписания", "Срок"]
ROWS = [["1", "Минская область", "12.03.2019", "5 лет"], ["2", "Провинция Хэбэй", "2020", "бессрочно"]]


def only(book: Book) -> Table:
    (table,) = book.tables
    return table


def words(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    "raw",
    [
        files.xlsx([HEADING, *ROWS]),
        files.docx([HEADING, *ROWS]),
        files.html([HEADING, *ROWS]),
        *(files.csv([HEADING, *ROWS], delimiter) for delimiter in ";,\t|"),
        *(files.csv([HEADING, *ROWS], ";", charset) for charset in ("cp1251", "utf-8-sig", "utf-16")),
        b"sep=;\r\n" + files.csv([HEADING, *ROWS], charset="cp1251"),
    ],
)
def test_every_kind_of_file_gives_one_table(raw: bytes) -> None:
    table = only(read_book(raw))
    assert [column.heading for column in table.columns] == HEADING
    assert [column.letter for column in table.columns] == list("ABCD")
    assert words(table) == ROWS
    assert table.rows[1].number - table.rows[0].number == 1


def test_a_heading_in_two_rows_below_a_title() -> None:
    rows = [
        ["Перечень соглашений Тверской области"],
        [],
        ["№ п/п", "Стороны", None, "Дата", "Срок действия", None],
        [None, "от области", "партнёр", None, "с", "по"],
        [1, 2, 3, 4, 5, 6],
        [1, "Правительство", "Минская область", datetime.date(2019, 3, 12), 2019, 2024.0],
    ]
    table = only(read_book(files.xlsx(rows, ["A1:F1", "A3:A4", "B3:C3", "D3:D4", "E3:F3"])))
    assert table.title == ("Перечень соглашений Тверской области",)
    expected = ["№ п/п", "Стороны / от области", "Стороны / партнёр", "Дата", "Срок действия / с", "Срок действия / по"]
    assert [column.heading for column in table.columns] == expected
    assert words(table) == [["1", "Правительство", "Минская область", "12.03.2019", "2019", "2024"]]
    assert table.rows[0].number == 6
    assert table.rows[0].cells[3].day == datetime.date(2019, 3, 12)
    assert table.name == "Перечень"


def test_the_same_heading_without_merged_cells() -> None:
    raw = "№;Стороны;;Дата\n;наша;партнёр;\n1;Тверь;Минск;2019\n".encode("cp1251")
    headings = [column.heading for column in only(read_book(raw)).columns]
    assert headings == ["№", "Стороны / наша", "Стороны / партнёр", "Дата"]


def test_merged_cells_are_filled_and_sections_are_no_rows() -> None:
    rows = [
        ["Страна", "Документ", "Дата"],
        ["I. Ближнее зарубежье", None, None],
        ["Беларусь", "Соглашение", "2019"],
        [None, "План", "2020"],
        ["Страна", "Документ", "Дата"],
        ["II. Дальнее зарубежье", None, None],
        ["КНР", "Меморандум", "2021"],
        ["Итого: 3"],
    ]
    table = only(read_book(files.xlsx(rows, ["A2:C2", "A3:A4", "A6:C6"])))
    assert [row.cells[0].text for row in table.rows] == ["Беларусь", "Беларусь", "КНР"]
    assert [row.section for row in table.rows] == ["I. Ближнее зарубежье"] * 2 + ["II. Дальнее зарубежье"]
    assert [(one.number, one.text) for one in table.sections][-1] == (8, "Итого: 3")


@pytest.mark.parametrize("raw", [files.docx([HEADING, *ROWS, ["3", "", "2021", ""]], [(2, 1, 3, 1)], ["Приложение", "Перечень"])])
def test_merged_cells_of_a_letter(raw: bytes) -> None:
    table = only(read_book(raw))
    assert table.title == ("Приложение", "Перечень")
    assert words(table)[2] == ["3", "Провинция Хэбэй", "2021", ""]


def test_cells_across_and_down_in_html() -> None:
    raw = (
        "<table><tr><th rowspan=2>Страна<th colspan=2>Документ</tr><tr><th>вид<th>дата</tr>"
        "<tr><td rowspan=2>КНР<td>Соглашение<br>о дружбе<td>2019<tr><td>План<td>2020</table>"
    )
    table = only(read_book(raw.encode()))
    assert [column.heading for column in table.columns] == ["Страна", "Документ / вид", "Документ / дата"]
    assert words(table) == [["КНР", "Соглашение\nо дружбе", "2019"], ["КНР", "План", "2020"]]


def test_what_was_inserted_under_track_changes_is_read_and_what_was_deleted_is_not() -> None:
    raw = files.docx([HEADING, *ROWS])
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        xml = archive.read("word/document.xml").decode()
    inserted = re.sub(r"(<w:r>(?:(?!</w:r>).)*Хэбэй</w:t></w:r>)", r'<w:ins w:id="1" w:author="a">\1</w:ins>', xml)
    deleted = re.sub(r"(<w:r><w:t>5 лет)</w:t></w:r>", r'<w:del w:id="2" w:author="a">\1</w:t></w:r></w:del>', inserted)
    assert deleted.count("<w:ins ") == deleted.count("<w:del ") == 1
    table = only(read_book(files.with_part(raw, "word/document.xml", deleted.encode())))
    assert words(table) == [["1", "Минская область", "12.03.2019", ""], ROWS[1]]


def test_a_table_without_a_heading_keeps_all_rows() -> None:
    table = only(read_book(files.csv(ROWS)))
    assert [column.heading for column in table.columns] == [""] * 4
    assert words(table) == ROWS


def test_tags_in_a_cell_make_no_page_of_a_text_table() -> None:
    assert words(only(read_book(files.csv([HEADING, ["1", "<p>Минск</p>", "2019", "<br>"]])))) == [
        ["1", "<p>Минск</p>", "2019", "<br>"]
    ]


def test_sheets_without_rows_and_hidden_ones_are_left_out() -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    for row in (HEADING, *ROWS):
        first.append(row)
    book.create_sheet("Пустой")
    hidden = book.create_sheet("Черновик")
    hidden.append(HEADING)
    hidden.append(ROWS[0])
    hidden.sheet_state = "hidden"
    assert [table.name for table in read_book(files.saved(book)).tables] == ["Sheet"]


def test_two_tables_of_a_letter_and_layout_tables_of_a_page() -> None:
    letter = Document()
    for heading in ("Первый", "Второй"):
        letter.add_paragraph(heading)
        table = letter.add_table(2, 2)
        for column in range(2):
            table.cell(0, column).text, table.cell(1, column).text = ("Вид", "Дата")[column], ("План", "2019")[column]
    assert [(one.name, one.title) for one in read_book(files.saved(letter)).tables] == [("1", ("Первый",)), ("2", ("Второй",))]
    inner = files.html([HEADING, *ROWS]).decode()
    page = f"<html><body><table><tr><td>Меню</td><td>{inner}</td></tr></table></body></html>"
    assert words(only(read_book(page.encode()))) == ROWS


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), max_size=12)


@given(st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=6))
def test_no_word_is_lost(rows: list[list[str]]) -> None:
    numbered = [[f"{number}", *row] for number, row in enumerate(rows, 1)]
    table = only(read_book(files.xlsx([["№", "Один", "Два", "Три"], *([f"'{one}" for one in row] for row in numbered)])))
    told = {" ".join(cell.text.split()) for row in table.rows for cell in row.cells} | {one.text for one in table.sections}
    told |= {part for column in table.columns for part in column.heading.split(" / ")}
    for row in numbered:
        assert {" ".join(f"'{one}".split()) for one in row} <= told


HEAD = ["№", "Мероприятие", "Срок"]


@pytest.mark.parametrize(
    ("between", "second", "rows"),
    [
        ([], [HEAD, ["2", "Ярмарка", "2026"]], [2]),
        ([], [["2", "Ярмарка", "2026"], ["3", "Форум", "2026"]], [3]),
        (["Продолжение таблицы"], [HEAD, ["2", "Ярмарка", "2026"]], [2]),
        (["Раздел II. Торговля"], [HEAD, ["2", "Ярмарка", "2026"]], [2]),
        (["Прекращённые"], [HEAD, ["2", "Ярмарка", "2026"]], [1, 1]),
        ([], [["№", "Партнёр", "Дата"], ["2", "Витебск", "2026"]], [1, 1]),
        ([], [["2", "Ярмарка"], ["3", "Форум"]], [1, 2]),
    ],
)
def test_what_goes_on_overleaf_is_one_table(between: list[str], second: list[list[str]], rows: list[int]) -> None:
    book = read_book(files.letter([[HEAD, ["1", "Семинар", "2025"]], *between, second]))
    assert [len(one.rows) for one in book.tables] == rows
    if rows == [2]:
        assert [row.number for row in book.tables[0].rows] == [2, 4]
        assert book.tables[0].rows[1].section == (between[0] if between and "Раздел" in between[0] else "")


def test_a_small_table_in_a_cell_is_words_of_the_cell() -> None:
    inner = [["Комитет по культуре"], ["Дом дружбы"]]
    book = read_book(files.letter([[[*HEAD, "Исполнители"], ["1", "Семинар", "2025", inner]]]))
    assert book.tables[0].rows[0].cells[3].text == "Комитет по культуре\nДом дружбы"


def test_the_heading_once_more_in_two_rows_is_no_row() -> None:
    head = [["№", "Срок", "<"], ["^", "2025", "2026"], ["1", "2", "3"]]
    page = files.spanned([*head, ["1", "+", ""], *head, ["2", "", "+"]])
    table = read_book(page).tables[0]
    assert [column.heading for column in table.columns] == ["№", "Срок / 2025", "Срок / 2026"]
    assert [row.cells[0].text for row in table.rows] == ["1", "2"]

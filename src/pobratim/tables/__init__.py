"""Files with tables (XLSX, DOCX, CSV, HTML) to `Table` values: the heading recognised, merged cells filled, sections marked.

`read_book(raw)` is the door; it is a pure function of the bytes. What the columns mean is for the rooms above.
"""

from .read import read_book
from .table import Book, Cell, Column, Row, Table

__all__ = ["Book", "Cell", "Column", "Row", "Table", "read_book"]

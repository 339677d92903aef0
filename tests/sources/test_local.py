"""Files, folders, standard input, and which argument means which."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from pobratim.core.errors import AddressRefused, PageTooLarge, PobratimError, SourceError
from pobratim.sources import RawPage, choose_source
from pobratim.sources.file import File, StandardInput
from pobratim.sources.folder import Folder


def only(source: File | Folder | StandardInput) -> RawPage | PobratimError:
    """The one thing that a source yields."""
    (item,) = source.pages()
    return item


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"page")
    assert only(File(str(path))) == RawPage(str(path), b"page")


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    error = only(File(str(tmp_path / "absent.txt")))
    assert isinstance(error, SourceError)
    assert str(error) == f"{tmp_path}/absent.txt: no such file"


@pytest.mark.parametrize("limit", [3, 4])
def test_the_limit_is_exact(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"page")
    assert isinstance(only(File(str(path), limit)), PageTooLarge if limit < 4 else RawPage)


def test_only_one_byte_over_the_limit_is_read() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no /dev/zero here")
    assert isinstance(only(File(str(endless), 1000)), PageTooLarge)


def test_standard_input() -> None:
    assert only(StandardInput(io.BytesIO(b"page"))) == RawPage("-", b"page")
    assert isinstance(only(StandardInput(io.BytesIO(b"page"), 3)), PageTooLarge)


def test_a_folder_gives_its_pages_sorted(tmp_path: Path) -> None:
    for name in ("b.HTML", "a/2.txt", "a/1.htm", "a/.hidden.txt", ".git/x.html", "c.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    pages = [item for item in Folder(str(tmp_path)).pages() if isinstance(item, RawPage)]
    assert [page.raw for page in pages] == [b"a/1.htm", b"a/2.txt", b"b.HTML"]
    assert pages[0].address == str(tmp_path / "a" / "1.htm")


def test_a_folder_without_pages_is_an_error(tmp_path: Path) -> None:
    error = only(Folder(str(tmp_path)))
    assert isinstance(error, SourceError)
    assert error.address == str(tmp_path)


@pytest.mark.parametrize(
    ("argument", "kind"),
    [
        ("-", "StandardInput"),
        ("http://example.org", "Web"),
        ("HTTPS://example.org/a", "Web"),
        ("ftp://example.org", "Refused"),
        ("file:///etc/hostname", "Refused"),
        ("page.txt", "File"),
        ("/", "Folder"),
    ],
)
def test_which_argument_means_which_source(argument: str, kind: str) -> None:
    assert type(choose_source(argument)).__name__ == kind


def test_another_scheme_is_refused() -> None:
    (error,) = choose_source("ftp://example.org/page").pages()
    assert isinstance(error, AddressRefused)

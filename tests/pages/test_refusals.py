"""Bytes that are no readable Russian page."""

from __future__ import annotations

import gzip

import pytest

from pobratim.core.errors import EmptyPage, NotRussian, NotText, PageError
from pobratim.pages import read_page

ENGLISH = "The delegation of the region arrived in the city and signed an agreement on cooperation with the local council. "
BELARUSIAN = "Дэлегацыя Віцебскай вобласці прыбыла ў горад і падпісала пагадненне аб супрацоўніцтве з мясцовым саветам. "
UKRAINIAN = "Делегація області прибула до міста і підписала угоду про співпрацю з місцевою радою, повідомляє її пресслужба. "
BULGARIAN = "Делегацията на областта пристигна в града и подписа споразумение за сътрудничество със съвета, което ще е в сила. "
KAZAKH = "Облыс делегациясы қалаға келіп, жергілікті кеңеспен ынтымақтастық туралы келісімге қол қойды деп хабарлайды баспасөз. "


@pytest.mark.parametrize("raw", [b"", b" \n\t ", b"\xef\xbb\xbf\n", b"<html><body></body></html>", b"<script>var a = 1</script>"])
def test_empty(raw: bytes) -> None:
    with pytest.raises(EmptyPage):
        read_page(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7 \xd0\xbf\xd0\xbb\xd0\xb0\xd0\xbd",
        b"PK\x03\x04rest of a docx",
        b"\x89PNG\r\n\x1a\n....",
        b"\xff\xd8\xff\xe0....JFIF",
        gzip.compress("план".encode() * 99, mtime=0),
        "план\x00".encode() * 99,
        bytes(range(32)) * 99,
        b"{\\rtf1 text}",
    ],
)
def test_binary(raw: bytes) -> None:
    with pytest.raises(NotText):
        read_page(raw)


@pytest.mark.parametrize("text", [ENGLISH, BELARUSIAN, UKRAINIAN, BULGARIAN, KAZAKH])
@pytest.mark.parametrize("dress", ["{}", "<html><body><h1>Новости</h1><div><p>{}</p></div></body></html>"])
def test_other_languages(text: str, dress: str) -> None:
    with pytest.raises(NotRussian):
        read_page(dress.format(text * 4).encode())


def test_names_in_other_letters_are_no_other_language() -> None:
    story = "Аким Қостанай облысы принял гостей. Соглашение подписали Ұлттық музей и музей города, сообщили в акимате. "
    more = "Стороны договорились о сотрудничестве и обмене выставками на три года вперёд. " * 4
    assert read_page((story + more).encode()).language == "ru"


def test_the_error_names_the_address() -> None:
    with pytest.raises(PageError) as caught:
        read_page(b"", "https://example.org/news")
    assert caught.value.address == "https://example.org/news"

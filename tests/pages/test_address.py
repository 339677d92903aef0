"""Addresses: links made whole as `urljoin` does; broken ones break nothing."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pobratim.pages import read_page
from pobratim.pages.address import whole_address

URLS = [
    "https://tosno.example.ru/news/2024/vizit.html?a=1#b",
    "http://example.ru",
    "http://u@example.ru:80/x;y/",
    "файл://x/y",
    "ftp://a/b/",
]


@pytest.mark.parametrize("url", URLS)
@given(
    st.tuples(
        st.sampled_from(["", "", "https://example.org", "http://example.ru", "https:", "HTTP://a"]),
        st.text(st.sampled_from("/./ab?=&;#%+~-:я \n"), max_size=14),
    ).map("".join)
)
@example("/news/1.html?page=2")
@example("/a/../b")
@example("/news/?")
@example("//other.ru/x")
@example("https://tosno.example.ru/a/../b?c=1")
def test_a_link_is_made_whole_as_urljoin_does(url: str, href: str) -> None:
    assert whole_address(url, href) == urljoin(url, href)


@pytest.mark.parametrize("url", [None, "", "pages/1.html"])
def test_a_link_of_a_page_without_an_address_stays_as_it_is(url: str | None) -> None:
    assert whole_address(url, "/news/1") == "/news/1"


@pytest.mark.parametrize("url", ["https://example.org/1", "http://[x/"])
def test_a_broken_address_does_not_keep_a_page_from_being_read(url: str) -> None:
    told = "<p>Делегация города прибыла в Минск и подписала план на год с городом по соседству.</p>"
    page = read_page(f'<h1>Визит в Минск</h1>{told}<aside><a href="http://[y">Один два три четыре</a></aside>'.encode(), url)
    assert [item.url for item in page.related] == ["http://[y"]

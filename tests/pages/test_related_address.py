"""The addresses of other stories: what `urljoin` gives."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pobratim.pages.html_related import _whole_address

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
    assert _whole_address(url, href) == urljoin(url, href)


@pytest.mark.parametrize("url", [None, "", "pages/1.html"])
def test_a_link_of_a_page_without_an_address_stays_as_it_is(url: str | None) -> None:
    assert _whole_address(url, "/news/1") == "/news/1"

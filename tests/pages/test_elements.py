"""The one walk through a page's elements finds what a selector for each question would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pobratim.pages.elements import Elements

SELECTORS = {
    "paragraph": "p,div,td,li,section,article,main,pre,blockquote,font,center,body",
    "headline": "h1,[itemprop~=headline]",
    "subheadline": "h2,h3,[class*=title],[class*=headline]",
    "page title": "title",
    "article": "article",
    "aside": "aside",
    "heading": "h2,h3,h4,h5,h6,strong,b,[class*=title],[class*=head]",
    "title": "h2,h3,h4,h5,[class*=title],[class*=name]",
    "stamp": "time,[class*=date],[class*=time]",
    "related": "[class*=related],[class*=recommend],[class*=similar],[class*=more-news],[class*=other-news],"
    "[class*=read-also],[class*=popular]",
    "comment": "[class*=comment],[id*=comment]",
    "path": "[class*=crumb],[id*=crumb]",
    "author": "[class*=author],[class*=byline]",
    "credit": "figcaption,[class*=credit],[class*=copyright],[class*=caption],[class*=photo],[itemprop~=copyrightHolder]",
}
TAGS = st.sampled_from("div p h1 h2 b strong ul li article aside section span time title table a".split())
WORDS = "news-title Title headline related js-popular comments list_date photo bread-crumb byline author rubric x".split()
SAYS = st.sampled_from(["headline", "alternate headline", "articleBody", "copyrightHolder", "headlines"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of elements in and after each other."""
    pieces: list[str] = []
    opened: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        if opened and draw(st.booleans()):
            pieces.append(f"</{opened.pop()}>")
        tag = draw(TAGS)
        values = {
            "class": " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=2))),
            "id": draw(st.sampled_from(["", "", "comments", "crumbs-1", "title"])),
            "itemprop": draw(st.one_of(st.just(""), SAYS)),
        }
        said = "".join(f' {name}="{value}"' for name, value in values.items() if value)
        pieces.append(f"<{tag}{said}>текст")
        opened.append(tag)
    return "".join(pieces)


@given(pages())
def test_each_kind_is_what_its_selector_finds(html: str) -> None:
    tree = LexborHTMLParser(html)
    elements = Elements(tree)
    for kind, selector in SELECTORS.items():
        assert [node.mem_id for node in elements.of(kind)] == list(dict.fromkeys(node.mem_id for node in tree.css(selector))), (
            kind
        )


@given(pages())
def test_the_first_of_a_kind_in_an_element_is_what_its_selector_finds_there(html: str) -> None:
    tree = LexborHTMLParser(html)
    first = Elements(tree).first("stamp")
    for node in tree.css("*"):
        found = node.css_first(SELECTORS["stamp"])
        known = first.get(node.mem_id)
        assert (known and known.mem_id) == (found and found.mem_id)


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ('<div class="detail-text">Текст</div>', "body"),
        ('<div id="article-body">Текст</div>', "body"),
        ('<span class="item__category">Власть</span>', "section"),
    ],
)
def test_what_a_class_names_by_a_list_of_words(html: str, kind: str) -> None:
    assert [node.text() for node in Elements(LexborHTMLParser(html)).of(kind)] != []
    assert Elements(LexborHTMLParser("<p class='catalogue'>Текст")).of(kind) == []


def test_what_says_something_by_its_attributes_is_found_once() -> None:
    html = (
        '<meta name="author" itemprop="author" content="Иван"><a rel="Author tag">Пётр</a><time pubdate>5 мая</time>'
        '<a rel="nofollow">Реклама</a><link rel="stylesheet">'
    )
    assert [mark.node.tag for mark in Elements(LexborHTMLParser(html)).marks] == ["meta", "a", "time"]

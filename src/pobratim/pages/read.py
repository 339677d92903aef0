"""Raw bytes → `Page`: the one door of this room."""

from __future__ import annotations

from pobratim.core.errors import EmptyPage, PageError
from pobratim.core.page import Page

from .charset import Decoded, decoded
from .content_kind import is_html, refuse_binary
from .flat import read_flat
from .language import require_russian


def read_page(raw: bytes, url: str | None = None, declared_charset: str | None = None) -> Page:
    r"""The page that the bytes hold: its story as `text`, and what stands around it in the other fields.

    Args:
        raw: the bytes as the source gave them, HTML or flat text, in any charset.
        url: the page's address or file path; it may hold the day of publication.
        declared_charset: the charset that the transport declared, or None.

    Raises:
        EmptyPage: nothing to read.
        NotText: a PDF, a picture, an archive, other binary content.
        BrokenEncoding: no charset gives text.
        NotRussian: the story is in another language.

    >>> read_page("Визит\n\nДелегация прибыла в Минск.".encode("cp1251")).title
    'Визит'
    """
    try:
        refuse_binary(raw)
        source = decoded(raw, declared_charset)
        page = _read_html(source, url) if is_html(raw) else read_flat(source.text, url)
        if not page.text.strip():
            raise EmptyPage("no story on the page")
        require_russian(page.text)
    except PageError as error:
        if error.address is None and url is not None:
            raise type(error)(error.reason, address=url, offset=error.offset) from error
        raise
    page.language = "ru"
    return page


def _read_html(source: Decoded, url: str | None) -> Page:
    """The page of an HTML text; the parser is loaded with the first of them."""
    from .html import read_html

    return read_html(source.text, url, source.utf8)

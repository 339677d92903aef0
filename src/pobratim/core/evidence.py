"""Evidence: the exact place in a page's text that says something."""

from __future__ import annotations

import msgspec


class Evidence(msgspec.Struct, frozen=True):
    """A quotation of `page.text`: offsets in code points, end-exclusive; `quote == text[start:end]`."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        """The evidence that `text[start:end]` is; both offsets in code points.

        >>> Evidence.of("Подписали план.", 10, 14).quote
        'план'
        """
        return cls(start, end, text[start:end])

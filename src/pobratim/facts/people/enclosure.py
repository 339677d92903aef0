"""Quotation marks and brackets inside a post («ректор университета «Шёлковый путь»»)."""

from __future__ import annotations

from pobratim.text.token import Token

OPEN, _CLOSE = '«„“"', '»”“"'
_MAX_QUOTED_TOKENS = 14
_MAX_BRACKET_TOKENS = 6


def past_quote(tokens: list[Token], first: int, last: int, stop: int) -> int:
    """The end of a name whose closing mark the tagger left outside («университета «Шёлковый путь | »»)."""
    marks = [token.text for token in tokens[first:last]]
    if marks.count("«") > marks.count("»") and last < stop and tokens[last].text == "»":
        return last + 1
    return last


def closing_quote(tokens: list[Token], at: int, stop: int) -> int | None:
    """The token that closes the quotation mark at `at`, before `stop`; None for none near."""
    depth = 0
    for k in range(at, min(stop, at + _MAX_QUOTED_TOKENS)):
        if tokens[k].text in ("«", "„"):
            depth += 1
        elif k > at and tokens[k].text in _CLOSE:
            depth -= 1
            if depth <= 0:
                return k
    return None


def closing_bracket(tokens: list[Token], at: int, stop: int) -> int | None:
    """The token that closes the bracket at `at`, before `stop`; None for none near."""
    for k in range(at + 1, min(stop, at + _MAX_BRACKET_TOKENS)):
        if tokens[k].text == ")":
            return k
    return None

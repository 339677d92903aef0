"""A first glance at a page's bytes: may it report cooperation at all?"""

from __future__ import annotations


def may_report(raw: bytes) -> bool:
    """Whether the page is worth reading."""
    return True

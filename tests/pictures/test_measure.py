"""A text that is cut or wrapped is never wider than its room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.pictures.measure import CUT, fitted, width_of, wrapped

WIDTHS = st.floats(20, 500)


@given(st.text(max_size=300), WIDTHS)
def test_fitted_text_fits(text: str, width: float) -> None:
    line = fitted(text, width, 13)
    assert width_of(line, 13) <= width
    assert line == " ".join(text.split()) or line.endswith(CUT)


@given(st.text(max_size=300), WIDTHS, st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_unseen(text: str, width: float, lines: int) -> None:
    found = wrapped(text, width, 13, lines)
    assert len(found) <= lines
    assert all(width_of(line, 13) <= width for line in found)
    assert " ".join(found) == " ".join(text.split()) or found[-1].endswith(CUT)


@pytest.mark.parametrize("text", ["Ы" * 10_000, "слово " * 10_000])
def test_very_long_text(text: str) -> None:
    assert width_of(fitted(text, 300, 13), 13) <= 300
    assert len(wrapped(text, 300, 13, 2)) <= 2

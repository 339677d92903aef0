"""One spelling for everything that looks alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.pages import normalise as module
from pobratim.pages.normalise import normalise


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("раи\u0306он", "район"),
        ("еще\u0308", "ещё"),
        ("за\u0301мок", "замок"),
        ("ѝменно", "именно"),
        ("со\u00adгла\u00adше\u00adние", "соглашение"),
        ("две\u00a0стороны\u202fи\u2009план", "две стороны и план"),
        ("по\u200bбра\u2060тим\ufeff", "побратим"),
        ("торгово\u2011экономический", "торгово-экономический"),
        ("раз\r\nдва\rтри\u2028четыре", "раз\nдва\nтри\nчетыре"),
        ("раз  \t два \n три", "раз два\nтри"),
        ("2024–2026 — «Дружба»", "2024–2026 — «Дружба»"),
    ],
)
def test_normalise(written: str, plain: str) -> None:
    assert normalise(written) == plain
    assert normalise(plain) == plain


@given(st.text(st.sampled_from("аё  \n" + "".join(map(chr, module._TABLE)))))
def test_one_line_is_the_normalised_text_without_breaks(text: str) -> None:
    assert module.one_line(text) == " ".join(normalise(text).split())


@given(st.text(st.sampled_from("аё -]^\\1" + "".join(map(chr, module._TABLE)))))
def test_each_mark_has_the_spelling_of_the_table(text: str) -> None:
    assert module._OTHERWISE.sub(module._respelled, text) == text.translate(module._TABLE)

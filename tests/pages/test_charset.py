"""Charsets: declared, hidden, wrong, broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.core.errors import BrokenEncoding
from pobratim.pages.charset import CANDIDATES, _scores_in, decode, score

TEXT = "Побратимы подписали соглашение о дружбе. Стороны договорились обмениваться делегациями каждый год."


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"]
)
def test_hidden_charsets(charset: str) -> None:
    assert decode(TEXT.encode(charset)) == TEXT


@pytest.mark.parametrize(
    "wrong", ["utf-8", "koi8-r", "iso-8859-1", "no-such-charset", "hex", "undefined", "punycode", "gb18030", None]
)
def test_a_wrong_declaration_is_not_believed(wrong: str | None) -> None:
    assert decode(TEXT.encode("cp1251"), wrong) == TEXT


def test_utf8_with_many_broken_letters_stays_utf8() -> None:
    whole = ("Губернатор подписал соглашение о сотрудничестве с Чуйской областью. " * 20).encode()
    broken = b"\xd0".join(whole[start : start + 20] for start in range(0, len(whole), 20))
    assert "подписа" in decode(broken)


def test_utf8_that_calls_itself_windows_1251() -> None:
    page = f'<meta charset="windows-1251"><p>{TEXT}</p>'
    assert decode(page.encode(), "windows-1251") == page


def test_a_page_cut_in_the_middle_of_a_letter() -> None:
    assert decode((TEXT * 20).encode()[:-1]) == (TEXT * 20)[:-1]


def test_a_little_text_in_a_large_page() -> None:
    page = f"<script>{'x = 1;' * 20_000}</script><p>{TEXT}</p>"
    assert decode(page.encode("cp1251")) == page


def test_utf8_encoded_twice_is_put_right() -> None:
    assert decode("Подписан план".encode().decode("cp1251").encode()) == "Подписан план"


def test_capitals_only() -> None:
    assert decode(TEXT.upper().encode("koi8-r")) == TEXT.upper()


def test_a_declared_charset_of_more_bytes_a_letter_is_read() -> None:
    assert decode(TEXT.encode("gb18030"), "gb18030") == TEXT


@pytest.mark.parametrize("charset", CANDIDATES)
@given(st.binary(min_size=1, max_size=300).map(lambda some: bytes(byte | 128 for byte in some)))
def test_bytes_are_scored_as_their_letters(charset: str, sample: bytes) -> None:
    assert _scores_in(sample, [charset])[charset] == score(sample.decode(charset, "replace"))


def test_noise_is_refused() -> None:
    with pytest.raises(BrokenEncoding):
        decode(bytes(range(128, 160)) * 50)

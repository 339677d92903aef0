"""A quotation is made of whole sentences of the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.selectors.sentence import GAP, sentence_of

TEXT = "Заголовок\nВ Омск прибыла делегация. Стороны подписали соглашение. Оно бессрочное.\nПотом был обед."


def test_the_sentence_around_the_words() -> None:
    start = TEXT.index("соглашение")
    assert sentence_of(TEXT, [(start, start + 10)]) == "Стороны подписали соглашение."


def test_sentences_apart_are_parted() -> None:
    spans = [(TEXT.index("обед"), TEXT.index("обед") + 4), (TEXT.index("Омск"), TEXT.index("Омск") + 4)]
    assert sentence_of(TEXT, spans) == f"В Омск прибыла делегация.{GAP}Потом был обед."
    assert sentence_of(TEXT, spans, most=20) == "В Омск прибыла…"
    assert sentence_of(TEXT, spans, most=34) == "В Омск прибыла делегация.…"  # no «[…]» with nothing after it


@given(st.text(alphabet="аб .\n!", min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 10))
def test_the_words_stand_in_their_quotation(text: str, start: int, length: int) -> None:
    start %= len(text)
    words = text[start : start + length].split("\n")[0].strip()
    assert words in sentence_of(text, [(start, start + length)], most=1000) or not words

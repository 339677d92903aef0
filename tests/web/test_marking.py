"""Marks on a text: nothing of it is lost, nothing is marked that is not told, whatever the spans are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pobratim.web.marking import FAR, HERE, SENTENCE, Piece, paragraphs, passage, shortened

TEXTS = st.text(st.sampled_from("абв.  \n\u202e😀А"), max_size=80)
PLACES = st.integers(-5, 90)
SPANS = st.lists(st.tuples(PLACES, PLACES, st.sampled_from("xyz")), max_size=12)


@given(TEXTS, SPANS)
def test_the_pieces_are_the_paragraphs_and_bear_the_marks_that_lie_on_them(text: str, spans: list[tuple[int, int, str]]) -> None:
    found = paragraphs(text, spans)
    lines = [line for line in text.split("\n") if line.strip()]
    assert ["".join(piece.text for piece in pieces) for pieces in found] == lines
    place, kept = 0, iter(found)
    for line in text.split("\n"):
        begin = place
        for piece in next(kept) if line.strip() else []:
            end = begin + len(piece.text)
            assert piece.text == text[begin:end]
            assert set(piece.marks) == {name for a, b, name in spans if a < b and max(a, 0) <= begin and min(b, len(text)) >= end}
            assert piece.marks or not any(a < end and b > begin for a, b, _ in spans if a < b)
            begin = end
        place += len(line) + 1


@given(TEXTS, st.lists(st.tuples(PLACES, PLACES), max_size=6))
def test_a_passage_marks_the_words_and_their_sentences(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = [piece for line in passage(text, spans) for piece in line]
    marked = "".join(piece.text for piece in pieces if HERE in piece.marks)
    told = {place for a, b in spans for place in range(max(a, 0), min(b, len(text)))}
    lines = [line for line in text.split("\n") if line.strip()]
    expected, place = "", 0
    for line in text.split("\n"):
        if line in lines:
            expected += "".join(char for number, char in enumerate(line, place) if number in told)
        place += len(line) + 1
    assert marked == expected
    assert all(not piece.text.strip() or SENTENCE in piece.marks for piece in pieces if HERE in piece.marks)


def test_what_is_far_from_the_proof_is_left_out() -> None:
    far = "слово " * 500
    before, here, after = shortened([Piece(far, ()), Piece("подписали", (HERE,)), Piece(far, ())])
    assert here.text == "подписали"
    assert before.text.startswith(" … слово")
    assert after.text.endswith("слово … ")
    assert max(len(before.text), len(after.text)) < FAR


def test_ten_thousand_marks_on_one_line() -> None:
    text = "а" * 20_000
    (line,) = paragraphs(text, [(2 * number, 2 * number + 1, f"m{number}") for number in range(10_000)])
    assert len(line) == 20_000

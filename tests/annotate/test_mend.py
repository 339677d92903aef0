"""Names mended: organisations whole, second names in brackets, listed names, words that are none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.annotate.mend.organ import organ_heads
from pobratim.annotate.name import Name
from pobratim.annotate.tagger import default_tagger
from pobratim.core.page import Page
from pobratim.facts.read import read
from pobratim.lexicon.table import rows
from pobratim.text.segment import sentences

_MARK = re.compile(r"\{[A-Z]{3} ([^}]*)\}")
LINES = [
    line
    for line in (Path(__file__).parent / "golden/mended.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_words = st.sampled_from(sorted({word for line in LINES for word in _MARK.sub(r"\1", line).split()}))
newsy = st.lists(st.one_of(_words, st.sampled_from([".", "(", ")", "«", "»", "•", "\n", ","])), max_size=60).map(" ".join)


def names(text: str) -> list[Name]:
    """The names that the reader sees."""
    return default_tagger().names(sentences(text))


@pytest.mark.parametrize("line", LINES, ids=map(str, range(len(LINES))))
def test_golden(line: str) -> None:
    text, marked, at = _MARK.sub(r"\1", line), "", 0
    for name in names(text):
        marked += f"{text[at : name.start]}{{{name.kind} {text[name.start : name.end]}}}"
        at = name.end
    assert marked + text[at:] == line


def test_an_organisation_keeps_the_names_it_takes_in() -> None:
    text = "Письмо пришло из администрации Заозёрского района Тверской области."
    (whole,) = names(text)
    assert [(one.kind, text[one.start : one.end]) for one in whole.inner] == [
        ("LOC", "Заозёрского района"),
        ("LOC", "Тверской области"),
    ]


def test_a_place_inside_an_organisation_is_an_actor_still() -> None:
    facts = read(Page(text="Между администрацией Усть-Талицы и Радошинским горисполкомом подписано соглашение о связях."))
    assert "Усть-Талицы" in [proof.quote for place in facts.places for proof in place.evidence]


def test_no_head_is_listed_for_what_the_list_of_bodies_says_already() -> None:
    listed = {lemma for lemma, no in rows("names/organs.txt", 2) if not no}
    known = {lemma.lower() for lemma, layer, _, _ in rows("actors/heads.txt", 4) if layer == "body"}
    assert not listed & known
    assert listed <= organ_heads()


@settings(deadline=None)
@given(newsy)
def test_names_are_in_order_and_inside_sentences_and_hold_their_inner_ones(text: str) -> None:
    found = sentences(text)
    told = default_tagger().names(found)
    ends = [0, *[name.end for name in told]]
    assert all(name.start >= before for name, before in zip(told, ends, strict=False))
    for name in told:
        assert any(s.start <= name.start < name.end <= s.end for s in found)
        assert all(name.start <= one.start < one.end <= name.end and not one.inner for one in name.inner)

"""The fast tagger gives slovnet's names, whatever the text and however it is cut into portions.

But for lists with marks, which slovnet does not know and the fast tagger parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.annotate import network
from pobratim.annotate.fast_names import LIST_MARKS, FastNames
from pobratim.annotate.name import Name, NameTagger
from pobratim.text.segment import sentences
from pobratim.text.token import Sentence

_MARK = re.compile(r"\{[A-Z]{3} ([^}]*)\}")
LINES = [
    line
    for line in (Path(__file__).parent / "golden/names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
IDS = [str(number) for number in range(len(LINES))]
TEXTS = [_MARK.sub(r"\1", line) for line in LINES]

_words = st.sampled_from(sorted({word for text in TEXTS for word in text.split()}))
_marks = st.sampled_from([".", ",", "-", "«", "»", "(", ")", "\n\n", "…", "№", "°"])
newsy = st.lists(st.one_of(_words, _words, _words, _marks), max_size=80).map(" ".join)
anything = st.one_of(newsy, st.text(max_size=200), st.text("абвАБВ .,-–_«»\n\u00a01Zz°", max_size=200))


@cache
def fast() -> FastNames:
    """One tagger for all tests that do not change it."""
    return FastNames()


def mark(text: str, names: Iterable[Name]) -> str:
    """The text with its names marked: «Визит в {LOC Тверь}.»"""
    out, at = [], 0
    for start, end, kind, _ in names:
        out.append(f"{text[at:start]}{{{kind} {text[start:end]}}}")
        at = end
    return "".join(out) + text[at:]


@pytest.mark.parametrize("line", LINES, ids=IDS)
def test_golden(line: str) -> None:
    text = _MARK.sub(r"\1", line)
    assert mark(text, fast().names(sentences(text))) == line


def test_all_at_once_as_one_by_one() -> None:
    page = "\n\n".join(TEXTS)
    assert mark(page, fast().names(sentences(page))).split("\n\n") == LINES


@settings(deadline=None)
@given(anything)
def test_names_are_in_order_and_inside_sentences(text: str) -> None:
    found = sentences(text)
    names = fast().names(found)
    ends = [name.end for name in names]
    assert all(name.start >= before for name, before in zip(names, [0, *ends], strict=False))
    assert all(any(s.start <= name.start < name.end <= s.end for s in found) for name in names)


@settings(deadline=None)
@given(anything, st.data())
def test_portions_change_nothing(text: str, data: st.DataObject) -> None:
    found = sentences(text)
    cut = data.draw(st.integers(0, len(found)))
    tagger = fast()
    assert tagger.names(found[:cut]) + tagger.names(found[cut:]) == tagger.names(found)


@pytest.fixture(scope="module")
def cramped() -> Iterable[FastNames]:
    """A tagger that works in blocks of five tokens and forgets words all the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network, "BLOCK_TOKENS", 5)
        patch.setattr(network, "CACHE_WORDS", 12)
        yield FastNames()


def test_blocks_and_forgetting_change_nothing(cramped: FastNames) -> None:
    page = "\n\n".join(TEXTS) + "\n\n" + " ".join(text.strip(".…") for text in TEXTS)
    assert cramped.names(sentences(page)) == FastNames().names(sentences(page))


def test_threads_share_a_tagger() -> None:
    tagger = FastNames()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: mark(text, tagger.names(sentences(text))), TEXTS * 5))
    assert found == LINES * 5


def test_list_marks_part_names() -> None:
    text = "Участники: • Алжир • Барбадос • Эфиопия • Коста-Рика"
    assert [text[n.start : n.end] for n in fast().names(sentences(text))] == ["Алжир", "Барбадос", "Эфиопия", "Коста-Рика"]


@pytest.mark.parametrize("text", ["•", "• •", "Тверь •", "• Тверь"])
def test_list_marks_alone(text: str) -> None:
    assert [text[n.start : n.end] for n in fast().names(sentences(text))] == ["Тверь"] * text.count("Тверь")


def test_nothing_gives_nothing() -> None:
    assert fast().names([]) == []
    assert fast().names([Sentence(0, 0, 0, 0, "", [])]) == []


@pytest.fixture(scope="module")
def slovnet() -> NameTagger:
    """Slovnet itself, where the yardsticks are installed."""
    if not (find_spec("slovnet") and find_spec("natasha")):
        pytest.skip("slovnet and natasha are not installed")
    from pobratim.annotate.slovnet_names import SlovnetNames

    return SlovnetNames()


@pytest.mark.parametrize("text", TEXTS, ids=IDS)
def test_identity_on_sentences(slovnet: NameTagger, text: str) -> None:
    found = sentences(text)
    assert fast().names(found) == slovnet.names(found)


@settings(max_examples=50, deadline=None)
@given(text=anything)
def test_identity_on_any_text(slovnet: NameTagger, text: str) -> None:
    found = sentences("".join(letter for letter in text if letter not in LIST_MARKS))
    assert fast().names(found) == slovnet.names(found)

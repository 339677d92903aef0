"""What the index of frequent words tells is what the dictionary tells, and is told only where it is the same dictionary."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator

import msgspec
import pytest

from pobratim.core.errors import LexiconError
from pobratim.text.frequent import forms as told
from pobratim.text.frequent.index import FrequentWords, frequent_words
from pobratim.text.morph import forms, worked_out
from tests.conftest import ROOT
from tools.frequent_words import built, navec_words

WORDS = ["наибольших", "елка", "стали", "жапаровым", "кое-кто", "nato"]


def corpus_words() -> list[str]:
    """All words of the stories, in lower case, some 10,000."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus/stories").glob("*.yaml"))]
    return sorted(set(re.findall(r"[^\W_]+(?:-[^\W_]+)*", " ".join(texts).lower())))


def test_the_index_tells_what_the_dictionary_does() -> None:
    words = corpus_words()
    assert [word for word in words if forms(word) != worked_out(word)] == []
    assert sum(bool(told.told_of(word)[0]) for word in words) > len(words) / 2


@pytest.mark.skipif(not importlib.util.find_spec("natasha"), reason="the list of words comes from the natasha wheel")
def test_the_index_is_what_the_tool_makes_of_the_list() -> None:
    words = navec_words()
    index = frequent_words()
    assert sorted(map(index.number, words)) == list(range(index.size)) == list(range(len(words)))
    assert [word for word in words[::200] if forms(word) != worked_out(word)] == []


def test_a_word_comes_back_as_it_was_put_in() -> None:
    index = FrequentWords(built(WORDS), "made here")
    assert sorted(map(index.number, WORDS)) == list(range(6))
    assert index.number("сталь") == index.size == 6
    pattern, scores = index.told(index.number("стали"))
    items = msgspec.msgpack.decode(index.pattern(pattern))
    lemmas = ["стали"[: -cut or None] + end for cut, end in zip(items[::4], items[1::4], strict=True)]
    assert list(zip(lemmas, index.scores(scores), strict=True)) == [(form.lemma, form.score) for form in worked_out("стали")]
    assert index.told(index.number("nato")) == (0, 0)


@pytest.fixture
def other_dictionary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(told, "dictionary_name", lambda: "1 2")
    told._believed.cache_clear()
    yield
    told._believed.cache_clear()


@pytest.mark.usefixtures("other_dictionary")
def test_an_index_of_another_dictionary_is_not_believed() -> None:
    assert told.told_of("соглашение") == ((), ())


@pytest.mark.parametrize("data", [b"", b"{}\n", b'{"format": 1, "sizes": [1, 2]}\n', b'{"format": 0, "sizes": []}\n'])
def test_what_is_no_index_says_so(data: bytes) -> None:
    with pytest.raises(LexiconError, match="words"):
        FrequentWords(data, "words.idx")

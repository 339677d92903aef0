"""The parts of the fast tagger by themselves: best path, shapes, vectors, and the files they come from."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.annotate.fast_names import MODEL
from pobratim.annotate.shape import SHAPES, shape_number, word_shape
from pobratim.annotate.viterbi import best_tags
from pobratim.annotate.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools/build_names_model.py"
TAG_COUNT = 3


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.integers(0, 2**32 - 1))
def test_best_path_is_the_best_of_all(sizes: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    starts = [1 + sum(sizes[:i]) + i for i in range(len(sizes))]  # a border before each sentence
    emissions = rng.normal(size=(starts[-1] + sizes[-1] + 1, TAG_COUNT)).astype(np.float32)
    transitions = rng.normal(size=(TAG_COUNT, TAG_COUNT)).astype(np.float32)

    def score(start: int, path: tuple[int, ...]) -> float:
        steps = sum(transitions[a, b] for a, b in pairwise(path))
        return float(steps + sum(emissions[start + i, tag] for i, tag in enumerate(path)))

    for start, size, tags in zip(starts, sizes, best_tags(emissions, transitions, starts, sizes), strict=True):
        best = max(product(range(TAG_COUNT), repeat=size), key=lambda path, at=start: score(at, path))
        assert tuple(tags) == best


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("А", "RU_X"),
        ("в", "RU_x"),
        ("ООН", "RU_XX"),
        ("план", "RU_xx"),
        ("Тверь", "RU_Xx"),
        ("Ростов-Дон", "RU_Xx-Xx"),
        ("Ростов-на-Дону", "RU_OTHER"),
        ("iPhone", "EN_OTHER"),
        ("NATO", "EN_XX"),
        ("2024-2026", "NUM"),
        ("-5", "NUM"),
        ("«", "PUNCT_«"),
        ("...", "PUNCT_OTHER"),
        ("₽", "OTHER"),
        ("°С", "OTHER"),
    ],
)
def test_shape(word: str, shape: str) -> None:
    assert word_shape(word) == shape


@given(st.text(min_size=1, max_size=12))
def test_every_word_has_a_shape(word: str) -> None:
    assert 0 < shape_number(word) < len(SHAPES)


@given(st.one_of(st.text(min_size=1, max_size=12), st.text("аБ-яzZ1.,«°", min_size=1, max_size=6)))
def test_shape_is_slovnets(word: str) -> None:
    slovnet = pytest.importorskip("slovnet.shape")
    assert word_shape(word) == slovnet.word_shape(word)


def test_vectors() -> None:
    words = Vocabulary(MODEL)
    known, unknown, other = words.vectors(["соглашение", "соглшние", "\ud800"])
    assert known.shape == (300,)
    assert (unknown == other).all()
    assert not (unknown == known).all()
    near, far = words.vectors(["договор", "картофель"])
    assert _cosine(known, near) > 0.5 > _cosine(known, far)


def _cosine(a: np.ndarray, b: np.ndarray) -> float:
    return float(a @ b / np.sqrt((a @ a) * (b @ b)))


@pytest.mark.skipif(not importlib.util.find_spec("natasha"), reason="the weights come from the natasha wheel")
def test_model_files_are_what_the_tool_builds() -> None:
    done = subprocess.run([sys.executable, TOOL, "--check"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_only_numpy_is_needed() -> None:
    code = (
        "import sys; from pobratim.annotate.tagger import default_tagger; default_tagger()\n"
        "sys.exit(', '.join(sorted({'natasha', 'navec', 'slovnet', 'torch'} & set(sys.modules))) or 0)"
    )
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, check=False, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT / "src")})
    assert done.returncode == 0, done.stderr

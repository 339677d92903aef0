"""Predictors of names: each factory gives a function from a text to `(start, end, kind)`, kind one of PER, LOC, ORG.

Offsets count code points, end-exclusive. A script that takes `module:factory` finds them as `predictors:pobratim`
with this folder on its path.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent / "src"), str(HERE.parent)]

Predictor = Callable[[str], list[tuple[int, int, str]]]


def pobratim() -> Predictor:
    """Pobratim's names as the reader sees them: the network's, mended."""
    from pobratim.annotate.tagger import default_tagger
    from pobratim.text.segment import sentences

    tagger = default_tagger()
    return lambda text: [(name.start, name.end, name.kind) for name in tagger.names(sentences(text))]


def pobratim_whole() -> Predictor:
    """Pobratim's network alone, on the whole text as one sentence, as Natasha's users call theirs; the same names as `natasha`.

    But for texts with list marks, which Pobratim parts.
    """
    from pobratim.annotate.fast_names import FastNames
    from pobratim.text.token import Sentence
    from pobratim.text.tokenizer import tokens

    tagger = FastNames()

    def predict(text: str) -> list[tuple[int, int, str]]:
        whole = Sentence(0, len(text), 0, 0, text, tokens(text))
        return [(name.start, name.end, name.kind) for name in tagger.names([whole])]

    return predict


def slovnet() -> Predictor:
    """Slovnet sentence by sentence."""
    from pobratim.annotate.slovnet_names import SlovnetNames
    from pobratim.text.segment import sentences

    tagger = SlovnetNames()
    return lambda text: [(name.start, name.end, name.kind) for name in tagger.names(sentences(text))]


def natasha() -> Predictor:
    """Natasha's tagger as its users call it: on the whole text at once, not by sentences."""
    import sides

    sides.mend_inspect()
    from natasha import NewsEmbedding, NewsNERTagger

    tagger = NewsNERTagger(NewsEmbedding())
    return lambda text: [(span.start, span.stop, span.type) for span in tagger(text).spans]

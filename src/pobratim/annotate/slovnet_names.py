"""Slovnet's news NER through the slovnet package itself: slow, the yardstick that the fast tagger must equal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pobratim.text.token import Sentence

from .name import Name


class SlovnetNames:
    """Needs the `slovnet` and `natasha` packages (not installed for users); `natasha` only for its weights."""

    def __init__(self) -> None:
        from importlib.util import find_spec

        from navec import Navec
        from slovnet import NER

        spec = find_spec("natasha")
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError("natasha is not installed")
        data = Path(spec.origin).parent / "data"
        self._ner: Any = NER.load(str(data / "model/slovnet_ner_news_v1.tar"))
        self._ner.navec(Navec.load(str(data / "emb/navec_news_v1_1B_250K_300d_100q.tar")))

    def names(self, sentences: Sequence[Sentence]) -> list[Name]:
        """All names of the sentences, sentence by sentence."""
        found = []
        for sentence, markup in zip(sentences, self._ner.map(s.text for s in sentences), strict=True):
            found += [Name(sentence.start + s.start, sentence.start + s.stop, s.type) for s in markup.spans]
        return found

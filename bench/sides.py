"""The two sides of the comparison: a function from a page's bytes to whatever that side reads from it."""

from __future__ import annotations

import inspect
from collections import namedtuple
from collections.abc import Callable

Reader = Callable[[bytes], object]


def pobratim_reader() -> Reader:
    """Bytes → `Facts`, by Pobratim."""
    from pobratim.annotate.tagger import default_tagger
    from pobratim.facts.read import read
    from pobratim.pages import read_page

    tagger = default_tagger()
    return lambda raw: read(read_page(raw, None), tagger)


def pobratim_relevant_reader() -> Reader:
    """Bytes → `Facts`, or None where the first glance says that the page reports nothing (`--only-relevant`)."""
    from pobratim.pages.triage import may_report

    read = pobratim_reader()
    return lambda raw: read(raw) if may_report(raw) else None


def natasha_reader() -> Reader:
    """Bytes → text and metadata by trafilatura → the whole of Natasha.

    Sentences, tokens, morphology, syntax, names, lemmas.
    """
    import trafilatura

    pipeline = natasha_pipeline()

    def read(raw: bytes) -> object:
        text = trafilatura.extract(raw.decode(), with_metadata=True) or ""
        return pipeline(text.rpartition("\n---\n")[2])  # the metadata stands above as a block of lines

    return read


def natasha_pipeline() -> Callable[[str], object]:
    """Text → Natasha's `Doc`."""
    mend_inspect()
    from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    embedding, vocabulary, segmenter = NewsEmbedding(), MorphVocab(), Segmenter()
    morphology, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def run(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        doc.tag_ner(names)
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        return doc

    return run


def mend_inspect() -> None:
    """Natasha needs pymorphy2, and that needs `inspect.getargspec`, which Python 3.11 no longer has."""
    if not hasattr(inspect, "getargspec"):
        spec = namedtuple("spec", "args varargs keywords defaults")
        setattr(inspect, "getargspec", lambda function: spec(*inspect.getfullargspec(function)[:4]))  # noqa: B010

"""Content told after: «Документ охватывает экономику и культуру», «Соглашение рассчитано на пять лет»."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence

from .draft import Draft
from .sphere import find_spheres

_CONTENT_VERBS = group("content-verb")
_COOPERATION = group("cooperation")
_DOCUMENT_WORDS = group("document-word")
_REACH = 3  # sentences


def add_content(story: Story, drafts: Sequence[Draft]) -> None:
    """Adds the term and the spheres that a later sentence tells of the last document before it.

    Fails where the talks' topics are listed right after the document.
    """
    for sentence in story.sentences:
        spoken = [(max(told), n) for n, d in enumerate(drafts) if not d.nested and (told := _told_by(d, sentence.index))]
        at, number = max(spoken, default=(-_REACH - 1, 0))
        if sentence.index - at > _REACH:
            continue
        owner = drafts[number]
        lemmas = {t.lemma for t in sentence.tokens}
        named = bool(lemmas & _DOCUMENT_WORDS) or sentence.index == at
        alone = sum(d.sentence == owner.sentence for d in drafts) == 1
        if owner.term is None and named and alone:
            _add_term(story, owner, sentence)
        if not owner.spheres and sentence.index > owner.sentence and not owner.implied:
            _add_spheres(story, owner, sentence, lemmas, named)


def _told_by(draft: Draft, sentence: int) -> list[int]:
    """The sentences up to one that speak of a document."""
    return [n for n in draft.mentions if n <= sentence]


def _add_term(story: Story, owner: Draft, sentence: Sentence) -> None:
    found = story.term(sentence)
    if found:
        owner.term = found[0]
        owner.prove("term", found[1], "content-sentence")


def _add_spheres(story: Story, owner: Draft, sentence: Sentence, lemmas: set[str], named: bool) -> None:
    """«Документ охватывает экономику»: a verb of content; or two spheres and more beside «сотрудничество»."""
    told = named and not lemmas.isdisjoint(_CONTENT_VERBS)
    if not told and lemmas.isdisjoint(_COOPERATION):
        return
    masked = [(a.start, a.end) for a in story.actors[sentence.index]]
    found = find_spheres(story.text, sentence.start, sentence.end, masked)
    if told or len({evidence.start for _, evidence in found}) > 1:
        for code, evidence in found:
            owner.spheres.append(code)
            owner.prove("spheres", evidence, "content-sentence")

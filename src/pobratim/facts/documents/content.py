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
_SIDES = group("generic-side")
_UNDERTAKING = group("undertaking")
_AGREED = "договориться"  # «Стороны договорились об обмене врачами»
_AGREED_ON = frozenset(("договорённость", "сотрудничество", "партнёрство"))
_LASTING = frozenset(("рассчитать", "рассчитанный"))  # «Договорённости рассчитаны до 2026 года»
_NEW_TERM = frozenset(("срок", "новый"))
_REACH = 3  # sentences
_ITEM_MARKS = ("-", "–", "—", "•", "·")


def add_content(story: Story, drafts: Sequence[Draft]) -> None:
    """Adds the term and the spheres that a later sentence tells of the last document before it.

    Of a list that such a sentence opens («Стороны договорились:») every item counts. Fails where the talks' topics are
    listed right after the document.
    """
    listed: Draft | None = None
    own = {n for d in drafts for n in d.mentions}
    spoken = _spoken_of(drafts)
    owner: Draft | None = None
    at = 0
    for sentence in story.sentences:
        if listed is not None and sentence.index not in own and _is_item(sentence):
            _take(story, listed, sentence, 1, "content-list")
            continue
        listed = None
        if sentence.index in spoken:
            owner, at = spoken[sentence.index], sentence.index
        if owner is None or sentence.index - at > _REACH or owner.term is not None and (owner.spheres or owner.implied):
            continue  # nothing can be added
        lemmas = {t.lemma for t in sentence.tokens}
        if lemmas >= _NEW_TERM and (news := _news_before(drafts, sentence)) is not None:
            _add_term(story, news, sentence)
            continue
        named = bool(lemmas & _DOCUMENT_WORDS) or sentence.index == at
        alone = sum(d.sentence == (at if at in own else owner.sentence) for d in drafts) == 1 or at > owner.sentence
        if owner.term is None and alone and (named or not lemmas.isdisjoint(_AGREED_ON) and not lemmas.isdisjoint(_LASTING)):
            _add_term(story, owner, sentence)
        if owner.spheres or owner.implied:
            continue
        if not owner.plural and sentence.tokens[-1].text == ":" and _opens(lemmas):
            listed = owner
        if sentence.index > owner.sentence:
            _add_spheres(story, owner, sentence, lemmas, named, sentence.index - at)


def _spoken_of(drafts: Sequence[Draft]) -> dict[int, Draft]:
    """The document that each sentence speaks of: the last one told, news before history; nested ones do not count."""
    told = sorted([d for d in drafts if not d.nested], key=lambda d: not d.recalled)
    return {n: draft for draft in told for n in draft.mentions}


def _news_before(drafts: Sequence[Draft], sentence: Sentence) -> Draft | None:
    """«Прежнее соглашение утратило силу. Срок нового – пять лет»: the first document of the news that has no term yet."""
    told = (d for d in drafts if not d.recalled and d.term is None and d.status == "signed")
    return next((d for d in told if d.sentence < sentence.index), None)


def _opens(lemmas: set[str]) -> bool:
    """Whether a sentence before a colon opens a list of what a document holds («Среди направлений:»)."""
    return not (lemmas.isdisjoint(_CONTENT_VERBS) and lemmas.isdisjoint(_COOPERATION) and lemmas.isdisjoint(_UNDERTAKING))


def _is_item(sentence: Sentence) -> bool:
    """«– обмен студентами;»: it begins with a mark or a small letter, or ends with a semicolon."""
    text = sentence.text.strip()
    return text.startswith(_ITEM_MARKS) or text.endswith(";") or text[:1].islower()


def _add_term(story: Story, owner: Draft, sentence: Sentence) -> None:
    found = story.term(sentence)
    if found:
        owner.term = found[0]
        owner.prove("term", found[1], "content-sentence")


def _add_spheres(story: Story, owner: Draft, sentence: Sentence, lemmas: set[str], named: bool, behind: int) -> None:
    """«Документ охватывает экономику»: a verb of content; or two spheres and more beside «сотрудничество» or what the
    sides undertake («В рамках договора стороны реализуют культурные и спортивные проекты»).
    """
    told = named and not lemmas.isdisjoint(_CONTENT_VERBS) or sentence.tokens[0].lower == "речь"  # «Речь в нём о туризме»
    undertaken = (named or not lemmas.isdisjoint(_SIDES)) and not lemmas.isdisjoint(_UNDERTAKING)
    agreed = undertaken and _AGREED in lemmas and behind < _REACH
    if told or undertaken or not lemmas.isdisjoint(_COOPERATION):
        _take(story, owner, sentence, 1 if told or agreed else 2, "content-sentence")


def _take(story: Story, owner: Draft, sentence: Sentence, least: int, rule: str) -> None:
    """Adds the spheres of a sentence, where its words name at least so many."""
    masked = [(a.start, a.end) for a in story.actors[sentence.index]]
    found = find_spheres(story.text, sentence.start, sentence.end, masked)
    if len({evidence.start for _, evidence in found}) >= least:
        for code, evidence in found:
            if code not in owner.spheres:
                owner.spheres.append(code)
            owner.prove("spheres", evidence, rule)

"""What the whole page adds to its documents: missing parties, dates, spheres, terms; and which drafts are none."""

from __future__ import annotations

from pobratim.core.date import PartialDate
from pobratim.facts.principal import Principals
from pobratim.facts.story import Story
from pobratim.text.token import Sentence

from .draft import Draft
from .gather import distinct
from .sphere import find_spheres
from .term import find_term
from .venue import scene_venue, venue_in

_CONTENT_VERBS = frozenset(
    """предусматривать предполагать охватывать включать касаться направить рассчитать определять закреплять позволить
    затрагивать посвятить войти вписать идти открывать содержать прописать значиться распространяться подразумевать обозначить отражать""".split()
)
_COOPERATION = frozenset(
    "сотрудничать сотрудничество взаимодействие взаимодействовать направление сфера область работать обмениваться перечень".split()
)
_DOCUMENT_WORDS = frozenset("документ соглашение меморандум план договор карта протокол программа он оно речь".split())


def complete(story: Story, drafts: list[Draft], principals: Principals) -> list[Draft]:
    """The drafts that are documents, completed, in order."""
    told = _told_signing(drafts)
    for draft in drafts:
        _parties_from_hands(story, draft)
        _parties_from_page(story, draft, principals)
        _inherit_date(story, draft, told)
        _find_venue(story, draft)
    _content_sentences(story, drafts)
    for child in drafts:
        parent = child.parent
        if (
            parent is not None
            and parent.parental
            and not child.recalled
            and (parent.signed is None or parent.signed != child.signed)
        ):
            parent.recalled = True
    for draft in drafts:
        _inherit_spheres(draft)
    return [d for d in drafts if _is_document(story, d)]


def _parties_from_hands(story: Story, draft: Draft) -> None:
    sides = [side for _, side in draft.signatories if side]
    if not draft.explicit:
        draft.parties = distinct(story, [*draft.parties, *map(story.registry.territory, sides)])


def _parties_from_page(story: Story, draft: Draft, principals: Principals) -> None:
    """A document with one side or none, in the news of the page, is between those the page is about."""
    if draft.explicit or len(draft.parties) >= 2 or draft.refer:
        return
    if draft.parent and len(draft.parent.parties) >= 2:
        draft.parties = list(draft.parent.parties)
        return
    pair = principals.headline
    if pair and (not draft.parties or any(story.registry.same_side(p, q) for p in pair for q in draft.parties)):
        draft.parties = distinct(story, [*draft.parties, *pair])


def _find_venue(story: Story, draft: Draft) -> None:
    if draft.place is not None or draft.status in ("in_force", "proposed", "terminated"):
        return
    at = draft.scene or draft.sentence
    found = venue_in(story, at) if draft.recalled else scene_venue(story, at, lead=draft.status != "planned")
    if found:
        draft.place = story.registry.entity(found)
        draft.prove("place", story.quote(found.start, found.end), "venue")


def _inherit_spheres(draft: Draft) -> None:
    """A plan has the spheres of what it implements."""
    if not draft.spheres and draft.parent and draft.parent.sentence == draft.sentence and draft.parent.parental:
        draft.spheres = list(draft.parent.spheres)


def _told_signing(drafts: list[Draft]) -> PartialDate | None:
    """The day of the page's signing, where its news has just one."""
    days = {
        d.signed.value: d.signed
        for d in drafts
        if d.signed and d.status == "signed" and not d.recalled and d.signed.precision == "day"
    }
    return next(iter(days.values())) if len(days) == 1 else None


def _inherit_date(story: Story, draft: Draft, told: PartialDate | None) -> None:
    """A signing told without its day happened on the day the story stands at, if that is told nearby."""
    if draft.signed is not None or draft.status not in ("signed", "prolonged") or draft.recalled:
        return
    near = told or story.scene_date(draft.scene or draft.sentence)
    if near is not None:
        draft.signed = near
        if near.evidence:
            draft.prove("signed", near.evidence[0], "scene-date")


def _content_sentences(story: Story, drafts: list[Draft]) -> None:
    """«Документ охватывает экономику и культуру», «Соглашение рассчитано на пять лет»: spheres and term told after.

    Each sentence speaks of the last document before it, at most three sentences back. Fails where the talks' topics
    are listed right after the document.
    """
    for sentence in story.sentences:
        owner = next((d for d in reversed(drafts) if d.sentence <= sentence.index and not d.nested), None)
        if owner is None or sentence.index - owner.sentence > 3:
            continue
        lemmas = {t.lemma for t in sentence.tokens}
        named = bool(lemmas & _DOCUMENT_WORDS) or sentence.index == owner.sentence
        if (
            owner.term is None
            and named
            and _alone(drafts, owner)
            and (found := find_term(story.text, sentence.start, sentence.end))
        ):
            owner.term = found[0]
            owner.prove("term", found[1], "content-sentence")
        if not owner.spheres and sentence.index > owner.sentence and not owner.implied:
            _spheres_of_content(story, owner, sentence, lemmas, named)


def _alone(drafts: list[Draft], owner: Draft) -> bool:
    return sum(d.sentence == owner.sentence for d in drafts) == 1


def _spheres_of_content(story: Story, owner: Draft, sentence: Sentence, lemmas: set[str], named: bool) -> None:
    masked = [(a.start, a.end) for a in story.actors[sentence.index]]
    found = find_spheres(story.text, sentence.start, sentence.end, masked)
    if (named and lemmas & _CONTENT_VERBS) or (len(found) > 1 and lemmas & _COOPERATION):
        for code, evidence in found:
            owner.spheres.append(code)
            owner.prove("spheres", evidence, "content-sentence")


def _is_document(story: Story, draft: Draft) -> bool:
    """Whether a draft is a record: signed, planned … with a side; in force only with both sides or a date."""
    if draft.refer and len(draft.parties) < 2:
        return False
    if draft.status == "in_force":
        return len(draft.parties) >= 2 and (draft.explicit or draft.partnered or draft.signed is not None or draft.parental)
    if draft.status == "terminated" or draft.kind == "contract":
        return len(draft.parties) >= 2
    if draft.status in ("planned", "proposed"):
        return len(draft.parties) >= 1 and (len(draft.parties) >= 2 or draft.explicit)
    return bool(draft.parties)

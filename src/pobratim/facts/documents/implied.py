"""Documents told without their noun: «стали побратимами», «породнились», «разорвали побратимские связи»."""

from __future__ import annotations

from pobratim.facts.sides import preposition_before, with_partners
from pobratim.facts.story import Story
from pobratim.text.token import Sentence

from .draft import Draft
from .gather import SentenceView, distinct, party_of

_TIE = frozenset(
    "сотрудничество связь побратим город-побратим побратимство породниться побрататься побратимский породнить дружественный".split()
)
_BEGIN = frozenset("стать породниться побрататься сделаться оформить обрести установить становиться породнить теперь".split())
_PARTY_KINDS = frozenset("region district city settlement other administration".split())


def implied_drafts(story: Story, view: SentenceView) -> list[Draft]:
    """At most one agreement that a sentence implies of its two places; none where it names an instrument itself.

    Fails where a third place of the sentence is only the venue.
    """
    if view.instruments:
        return []
    words = {t.lemma for t in view.sentence.tokens}
    tie = words & _TIE
    ending = any(a.kind == "terminate" for a in view.acts)
    if (
        not tie
        or not ending
        and (not tie - {"сотрудничество", "связь", "дружественный"} and not {"дружественный", "связь"} <= tie)
    ):
        return []
    status, at = _status(view, words)
    if status is None:
        return []
    if status == "terminated" and (ended := _ended_with(story, view, at)):
        return ended
    parties = _parties(story, view)
    draft = Draft(
        "agreement",
        view.sentence.index,
        view.sentence.start,
        view.sentence.end,
        parties=parties,
        explicit=len(parties) == 2,
        status=status,
        implied=True,
        headline=story.has_headline and view.sentence.paragraph == 0,
    )
    draft.prove("kind", story.sentence_quote(view.sentence.index), "implied-tie")
    draft.prove("status", story.quote(at[0], at[1]), "implied-tie")
    if view.dates and status in ("signed", "planned"):
        draft.signed = story.date_value(view.dates[0], story.last_date(view.sentence), future=status == "planned")
    if parties:
        draft.prove("parties", story.sentence_quote(view.sentence.index), "named")
    return [draft]


def _ended_with(story: Story, view: SentenceView, at: tuple[int, int]) -> list[Draft]:
    """«Черновцы разорвали сотрудничество с Брянском и Подольском»: an ended tie with each of the partners."""
    partners = [s for s in with_partners(view.sentence, view.sides, 0, len(view.sentence.tokens)) if s.actor]
    own = [s for s in view.sides if s.actor and s not in partners and "nomn" in s.cases]
    if not partners or not own:
        return []
    found = []
    for partner in partners:
        parties = distinct(story, [p for p in (party_of(story, own[0]), party_of(story, partner)) if p])
        draft = Draft(
            "agreement",
            view.sentence.index,
            partner.start,
            partner.end,
            parties=parties,
            explicit=len(parties) == 2,
            status="terminated",
            implied=True,
            headline=story.has_headline and view.sentence.paragraph == 0,
        )
        draft.prove("kind", story.sentence_quote(view.sentence.index), "implied-tie")
        draft.prove("status", story.quote(at[0], at[1]), "implied-tie")
        draft.prove("parties", story.sentence_quote(view.sentence.index), "named")
        found.append(draft)
    return found


def _status(view: SentenceView, words: set[str]) -> tuple[str | None, tuple[int, int]]:
    ending = next((a for a in view.acts if a.kind == "terminate"), None)
    if ending is not None:
        return ("terminated" if ending.mood == "done" else None), (ending.start, ending.end)
    begin = next((t for t in view.sentence.tokens if t.lemma in _BEGIN), None)
    if begin is None:
        return None, (0, 0)
    planned = any(a.mood == "planned" for a in view.acts) or _future(view.sentence)
    proposed = any(a.mood == "proposed" for a in view.acts)
    return ("proposed" if proposed else "planned" if planned else "signed"), (begin.start, begin.end)


def _future(sentence: Sentence) -> bool:
    return any(f.pos == "VERB" and "futr" in f.tags and f.lemma in _BEGIN for t in sentence.tokens for f in t.forms[:1])


def _parties(story: Story, view: SentenceView) -> list[str]:
    sides = [
        s
        for s in view.sides
        if s.actor
        and s.actor.kind in _PARTY_KINDS
        and s.actor.layer == "place"
        and preposition_before(view.sentence, s.first) not in ("в", "во", "на")
    ]
    found = distinct(story, [p for p in (party_of(story, s) for s in sides) if p])
    return found if len(found) == 2 else []

"""Hands told side by side: «от Твери – мэр А, от Орши – мэр Б», «с белорусской стороны – министр В»."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.sides import Side
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from .draft import Draft
from .parties import party_of
from .view import SentenceView

_DASHES = frozenset("–—-")
_MARKERS = group("side-marker")
_CHIEFS = group("chief")
_REACH = 2  # sentences after a document in which its hands are told


def hands_by_sides(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """Gives the document of a sentence, else the one told shortly before, the hands that the sentence tells side by side.

    Fails on pages that tell the hands first; of several documents in one sentence none is given hands.
    """
    if view.sentence.words.isdisjoint(_DASHES | {":"}) or not story.persons[view.sentence.index]:
        return  # most sentences
    if not any(a.kind == "sign" and not a.weak and a.mood in ("done", "planned") for a in view.acts):
        return
    told = _behind_dashes(view) + _behind_colon(view)
    document = _document(view, drafts) if told else None
    if document is None:
        return
    known = {person for person, _ in document.signatories}
    for side in told:
        if side.person and side.person.person not in known:
            document.signatories.append((side.person.person, party_of(story, side)))
            document.prove("signatories", story.quote(side.start, side.end), "hands-by-sides")


def _document(view: SentenceView, drafts: Sequence[Draft]) -> Draft | None:
    """The only document of the sentence, else the last one told before it."""
    at = view.sentence.index
    here = [d for d in drafts if d.sentence == at and not d.nested and d.status in ("signed", "planned", "prolonged")]
    if here:
        return here[0] if len(here) == 1 else None
    last = next((d for d in reversed(drafts) if not d.nested), None)
    return last if last is not None and not view.instruments and at - last.sentence <= _REACH else None


def _behind_dashes(view: SentenceView) -> list[Side]:
    """The people behind «от …», «со стороны …» and a dash."""
    tokens, found = view.sentence.tokens, []
    for dash in tokens:
        if dash.text not in _DASHES or not dash.index:
            continue
        first = next((k + 1 for k in range(dash.index - 1, -1, -1) if tokens[k].text in ",;:("), 0)
        if first < dash.index and tokens[first].lower in ("а", "и"):
            first += 1
        if first < dash.index and tokens[first].lower in _MARKERS:
            found += _people_from(view, dash.index + 1)
    return found


def _behind_colon(view: SentenceView) -> list[Side]:
    """«подписи поставили их первые лица: мэр А и Б, глава округа»."""
    tokens = view.sentence.tokens
    for colon in tokens:
        if (
            colon.text == ":"
            and colon.index
            and any(f.case == "nomn" and f.lemma in _CHIEFS for f in tokens[colon.index - 1].forms)
        ):
            return _people_from(view, colon.index + 1)
    return []


def _people_from(view: SentenceView, at: int) -> list[Side]:
    """The people in the nominative from a token to the next marker or clause."""
    tokens = view.sentence.tokens
    stop = next((k for k in range(at + 1, len(tokens)) if tokens[k].text == ";" or _opens_side(view, k)), len(tokens))
    return [s for s in view.sides if s.person and "nomn" in s.cases and at <= s.first < stop]


def _opens_side(view: SentenceView, at: int) -> bool:
    """Whether the next side's words begin behind a comma («, от Орши – …»)."""
    tokens = view.sentence.tokens
    k = at + 1 if tokens[at].lower in ("а", "и") else at
    return tokens[at - 1].text == "," and k < len(tokens) and tokens[k].lower in _MARKERS

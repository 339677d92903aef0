"""Hands told side by side: «от Твери – мэр А, от Орши – мэр Б», «с белорусской стороны – министр В»."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.actors.authorities import territory_by_adjective
from pobratim.facts.marks import DASHES
from pobratim.facts.sides import Side
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from ..draft import Draft, named_last
from ..view import SentenceView
from .parties import party_of

_MARKERS = group("side-marker")
_CHIEFS = group("chief")
_OF_TOWNS = frozenset(("градоначальник", "мэр"))
_DAY_REACH = 4  # tokens of «во вторник –»
_REACH = 2  # sentences after a document in which its hands are told


def hands_by_sides(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """Gives the document of a sentence, else the one told shortly before, the hands that the sentence tells side by side.

    Fails on pages that tell the hands first; of several documents in one sentence none is given hands.
    """
    if view.sentence.words.isdisjoint(DASHES | {":"}) or not story.persons[view.sentence.index]:
        return  # most sentences
    if not any(a.kind == "sign" and not a.weak and a.mood in ("done", "planned") for a in view.acts):
        return
    told = [*_behind_dashes(view), *((side, None) for side in _behind_colon(view))]
    document = _document(view, drafts) if told else None
    if document is None:
        return
    known = {person for person, _ in document.signatories}
    for side, marked in told:
        if side.person and side.person.person in known:
            document.signatories = [_with_side(story, view, one, side, marked) for one in document.signatories]
        elif side.person:
            document.signatories.append((side.person.person, party_of(story, side) or _marked_side(story, view, marked)))
            document.prove("signatories", story.quote(side.start, side.end), "hands-by-sides")


def _document(view: SentenceView, drafts: Sequence[Draft]) -> Draft | None:
    """The only document of the sentence, else the last one told before it."""
    at = view.sentence.index
    here = [d for d in drafts if d.sentence == at and not d.nested and d.status in ("signed", "planned", "prolonged")]
    if here:
        return here[0] if len(here) == 1 else None
    last = named_last(drafts)
    return last if last is not None and not view.instruments and at - last.sentence <= _REACH else None


def _with_side(
    story: Story, view: SentenceView, hand: tuple[str, str | None], side: Side, marked: tuple[int, int] | None
) -> tuple[str, str | None]:
    """A hand with whom the words before its dash say it is of, where nothing else says it."""
    mine = hand[1] is None and side.person is not None and side.person.person == hand[0]
    return (hand[0], _marked_side(story, view, marked)) if mine else hand


def _marked_side(story: Story, view: SentenceView, marked: tuple[int, int] | None) -> str | None:
    """«от палаты Узбекистана – Иванов», «со смоленской – мэр Иванов»: whom the words between the marker and the dash name."""
    if marked is None:
        return None
    named = next((s for s in view.sides if s.actor and marked[0] < s.first < marked[1]), None)
    if named is not None:
        return party_of(story, named)
    own = next((t for t in view.sentence.tokens[marked[0] + 1 : marked[1]] if t.is_adjective), None)
    if own is None:
        return None
    level = "город" if any(t.lemma in _OF_TOWNS for t in view.sentence.tokens[marked[1] + 1 : marked[1] + 3]) else None
    return territory_by_adjective(view.sentence, own, level, story.registry)


def _behind_dashes(view: SentenceView) -> list[tuple[Side, tuple[int, int] | None]]:
    """The people behind «от …», «со стороны …» and a dash, each with the tokens of the marker and the dash."""
    tokens = view.sentence.tokens
    acts = {a.token for a in view.acts if a.kind == "sign" and a.voice == "active"}  # «от Твери расписался мэр А»
    found: list[tuple[Side, tuple[int, int] | None]] = []
    for dash in tokens:
        if dash.text not in DASHES and not (dash.index in acts and dash.index + 1 < len(tokens)) or not dash.index:
            continue
        first = next((k + 1 for k in range(dash.index - 1, -1, -1) if tokens[k].text in ",;:("), 0)
        if first < dash.index and tokens[first].lower in ("а", "и"):
            first += 1
        if first < dash.index and (tokens[first].lower in _MARKERS or _dated(view, first, dash.index)):
            found += [(side, (first, dash.index)) for side in _people_from(view, dash.index + 1)]
    return found


def _dated(view: SentenceView, first: int, dash: int) -> bool:
    """«в понедельник – аким А, во вторник – мэр Б»: the sides signed on days of their own."""
    tokens = view.sentence.tokens
    return tokens[first].lower in ("в", "во") and any(tokens[first].end < d.start < tokens[dash].start for d in view.dates)


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
    """Whether the next side's words begin behind a comma («, от Орши – …», «, во вторник – …»)."""
    tokens = view.sentence.tokens
    k = at + 1 if tokens[at].lower in ("а", "и") else at
    if tokens[at - 1].text != "," or k >= len(tokens):
        return False
    return tokens[k].lower in _MARKERS or _dated(view, k, min(k + _DAY_REACH, len(tokens) - 1))

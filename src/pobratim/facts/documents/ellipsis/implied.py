"""Documents told without their noun: «стали побратимами», «породнились», «разорвали побратимские связи»."""

from __future__ import annotations

from pobratim.facts.listed_sides import unknown_name, with_partners
from pobratim.facts.principal import Principals
from pobratim.facts.sides import Side, is_finite, past, preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence, Token

from ..dates.dating import before_page
from ..draft import Draft
from ..sides.parties import parties_of
from ..view import SentenceView

_TIE = group("tie")
_WEAK_TIE = group("weak-tie")
_BEGIN = group("tie-begins")
_ON_PAPER = "документально"  # «дружеские отношения закреплены документально»
_GENERIC = group("generic-side")
_PAIR_REACH = 3  # sentences
_MANAGING = group("managing")
_PARTY_KINDS = frozenset("region district city settlement other administration".split())


def implied_drafts(story: Story, view: SentenceView, principals: Principals) -> list[Draft]:
    """The agreements that a sentence implies of its two places; none where it names an instrument itself.

    «Уфа и Гомель стали побратимами» implies one, signed. Fails where a third place of the sentence is only the venue.
    """
    if any(m.strength != "refer" for m in view.instruments):
        return []
    if view.sentence.lemmas.isdisjoint(_TIE) or not _tells_tie(view, view.lemmas()):
        return []  # most sentences
    status, at = _status(view)
    if status is None:
        return []
    if status == "terminated" and (ended := _ended_with(story, view, at)):
        return ended
    draft = _draft(
        story,
        view,
        (view.sentence.start, view.sentence.end),
        status,
        at,
        _parties(story, view) or _pair_before(story, view, principals),
    )
    if view.dates and status in ("signed", "planned"):
        told = story.date_value(view.dates[0], story.last_date(view.sentence), future=status == "planned")
        draft.signed = None if status == "planned" and before_page(story, told) else told
    return [draft]


def _tells_tie(view: SentenceView, words: set[str]) -> bool:
    """«побратимы», «дружественные связи»; of an ending «сотрудничество» alone is enough."""
    tie = words & _TIE
    if not tie:
        return False
    if any(a.kind == "terminate" for a in view.acts) or _ON_PAPER in words:
        return True
    return bool(tie - _WEAK_TIE) or {"дружественный", "связь"} <= tie


def _draft(
    story: Story, view: SentenceView, span: tuple[int, int], status: str, at: tuple[int, int], parties: list[str]
) -> Draft:
    """An implied agreement; `span` is where it is named, `at` the word of its beginning or end, both in code points."""
    draft = Draft(
        "agreement",
        view.sentence.index,
        *span,
        parties=parties,
        explicit=len(parties) == 2,
        status=status,
        implied=True,
        headline=story.has_headline and view.sentence.paragraph == 0,
    )
    whole = story.sentence_quote(view.sentence.index)
    draft.prove("kind", whole, "implied-tie")
    draft.prove("status", story.quote(*at), "implied-tie")
    if parties:
        draft.prove("parties", whole, "named")
    return draft


def _ended_with(story: Story, view: SentenceView, at: tuple[int, int]) -> list[Draft]:
    """«Черновцы разорвали сотрудничество с Брянском и Подольском»: an ended tie with each of the partners."""
    partners = [s for s in with_partners(view.sentence, view.sides, 0, len(view.sentence.tokens)) if s.actor]
    own = [s for s in view.sides if s.actor and s not in partners and "nomn" in s.cases]
    if not own:
        return []
    return [_draft(story, view, (p.start, p.end), "terminated", at, parties_of(story, [own[0], p])) for p in partners]


def _status(view: SentenceView) -> tuple[str | None, tuple[int, int]]:
    """What became of the tie, and the word that says so; None where no beginning and no end is told."""
    ending = next((a for a in view.acts if a.kind == "terminate"), None)
    if ending is not None:
        return ("terminated" if ending.mood == "done" else None), (ending.start, ending.end)
    begin = next((t for t in view.sentence.tokens if t.lemma in _BEGIN or t.lower == _ON_PAPER), None)
    if begin is None:
        put = next((a for a in view.acts if a.rule == "signatures-put" and a.mood == "done"), None)
        return ("signed", (put.start, put.end)) if put else (None, (0, 0))  # «о побратимстве – две подписи и две печати»
    planned = any(a.mood == "planned" for a in view.acts) or _future(view.sentence) or _intended(view.sentence, begin)
    proposed = any(a.mood == "proposed" for a in view.acts)
    return ("proposed" if proposed else "planned" if planned else "signed"), (begin.start, begin.end)


def _intended(sentence: Sentence, begin: Token) -> bool:
    """«решено установить побратимские отношения»; «удалось установить» is done."""
    infinitive = bool(begin.forms) and begin.forms[0].pos == "INFN"
    return infinitive and not any(t.lemmas & _MANAGING for t in sentence.tokens)


def _future(sentence: Sentence) -> bool:
    """«станут побратимами»."""
    return any(f.pos == "VERB" and "futr" in f.tags and f.lemma in _BEGIN for t in sentence.tokens for f in t.forms[:1])


def _parties(story: Story, view: SentenceView) -> list[str]:
    """The two places of a sentence, those that only say where left out; none where there are more or fewer."""
    sides = [
        s
        for s in view.sides
        if s.actor
        and s.actor.kind in _PARTY_KINDS
        and s.actor.layer == "place"
        and preposition_before(view.sentence, s.first) not in ("в", "во", "на")
    ]
    if len(sides) == 1 and "nomn" in sides[0].cases and (other := _joined_unknown(view, sides[0])) is not None:
        sides.append(other)
    found = parties_of(story, sides)
    return found if len(found) == 2 else []


def _pair_before(story: Story, view: SentenceView, principals: Principals) -> list[str]:
    """«Каргополь и Несвиж ждали. В субботу города побратались»: the only two sides of a sentence shortly before, or none."""
    named = any(not (side.actor and side.actor.generic) for side in view.sides)
    if named or not any(t.lemma in _GENERIC and _is_plural(t) for t in view.sentence.tokens):
        return []
    before = reversed(story.sentences[max(0, view.sentence.index - _PAIR_REACH) : view.sentence.index])
    alike = (s for s in before if all("nomn" in m.cases for m in story.actors[s.index]))  # none of «на связи с …», «из …»
    return next((pair for sentence in alike if (pair := principals.in_sentence(sentence))), [])


def _is_plural(token: Token) -> bool:
    return any(f.number == "plur" and f.case == "nomn" for f in token.forms)


def _joined_unknown(view: SentenceView, one: Side) -> Side | None:
    """«Лунинец и Новодевяткино стали побратимами»: the name nobody knows that «и» joins to a place before the verb."""
    tokens, behind = view.sentence.tokens, past(one)
    if behind + 2 >= len(tokens) or tokens[behind].lower != "и" or not is_finite(tokens[behind + 2]):
        return None
    return unknown_name(view.sentence, behind + 1, "nomn")

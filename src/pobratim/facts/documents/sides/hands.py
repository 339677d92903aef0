"""Hands: who signed, where that is not told with the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from pobratim.facts.sides import Side, agents
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from ..acts.act import Act
from ..draft import Draft, named_last
from ..view import SentenceView
from .parties import distinct, party_of

_SIGNATURES = group("signature")
_SIGNING = group("signature-verb")
_ON_BEHALF = group("on-behalf")
_OTHER_ACTS = group("act-of-power")
_REACH = 2  # sentences


def hands_of_they(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Они подписали …»: the two people of the sentence before; «мэр А встретился с мэром Б …, где они подписали …»."""
    if not view.says("они", "оба") or all(a.kind != "sign" or a.weak for a in view.acts):
        return  # «они договорились подготовить проект соглашения»
    at = view.sentence.index
    pronoun = next((t.start for t in view.sentence.tokens if t.lower in ("они", "оба")), 0)
    people = list(dict.fromkeys(m.person for m in story.persons[at] if m.kind == "name" and m.start < pronoun))
    if not people and at:
        people = list(dict.fromkeys(m.person for m in story.persons[at - 1] if m.kind == "name"))
    for draft in drafts:
        if len(people) == 2 and not draft.signatories and draft.status in ("signed", "planned") and not draft.nested:
            draft.signatories = [(p, story.side_of(p)) for p in people]


def hands_of_other_acts(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«…; с казахстанской стороны подписи поставили акимы А и Б соответственно»: hands of an act without an instrument.

    As many doers as documents sign one each; else all sign all.
    """
    current = [d for d in drafts if not d.nested and d.status in ("signed", "planned", "prolonged")]
    if not current:
        return
    if len(current) == 1 and not current[0].signatories and any(a.rule == "signatures-put" for a in view.acts):
        _sign(story, current[0], _owners_of_signatures(view))
    chosen = {id(m.act) for m in view.instruments}
    for act in view.acts:
        if id(act) not in chosen and _is_signing(act):
            _share(story, current, _new_doers(view, act, current))


def _is_signing(act: Act) -> bool:
    """Whether somebody signs or prolongs by an act of its own («подписи поставили»), and no participle tells it."""
    return act.kind in ("sign", "prolong") and not act.weak and act.voice != "participle" and act.mood in ("done", "planned")


def _new_doers(view: SentenceView, act: Act, drafts: Sequence[Draft]) -> list[Side]:
    """The people who do an act and have not signed one of the documents yet."""
    known = {person for d in drafts for person, _ in d.signatories}
    return [s for s in agents(view.sentence, view.sides, act.token, act.doer_case) if s.person and s.person.person not in known]


def _share(story: Story, drafts: Sequence[Draft], doers: list[Side]) -> None:
    """«соответственно»: one hand each, where there are as many as documents."""
    in_turn = len(doers) == len(drafts) > 1
    for draft, own in zip(drafts, [[d] for d in doers] if in_turn else repeat(doers), strict=False):
        _sign(story, draft, own)


def _sign(story: Story, draft: Draft, sides: Sequence[Side]) -> None:
    for side in sides:
        assert side.person
        draft.signatories.append((side.person.person, party_of(story, side)))


def _owners_of_signatures(view: SentenceView) -> list[Side]:
    """«Под ним стоят подписи Травникова и Алимбаева»: the people in the genitive behind the noun."""
    at = next((t.index for t in view.sentence.tokens if t.lemma in _SIGNATURES), None)
    case = "datv" if view.says("принадлежит", "принадлежат", "принадлежала") else "gent"
    return [] if at is None else [s for s in view.sides if s.person and s.first > at and case in s.cases]


def hands_told_after(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Подписи поставили А и Б» and «от имени … – А» after a signing: hands of the document last spoken of.

    Fails where the next sentence tells who signed something that is not named.
    """
    if view.instruments or not drafts or not view.sentence.lemmas.isdisjoint(_OTHER_ACTS):
        return  # «Постановление подписал премьер-министр»
    last = named_last(drafts)
    if last is None or view.sentence.index - last.sentence > _REACH:
        return
    doers = doers_told(view)
    for side in doers:
        if side.person and side.person.person not in [s[0] for s in last.signatories]:
            _sign(story, last, [side])
            last.prove("signatories", story.quote(side.start, side.end), "hands-in-next-sentence")
    if last.status == "in_force" and any(d.person for d in doers) and any(a.mood == "done" for a in view.acts):
        last.status, last.recalled = "signed", False  # «На столе лежал договор Твери и Орши. Подпись поставил мэр …»
        last.prove("status", story.sentence_quote(view.sentence.index), "hands-in-next-sentence")
    if not last.explicit:
        sides = [p for p in (party_of(story, d) for d in doers) if p]
        last.parties = distinct(story, [*last.parties, *sides])


def doers_told(view: SentenceView) -> list[Side]:
    """Those who sign in a sentence that names no instrument."""
    if not view.acts and _on_behalf(view):
        return [s for s in view.sides if s.person and "nomn" in s.cases]
    doers: list[Side] = []
    acts = [a for a in view.acts if a.kind == "sign" and not a.weak and a.mood in ("done", "planned")]
    for act in acts:
        own = agents(view.sentence, view.sides, act.token, act.doer_case)
        doers += [*own, *(_gapped(view, act) if any(s.person for s in own) else ())]
    if any(a.rule == "signatures-put" for a in acts):
        doers += [s for s in _owners_of_signatures(view) if s not in doers]
    if not acts and (verb := _second_signature(view)) is not None:
        doers += agents(view.sentence, view.sides, verb, "nomn")
    return doers


def _gapped(view: SentenceView, act: Act) -> list[Side]:
    """«Директор А подписала его шариковой ручкой, директор Б – перьевой»: those whose clause leaves the verb out."""
    tokens = view.sentence.tokens
    later = (s for s in view.sides if s.person and s.first > act.token and "nomn" in s.cases and s.last < len(tokens))
    return [s for s in later if tokens[s.last].text in "–—" and tokens[s.first - 1].lower in (",", "а", "и")]


def _second_signature(view: SentenceView) -> int | None:
    """«Вторую завтра поставит мэр Орши»: the verb where the noun is left out, or None."""
    if not view.says("вторую", "свою") or view.sentence.lemmas.isdisjoint(_SIGNING):
        return None  # most sentences
    tokens = view.sentence.tokens
    at = next((t.index for t in tokens if t.lower in ("вторую", "свою")), 0)
    alone = at + 1 < len(tokens) and not any(f.pos == "NOUN" and f.case == "accs" for f in tokens[at + 1].forms[:1])
    return next((t.index for t in tokens if t.lemmas & _SIGNING), None) if alone else None


def _on_behalf(view: SentenceView) -> bool:
    """«от имени», «с … стороны», «от лица»."""
    tokens = view.sentence.tokens
    if view.sentence.words.isdisjoint(_ON_BEHALF):
        return False  # most sentences
    return any(t.lower in _ON_BEHALF and t.index and tokens[t.index - 1].lower in ("от", "со", "с") for t in tokens)

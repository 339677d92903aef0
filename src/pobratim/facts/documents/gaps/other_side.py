"""Missing parties, one of them: rules that find the other side of a document that names one (`fill.py` has their order)."""

from __future__ import annotations

from pobratim.facts.principal import Principals
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from ..draft import Draft
from ..sides.parties import distinct
from ..view import SentenceView
from .gap import Gap, Guess

_GENERIC_SIDES = group("generic-side")
_ITEM_MARKS = frozenset("-–—•·*▪●")
_OWNS = frozenset(("его", "её", "ее", "их", "он", "она", "они"))
_LIST_REACH = 12  # sentences of a list


def beside(gap: Gap) -> Guess | None:
    """«Щецин … соглашение, заключённое с Мурманском, он расторг»: the only other actor that the sentence names."""
    draft = gap.draft
    several = gap.mention.plural or gap.mention.gapped
    if len(draft.parties) != 1 or draft.refer or draft.partnered and several or draft.plural:
        return None
    pair = gap.principals.in_sentence(gap.view.sentence)
    same = gap.story.registry.same_side
    others = [p for p in pair if not same(p, draft.parties[0])]
    if len(others) != 1 or any(s.actor and s.actor.entity == others[0] for s in gap.partners):
        return None
    home = gap.principals.home
    if home and gap.story.registry.one_in_other(home, others[0]):
        return None  # «на заседании Брянского городского совета»: the city itself is the side
    return Guess(distinct(gap.story, [*draft.parties, *others]), "beside-in-sentence", explicit=draft.partnered)


def owner_before(gap: Gap) -> Guess | None:
    """«…, а Кашира ждёт: её соглашение с Шоугуаном готовят»: the place in the nominative that stands before «её»."""
    if len(gap.draft.parties) != 1 or not gap.draft.partnered or gap.mention.modifiers.isdisjoint(_OWNS):
        return None
    named = [s for s in gap.view.sides if s.actor and s.last <= gap.mention.first and "nomn" in s.cases]
    owner = gap.story.registry.entity(named[-1].actor) if named and named[-1].actor else None
    if owner is None or gap.story.registry.same_side(owner, gap.draft.parties[0]):
        return None
    return Guess([owner, *gap.draft.parties], "owner-before", explicit=True)


def list_owner(story: Story, view: SentenceView) -> str | None:
    """The actor that heads the list of an item («Тверская область (губернатор А): – соглашение с «Роснефтью»»), or None."""
    if view.sentence.tokens[0].text not in _ITEM_MARKS:
        return None
    for sentence in reversed(story.sentences[max(0, view.sentence.index - _LIST_REACH) : view.sentence.index]):
        if sentence.text.rstrip().endswith(":"):
            heads = [m for m in story.named(sentence.index) if m.first == 0 and "nomn" in m.cases]
            return story.registry.entity(heads[0]) if heads else None
        if not sentence.tokens or sentence.tokens[0].text not in _ITEM_MARKS:
            return None
    return None


def head_of_list(gap: Gap) -> Guess | None:
    """An item that names one side has the actor at the head of its list for the other."""
    if len(gap.draft.parties) != 1:
        return None
    owner = list_owner(gap.story, gap.view)
    if owner is None or gap.story.registry.same_side(owner, gap.draft.parties[0]):
        return None
    return Guess([owner, *gap.draft.parties], "head-of-list", explicit=gap.draft.partnered)


def counterpart(gap: Gap) -> Guess | None:
    """«Подписали соглашение с Гомелем»: the other side is the story's home, or the one other actor of the paragraph."""
    draft = gap.draft
    if len(draft.parties) != 1 or draft.refer and not draft.partnered:
        return None
    other = gap.principals.counterpart(gap.view.sentence, draft.parties[0])
    partners = [gap.story.registry.entity(s.actor) for s in gap.partners if s.actor]
    if other in partners or not other:
        other = _reporter(gap.story, gap.view, gap.principals)  # «Соглашения подписаны с А, Б и В, сообщили в мэрии Твери»
    if not other:
        return None
    return Guess(distinct(gap.story, [*draft.parties, other]), "counterpart", explicit=draft.partnered)


def host(gap: Gap) -> Guess | None:
    """«Завтра в Твери подпишут договор с Оршей»: the one place at which they sign, if it is of the partner's kind."""
    draft = gap.draft
    registry = gap.story.registry
    named = {registry.entity(m): m for m in gap.story.actors[gap.view.sentence.index] if m.layer == "place"}
    if not draft.parties and draft.status == "planned" and gap.words & _GENERIC_SIDES and len(named) == 2:
        one, other = named  # «В Орше ждут мэра Твери: в сентябре стороны подпишут договор»
        alike = registry.places[one].kind == registry.places[other].kind and not registry.one_in_other(one, other)
        return Guess([one, other], "host") if alike else None
    if len(draft.parties) != 1 or not draft.partnered or draft.status not in ("signed", "planned"):
        return None
    others = [e for e in named if not registry.one_in_other(e, draft.parties[0])]
    partner = registry.places.get(draft.parties[0])
    if len(others) != 1 or partner is None:
        return None
    kind = registry.places[others[0]].kind
    if (kind, partner.kind) == ("city", "region"):  # «В Воронеже с Курской областью подписано соглашение»
        return Guess([registry.lifted(others[0], "region") or others[0], *draft.parties], "host")
    return Guess([others[0], *draft.parties], "host") if kind == partner.kind else None


def home_of(story: Story, view: SentenceView, draft: Draft, principals: Principals) -> str | None:
    """Who signed with the partners: the page's home, where it is none of them, else who reports it («…, сообщили в мэрии»)."""
    home = principals.home
    if home is not None and not any(story.registry.same_side(home, p) for p in draft.parties):
        return home
    return _reporter(story, view, principals) or home


def _reporter(story: Story, view: SentenceView, principals: Principals) -> str | None:
    """The territory of the body that tells the news in a sentence («…, сообщили в мэрии Твери»), or None."""
    told = next((m for m in story.named(view.sentence.index) if m.layer == "body" and principals.reports(m)), None)
    return story.registry.territory(story.registry.entity(told)) if told is not None else None

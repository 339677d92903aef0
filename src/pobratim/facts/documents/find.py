"""All documents of a story: the order of work. Drafts are gathered sentence by sentence, joined, and completed from the page."""

from __future__ import annotations

from collections.abc import Mapping

from pobratim.facts.principal import Principals
from pobratim.facts.story import Story

from .anaphora import implements_earlier, implements_named_before, replaces_earlier, told_by_noun
from .complete import complete
from .dismiss import is_aggregate, tells_no_document
from .draft import Draft
from .ellipsis.implied import implied_drafts
from .ellipsis.named_later import sides_told_after, signed_before_named
from .gaps.fill import fill_parties
from .gather import draft_of
from .mention import InstrumentMention
from .merge import merge_drafts
from .pronoun import told_by_pronoun
from .recall import mark_recalled
from .sides.by_sides import hands_by_sides
from .sides.hands import hands_of_other_acts, hands_of_they, hands_told_after
from .sides.witness import add_witnesses
from .split import twin
from .survey import build_views
from .view import SentenceView

_MADE = ("signed", "prolonged", "in_force")


def find_documents(story: Story) -> list[Draft]:
    """The documents of a story in order of first mention, each with its evidence; nothing else is changed.

    «Готовимся подписать соглашение между А и Б» … «были подписаны: Соглашение между А и Б» gives one, signed.
    """
    principals = Principals(story)
    drafts: list[Draft] = []
    views = build_views(story)
    for view in views:
        if not view.instruments or _only_refers(view):
            drafts += implied_drafts(story, view, principals)  # «Тверь станет побратимом Орши: документ подпишут 3 июля»
        if view.instruments:
            drafts += _drafts_of(story, view, principals, drafts)
            signed_before_named(story, view, views, drafts)
        if drafts:
            _add_told(story, view, drafts)
    drafts = drafts or _only_in_headline(story, views, principals)
    mark_recalled(story, drafts)
    merged = merge_drafts(story, drafts)
    return complete(story, merged, principals)


def _only_in_headline(story: Story, views: list[SentenceView], principals: Principals) -> list[Draft]:
    """«Бобруйск, Серпухов и одно соглашение» over «Подписание прошло под дождём»: what the headline alone names is signed."""
    told = views[0] if story.has_headline and views else None
    if told is None or len(told.instruments) != 1 or told.acts:
        return []
    act = next((a for v in views[1:] for a in v.acts if a.kind == "sign" and a.mood == "done" and not a.weak), None)
    pair = principals.in_sentence(told.sentence)
    if act is None or not pair or told.instruments[0].plural or any(v.instruments for v in views[1:]):
        return []
    draft = next(iter(draft_of(story, told, told.instruments[0])), None)
    if draft is None:
        return []
    draft.status, draft.parties, draft.explicit, draft.headline = "signed", pair, True, False
    draft.scene = act.sentence
    draft.mentions = [*draft.mentions, act.sentence]
    draft.prove("status", story.quote(act.start, act.end), "signed-under-headline")
    return [draft]


def _add_told(story: Story, view: SentenceView, drafts: list[Draft]) -> None:
    """What a sentence tells of the documents named in it or before it."""
    if view.sides:
        hands_told_after(story, view, drafts)
        hands_by_sides(story, view, drafts)
        add_witnesses(story, view, drafts)
        sides_told_after(story, view, drafts)
    if not view.instruments:
        told_by_pronoun(story, view, drafts)
        told_by_noun(story, view, drafts)


def _only_refers(view: SentenceView) -> bool:
    """Whether a sentence names no document but by «документ»."""
    return all(m.strength == "refer" and not m.plural for m in view.instruments)


def _drafts_of(story: Story, view: SentenceView, principals: Principals, before: list[Draft]) -> list[Draft]:
    """The drafts of one sentence, in order; `before` are those of the sentences before it."""
    found: list[Draft] = []
    by_mention: dict[int, list[Draft]] = {}
    for mention in view.instruments:
        own = _drafts_of_mention(story, view, mention)
        for draft in own:
            fill_parties(story, view, mention, draft, principals, before + found)
        by_mention[id(mention)] = own
        found += own
    _one_for_each(view, by_mention, found)
    hands_of_other_acts(story, view, found)
    hands_of_they(story, view, found)
    implements_earlier(view, by_mention, before)
    replaces_earlier(view, by_mention, before)
    implements_named_before(view, by_mention, before)
    _tie_to_parents(view, by_mention)
    return found


def _drafts_of_mention(story: Story, view: SentenceView, mention: InstrumentMention) -> list[Draft]:
    """What a mention says alone; a headline that only names a document («Соглашение о дружбе») says nothing."""
    if tells_no_document(view, mention):
        return []
    own = draft_of(story, view, mention)
    if mention.act is None and own and own[0].headline and not own[0].explicit:
        return []
    inner_tell = mention.parent is not None and mention.parent.plural
    return [d for d in own if inner_tell or not is_aggregate(mention, d)]


def _one_for_each(view: SentenceView, by_mention: dict[int, list[Draft]], found: list[Draft]) -> None:
    """«планы по реализации соглашений с А и Б»: as many plans as agreements; plans of agreements nobody names are none."""
    for mention in view.instruments:
        own = by_mention.get(id(mention), [])
        if mention.parent is None or not mention.parent.plural or len(own) != 1 or not is_aggregate(mention, own[0]):
            continue
        inner = [d for d in by_mention.get(id(mention.parent), []) if len(d.parties) > 1]
        at = found.index(own[0])
        found[at : at + 1] = by_mention[id(mention)] = [_for_parent(own[0], parent) for parent in inner]


def _for_parent(draft: Draft, parent: Draft) -> Draft:
    """A copy of a draft that carries out one of several documents, with its sides."""
    one = twin(draft)
    one.parent, one.parties, one.lent_parties, one.explicit = parent, list(parent.parties), True, parent.explicit
    return one


def _tie_to_parents(view: SentenceView, by_mention: Mapping[int, list[Draft]]) -> None:
    """«план по реализации соглашения»: two drafts, of which the one with parties lends them to the other."""
    for mention in view.instruments:
        inner = by_mention.get(id(mention.parent), []) if mention.parent else []
        for draft in by_mention.get(id(mention), []) if inner else []:
            if draft.parent is not None:
                continue
            draft.parent, draft.relation = inner[0], mention.relation or "implements"
            if draft.relation == "replaces" and draft.status in _MADE and inner[0].status == "in_force":
                inner[0].status = "terminated"
            if not draft.explicit and inner[0].explicit:
                draft.parties, draft.lent_parties = list(inner[0].parties), True
            elif draft.explicit and not inner[0].explicit:
                inner[0].parties, inner[0].explicit = list(draft.parties), True
            elif len(draft.parties) > 1 and not inner[0].parties and inner[0].signed is not None:
                inner[0].parties = list(draft.parties)  # «стороны условились подписать план по реализации соглашения 2011 года»

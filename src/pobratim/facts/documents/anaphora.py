"""Looking back: what a sentence says of the document that was named before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pobratim.facts.listed_sides import between_groups
from pobratim.facts.sides import agents
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from .act import Act
from .draft import PLAN_KINDS, Draft
from .mention import InstrumentMention
from .parties import distinct, parties_of
from .view import SentenceView

_POINTING = group("pointing-back")
_IMPLEMENTING = group("implementing")
_REPLACING = group("replacing")
_PUT_OFF = group("putting-off")
_VAGUE = frozenset(("year", "ago", "after"))
_TO_COME = ("planned", "proposed")
_POSSESSIVE = frozenset(("его", "её", "ее", "их"))
_REACH = 2  # sentences
_CAN_REPLACE = frozenset(("signed", "planned", "prolonged"))
_LONG_REACH = 4  # sentences from a document to «наконец его подписали»
_OBJECT_REACH = 4  # tokens from «его» to «подписали»


def told_by_pronoun(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Подписано оно было 29 марта», «Заключён он между А и Б»: the status, parties and day of the document before it."""
    if not view.acts:
        return  # most sentences
    _expired(story, view, drafts)
    if view.says("ним", "ней"):
        _signed_by_pronoun(story, view, drafts)  # «Подписи под ним поставили мэры»
    if view.says("его", "её", "ее"):
        _changed_by_pronoun(story, view, drafts)
        _signed_by_pronoun(story, view, drafts)
        _planned_by_pronoun(story, view, drafts)
    if not view.says("он", "она", "оно", "они"):
        return
    act = next((a for a in view.acts if a.kind == "sign" and a.mood == "done" and a.voice == "passive"), None)
    last = next((d for d in reversed(drafts) if not d.parental), None)
    if act is None or last is None or view.sentence.index - last.sentence > _REACH:
        return
    if last.status == "in_force":
        last.status, last.recalled = "signed", False
        last.prove("status", story.quote(act.start, act.end), "pronoun-act")
    groups = between_groups(view.sentence, view.sides, 0, len(view.sentence.tokens))
    if groups:
        last.parties, last.explicit = parties_of(story, groups[0]), True
        last.prove("parties", story.sentence_quote(view.sentence.index), "pronoun-act")
    if last.signed is None and view.dates:
        last.signed = story.date_value(view.dates[0], story.last_date(view.sentence))


def _changed_by_pronoun(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«В пятницу главы продлили его на пять лет», «В 2022 году его расторгли»: what became of the document before it."""
    words = view.sentence.tokens
    act = next(
        (
            a
            for a in view.acts
            if a.kind in ("prolong", "terminate") and a.mood == "done" and a.voice == "active"
            if any(t.lower in _POSSESSIVE for t in words[max(0, a.token - 2) : a.token + 3])
        ),
        None,
    )
    last = next((d for d in reversed(drafts) if not d.parental), None)
    if act is None or last is None or view.sentence.index - last.mentions[-1] > _REACH:
        return
    last.status, last.recalled = "prolonged" if act.kind == "prolong" else "terminated", False
    last.prove("status", story.quote(act.start, act.end), "pronoun-act")
    last.mentions = [*last.mentions, view.sentence.index]
    if act.kind == "prolong":
        last.scene = view.sentence.index
        told = min(view.dates, key=lambda d: d.shape in _VAGUE, default=None)  # «Десять лет спустя, 3 октября, …»
        last.signed = story.date_value(told, story.last_date(view.sentence)) if told else None
        hands = [s.person.person for s in agents(view.sentence, view.sides, act.token, act.doer_case) if s.person]
        last.signatories = [(person, story.side_of(person)) for person in hands] or last.signatories


def _expired(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«В прошлом году вышел срок, а продлевать не стали»: the document before it has ended."""
    act = next((a for a in view.acts if a.kind == "prolong" and a.mood == "negated"), None)
    last = next((d for d in reversed(drafts) if not d.parental), None)
    if act is None or last is None or last.status != "in_force" or view.sentence.index - last.mentions[-1] > _REACH:
        return
    last.status, last.recalled = "terminated", False
    last.prove("status", story.quote(act.start, act.end), "not-prolonged")


def _signed_by_pronoun(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«И вот в среду его подписали», «Подписали его А и Б»: what was long prepared, or only named, is signed."""
    words = view.sentence.tokens
    act = next(
        (
            a
            for a in view.acts
            if a.kind == "sign" and a.mood == "done" and a.voice == "active" and not a.weak
            if any(t.lower in _POSSESSIVE for t in words[max(0, a.token - _OBJECT_REACH) : a.token + 3])
            or a.rule == "signatures-put"
            and view.says("ним", "ней")
        ),
        None,
    )
    last = next((d for d in reversed(drafts) if not d.parental), None)
    if act is None or last is None or last.plural or view.sentence.index - last.mentions[-1] > _LONG_REACH:
        return
    if last.status not in ("in_force", "planned", "proposed", "signed"):
        return
    if _of_other_sides(story, view, last):
        return
    told = last.status == "signed"
    if not told:
        last.status, last.recalled, last.unsure = "signed", False, False
        last.scene = view.sentence.index
        last.prove("status", story.quote(act.start, act.end), "pronoun-act")
    last.mentions = [*last.mentions, view.sentence.index]
    doers = agents(view.sentence, view.sides, act.token, act.doer_case)
    known = {person for person, _ in last.signatories}
    for side in doers:
        if side.person and side.person.person not in known:
            last.signatories.append((side.person.person, story.side_of(side.person.person)))
    sides = parties_of(story, doers)
    if len(sides) > 1 and not last.explicit:
        last.parties, last.explicit = distinct(story, sides), True
        last.prove("parties", story.sentence_quote(view.sentence.index), "pronoun-act")
    if view.dates and (last.signed is None or not told):
        last.signed = story.date_value(view.dates[0], story.last_date(view.sentence))


def _of_other_sides(story: Story, view: SentenceView, draft: Draft) -> bool:
    """«В июле подпишут соглашение с Пинском. «А с Оршей мы подписали его в прошлом году»»: one more, of other sides."""
    named = [story.registry.entity(side.actor) for side in view.sides if side.actor]
    same = story.registry.same_side
    return bool(named) and draft.explicit and not any(same(p, q) for p in named for q in draft.parties)


def _planned_by_pronoun(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Мэрия готовит договор с Оршей. Подписать его хотят в декабре»: when the document before it is to be signed."""
    act = next((a for a in view.acts if a.kind == "sign" and a.mood in _TO_COME and a.voice == "active" and not a.weak), None)
    last = next((d for d in reversed(drafts) if not d.parental), None)
    if act is None or last is None or view.sentence.index - last.mentions[-1] > _REACH or not view.dates:
        return
    if last.status != "planned" or last.signed is not None:
        return
    words = view.sentence.tokens
    if any(t.lower in _POSSESSIVE for t in words[max(0, act.token - 2) : act.token + 3]):
        _sign_on(story, view, last, "pronoun-act")


def _sign_on(story: Story, view: SentenceView, draft: Draft, rule: str) -> None:
    """Gives a planned document the first date of a sentence."""
    value = story.date_value(view.dates[0], story.last_date(view.sentence), future=True)
    if value is not None:
        draft.signed = value
        draft.prove("signed", value.evidence[0], rule)


def told_by_noun(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Подписание запланировано на 25 октября», «Церемонию перенесли на 1 августа»: the day of the document named before."""
    put_off = not view.sentence.lemmas.isdisjoint(_PUT_OFF) and "церемония" in view.sentence.lemmas
    if not (view.acts or put_off):
        return  # most sentences
    act = next((a for a in view.acts if a.kind == "sign" and (a.voice == "noun" or _signatures(a)) and not a.weak), None)
    last = next((d for d in reversed(drafts) if not d.parental), None)
    if not (act or put_off) or last is None or view.sentence.index - last.mentions[-1] > _REACH:
        return
    if last.status == "proposed" and act is not None and _set_for(view, act):
        act.mood, last.status = "planned", "planned"  # «Предложение приняли, подписание рассматривается на конец июля»
    planned = last.status == "planned" and (act is None or act.mood in ("planned", "proposed"))
    if planned and last.signed is None and view.dates:
        _sign_on(story, view, last, "noun-act")
    if planned:
        last.scene = view.sentence.index  # «… 25 октября в Полоцке»


def _signatures(act: Act) -> bool:
    """«Подписи поставят в июле»."""
    return act.rule == "signatures-put" and act.mood == "planned"


def _set_for(view: SentenceView, act: Act) -> bool:
    """Whether «на» sets a time behind the noun of a signing («подписание рассматривается на конец июля»)."""
    tokens = view.sentence.tokens
    return any(
        d.start > act.end and any(t.lower in ("на", "в") for t in tokens if act.end <= t.start < d.start) for d in view.dates
    )


def implements_earlier(view: SentenceView, by_mention: Mapping[int, list[Draft]], before: Sequence[Draft]) -> None:
    """«Принят он во исполнение соглашения …»: the document last spoken of implements the one named here.

    Args:
        view: the sentence with «он».
        by_mention: its drafts by the `id` of their mention.
        before: the drafts of the sentences before it.
    """
    if view.sentence.lemmas.isdisjoint(_POINTING) or not any(t.lemma in _POINTING for t in view.sentence.tokens[:8]):
        return
    last = next((d for d in reversed(before) if not d.parental and view.sentence.index - d.sentence <= _REACH), None)
    for mention in view.instruments:
        own = by_mention.get(id(mention), [])
        if last is not None and mention.within and mention.relation and own and last.parent is None:
            last.parent, last.relation = own[0], mention.relation
            own[0].parental = True
            own[0].parties = own[0].parties or list(last.parties)


def replaces_earlier(view: SentenceView, by_mention: Mapping[int, list[Draft]], before: Sequence[Draft]) -> None:
    """«Оно заменит договор 2008 года»: the document last spoken of takes the place of the one named here."""
    if view.sentence.lemmas.isdisjoint(_REPLACING):
        return  # most sentences
    at = next((t.index for t in view.sentence.tokens if t.lemma in _REPLACING), None)
    last = next((d for d in reversed(before) if not d.parental and view.sentence.index - d.sentence <= _REACH), None)
    if at is None or last is None or last.parent is not None or last.status not in _CAN_REPLACE:
        return
    for mention in view.instruments:
        own = by_mention.get(id(mention), [])
        if last.status == "prolonged" and own and own[0].status == "in_force":
            last.status = "signed"  # «Обновили соглашение. Новый документ заменил соглашение 2012 года»
        if (
            own
            and at < mention.head
            and own[0].status == "in_force"
            and not any(m.head < at and m.strength != "refer" for m in view.instruments)
        ):
            last.parent, last.relation = own[0], "replaces"
            own[0].parental, own[0].parties = True, own[0].parties if own[0].explicit else list(last.parties)
            own[0].status = "terminated" if last.status == "signed" else own[0].status


def implements_named_before(view: SentenceView, by_mention: Mapping[int, list[Draft]], before: Sequence[Draft]) -> None:
    """«Подписали соглашение и план мероприятий по его реализации»: the plan implements the document named before it.

    Takes the latest document that is no plan itself, in the sentence or the two before; fails where «его» is a project.
    """
    earlier = [d for d in before if view.sentence.index - d.sentence <= _REACH]
    for mention in view.instruments:
        own = by_mention.get(id(mention), [])
        if mention.kind in PLAN_KINDS and mention.parent is None and _carries_it_out(view, mention):
            parent = next((d for d in reversed(earlier) if d.kind not in PLAN_KINDS), None)
            for draft in own if parent else []:
                draft.parent, draft.relation = parent, "implements"
        earlier += own


def _carries_it_out(view: SentenceView, mention: InstrumentMention) -> bool:
    """«… по его реализации», «… для их выполнения» within the words of the instrument or just behind them."""
    words = view.sentence.tokens[mention.head + 1 : mention.last + 4]
    return any(a.lower in _POSSESSIVE and b.lemma in _IMPLEMENTING for a, b in pairwise(words))

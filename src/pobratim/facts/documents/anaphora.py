"""Looking back: what a sentence says of the document that was named before it, by a noun; by «он»: `pronoun.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pobratim.facts.marks import POSSESSIVES
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from .acts.act import Act
from .draft import PLAN_KINDS, TO_COME, Draft, told_last
from .mention import InstrumentMention
from .pronoun import sign_on
from .view import SentenceView

_POINTING = group("pointing-back")
_IMPLEMENTING = group("implementing")
_REPLACING = group("replacing")
_SETTING = group("putting-off") | {"наметить", "намеченный", "запланировать", "назначить", "запланированный", "назначенный"}
_REACH = 2  # sentences
_CAN_REPLACE = frozenset(("signed", "planned", "prolonged"))


def told_by_noun(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Подписание запланировано на 25 октября», «Церемония намечена на 1 августа»: the day of the document named before."""
    ceremony = "церемония" in view.sentence.lemmas and bool(view.dates)
    put_off = ceremony and not view.sentence.lemmas.isdisjoint(_SETTING)
    if not (view.acts or put_off):
        return  # most sentences
    act = next((a for a in view.acts if a.kind == "sign" and (a.voice == "noun" or _signatures(a)) and not a.weak), None)
    last = told_last(drafts)
    if not (act or put_off) or last is None or view.sentence.index - last.mentions[-1] > _REACH:
        return
    if last.status == "proposed" and act is not None and _set_for(view, act):
        act.mood, last.status = "planned", "planned"  # «Предложение приняли, подписание рассматривается на конец июля»
    if last.status == "in_force" and act is not None and _signatures(act):
        last.status, last.recalled = "planned", False  # «Соглашение лежит на столе. Подпись поставят 2 июня»
    planned = last.status == "planned" and (act is None or act.mood in TO_COME)
    if planned and last.signed is None and view.dates:
        sign_on(story, view, last, "noun-act")
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
    here = [d for m in view.instruments if at is not None and m.head < at for d in by_mention.get(id(m), []) if not d.refer]
    known = [*before, *here[-1:]] if view.says("он", "она", "оно") else before
    last = next((d for d in reversed(known) if not d.parental and view.sentence.index - d.sentence <= _REACH), None)
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
            and (last in here or not any(m.head < at and m.strength != "refer" for m in view.instruments))
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
    return any(a.lower in POSSESSIVES and b.lemma in _IMPLEMENTING for a, b in pairwise(words))

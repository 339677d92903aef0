"""Looking back: what a sentence says of the document that was named before it, by «он» or «его»."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.listed_sides import between_groups, with_partners
from pobratim.facts.marks import POSSESSIVES
from pobratim.facts.sides import agents
from pobratim.facts.story import Story

from .acts.govern import FAR
from .dates.dating import before_page
from .dates.term_dates import ends_a_term, token_of
from .draft import TO_COME, Draft, told_last
from .sides.parties import distinct, parties_of
from .view import SentenceView

_VAGUE = frozenset(("year", "ago", "after"))
_DOING = frozenset(("сделать", "случиться", "произойти", "удаться"))
_REACH = 2  # sentences
_LONG_REACH = 4  # sentences from a document to «наконец его подписали»
_OBJECT_REACH = 4  # tokens from «его» to «подписали»


def told_by_pronoun(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Подписано оно было 29 марта», «Заключён он между А и Б»: the status, parties and day of the document before it."""
    if not view.acts:
        if view.dates and view.says("это"):
            _done_at_last(story, view, drafts)
        return  # most sentences
    _expired(story, view, drafts)
    if view.says("ним", "ней"):
        _signed_by_pronoun(story, view, drafts)  # «Подписи под ним поставили мэры»
    if view.says("его", "её", "ее"):
        _changed_by_pronoun(story, view, drafts)
        _signed_by_pronoun(story, view, drafts)
        _planned_by_pronoun(story, view, drafts)
    if view.says("они", "оба", "обе", "все"):
        _all_signed(story, view, drafts)
    if view.says("он", "она", "оно", "они"):
        _told_passively(story, view, drafts)


def _told_passively(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Подписано оно было 29 марта», «В прошлом году оно было приостановлено»."""
    act = next((a for a in view.acts if a.kind != "force" and a.mood == "done" and a.voice == "passive"), None)
    last = told_last(drafts)
    if act is None or last is None or view.sentence.index - last.sentence > _REACH:
        return
    if act.kind != "sign":
        if act.kind == "terminate":  # «В прошлом году оно было приостановлено немецкой стороной»
            last.status = "terminated"
            last.prove("status", story.quote(act.start, act.end), "pronoun-act")
        return
    if last.status in ("in_force", *TO_COME):  # «Год назад предлагали подписать договор. И вот он подписан»
        last.status, last.recalled, last.unsure = "signed", False, False
        last.prove("status", story.quote(act.start, act.end), "pronoun-act")
    groups = between_groups(view.sentence, view.sides, 0, len(view.sentence.tokens))
    if groups:
        last.parties, last.explicit = parties_of(story, groups[0]), True
        last.prove("parties", story.sentence_quote(view.sentence.index), "pronoun-act")
    told = next((d for d in view.dates if not ends_a_term(view, d)), None)
    if last.signed is None and told is not None:
        last.signed = story.date_value(told, story.last_date(view.sentence))


def _all_signed(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«С утра – меморандум с А, вечером – соглашение с Б. Оба подписаны»: all documents of the sentence before it."""
    act = next((a for a in view.acts if a.kind == "sign" and a.mood == "done" and a.voice == "passive"), None)
    last = told_last(drafts)
    if act is None or last is None or view.sentence.index - last.sentence > 1:
        return
    value = story.date_value(view.dates[0], story.last_date(view.sentence)) if view.dates else None
    for draft in (d for d in drafts if d.sentence == last.sentence and not d.parental and d.status == "in_force"):
        draft.status, draft.recalled, draft.signed = "signed", False, draft.signed or value
        draft.prove("status", story.quote(act.start, act.end), "pronoun-act")


def _done_at_last(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«Летом 2020 года города хотели подписать договор. Сделали это лишь 21 октября»: what was intended is signed."""
    verb = next((t for t in view.sentence.tokens if t.lemmas & _DOING and "past" in t.forms[0].tags), None)
    last = told_last(drafts)
    if verb is None or last is None or last.status not in TO_COME or view.sentence.index - last.mentions[-1] > 1:
        return
    last.status, last.unsure, last.scene = "signed", False, view.sentence.index
    last.prove("status", story.quote(verb.start, verb.end), "done-at-last")
    last.signed = story.date_value(view.dates[0], story.last_date(view.sentence))
    if last.signed is not None:
        last.prove("signed", last.signed.evidence[0], "done-at-last")


def _changed_by_pronoun(story: Story, view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«В пятницу главы продлили его на пять лет», «В 2022 году его расторгли»: what became of the document before it."""
    words = view.sentence.tokens
    act = next(
        (
            a
            for a in view.acts
            if a.kind in ("prolong", "terminate") and a.mood == "done" and a.voice == "active"
            if any(t.lower in POSSESSIVES for t in words[max(0, a.token - 2) : a.token + 3])
        ),
        None,
    )
    last = told_last(drafts)
    if act is None or last is None or view.sentence.index - last.mentions[-1] > _REACH:
        return
    if act.kind == "terminate" and last.status == "prolonged" and view.dates:
        return  # «Города возобновили договор. Его действие приостановили в 2015 году»
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
    last = told_last(drafts)
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
            if any(t.lower in POSSESSIVES for t in words[max(0, a.token - _OBJECT_REACH) : a.token + 3])
            or a.rule == "signatures-put"
            and view.says("ним", "ней")
        ),
        None,
    )
    last = told_last(drafts)
    if act is None or last is None or last.plural or view.sentence.index - last.mentions[-1] > _LONG_REACH:
        return
    if last.status not in ("in_force", *TO_COME, "signed"):
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
    with_whom = parties_of(story, with_partners(view.sentence, view.sides, 0, len(words)))
    if not last.parties and len(sides) + len(with_whom) == 1:
        last.parties, last.partnered = distinct(story, [*sides, *with_whom]), True  # «Подписали его с Заславлем в мае»
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
    act = next((a for a in view.acts if a.kind == "sign" and a.mood in TO_COME and a.voice == "active" and not a.weak), None)
    last = told_last(drafts)
    if act is None or last is None or view.sentence.index - last.mentions[-1] > _REACH or not view.dates:
        return
    if last.status != "planned" or last.signed is not None:
        return
    words = view.sentence.tokens
    near = len(view.dates) == 1 and view.cost(token_of(view, view.dates[0]), act.token) < FAR
    if near and any(t.lower in POSSESSIVES for t in words[max(0, act.token - 2) : act.token + 3]):
        sign_on(story, view, last, "pronoun-act")


def sign_on(story: Story, view: SentenceView, draft: Draft, rule: str) -> None:
    """Gives a planned document the first date of a sentence."""
    value = story.date_value(view.dates[0], story.last_date(view.sentence), future=True)
    if value is not None and not before_page(story, value):
        draft.signed = value
        draft.prove("signed", value.evidence[0], rule)

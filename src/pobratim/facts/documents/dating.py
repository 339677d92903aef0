"""Dating: which date of a sentence is the day an instrument was signed."""

from __future__ import annotations

from pobratim.facts.sides import verbs_between
from pobratim.facts.story import Story
from pobratim.text.date_mention import DateMention

from .act import Act
from .draft import PLAN_KINDS, Draft
from .govern import FAR, participle_of
from .mention import InstrumentMention
from .view import SentenceView

_VAGUE_COST = 5  # a bare year or «десять лет назад» gives way to a day at the same distance
_PARTICIPLE_REACH = 8  # tokens between a participle and its date
_PARTICIPLE_CLAIM = 5  # tokens behind a participle within which a date is its own


def fill_date(story: Story, view: SentenceView, mention: InstrumentMention, act: Act | None, draft: Draft) -> None:
    """Gives a draft the day of its signature, where the sentence or the head of its list tells one.

    The day of an ending, or of today's work, is no day of signature: «соглашение расторгли 5 марта» leaves it empty.
    """
    found = choose_date(view, mention, act)
    if found is None and mention.inherited and view.head is not None:
        found = min(view.head.dates, key=lambda d: abs(d.start - (act.start if act else d.start)), default=None)
        draft.scene = view.head.sentence.index
    if found is None:
        return
    if act and act.kind == "terminate" and (part := participle_of(view, mention)) and part.kind == "sign":
        found = choose_date(view, mention, part) or found
    elif act and (act.kind == "force" or act.kind == "terminate" and not _follows(view, found, "от")):
        return
    draft.signed = story.date_value(found, last=story.last_date(view.sentence), future=draft.status == "planned")
    if draft.signed:
        draft.prove("signed", draft.signed.evidence[0], f"date-{found.shape}")


def choose_date(view: SentenceView, mention: InstrumentMention, act: Act | None) -> DateMention | None:
    """The date of a mention's signature: «от 15 июня» in its words, else the one nearest to its act, or None."""
    within = [d for d in view.dates if mention.start <= d.start < mention.end and not _of_a_plan(mention, d)]
    if own := [d for d in within if _follows(view, d, "от")]:
        return own[0]
    if act is None:
        beside = [d for d in view.dates if mention.end <= d.start <= mention.end + 3] or within
        return beside[0] if beside else None
    best: tuple[int, DateMention] | None = None
    for date in view.dates:
        at = _token_at(view, date)
        if _of_another(view, mention, act, date, at) or _of_a_plan(mention, date):
            continue
        cost = view.cost(at, act.token) + (_VAGUE_COST if date.shape in ("year", "ago") else 0)
        if best is None or cost < best[0]:
            best = (cost, date)
    return best[1] if best and best[0] < FAR else None


def _of_a_plan(mention: InstrumentMention, date: DateMention) -> bool:
    """Whether a year stands in a plan's own words («план мероприятий по … в 2024 году»): it is when the plan is carried out."""
    return mention.kind in PLAN_KINDS and date.shape == "year" and mention.start <= date.start < mention.end


def _token_at(view: SentenceView, date: DateMention) -> int:
    return next((t.index for t in view.sentence.tokens if t.end > date.start), 0)


def _follows(view: SentenceView, date: DateMention, word: str) -> bool:
    """Whether a date stands right after a word («от 15 июня»)."""
    before = [t for t in view.sentence.tokens if t.end <= date.start]
    return bool(before) and before[-1].lower == word


def _of_another(view: SentenceView, mention: InstrumentMention, act: Act, date: DateMention, at: int) -> bool:
    """Whether a date belongs to a nested instrument, to another act, or to another verb, and not to the mention's act."""
    return (
        any(o is not mention and o.nested and o.start <= date.start < o.end for o in view.instruments)
        or any(a is not act and a.voice == "participle" and 0 <= at - a.token <= _PARTICIPLE_CLAIM for a in view.acts)
        or _of_other_act(view, act, at)
        or at > act.token
        and verbs_between(view.sentence, at, act.token) > 0
        or act.voice == "participle"
        and (abs(at - act.token) > _PARTICIPLE_REACH or at < mention.first - 1)
    )


def _of_other_act(view: SentenceView, act: Act, at: int) -> bool:
    """Whether the date at token `at` stands nearer to an act of another kind or mood.

    «продлить договор, который был подписан в 2004»: the year is of the signing.
    """
    others = [a for a in view.acts if not a.weak and a.kind != "force"]
    other = min(others, key=lambda a: view.cost(at, a.token), default=act)
    unlike = (other.kind, other.mood) != (act.kind, act.mood)
    return other is not act and unlike and view.cost(at, other.token) < view.cost(at, act.token)

"""Dating: which date of a sentence is the day an instrument was signed."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.core.date import PartialDate
from pobratim.facts.marks import DASHES
from pobratim.facts.story import Story
from pobratim.facts.way_home import is_of_return
from pobratim.lexicon.documents import group
from pobratim.text.date_mention import DateMention
from pobratim.text.token import Token

from ..acts.act import Act
from ..acts.govern import FAR, participle_of
from ..draft import Draft
from ..mention import InstrumentMention
from ..view import SentenceView
from .other_dates import of_another, of_clause_behind, of_inner, of_speech, tells_plan_year, told_later
from .term_dates import ends_a_term, token_of, word_before

_OTHERS = group("alike") | group("former")
_SINCE = group("since")
_AT_WORK = group("at-work")
_VAGUE_COST = 5  # a bare year or «десять лет назад» gives way to a day at the same distance


def fill_date(story: Story, view: SentenceView, mention: InstrumentMention, act: Act | None, draft: Draft) -> None:
    """Gives a draft the day of its signature, where the sentence or the head of its list tells one.

    The day of an ending, or of today's work, is no day of signature: «соглашение расторгли 5 марта» leaves it empty.
    """
    if act and act.voice == "noun" and _anniversary(view, act):
        return  # «в этом году исполняется десять лет со дня подписания договора»
    part = participle_of(view, mention) if act and act.kind == "terminate" else None
    if part and part.kind == "sign":
        act = part  # «приостановил соглашение, подписанное в 1998 году»
    signing = _signing_before(view, act) if act and act.kind == "terminate" and act is not part else None
    found = choose_date(view, mention, signing or act)
    draft.foreign_days = _foreign_days(story, view, mention, act)
    if found is None and mention.inherited and view.head is not None:
        found = min(view.head.dates, key=lambda d: abs(d.start - (act.start if act else d.start)), default=None)
        draft.scene = view.head.sentence.index
    if found is None:
        return
    before = word_before(view, found)
    own = mention.start <= found.start < mention.end  # «связаны соглашением 2009 года»
    if act and act.kind == "force" and not own and not (before == "с" and view.sentence.tokens[act.token].lemma in _AT_WORK):
        return
    if act and act.kind == "terminate" and signing is None and before != "от":
        return
    ahead = draft.status == "planned" or act is not None and act.rule == "may-be-signed"
    draft.signed = story.date_value(found, last=story.last_date(view.sentence), future=ahead)
    if draft.status == "planned" and before_page(story, draft.signed):
        draft.signed = None  # «в прошлом году стало известно, что заключат соглашение»
    if draft.signed:
        draft.prove("signed", draft.signed.evidence[0], f"date-{found.shape}")


def _signing_before(view: SentenceView, end: Act) -> Act | None:
    """«Меморандум был подписан в 2019 году, срок его действия истёк»: the signing told before an ending."""
    told = [a for a in view.acts if a.kind == "sign" and a.mood == "done" and not a.weak and a.token < end.token]
    return told[-1] if told and len(view.instruments) == 1 else None


def before_page(story: Story, value: PartialDate | None) -> bool:
    """Whether a date lies before the day of publication, by all that it tells."""
    published = story.clock.published
    return bool(value and published and not value.yearless and value.value < published.isoformat()[: len(value.value)])


def _foreign_days(story: Story, view: SentenceView, mention: InstrumentMention, act: Act | None) -> set[int]:
    """Where dates begin that are no day of the mention's signature: of terms, of inner instruments, of later clauses."""
    told = {d.start for d in view.dates}
    return {
        d.start
        for d in story.dates[view.sentence.index]
        if d.start not in told
        or ends_a_term(view, d)
        or of_inner(view, mention, d)
        or act
        and (of_clause_behind(view, act, d) or _of_telling(view, act, d))
    }


def _of_telling(view: SentenceView, act: Act, date: DateMention) -> bool:
    """Whether a day is that of the speech that tells an act, or of the way home."""
    at = token_of(view, date)
    return of_speech(view, act, at) or told_later(view, act, date, at) or is_of_return(view.sentence, at)


def choose_date(view: SentenceView, mention: InstrumentMention, act: Act | None) -> DateMention | None:
    """The date of a mention's signature: «от 15 июня» in its words, else the one nearest to its act, or None.

    So is the year in the words of one more document («в продолжение аналогичного документа 1994 года»).
    """
    within = [
        d
        for d in view.dates
        if mention.start <= d.start < mention.end
        and not (tells_plan_year(mention, d) or ends_a_term(view, d) or of_inner(view, mention, d))
    ]
    if own := [d for d in within if word_before(view, d) == "от" or d.shape == "year" and mention.modifiers & _OTHERS]:
        return own[0]
    if act is not None and act.kind == "force" and within:
        return within[0]  # «действуют соглашение 1997 года и план, принятый 5 декабря»
    if act is None:
        beside = [d for d in view.dates if mention.end <= d.start <= mention.end + 3] or within
        return beside[0] if beside else None
    if (opening := _of_gapped_clause(view, mention, act)) is not None:
        return opening
    best: tuple[int, DateMention] | None = None
    for date in view.dates:
        at = token_of(view, date)
        if (
            _of_later_mention(view, mention, act, date)
            or of_another(view, mention, act, date, at)
            or tells_plan_year(mention, date)
            or ends_a_term(view, date)
        ):
            continue
        cost = view.cost(at, act.token) + (_VAGUE_COST if date.shape in ("year", "ago", "after") else 0)
        if best is None or cost < best[0]:
            best = (cost, date)
    return best[1] if best and best[0] < FAR else None


def _of_gapped_clause(view: SentenceView, mention: InstrumentMention, act: Act) -> DateMention | None:
    """«2 июля А подписала соглашение с Б, а 4 июля – меморандум с В», «…, план – в феврале»: the day is of the second alone."""
    before = next((m for m in reversed(view.instruments) if m.head < mention.head), None)
    if before is None or before.act is not act or not view.dates or act.token > mention.first:
        return None
    tokens = view.sentence.tokens
    for date in reversed(view.dates):
        at = token_of(view, date)
        if before.head < at < mention.first and _has_dash([t for t in tokens[at : mention.first] if t.start >= date.end]):
            return date
        if at > mention.head and before.head < act.token and _has_dash(tokens[max(at - 2, mention.head) : at]):
            return date
    return None


def _of_later_mention(view: SentenceView, mention: InstrumentMention, act: Act, date: DateMention) -> bool:
    """Whether a day is that of the next document of the same verb («подписали протокол, а на прошлой неделе – договор»)."""
    later = next((m for m in view.instruments if m.head > mention.head), None)
    return later is not None and later.act is act and _of_gapped_clause(view, later, act) is date


def _has_dash(tokens: Sequence[Token]) -> bool:
    return any(t.text in DASHES for t in tokens)


def _anniversary(view: SentenceView, act: Act) -> bool:
    """Whether a signing is told as what happened years ago («со дня подписания», «годовщина заключения»)."""
    return act.token > 0 and view.sentence.tokens[act.token - 1].lower in _SINCE

"""Documents told by an adjective alone: «Договор истёк. Новый подпишут осенью», «Нынешнее подписано во вторник»."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.sides import PREPOSITIONS, is_finite
from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence

from ..mention import InstrumentMention
from ..view import SentenceView

_ALONE = group("headless")
_OPENERS = frozenset(("а", "и", "но", "теперь"))
_REACH = 2  # sentences from the document to the adjective that stands for its noun
_SUBJECTS = frozenset(("nomn", "accs"))


def lend_noun(views: Sequence[SentenceView], view: SentenceView) -> None:
    """Gives a sentence that opens with an adjective and tells what was done the noun of the document told before it.

    Fails where the adjective means another noun of the sentence before («Прошёл форум. Новый проведут осенью.»), unless the
    act is none of documents.
    """
    if view.instruments or view.sentence.lemmas.isdisjoint(_ALONE) or not any(not a.weak for a in view.acts):
        return  # most sentences
    at = _adjective(view.sentence)
    model = _model(views, view) if at is not None else None
    if at is None or model is None:
        return
    token = view.sentence.tokens[at]
    such = token.lemma == "такой"
    last = at + 1 + such
    view.instruments.append(
        InstrumentMention(
            view.sentence.index,
            at,
            at,
            last,
            token.start,
            view.sentence.tokens[last - 1].end,
            model.kind,
            "full",
            plural=False,
            cases=frozenset(f.case for f in token.forms if f.case in _SUBJECTS),
            modifiers=frozenset(("другой" if such else token.lemma,)),
            headless=True,
        )
    )


def _adjective(sentence: Sentence) -> int | None:
    """The adjective without a noun that opens a sentence, or None."""
    tokens = sentence.tokens
    at = 1 if tokens[0].lower in _OPENERS else 0
    if at + 1 >= len(tokens) or tokens[at].lemma not in _ALONE:
        return None
    after = tokens[at + 1]
    if tokens[at].lemma == "такой":
        return at if after.lower == "же" and not _is_noun(sentence, at + 2) else None
    if not any(f.case in _SUBJECTS and f.number == "sing" and f.gender in (None, "masc", "neut") for f in tokens[at].forms):
        return None
    return at if is_finite(after) or after.text in ",–—-" or after.lower in PREPOSITIONS else None


def _is_noun(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and any(f.pos == "NOUN" for f in sentence.tokens[at].forms[:1])


def _model(views: Sequence[SentenceView], view: SentenceView) -> InstrumentMention | None:
    """The document named last in the sentences right before."""
    at = view.sentence.index
    told = (m for v in reversed(views[max(0, at - _REACH) : at]) for m in reversed(v.instruments) if not m.nested)
    return next(told, None)

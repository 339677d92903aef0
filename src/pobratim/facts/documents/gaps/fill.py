"""Missing parties: whom a document is between, where its sentence does not say it.

`RULES` at the bottom are tried in order, and the first that answers decides; its name stands in `--explain`. A new rule is
a function from a `Gap` to a `Guess` or None, with its place in that tuple.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pobratim.facts.actors.grammar.joint import JOINT
from pobratim.facts.principal import Principals
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from ..draft import Draft
from ..mention import InstrumentMention
from ..sides.parties import distinct
from ..view import SentenceView
from .gap import OF_SESSIONS, Gap, Guess
from .other_side import beside, counterpart, head_of_list, home_of, host, list_owner, owner_before
from .pairs import (
    agreed_before,
    group_before,
    here,
    known_stays_empty,
    local_pair,
    named_in_sentence,
    nested_stays_empty,
    pair_of_headline,
    pair_of_universities,
    principal_pair,
    same_as_before,
)
from .people import guests_sign, heads_came, people_before, people_here, side_of_speaker

_TIE_TOPICS = group("owned")
_THESE = group("this")
_ANONYMOUS = group("anonymous-side")
_ALIKE = group("alike")
_FORMER = group("former")
_REFER_REACH = 6  # sentences


def fill_parties(
    story: Story, view: SentenceView, mention: InstrumentMention, draft: Draft, principals: Principals, before: Sequence[Draft]
) -> None:
    """Completes the parties of a draft: «между двумя городами», «стороны подписали» mean the story's pair at that point.

    Nothing is guessed for a document between firms nobody names, nor for a bare «документ» without hands.
    """
    if (mention.headless or mention.modifiers & (_ALIKE if draft.refer else _FORMER)) and not draft.parties:
        _as_before(draft, before)
    if draft.ownerless and (owner := list_owner(story, view) or home_of(story, view, draft, principals)):
        draft.parties = distinct(story, [owner, *draft.parties])
    if draft.kind in OF_SESSIONS and _of_own_group(view, mention):
        draft.explicit = False  # «протокол заседания рабочей группы А и Б» is of A and B, whoever signs it
    if draft.explicit or draft.refer and not (draft.signatories or draft.topic & _TIE_TOPICS or draft.fresh and draft.partnered):
        return
    words = {t.lemma for t in view.sentence.tokens if t.forms and t.forms[0].pos in ("NOUN", "NPRO")}
    if words & _ANONYMOUS and not draft.parties and not _of_known(view):
        return
    if draft.kind in OF_SESSIONS and len(sides := principals.of_group(view.sentence)) > 1:
        draft.parties, draft.explicit = distinct(story, sides), True
        draft.rules.append(("parties", "working-group"))
    if len(draft.parties) < 2:
        hands = [story.registry.territory(side) for _, side in draft.signatories if side]
        draft.parties = distinct(story, [*draft.parties, *hands])
    if len(draft.parties) < 2:
        _guess(Gap(story, view, mention, draft, principals, before, words))


def _of_known(view: SentenceView) -> bool:
    """«между этими организациями»: those told before, and not whoever."""
    tokens = view.sentence.tokens
    return any(t.lemma in _ANONYMOUS and t.index and tokens[t.index - 1].lemma in _THESE for t in tokens)


def _of_own_group(view: SentenceView, mention: InstrumentMention) -> bool:
    """Whether a document's own words name the group whose it is."""
    if view.sentence.lemmas.isdisjoint(JOINT):
        return False  # most sentences
    return any(t.lemma in JOINT for t in view.sentence.tokens[mention.head + 1 : mention.last])


def _as_before(draft: Draft, before: Sequence[Draft]) -> None:
    """«Аналогичный документ подписали в 2012 году», «Предыдущий план …»: one more of the sides told before."""
    model = next((d for d in reversed(before) if len(d.parties) > 1 and draft.sentence - d.sentence <= _REFER_REACH), None)
    if model is not None:
        draft.kind = model.kind if draft.refer else draft.kind
        draft.parties, draft.explicit = list(model.parties), True
        draft.rules.append(("parties", "as-before"))


def _guess(gap: Gap) -> None:
    """Gives the draft what the first rule that answers says."""
    guess = next((found for rule in RULES if (found := rule(gap))), None)
    if guess is not None and guess.rule:
        gap.draft.parties, gap.draft.explicit = guess.parties, guess.explicit
        gap.draft.rules.append(("parties", guess.rule))


RULES: tuple[Callable[[Gap], Guess | None], ...] = (
    owner_before,
    side_of_speaker,
    heads_came,
    guests_sign,
    people_here,
    people_before,
    pair_of_universities,
    pair_of_headline,
    here,
    nested_stays_empty,
    same_as_before,
    known_stays_empty,
    group_before,
    head_of_list,
    agreed_before,
    beside,
    counterpart,
    named_in_sentence,
    local_pair,
    principal_pair,
    host,
)

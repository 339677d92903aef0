"""Parties: who a mention's words and its act name as the sides of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from pobratim.facts.listed_sides import between_groups, between_partners, unknown_name, with_partners
from pobratim.facts.marks import WITH
from pobratim.facts.shared_subject import verb_with_subject
from pobratim.facts.sides import Side, agents, is_finite, past, preposition_before, verbs_between
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.token import Token

from ..acts.act import Act
from ..ellipsis.owners import groups_of_owners
from ..mention import InstrumentMention
from ..view import SentenceView

_OPENING = frozenset(("с", "со", "между"))
_BINDING = group("binding")
_EXHIBITIONS = group("exhibition")
_OWNED = group("owned")
_UNKNOWN_REACH = 4  # tokens from «и» to the act, with a name that nobody knows between
_PARTNER_REACH = 8  # tokens around an act and its instrument in which «с …» names a partner


class Sides(Struct):
    """The parties and hands found for one mention; `groups` are the partners that make a record each."""

    own: list[Side] = []
    partners: list[Side] = []
    groups: list[list[Side]] = []
    between: list[Side] = []


def find_sides(view: SentenceView, mention: InstrumentMention, act: Act | None) -> Sides:
    """Who a mention's words and its act name: «между …», «с …», the owners in the genitive, the doers of the act.

    «Глава Уфы подписал соглашение с Гомелем»: own is the head of Ufa, partners are Gomel.
    """
    found = Sides(between=_between(view, mention, act), groups=_groups(view, mention) or groups_of_owners(view, mention))
    if not found.between:
        found.partners = mention.partners or _partners(view, mention, act)
        found.own = _owners(view, mention)
    if (act or mention.doers) and not mention.nested:
        doers = mention.doers or (view.lent if act is view.inherited else _doers(view, act, found) if act else [])
        found.own += [d for d in (*doers, *mention.later) if d not in found.own]
    if act and not (found.between or found.own or found.partners) and view.sentence.tokens[act.token].lemma in _BINDING:
        found.own = [x for x in view.sides if x.actor and x.cases & {"accs", "nomn"}]  # «города связывает договор»
    if mention.model is not None and not found.between:
        stop = found.partners[0].first if found.partners else len(view.sentence.tokens)  # «– Брестский облисполком с А и с Б»
        found.own += [x for x in view.sides if x.first < stop and x not in found.own and x not in found.partners]
    return found


def _doers(view: SentenceView, act: Act, found: Sides) -> list[Side]:
    """The doers of an act, those that stand on the other side left out; a document at work has none."""
    if act.kind == "force":
        return []
    others = with_partners(view.sentence, view.sides, 0, len(view.sentence.tokens)) if len(view.instruments) > 1 else []
    free = [x for x in view.sides if x not in found.partners and x not in found.between and x not in others]
    doers = _with_unknown(view, act, agents(view.sentence, free, act.anchor, act.doer_case))
    if doers or act.voice != "active":
        return doers
    main = _main_verb(view, act)
    verb = main if main is not None else verb_with_subject(view.sentence, act.token)
    while verb is not None and not doers:
        doers = agents(view.sentence, free, verb, "nomn")
        verb = None if doers or verb == main else verb_with_subject(view.sentence, verb)
    return doers


def _with_unknown(view: SentenceView, act: Act, doers: list[Side]) -> list[Side]:
    """«Иваново и Хуайян подписали»: beside the one place that is known, the name nobody knows that «и» joins to it."""
    if len(doers) != 1 or doers[0].actor is None or doers[0].actor.layer != "place" or act.voice != "active":
        return doers
    tokens, one = view.sentence.tokens, doers[0]
    behind = past(one)
    if behind + 2 >= len(tokens) or tokens[behind].lower != "и" or behind + 1 >= act.token:
        return doers
    if act.token - behind > _UNKNOWN_REACH or not any(f.number == "plur" for f in tokens[act.token].forms[:1]):
        return doers
    taken = any(s.first <= behind + 1 < s.last for s in view.sides)
    other = None if taken else unknown_name(view.sentence, behind + 1, "nomn")
    return doers if other is None else [one, other]


def _main_verb(view: SentenceView, act: Act) -> int | None:
    """The verb of the main clause for an act told in «…, в ходе которой подписали …»: those who met also signed."""
    tokens = view.sentence.tokens
    opener = next((k for k in range(act.token - 1, 0, -1) if tokens[k].lemma == "который"), None)
    if opener is None or "nomn" in {f.case for f in tokens[opener].forms[:1]}:
        return None
    comma = next((k for k in range(opener - 1, max(-1, opener - 4), -1) if tokens[k].text == ","), None)
    return None if comma is None else next((k for k in range(comma - 1, -1, -1) if is_finite(tokens[k])), None)


def _between(view: SentenceView, mention: InstrumentMention, act: Act | None) -> list[Side]:
    """«соглашение между А и Б», else «Между А и Б действует соглашение», «соглашение подписано между А и Б»."""
    found, _ = between_partners(view.sentence, view.sides, mention.head, _list_end(view, mention))
    if not found and act and act.token > mention.head:
        found, _ = between_partners(view.sentence, view.sides, act.token, min(act.token + 3, len(view.sentence.tokens)))
    if found:
        return found
    before = [m for m in view.instruments if m.head < mention.head]
    found, _ = between_partners(view.sentence, view.sides, max((m.last for m in before), default=0), mention.head)
    if len(found) < 2 and before and all(m.act is mention.act and not m.nested for m in before):
        found, _ = between_partners(view.sentence, view.sides, 0, before[0].head)  # «Между А и Б действуют договор и план»
    return found if len(found) > 1 else []


def _groups(view: SentenceView, mention: InstrumentMention) -> list[list[Side]]:
    """«соглашения между А и Б, между В и Г»: the sides of each, where there are several."""
    if not mention.plural:
        return []
    after = next((m.first for m in view.instruments if m.head > mention.head), len(view.sentence.tokens))
    groups = between_groups(view.sentence, view.sides, mention.head, after)
    return groups if len(groups) > 1 else []


def _partners(view: SentenceView, mention: InstrumentMention, act: Act | None) -> list[Side]:
    """«соглашение с А»; where the mention's own words have none, «подписал с А соглашение»."""
    found = with_partners(view.sentence, view.sides, mention.head, _list_end(view, mention))
    if not found and act and not mention.nested:
        return partners_of_act(view, mention, act)
    return found


def _list_end(view: SentenceView, mention: InstrumentMention) -> int:
    """The token after a mention's words, or after what opens the list of its sides («четыре соглашения: с А, Б, В и Г»)."""
    tokens, last = view.sentence.tokens, _after_words(mention)
    listed = mention.plural and last + 1 < len(tokens) and tokens[last].text == ":" and tokens[last + 1].lower in _OPENING
    return last + 2 if listed else last


def _after_words(mention: InstrumentMention) -> int:
    """The token after the words of a mention, or after its head."""
    return max(mention.last, mention.head + 1)


def partners_of_act(view: SentenceView, mention: InstrumentMention, act: Act) -> list[Side]:
    """«с Челябинском подписал», «подписал с главой города … соглашение»: partners between the act and the instrument."""
    low, high = sorted((act.token, mention.head))
    end = len(view.sentence.tokens)
    found = with_partners(view.sentence, view.sides, max(0, low - _PARTNER_REACH), min(high + 1, end))
    after = with_partners(view.sentence, view.sides, high, min(high + _PARTNER_REACH, end))
    others = [m for m in view.instruments if m is not mention]
    told = [*found, *(s for s in after if s not in found)]
    if others and len(told) > 1:
        start, stop = _clause_of(view, mention)
        told = [s for s in told if start <= s.first < stop] or told
    return [s for s in told if not _apart(view, mention, act, s) and not any(m.head < s.first < m.last for m in others)]


def _apart(view: SentenceView, mention: InstrumentMention, act: Act, side: Side) -> bool:
    """Whether verbs part a side from an act; «с А готовится программа, подписание – в декабре» has its verb before the noun."""
    if act.voice == "noun" and act.token > mention.head > side.first:
        return verbs_between(view.sentence, side.first, mention.head) > 1
    return bool(verbs_between(view.sentence, side.first, act.token))


def _clause_of(view: SentenceView, mention: InstrumentMention) -> tuple[int, int]:
    """The tokens of a document's clause among those that open with «с» («С А заключён договор, с Б подписан меморандум»)."""
    tokens = view.sentence.tokens
    opens = [k + 1 for k in range(len(tokens)) if opens_with(tokens, k)]
    start = max((k for k in opens if k <= mention.first), default=0)
    return start, min((k for k in opens if k > mention.head), default=len(tokens))


def opens_with(tokens: Sequence[Token], k: int) -> bool:
    """Whether a comma stands at token `k` behind which a clause opens with «с», «а с»."""
    if tokens[k].text not in ",;" or k + 2 >= len(tokens):
        return False
    first, second = tokens[k + 1].lower, tokens[k + 2].lower
    return first in WITH or first in ("а", "и") and second in WITH


def in_person_of(view: SentenceView) -> list[Side]:
    """«Тихвинский район в лице главы Юрия Наумова»: the people by whom sides act."""
    tokens = view.sentence.tokens
    return (
        [s for s in view.sides if s.person and s.first > 1 and tokens[s.first - 1].lower == "лице"] if view.says("лице") else []
    )


def _owners(view: SentenceView, mention: InstrumentMention) -> list[Side]:
    """«Соглашения Ленинградской области с Киргизией»: actors in the genitive inside the instrument's words."""
    found = [s for s in view.sides if _owns(view, mention, s)]
    for one in view.sides:
        joined = found and one.first - past(found[-1]) == 1 and view.sentence.tokens[one.first - 1].lower in ("и", ",")
        if joined and one.actor and "gent" in one.cases and one not in found and one.first < mention.last:
            found.append(one)
    return found


def _owns(view: SentenceView, mention: InstrumentMention, side: Side) -> bool:
    """Whether an actor in the genitive stands at the noun («договор Уфы») or at «сотрудничество» («о дружбе Уфы и …»)."""
    return (
        side.actor is not None
        and mention.head < side.first < mention.last + 2
        and "gent" in side.cases
        and side.actor.kind not in ("forum", "country")
        and (
            (before := preposition_before(view.sentence, side.first)) is None or before == "у" and side.first - mention.last <= 2
        )
        and (before == "у" or side.first - mention.head <= 2 or view.sentence.tokens[side.first - 1].lemma in _OWNED)
    )


def party_of(story: Story, side: Side) -> str | None:
    """The actor a side stands for: itself, or what the person's post is of («мэр Уфы Иванов» → Ufa); None for a forum."""
    if side.actor:
        no_side = side.actor.kind == "forum" or side.actor.name.lower() in _EXHIBITIONS
        return None if no_side else story.registry.entity(side.actor)
    assert side.person
    acts_for = story.side_of(side.person.person)
    return story.registry.territory(acts_for) if acts_for else None


def parties_of(story: Story, sides: Iterable[Side]) -> list[str]:
    """The actors that sides stand for, in order, without doubles; empty where none is known."""
    return distinct(story, [p for side in sides if (p := party_of(story, side))])


def distinct(story: Story, parties: Iterable[str]) -> list[str]:
    """Parties without doubles; a body of power and its own territory are one side, the first named stays.

    «мэрия Уфы, Уфа, Гомель» → «мэрия Уфы, Гомель».
    """
    kept: list[str] = []
    for party in parties:
        if not any(story.registry.same_side(party, k) for k in kept):
            kept.append(party)
    return kept

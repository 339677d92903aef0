"""From one instrument mention to a draft: its act, parties, hands, date, term and spheres."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.facts import Term
from pobratim.facts.sides import (
    Side,
    agents,
    between_groups,
    between_partners,
    past,
    preposition_before,
    verbs_between,
    with_partners,
)
from pobratim.facts.story import Story
from pobratim.lexicon.documents import predicates
from pobratim.text.date_mention import DateMention
from pobratim.text.token import Sentence, Token

from .act import Act
from .draft import Draft
from .instrument import InstrumentMention
from .sphere import find_spheres
from .term import find_term
from .title import title_of

_STATUS = {
    ("sign", "done"): "signed",
    ("sign", "planned"): "planned",
    ("sign", "proposed"): "proposed",
    ("prolong", "planned"): "planned",
    ("prolong", "proposed"): "proposed",
    ("prolong", "done"): "prolonged",
    ("terminate", "done"): "terminated",
}
_FAR = 220  # an act that costs more than this (tokens, clause borders counted tenfold) is not the mention's
_PLAN_KINDS = frozenset(("plan", "roadmap", "programme"))
_OWNED = frozenset("сотрудничество взаимодействие дружба партнёрство связь отношение побратимство".split())
_FRESH = frozenset("предыдущий прежний ещё еще другой второй третий отдельный также аналогичный похожий подобный".split())
_RENEWED = frozenset("новый очередной обновлённый обновить".split())
_TERRITORY_KINDS = frozenset(("country", "region", "district", "city", "settlement", "other"))


@dataclass(slots=True, eq=False)
class SentenceView:
    """A sentence with its sides, acts, instruments and the dates that are no terms."""

    sentence: Sentence
    sides: list[Side]
    acts: list[Act]
    instruments: list[InstrumentMention]
    dates: list[DateMention]
    inherited: Act | None = None
    lent: list[Side] = field(default_factory=list)
    head: SentenceView | None = None


@dataclass(slots=True)
class Sides:
    """The parties and hands found for one mention; `groups` are the partners that make a record each."""

    own: list[Side] = field(default_factory=list)
    partners: list[Side] = field(default_factory=list)
    groups: list[list[Side]] = field(default_factory=list)
    between: list[Side] = field(default_factory=list)
    generic: str | None = None


def choose_act(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """The act that governs a mention: a participle beside it, else the nearest with the fewest clause borders between.

    A nested instrument («по реализации соглашения») has an act only from its own participle.
    """
    beside = _participle(view, mention) or _relative(view, mention)
    if beside:
        return _ending(view, mention) or beside
    if mention.nested or mention.within:
        return None
    costs = []
    claimed = [_relative(view, m) for m in view.instruments if m is not mention]
    for act in view.acts:
        if act.voice == "participle" or any(act is c for c in claimed):
            continue
        low, high = sorted((act.token, mention.head))
        commas = sum(t.text == "," for t in view.sentence.tokens[low:high])
        distance = high - low + 4 * commas + 10 * verbs_between(view.sentence, act.token, mention.head)
        costs.append((distance + (25 if act.weak else 0), act))
    best = min(costs, key=lambda pair: pair[0], default=None)
    if best and best[0] <= _FAR:
        return best[1]
    return view.inherited


def _participle(view: SentenceView, mention: InstrumentMention) -> Act | None:
    for act in view.acts:
        if act.voice == "participle" and (
            _before_noun(view, mention, act) or 0 < act.token - mention.last <= 2 or mention.head < act.token < mention.last
        ):
            owner = min(
                view.instruments, key=lambda m: abs(m.head - act.token) if m.head < act.token or m.first <= act.token else 99
            )
            if owner is mention:
                return act
    return None


def _agree(noun: Token, pronoun: Token) -> bool:
    """Whether «который» can mean the noun: the same number, and in the singular the same gender."""
    wanted = {(f.number, f.gender if f.number == "sing" else None) for f in noun.forms if f.pos == "NOUN"}
    return any((f.number, f.gender if f.number == "sing" else None) in wanted for f in pronoun.forms)


def _before_noun(view: SentenceView, mention: InstrumentMention, act: Act) -> bool:
    """Whether a participle stands before the noun and agrees with it («заключённый 20 июня между А и Б договор»)."""
    if not 0 < mention.head - act.token <= 16:
        return False
    if mention.first <= act.token:
        return True
    noun = {(f.case, f.number) for f in view.sentence.tokens[mention.head].forms if f.pos == "NOUN"}
    agrees = any((f.case, f.number) in noun for f in view.sentence.tokens[act.token].forms if f.pos == "PRTF")
    return agrees and not verbs_between(view.sentence, act.token, mention.head)


def _ending(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """A finite act of prolonging or ending outranks a participle («продлили договор, действующий с 2004 года»)."""
    if mention.nested or mention.within:
        return None
    return next(
        (
            a
            for a in view.acts
            if a.kind in ("prolong", "terminate")
            and a.voice != "participle"
            and a.mood in ("done", "planned")
            and abs(a.token - mention.head) + 10 * verbs_between(view.sentence, a.token, mention.head) <= 60
        ),
        None,
    )


def _relative(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """The act of the relative clause behind a mention («соглашение, которое города заключили в 2023 году»)."""
    tokens = view.sentence.tokens
    window = tokens[mention.last : mention.last + 4]
    opener = next((t for t in window if t.lemma == "который"), None)
    if opener is None or not any(t.text == "," for t in window) or not _agree(tokens[mention.head], opener):
        return None
    return next((a for a in view.acts if opener.index < a.token < opener.index + 16 and not a.weak), None)


def find_sides(view: SentenceView, mention: InstrumentMention, act: Act | None) -> Sides:
    """Who a mention's words and its act name: «между …», «с …», the owners in the genitive, the doers of the act."""
    s, sides = view.sentence, view.sides
    found = Sides()
    stop = max(mention.last, mention.head + 1)
    found.between, found.generic = between_partners(s, sides, mention.head, stop)
    if mention.plural:
        after = next((m.first for m in view.instruments if m.head > mention.head), len(s.tokens))
        groups = between_groups(s, sides, mention.head, after)
        found.groups = groups if len(groups) > 1 else []
    if not found.between:
        found.between = _between_before(view, mention)
    if not found.between:
        found.partners = with_partners(s, sides, mention.head, stop)
        if not found.partners and act and not mention.nested:
            found.partners = _partners_of_act(view, mention, act)
        found.own = _owners(view, mention)
    if act and act.kind != "force" and act is not view.inherited and not mention.nested:
        case = "nomn" if act.voice == "active" else "ablt"
        doers = agents(s, [x for x in sides if x not in found.partners and x not in found.between], act.anchor, case)
        found.own += [d for d in doers if d not in found.own]
    if act and act is view.inherited and not mention.nested:
        found.own += [d for d in view.lent if d not in found.own]
    if mention.model is not None and not found.between and not found.partners:
        found.own += [x for x in sides if x not in found.own]
    return found


def _between_before(view: SentenceView, mention: InstrumentMention) -> list[Side]:
    """«Между А и Б действует соглашение», «заключённый между А и Б договор»: the sides named before the noun."""
    low = max((m.last for m in view.instruments if m.head < mention.head), default=0)
    found, _ = between_partners(view.sentence, view.sides, low, mention.head)
    return found if len(found) > 1 else []


def _partners_of_act(view: SentenceView, mention: InstrumentMention, act: Act) -> list[Side]:
    """«с Челябинском подписал», «подписал с главой города … соглашение»: partners between the act and the instrument."""
    low, high = sorted((act.token, mention.head))
    found = with_partners(view.sentence, view.sides, max(0, low - 8), min(high + 1, len(view.sentence.tokens)))
    after = with_partners(view.sentence, view.sides, high, min(high + 8, len(view.sentence.tokens)))
    chosen = found + [s for s in after if s not in found]
    others = [m for m in view.instruments if m is not mention]
    return [
        s
        for s in chosen
        if not verbs_between(view.sentence, s.first, act.token) and not any(m.head < s.first < m.last for m in others)
    ]


def _owners(view: SentenceView, mention: InstrumentMention) -> list[Side]:
    """«Соглашения Ленинградской области с Киргизией»: actors in the genitive inside the instrument's words."""
    found = [
        s
        for s in view.sides
        if s.actor
        and mention.head < s.first < mention.last
        and "gent" in s.cases
        and preposition_before(view.sentence, s.first) is None
        and s.actor.kind not in ("forum", "country")
        and (s.first - mention.head <= 2 or view.sentence.tokens[s.first - 1].lemma in _OWNED)
    ]
    for one in view.sides:
        joined = found and one.first - past(found[-1]) == 1 and view.sentence.tokens[one.first - 1].lower in ("и", ",")
        if joined and one.actor and "gent" in one.cases and one not in found and one.first < mention.last:
            found.append(one)
    return found


def choose_date(
    view: SentenceView, mention: InstrumentMention, act: Act | None, others: list[InstrumentMention]
) -> DateMention | None:
    """The date of a mention's signature: «от 15 июня» in its words, else the one nearest to its act."""
    tokens = view.sentence.tokens
    inside = [d for d in view.dates if mention.start <= d.start < mention.end and _preceded_by(view, d, ("от",))]
    if inside:
        return inside[0]
    if act is None:
        near = [d for d in view.dates if mention.end <= d.start <= mention.end + 3] or [
            d for d in view.dates if mention.start <= d.start < mention.end
        ]
        return near[0] if near else None
    best: tuple[int, DateMention] | None = None
    for d in view.dates:
        at = next((t.index for t in tokens if t.end > d.start), 0)
        if any(o is not mention and o.nested and o.start <= d.start < o.end for o in others):
            continue
        if _of_other_participle(view, mention, act, at):
            continue
        if _of_other_act(view, act, at) or at > act.token and verbs_between(view.sentence, at, act.token):
            continue  # a date behind another verb belongs to that verb
        if act.voice == "participle" and (abs(at - act.token) > 8 or at < mention.first - 1):
            continue
        cost = abs(at - act.token) + 10 * verbs_between(view.sentence, at, act.token) + (5 if d.shape in ("year", "ago") else 0)
        if best is None or cost < best[0]:
            best = (cost, d)
    return best[1] if best and best[0] < _FAR else None


def _preceded_by(view: SentenceView, d: DateMention, words: tuple[str, ...]) -> bool:
    before = [t for t in view.sentence.tokens if t.end <= d.start]
    return bool(before) and before[-1].lower in words


def _of_other_participle(view: SentenceView, mention: InstrumentMention, act: Act, at: int) -> bool:
    """Whether the date at token `at` belongs to a participle that is another act («соглашение, подписанное в 2019 году»)."""
    return any(other is not act and other.voice == "participle" and 0 <= at - other.token <= 5 for other in view.acts)


def _of_other_act(view: SentenceView, act: Act, at: int) -> bool:
    """Whether the date at token `at` stands nearer to an act of another kind or mood («продлить договор, который был подписан в 2004»)."""

    def cost(one: Act) -> int:
        return abs(at - one.token) + 10 * verbs_between(view.sentence, at, one.token)

    other = min((a for a in view.acts if not a.weak and a.kind != "force"), key=cost, default=act)
    return other is not act and (other.kind, other.mood) != (act.kind, act.mood) and cost(other) < cost(act)


def draft_of(story: Story, view: SentenceView, mention: InstrumentMention) -> list[Draft]:
    """The drafts of one mention: usually one; one for each partner of «соглашения с А и Б»."""
    act = mention.act
    if act and act.mood == "negated":
        if act.kind != "terminate":
            return []
        act = None  # what was not ended is in force
    sides = find_sides(view, mention, act)
    base = _base(story, view, mention, act)
    _fill_date(story, view, mention, act, base)
    _fill_content(story, mention, base)
    hands = [s for s in (*sides.own, *sides.partners, *sides.between) if s.person]
    if act and act is not view.inherited and not act.weak and not mention.nested:
        hands += [s for s in _partners_of_act(view, mention, act) if s.person and s not in hands]
    if act and act.kind != "force" and not mention.nested:
        for side in hands:
            assert side.person
            base.signatories.append((side.person.person, story.side_of(side.person.person)))
            base.prove("signatories", story.quote(side.start, side.end))
    return _in_turn(story, view, _with_parties(story, mention, sides, base))


def _in_turn(story: Story, view: SentenceView, drafts: list[Draft]) -> list[Draft]:
    """«… с А и Б, заключены в 2011 и 2014 годах соответственно»: each document with its own date."""
    if len(drafts) > 1 and len(view.dates) == len(drafts) and any(t.lower == "соответственно" for t in view.sentence.tokens):
        for draft, mention in zip(drafts, view.dates, strict=True):
            draft.signed = story.date_value(mention)
    return drafts


def _base(story: Story, view: SentenceView, mention: InstrumentMention, act: Act | None) -> Draft:
    status = _STATUS.get((act.kind, act.mood), "in_force") if act else "in_force"
    if status == "signed" and any(
        t.lemma in ("продление", "пролонгация") for t in view.sentence.tokens[mention.head + 1 : mention.head + 4]
    ):
        status = "prolonged"  # «соглашение о продлении …»
    if status == "signed" and act and act.voice == "participle" and _being_carried_out(view, mention):
        status = "in_force"
    draft = Draft(
        mention.kind,
        mention.sentence,
        mention.start,
        mention.end,
        title=title_of(story, mention),
        status=status,
        scene=mention.sentence,
        nested=mention.nested,
        parental=mention.nested,
        refer=mention.strength == "refer",
        plural=mention.plural,
        headline=story.has_headline and view.sentence.paragraph == 0,
        renewed=bool(mention.modifiers & _RENEWED),
        first="первый" in mention.modifiers,
        fresh=bool(mention.modifiers & _FRESH) or _said_before(view, mention),
    )
    draft.unsure = act is not None and status == "signed" and act.rule in ("noun", "present")
    draft.prove("kind", story.quote(mention.start, mention.end), "head-noun")
    if act:
        draft.prove("status", story.quote(act.start, act.end), act.rule)
    return draft


def _being_carried_out(view: SentenceView, mention: InstrumentMention) -> bool:
    """«исполнить соглашение, подписанное …»: what stands before says that the document is in force."""
    table = predicates()
    before = view.sentence.tokens[max(0, mention.first - 4) : mention.first]
    return any(table[lemma].act == "force" for t in before for lemma in t.lemmas if lemma in table)


def _said_before(view: SentenceView, mention: InstrumentMention) -> bool:
    before = view.sentence.tokens[max(0, mention.first - 2) : mention.first]
    return any(t.lower in ("ещё", "еще", "также") for t in before)


def _fill_date(story: Story, view: SentenceView, mention: InstrumentMention, act: Act | None, draft: Draft) -> None:
    found = choose_date(view, mention, act, view.instruments)
    if found is None and mention.inherited and view.head is not None:
        found = min(view.head.dates, key=lambda d: abs(d.start - (act.start if act else d.start)), default=None)
        draft.scene = view.head.sentence.index
    if found is None:
        return
    value = story.date_value(found, last=story.last_date(view.sentence), future=draft.status == "planned")
    if act and act.kind == "terminate" and (part := _participle(view, mention)) and part.kind == "sign":
        found = choose_date(view, mention, part, view.instruments) or found
    elif act and (act.kind == "force" or act.kind == "terminate" and not _preceded_by(view, found, ("от",))):
        return  # the day of the ending, or of today's work, is no day of signature
    draft.signed = value
    if value:
        draft.prove("signed", value.evidence[0], f"date-{found.shape}")


def _fill_content(story: Story, mention: InstrumentMention, draft: Draft) -> None:
    term = _term_of(story, mention)
    if term:
        draft.term = term[0]
        draft.prove("term", term[1])
    masked = [(a.start, a.end) for a in story.actors[mention.sentence]]
    for code, evidence in find_spheres(story.text, mention.start, mention.end, masked):
        draft.spheres.append(code)
        draft.prove("spheres", evidence)
    words = story.sentences[mention.sentence].tokens[mention.head + 1 : mention.last]
    draft.topic = frozenset(t.lemma for t in words if t.is_word and len(t.text) > 3)


def _term_of(story: Story, mention: InstrumentMention) -> tuple[Term, Evidence] | None:
    """The term in the mention's own words; of the list's head where the item has none; of the plan, not of what it implements."""
    if mention.nested and mention.implemented_by_plan:
        return None
    spans = [mention, mention.model]
    if mention.parent is not None and mention.kind in _PLAN_KINDS:
        spans.append(mention.parent)
    for one in spans:
        if one is not None and (found := find_term(story.text, one.start, one.end)):
            return found
    return None


def _with_parties(story: Story, mention: InstrumentMention, sides: Sides, base: Draft) -> list[Draft]:
    party = lambda side: party_of(story, side)  # noqa: E731
    if sides.groups:
        return [_copy(base, [p for p in map(party, group) if p], story) for group in sides.groups]
    if sides.between:
        members = [p for p in map(party, sides.between) if p]
        pairs = _pairs(story, mention, sides.between)
        if pairs:
            return [_copy(base, [p for p in map(party, pair) if p], story) for pair in pairs]
        return [_copy(base, members, story)]
    named = [s for s in sides.own if s.actor]
    both_named = len(named) > 1 or bool(named and sides.partners)
    doers = named if both_named else sides.own  # the sides are said: whom a signatory heads does not matter
    own = distinct(story, [p for p in map(party, doers) if p])
    partners = distinct(story, [p for p in map(party, sides.partners) if p])
    partners = [p for p in partners if p not in own]
    pairs = _pairs(story, mention, sides.own) if not partners else []
    if pairs:
        return [_copy(base, [p for p in map(party, pair) if p], story) for pair in pairs]
    if mention.plural and len(groups := _owner_groups(sides)) > 1:
        return [_copy(base, [p for p in map(party, group) if p], story) for group in groups]
    if mention.plural and len(partners) > 1 and (mention.count or len(partners)) == len(partners):
        base.partnered = True
        return [_copy(base, [*own, partner], story, only=partner) for partner in partners]
    draft = _copy(base, distinct(story, [*own, *partners]), story)
    draft.partnered = bool(partners)
    draft.explicit = len(draft.parties) > 1
    return [draft]


def _pairs(story: Story, mention: InstrumentMention, between: list[Side]) -> list[list[Side]]:
    """«соглашения между А и Б, В и Г»: the pairs, where the joiners alternate; else empty."""
    if not mention.plural or len(between) < 4 or len(between) % 2:
        return []
    tokens = story.sentences[mention.sentence].tokens
    joiners = [any(t.lower == "и" for t in tokens[a.last : b.first]) for a, b in itertools.pairwise(between)]
    if joiners == [i % 2 == 0 for i in range(len(joiners))]:
        return [between[i : i + 2] for i in range(0, len(between), 2)]
    return []


def _owner_groups(sides: Sides) -> list[list[Side]]:
    """«соглашения Казани с Анкарой, Елабуги – с Эфлани»: each owner with each of the partners that follow it."""
    owners = [s for s in sides.own if s.actor and "gent" in s.cases]
    if len(owners) < 2 or not sides.partners:
        return []
    groups = []
    for owner, following in zip(owners, [*owners[1:], None], strict=True):
        stop = following.first if following else 10_000
        groups += [[owner, p] for p in sides.partners if owner.first < p.first < stop]
    return groups


def _copy(base: Draft, parties: list[str], story: Story, only: str | None = None) -> Draft:
    from copy import copy

    draft = copy(base)
    draft.parties = distinct(story, parties)
    draft.explicit = len(draft.parties) > 1
    draft.signatories = [
        s
        for s in base.signatories
        if only is None or s[1] is None or any(story.registry.same_side(s[1], p) or s[1] == p for p in draft.parties)
    ]
    draft.evidence = {k: list(v) for k, v in base.evidence.items()}
    draft.rules = list(base.rules)
    draft.spheres = list(base.spheres)
    if parties:
        draft.prove("parties", story.sentence_quote(base.sentence), "named")
    return draft


def party_of(story: Story, side: Side) -> str | None:
    """The actor a side stands for: itself, or what the person's post is of."""
    if side.actor:
        return None if side.actor.kind == "forum" else story.registry.entity(side.actor)
    assert side.person
    acts_for = story.side_of(side.person.person)
    return story.registry.territory(acts_for) if acts_for else None


def distinct(story: Story, parties: list[str]) -> list[str]:
    """Parties without doubles; a body of power and its own territory are one side, the first named stays."""
    kept: list[str] = []
    for party in parties:
        if not any(story.registry.same_side(party, k) for k in kept):
            kept.append(party)
    return kept


def resolved(value: PartialDate | None) -> str | None:
    """A date's value, for comparing."""
    return value.value if value else None

"""From one instrument mention to its drafts: status, hands, date, term and spheres, put together."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pobratim.core.evidence import Evidence
from pobratim.core.facts import Term
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.token import Token

from .acts.act import Act
from .acts.status import status_of
from .dates.dating import fill_date
from .dates.term import find_term
from .dismiss import is_such_another
from .draft import PLAN_KINDS, TO_COME, Draft
from .mention import InstrumentMention
from .sides.parties import Sides, find_sides, in_person_of, partners_of_act
from .sphere import find_spheres
from .split import split
from .title import title_of
from .view import SentenceView

_CONTENT_VERBS = group("content-verb") - {"открывать", "позволить"}  # what a document makes possible is not its subject
_APPROVING = frozenset(("утвердить", "утверждать", "утверждение", "утверждённый", "одобрить", "одобрение", "ратифицировать"))
_FRESH = group("fresh")
_FORMER = group("former")
_POINTING = group("this")
_RENEWED = group("renewed")
_SAID_ALSO = group("said-also")
_SAID_REACH = 4  # tokens before «соглашение» in «Это уже третье соглашение»
_UNDERTAKING = group("undertaking")


def draft_of(story: Story, view: SentenceView, mention: InstrumentMention) -> list[Draft]:
    """The drafts of one mention: usually one; one for each partner of «соглашения с А и Б»; none of what was not done.

    «Вчера Уфа и Гомель подписали соглашение» gives a signed agreement of two parties with the day.
    """
    act = mention.act
    if act and act.mood == "negated" and act.kind != "prolong":
        if act.kind != "terminate":
            return []
        act = None  # what was not ended is in force
    sides = find_sides(view, mention, act)
    base = _base(story, view, mention, act)
    if _said_by_hands(view, mention) and not (sides.between or sides.partners):
        base.refer = True  # the day is of the speech
    else:
        fill_date(story, view, mention, act, base)
        _forget_day_of_proposal(story, base)
    _fill_content(story, mention, base)
    if act and act.kind not in ("force", "terminate") and not mention.nested:
        _fill_hands(story, view, mention, act, sides, base)
    drafts = split(story, mention, sides, base)
    if base.approved:
        _seat_assemblies(story, drafts)
    return _in_turn(story, view, drafts)


def _seat_assemblies(story: Story, drafts: list[Draft]) -> None:
    """«Депутаты совета города одобрили соглашение с Баня-Лукой»: beside a place, who votes stands for its own territory."""
    bodies = story.registry.bodies
    for draft in drafts:
        voting = [p for p in draft.parties if p in bodies and bodies[p].kind == "assembly"]
        if len(voting) == 1 and any(p in story.registry.places for p in draft.parties):
            draft.parties = [bodies[p].place or p if p == voting[0] else p for p in draft.parties]


def _forget_day_of_proposal(story: Story, draft: Draft) -> None:
    """«Год назад мэр предложил заключить договор»: a day not to come is when it was proposed, and none of signature."""
    told, published = draft.signed, story.clock.published
    if draft.status == "proposed" and told is not None and told.year and published and told.value <= published.isoformat():
        draft.signed = None
        draft.evidence.pop("signed", None)


def _base(story: Story, view: SentenceView, mention: InstrumentMention, act: Act | None) -> Draft:
    """A draft with all that the noun and its act say."""
    status = status_of(view, mention, act)
    said = _said_of(view, mention)
    title, end = title_of(story, mention)
    draft = Draft(
        mention.kind,
        mention.sentence,
        mention.start,
        mention.end,
        title=title,
        status=status,
        scene=mention.sentence,
        nested=mention.nested,
        parental=mention.nested,
        refer=mention.strength == "refer",
        plural=mention.plural,
        told_back=act is not None and act.voice == "participle" and act.kind == "sign" and act.mood == "done" and not view.dates,
        headline=story.has_headline and view.sentence.paragraph == 0,
        renewed=bool(mention.modifiers & _RENEWED),
        first="первый" in mention.modifiers and not said,
        former=bool(mention.modifiers & _FORMER),
        fresh=not said and (bool(mention.modifiers & _FRESH) or _said_also(view, mention) or is_such_another(view, mention)),
        pointed=not mention.plural and (said or bool(mention.modifiers & _POINTING)),
        approved=act is not None and bool(story.sentences[act.sentence].tokens[act.token].lemmas & _APPROVING),
        aside=_told_aside(view, mention, act),
        renewing=act is not None and act.kind == "prolong" and act.mood in TO_COME,
        unsure=act is not None and status == "signed" and (act.rule in ("noun", "present") or _for_a_term(story, act)),
    )
    draft.prove("kind", story.quote(mention.start, min(end, mention.end)), "head-noun")
    if act:
        draft.prove("status", story.quote(act.start, act.end), act.rule)
    return draft


def _told_aside(view: SentenceView, mention: InstrumentMention, act: Act | None) -> bool:
    """Whether a participle or a relative clause tells the signing, and the sentence speaks of something else."""
    if act is None or act.kind != "sign" or act.mood != "done":
        return False
    between = view.sentence.tokens[mention.head : act.token]
    return act.voice == "participle" or any(t.lemma == "который" for t in between)


def _said_by_hands(view: SentenceView, mention: InstrumentMention) -> bool:
    """«Договор, который мы подпишем», «соглашение, которое мы сегодня подписываем»: one who signs speaks of the document told."""
    if not view.says("мы"):
        return False
    after = view.sentence.tokens[mention.head + 1 : mention.head + 6]
    return len(after) > 2 and any(a.lemma == "который" and b.lower == "мы" for a, b in itertools.pairwise(after))


def _for_a_term(story: Story, act: Act) -> bool:
    """«Соглашение заключено на срок до пяти лет», «стороны заключили настоящее соглашение»: the text speaks, and no event."""
    after = story.sentences[act.sentence].tokens[act.token + 1 : act.token + 3]
    return act.voice == "passive" and any(t.lemma == "срок" for t in after) or any(t.lemma == "настоящий" for t in after)


def _said_of(view: SentenceView, mention: InstrumentMention) -> bool:
    """«Это уже третье соглашение Твери с …»: the sentence says what the document told before is."""
    if "это" not in view.sentence.words or mention.head > _SAID_REACH:
        return False
    return any(t.lower == "это" for t in view.sentence.tokens[: mention.head])


def _said_also(view: SentenceView, mention: InstrumentMention) -> bool:
    """«подписали также меморандум»: one more document."""
    before = view.sentence.tokens[max(0, mention.first - 2) : mention.first]
    return any(t.lower in _SAID_ALSO for t in before)


def _fill_content(story: Story, mention: InstrumentMention, draft: Draft) -> None:
    """Gives a draft the term, the spheres and the topic that its own words tell."""
    term = _term_of(story, mention)
    if term:
        draft.term = term[0]
        draft.prove("term", term[1])
    masked = [(a.start, a.end) for a in story.actors[mention.sentence]]
    tokens = story.sentences[mention.sentence].tokens
    end = story.sentences[mention.sentence].end if not mention.nested and _tells_on(tokens, mention.last) else mention.end
    for code, evidence in find_spheres(story.text, mention.start, end, masked):
        draft.spheres.append(code)
        draft.prove("spheres", evidence)
    words = story.sentences[mention.sentence].tokens[mention.head + 1 : mention.last]
    draft.topic = frozenset(t.lemma for t in words if t.is_word and len(t.text) > 3)


def _tells_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence goes on with what a document holds, behind the token at which its words end.

    «… предусматривает обмен», «…, которое охватывает туризм», «…: вузы займутся совместными проектами».
    """
    after = tokens[at : at + 2]
    if len(after) > 1 and after[1].lemma == "который":
        after = tokens[at : at + 3]
    if any(t.lemma in _CONTENT_VERBS for t in after):
        return True
    return bool(after) and after[0].text == ":" and any(t.lemma in _UNDERTAKING for t in tokens[at + 1 : at + 5])


def _term_of(story: Story, mention: InstrumentMention) -> tuple[Term, Evidence] | None:
    """The term in the mention's own words; of the list's head where the item has none; of the plan, not of what it implements."""
    if mention.nested and mention.implemented_by_plan:
        return None
    spans = [mention, mention.model]
    if mention.parent is not None and mention.kind in PLAN_KINDS:
        spans.append(mention.parent)
    told = (one for one in spans if one is not None and "time" in story.sentences[one.sentence].uses)
    terms = (find_term(story.text, one.start, one.end) for one in told)
    return next((term for term in terms if term), None)


def _fill_hands(story: Story, view: SentenceView, mention: InstrumentMention, act: Act, sides: Sides, draft: Draft) -> None:
    """Gives a draft the people among its sides as signatories, each with whom they act for."""
    hands = [s for s in (*sides.own, *sides.partners, *sides.between) if s.person]
    if act is not view.inherited and not act.weak:
        hands += [s for s in partners_of_act(view, mention, act) if s.person and s not in hands]
    hands += [s for s in in_person_of(view) if s not in hands]
    for side in hands:
        assert side.person
        draft.signatories.append((side.person.person, story.side_of(side.person.person)))
        draft.prove("signatories", story.quote(side.start, side.end))


def _in_turn(story: Story, view: SentenceView, drafts: list[Draft]) -> list[Draft]:
    """«… с А и Б, заключены в 2011 и 2014 годах соответственно»: each document with its own date."""
    if len(drafts) > 1 and len(view.dates) == len(drafts) and view.says("соответственно"):
        for draft, mention in zip(drafts, view.dates, strict=True):
            draft.signed = story.date_value(mention)
    return drafts

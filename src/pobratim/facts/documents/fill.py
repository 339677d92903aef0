"""Missing parties: whom a document is between, where its sentence does not say it.

`RULES` at the bottom are tried in order, and the first that answers decides; its name stands in `--explain`. A new rule is
a function from a `Gap` to a `Guess` or None, with its place in that tuple.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pobratim.facts.actors.grammar.joint import JOINT
from pobratim.facts.principal import Principals
from pobratim.facts.sides import agents, is_finite, sides_of
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from .draft import Draft
from .gap import Gap, Guess
from .gap_people import guests_sign, heads_came, people_here, side_of_speaker
from .mention import InstrumentMention
from .parties import distinct, parties_of
from .view import SentenceView

_HERE = frozenset(("здесь", "тут", "там"))
_AT_HOME = frozenset(("city", "settlement", "district", "university"))
_TIE_TOPICS = group("owned")
_AGREEING = group("agreeing")
_THESE = group("this")
_ANONYMOUS = group("anonymous-side")
_GENERIC_SIDES = group("generic-side")
_LEVELS = {lemma: level for level in ("region", "city", "district") for lemma in group(f"level-{level}")}
_ALIKE = group("alike")
_FORMER = group("former")
_SCHOOLS = frozenset(("академия", "институт", "университет"))
_ACADEMIC = frozenset(("вуз", "ректор"))
_OF_SESSIONS = frozenset(("plan", "protocol", "roadmap"))  # what a working group signs
_ITEM_MARKS = frozenset("-–—•·*▪●")
_LIST_REACH = 12  # sentences of a list
_REFER_REACH = 6  # sentences


def fill_parties(
    story: Story, view: SentenceView, mention: InstrumentMention, draft: Draft, principals: Principals, before: Sequence[Draft]
) -> None:
    """Completes the parties of a draft: «между двумя городами», «стороны подписали» mean the story's pair at that point.

    Nothing is guessed for a document between firms nobody names, nor for a bare «документ» without hands.
    """
    if mention.modifiers & (_ALIKE if draft.refer else _FORMER) and not draft.parties:
        _as_before(draft, before)
    if draft.ownerless and (owner := _list_owner(story, view) or _home_of(story, view, draft, principals)):
        draft.parties = distinct(story, [owner, *draft.parties])
    if draft.kind in _OF_SESSIONS and _of_own_group(view, mention):
        draft.explicit = False  # «протокол заседания рабочей группы А и Б» is of A and B, whoever signs it
    if draft.explicit or draft.refer and not (draft.signatories or draft.topic & _TIE_TOPICS or draft.fresh and draft.partnered):
        return
    words = {t.lemma for t in view.sentence.tokens if t.forms and t.forms[0].pos in ("NOUN", "NPRO")}
    if words & _ANONYMOUS and not draft.parties and not _of_known(view):
        return
    if draft.kind in _OF_SESSIONS and len(sides := principals.of_group(view.sentence)) > 1:
        draft.parties, draft.explicit = distinct(story, sides), True
        draft.rules.append(("parties", "working-group"))
    if len(draft.parties) < 2:
        hands = [story.registry.territory(side) for _, side in draft.signatories if side]
        draft.parties = distinct(story, [*draft.parties, *hands])
    if len(draft.parties) < 2:
        _guess(Gap(story, view, mention, draft, principals, before, words))


def _home_of(story: Story, view: SentenceView, draft: Draft, principals: Principals) -> str | None:
    """Who signed with the partners: the page's home, where it is none of them, else who reports it («…, сообщили в мэрии»)."""
    home = principals.home
    if home is not None and not any(story.registry.same_side(home, p) for p in draft.parties):
        return home
    return _reporter(story, view, principals) or home


def _reporter(story: Story, view: SentenceView, principals: Principals) -> str | None:
    """The territory of the body that tells the news in a sentence («…, сообщили в мэрии Твери»), or None."""
    told = next((m for m in story.named(view.sentence.index) if m.layer == "body" and principals.reports(m)), None)
    return story.registry.territory(story.registry.entity(told)) if told is not None else None


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


def _pair_of_headline(gap: Gap) -> Guess | None:
    """«Оба города подписали соглашение»: the two that the headline names, where it names just two."""
    if gap.draft.parties or not gap.words & _GENERIC_SIDES:
        return None
    pair = _lifted(gap, gap.principals.of_headline)
    return Guess(distinct(gap.story, pair), "principal-pair") if pair else None


def _pair_of_universities(gap: Gap) -> Guess | None:
    """«По итогам встречи ректоров подписан договор», «вузы подписали»: the only two universities that the page names."""
    if gap.draft.parties or not (gap.words & _ACADEMIC or _several_schools(gap)):
        return None
    bodies, same = gap.story.registry.bodies, gap.story.registry.same_side
    found: list[str] = []
    for body in bodies.values():
        if body.kind == "university" and not body.name.isupper() and not any(same(body.id, known) for known in found):
            found.append(body.id)
    return Guess(found, "pair-of-universities") if len(found) == 2 else None


def _several_schools(gap: Gap) -> bool:
    """«между двумя университетами», «оба института»: schools that are only counted."""
    if gap.words.isdisjoint(_SCHOOLS):
        return False
    tokens = gap.view.sentence.tokens
    plural = (t for t in tokens if t.lemma in _SCHOOLS and any(f.number == "plur" for f in t.forms[:1]))
    counted = (t for t in tokens if t.lemma in ("оба", "два") and tokens[t.index + 1 : t.index + 2])
    return any(plural) or any(tokens[t.index + 1].lemma in _SCHOOLS for t in counted)


def _same_as_before(gap: Gap) -> Guess | None:
    """«Первый договор подписали в 1992 году»: the history of the pair whose document was told before."""
    if gap.draft.parties or not gap.draft.first:
        return None
    pair = gap.principals.at(gap.view.sentence.index, gap.before)
    return Guess(pair, "pair-before") if pair else None


def _nested_stays_empty(gap: Gap) -> Guess | None:
    """«план по реализации соглашения»: the agreement gets its parties from the plan, and not from the page."""
    return Guess([]) if gap.mention.nested and not gap.draft.parties else None


def _known_stays_empty(gap: Gap) -> Guess | None:
    """«Подписанное соглашение поможет …»: a bare noun after a document of its kind means that one, and no pair is guessed."""
    draft = gap.draft
    if draft.parties or draft.signatories or draft.topic or not gap.mention.bare or draft.fresh or draft.renewed or draft.first:
        return None
    known = any(d.kind == draft.kind and not d.nested and draft.sentence - d.sentence <= _REFER_REACH for d in gap.before)
    return Guess([]) if known else None


def _group_before(gap: Gap) -> Guess | None:
    """«На заседании рабочей группы Беларуси и Псковской области … Подписан план мероприятий»: the group's sides."""
    if gap.draft.parties or gap.draft.kind not in _OF_SESSIONS or gap.draft.status == "in_force":
        return None
    sides = gap.principals.of_group(gap.view.sentence, _REFER_REACH)
    return Guess(distinct(gap.story, sides), "working-group") if len(sides) > 1 else None


def _beside(gap: Gap) -> Guess | None:
    """«Щецин … соглашение, заключённое с Мурманском, он расторг»: the only other actor that the sentence names."""
    draft = gap.draft
    several = gap.mention.plural or gap.mention.gapped
    if len(draft.parties) != 1 or draft.refer or draft.partnered and several or draft.plural:
        return None
    pair = gap.principals.in_sentence(gap.view.sentence)
    same = gap.story.registry.same_side
    others = [p for p in pair if not same(p, draft.parties[0])]
    if len(others) != 1 or any(s.actor and s.actor.entity == others[0] for s in gap.partners):
        return None
    home = gap.principals.home
    if home and gap.story.registry.one_in_other(home, others[0]):
        return None  # «на заседании Брянского городского совета»: the city itself is the side
    return Guess(distinct(gap.story, [*draft.parties, *others]), "beside-in-sentence", explicit=draft.partnered)


def _list_owner(story: Story, view: SentenceView) -> str | None:
    """The actor that heads the list of an item («Тверская область (губернатор А): – соглашение с «Роснефтью»»), or None."""
    if view.sentence.tokens[0].text not in _ITEM_MARKS:
        return None
    for sentence in reversed(story.sentences[max(0, view.sentence.index - _LIST_REACH) : view.sentence.index]):
        if sentence.text.rstrip().endswith(":"):
            heads = [m for m in story.named(sentence.index) if m.first == 0 and "nomn" in m.cases]
            return story.registry.entity(heads[0]) if heads else None
        if not sentence.tokens or sentence.tokens[0].text not in _ITEM_MARKS:
            return None
    return None


def _head_of_list(gap: Gap) -> Guess | None:
    """An item that names one side has the actor at the head of its list for the other."""
    if len(gap.draft.parties) != 1:
        return None
    owner = _list_owner(gap.story, gap.view)
    if owner is None or gap.story.registry.same_side(owner, gap.draft.parties[0]):
        return None
    return Guess([owner, *gap.draft.parties], "head-of-list", explicit=gap.draft.partnered)


def _here(gap: Gap) -> Guess | None:
    """«Затем гостей ждали в Пинске, и здесь тоже был заключён договор»: the story's home and who is at the place named last."""
    home, tokens = gap.principals.home, gap.view.sentence.tokens
    here = next((t for t in tokens if t.lower in _HERE), None)
    if here is None or home is None or gap.draft.parties or gap.draft.status != "signed":
        return None
    registry = gap.story.registry
    told = [m for m in gap.story.actors[gap.view.sentence.index] if m.start < here.start and m.kind in _AT_HOME]
    last = registry.entity(told[-1]) if told else None
    if last is None or registry.one_in_other(last, home):
        return None
    gap.draft.fresh = True
    return Guess([home, last], "here", explicit=True)


def _agreed_before(gap: Gap) -> Guess | None:
    """«Область и фонд договорились о проектах. Соглашение подписали губернатор и президент фонда»: who agreed before."""
    at = gap.view.sentence.index - 1
    known, same = gap.draft.parties, gap.story.registry.same_side
    if gap.draft.status == "in_force" or at < 0:
        return None
    sentence = gap.story.sentences[at]
    if sentence.lemmas.isdisjoint(_AGREEING) or sentence.paragraph != gap.view.sentence.paragraph and sentence.paragraph:
        return None
    verb = next((t.index for t in sentence.tokens if t.lemma in _AGREEING and is_finite(t)), None)
    sides = sides_of(sentence, gap.story.actors[at], gap.story.persons[at])
    found = parties_of(gap.story, agents(sentence, sides, verb, "nomn")) if verb is not None else []
    fits = len(found) > 1 and all(any(same(p, q) for q in found) for p in known)
    return Guess(found, "agreed-before") if fits else None


def _counterpart(gap: Gap) -> Guess | None:
    """«Подписали соглашение с Гомелем»: the other side is the story's home, or the one other actor of the paragraph."""
    draft = gap.draft
    if len(draft.parties) != 1 or draft.refer and not draft.partnered:
        return None
    other = gap.principals.counterpart(gap.view.sentence, draft.parties[0])
    partners = [gap.story.registry.entity(s.actor) for s in gap.partners if s.actor]
    if other in partners or not other:
        other = _reporter(gap.story, gap.view, gap.principals)  # «Соглашения подписаны с А, Б и В, сообщили в мэрии Твери»
    if not other:
        return None
    return Guess(distinct(gap.story, [*draft.parties, other]), "counterpart", explicit=draft.partnered)


def _named_in_sentence(gap: Gap) -> Guess | None:
    """«В Уфе, куда приехали гости из Гомеля, подписан договор»: the only two actors that the sentence names."""
    if gap.draft.parties or gap.draft.status == "in_force":
        return None
    pair = gap.principals.in_sentence(gap.view.sentence)
    return Guess(pair, "named-in-sentence") if pair else None


def _local_pair(gap: Gap) -> Guess | None:
    """«Подписан договор.»: the story's home and the only other actor that the paragraph has named so far."""
    if gap.draft.parties or gap.draft.status == "in_force":
        return None
    pair = _lifted(gap, gap.principals.local_pair(gap.view.sentence))
    return Guess(pair, "local-pair") if pair else None


def _host(gap: Gap) -> Guess | None:
    """«Завтра в Твери подпишут договор с Оршей»: the one place at which they sign, if it is of the partner's kind."""
    draft = gap.draft
    registry = gap.story.registry
    named = {registry.entity(m): m for m in gap.story.actors[gap.view.sentence.index] if m.layer == "place"}
    if not draft.parties and draft.status == "planned" and gap.words & _GENERIC_SIDES and len(named) == 2:
        one, other = named  # «В Орше ждут мэра Твери: в сентябре стороны подпишут договор»
        alike = registry.places[one].kind == registry.places[other].kind and not registry.one_in_other(one, other)
        return Guess([one, other], "host") if alike else None
    if len(draft.parties) != 1 or not draft.partnered or draft.status not in ("signed", "planned"):
        return None
    others = [e for e in named if not registry.one_in_other(e, draft.parties[0])]
    partner = registry.places.get(draft.parties[0])
    if len(others) != 1 or partner is None or registry.places[others[0]].kind != partner.kind:
        return None
    return Guess([others[0], *draft.parties], "host")


def _principal_pair(gap: Gap) -> Guess | None:
    """«Стороны подписали договор»: the pair of the last document, else of the headline and the lead."""
    draft = gap.draft
    if not (gap.words & _GENERIC_SIDES or gap.mention.inherited or draft.signatories or draft.parties):
        return None
    pair = _lifted(gap, gap.principals.at(gap.view.sentence.index, gap.before))
    same = gap.story.registry.same_side
    if not pair or draft.parties and not any(same(p, q) for p in pair for q in draft.parties):
        return None
    return Guess(distinct(gap.story, [*draft.parties, *pair]), "principal-pair")


def _lifted(gap: Gap, pair: list[str]) -> list[str]:
    """«Наши регионы» are the regions of the pair, not its cities, where the page names them; «в области культуры» is none."""
    tokens = gap.view.sentence.tokens
    level = next(
        (_LEVELS[t.lemma] for t in tokens if t.lemma in gap.words & _LEVELS.keys() and t.forms[0].number == "plur"), None
    )
    if level is None:
        return pair
    registry = gap.story.registry
    return [registry.lifted(p, level) or registry.lowered(p, level) or p for p in pair]


RULES: tuple[Callable[[Gap], Guess | None], ...] = (
    side_of_speaker,
    heads_came,
    guests_sign,
    people_here,
    _pair_of_universities,
    _pair_of_headline,
    _here,
    _nested_stays_empty,
    _same_as_before,
    _known_stays_empty,
    _group_before,
    _head_of_list,
    _agreed_before,
    _beside,
    _counterpart,
    _named_in_sentence,
    _local_pair,
    _principal_pair,
    _host,
)

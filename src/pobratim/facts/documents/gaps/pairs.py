"""Missing parties, both: rules that guess the pair of a document whose sentence names no side (`fill.py` has their order)."""

from __future__ import annotations

from pobratim.facts.sides import agents, is_finite, sides_of
from pobratim.lexicon.documents import group

from ..sides.parties import distinct, parties_of
from .gap import OF_SESSIONS, Gap, Guess

_HERE = frozenset(("здесь", "тут", "там"))
_AT_HOME = frozenset(("city", "settlement", "district", "university"))
_AGREEING = group("agreeing")
_GENERIC_SIDES = group("generic-side")
_LEVELS = {lemma: level for level in ("region", "city", "district") for lemma in group(f"level-{level}")}
_SCHOOLS = frozenset(("академия", "институт", "университет"))
_ACADEMIC = frozenset(("вуз", "ректор"))
_REFER_REACH = 6  # sentences


def pair_of_headline(gap: Gap) -> Guess | None:
    """«Оба города подписали соглашение»: the two that the headline names, where it names just two."""
    if gap.draft.parties or not gap.words & _GENERIC_SIDES:
        return None
    pair = _lifted(gap, gap.principals.of_headline)
    return Guess(distinct(gap.story, pair), "principal-pair") if pair else None


def pair_of_universities(gap: Gap) -> Guess | None:
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


def same_as_before(gap: Gap) -> Guess | None:
    """«Первый договор подписали в 1992 году»: the history of the pair whose document was told before."""
    if gap.draft.parties or not gap.draft.first:
        return None
    pair = gap.principals.at(gap.view.sentence.index, gap.before)
    return Guess(pair, "pair-before") if pair else None


def nested_stays_empty(gap: Gap) -> Guess | None:
    """«план по реализации соглашения»: the agreement gets its parties from the plan, and not from the page."""
    return Guess([]) if gap.mention.nested and not gap.draft.parties else None


def known_stays_empty(gap: Gap) -> Guess | None:
    """«Подписанное соглашение поможет …»: a bare noun after a document of its kind means that one, and no pair is guessed."""
    draft = gap.draft
    if draft.parties or draft.signatories or draft.topic or not gap.mention.bare or draft.fresh or draft.renewed or draft.first:
        return None
    known = any(d.kind == draft.kind and not d.nested and draft.sentence - d.sentence <= _REFER_REACH for d in gap.before)
    return Guess([]) if known else None


def group_before(gap: Gap) -> Guess | None:
    """«На заседании рабочей группы Беларуси и Псковской области … Подписан план мероприятий»: the group's sides."""
    if gap.draft.parties or gap.draft.kind not in OF_SESSIONS or gap.draft.status == "in_force":
        return None
    sides = gap.principals.of_group(gap.view.sentence, _REFER_REACH)
    return Guess(distinct(gap.story, sides), "working-group") if len(sides) > 1 else None


def here(gap: Gap) -> Guess | None:
    """«Затем гостей ждали в Пинске, и здесь тоже был заключён договор»: the story's home and who is at the place named last."""
    if gap.draft.parties or gap.draft.status != "signed" or gap.view.sentence.words.isdisjoint(_HERE):
        return None  # most documents
    home = gap.principals.home
    here = next((t for t in gap.view.sentence.tokens if t.lower in _HERE), None)
    if here is None or home is None:
        return None
    registry = gap.story.registry
    told = [m for m in gap.story.actors[gap.view.sentence.index] if m.start < here.start and m.kind in _AT_HOME]
    last = registry.entity(told[-1]) if told else None
    if last is None or registry.one_in_other(last, home):
        return None
    gap.draft.fresh = True
    return Guess([home, last], "here", explicit=True)


def agreed_before(gap: Gap) -> Guess | None:
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


def named_in_sentence(gap: Gap) -> Guess | None:
    """«В Уфе, куда приехали гости из Гомеля, подписан договор»: the only two actors that the sentence names."""
    if gap.draft.parties or gap.draft.status == "in_force":
        return None
    pair = gap.principals.in_sentence(gap.view.sentence)
    return Guess(pair, "named-in-sentence") if pair else None


def local_pair(gap: Gap) -> Guess | None:
    """«Подписан договор.»: the story's home and the only other actor that the paragraph has named so far."""
    if gap.draft.parties or gap.draft.status == "in_force":
        return None
    pair = _lifted(gap, gap.principals.local_pair(gap.view.sentence))
    return Guess(pair, "local-pair") if pair else None


def principal_pair(gap: Gap) -> Guess | None:
    """«Стороны подписали договор»: the pair of the last document, else of the headline and the lead."""
    draft = gap.draft
    if not (gap.words & _GENERIC_SIDES or gap.mention.inherited or draft.signatories or draft.parties):
        return None
    pair = _lifted(gap, gap.principals.at(gap.view.sentence.index, gap.before))
    same = gap.story.registry.same_side
    if not pair or draft.parties and not any(same(p, q) for p in pair for q in draft.parties):
        return None
    if draft.partnered and sum(any(s.actor and s.actor.entity == p for s in gap.partners) for p in pair) > 1:
        return None  # «с Аньхоем подписана программа, с Сычуанем – протокол»
    return Guess(distinct(gap.story, [*draft.parties, *pair]), "principal-pair")


def _lifted(gap: Gap, pair: list[str]) -> list[str]:
    """«Наши регионы» are the regions of the pair, not its cities, where the page names them; «в области культуры» is none."""
    told = gap.words & _LEVELS.keys() if pair else ()
    tokens = gap.view.sentence.tokens if told else []
    level = next((_LEVELS[t.lemma] for t in tokens if t.lemma in told and t.forms[0].number == "plur"), None)
    if level is None:
        return pair
    registry = gap.story.registry
    return [registry.lifted(p, level) or registry.lowered(p, level) or p for p in pair]

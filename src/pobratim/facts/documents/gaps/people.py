"""Missing parties that people give: the speaker's side, the heads who came, the guests who sign."""

from __future__ import annotations

from pobratim.facts.listed_sides import listed_from
from pobratim.facts.sides import HOLDERS, sides_of
from pobratim.facts.story import Story
from pobratim.lexicon.actors import guest_words
from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence

from ..sides.parties import distinct
from .gap import Gap, Guess

_SIDES = group("generic-side")
_SPEAKER_REACH = 4  # sentences
_HEADS_REACH = 2  # sentences before a signing in which those who sign came
_PAIR = 2
_MANY = 3  # hands from which they are told by their names alone
_GUESTS_REACH = 4  # sentences back to whose guests they are
_OF = 4  # tokens from «делегация», «гости из» to whose


def side_of_speaker(gap: Gap) -> Guess | None:
    """«С Уфой мы подписали соглашение», – сказал мэр Гомеля: «мы» is the side that the speaker stands for.

    Fails on a speaker who means both sides («мы договорились подписать»), where the other one is told elsewhere.
    """
    draft = gap.draft
    if len(draft.parties) != 1 or not gap.view.says("мы"):
        return None
    speaker = gap.story.speaker_at(draft.start) or _told_last(gap)
    side = gap.story.side_of(speaker) if speaker else None
    if speaker is None or side is None or gap.story.registry.one_in_other(side, draft.parties[0]):
        return None
    if draft.signatories and draft.status in ("signed", "planned"):
        draft.signatories.insert(0, (speaker, side))  # «с губернатором мы подписали»
    return Guess(distinct(gap.story, [gap.story.registry.territory(side), *draft.parties]), "speaker", explicit=draft.partnered)


def _told_last(gap: Gap) -> str | None:
    """The person named last before a sentence, for one whose words only «сказал он» ends."""
    at = gap.view.sentence.index
    rows = (gap.story.persons[n] for n in range(at - 1, max(-1, at - _SPEAKER_REACH), -1))
    return next((m.person for row in rows for m in reversed(row) if m.kind == "name"), None)


def heads_came(gap: Gap) -> Guess | None:
    """«В Черкесск прибыли главы А, Б и В. Иванов, Петров, Сидоров и Темрезов подписали соглашение»: three and more hands
    without posts act for the territories whose heads were counted before, each who has a post for its own.
    """
    hands = gap.draft.signatories
    unknown = sum(side is None for _, side in hands)
    if len(hands) < _MANY or unknown < 2:
        return None
    at = gap.view.sentence.index
    for sentence in reversed(gap.story.sentences[max(0, at - _HEADS_REACH) : at]):
        heads = _plural_heads(gap.story, sentence)
        if len(heads) == unknown:
            known = [gap.story.registry.territory(side) for _, side in hands if side]
            return Guess(distinct(gap.story, [*known, *heads]), "heads-told-before", explicit=True)
    return None


def _plural_heads(story: Story, sentence: Sentence) -> list[str]:
    """The actors behind a plural of those who head them («главы Кабардино-Балкарии, Адыгеи и Ставрополья»)."""
    sides = sides_of(sentence, story.actors[sentence.index], story.persons[sentence.index])
    for token in sentence.tokens:
        if token.lemma in HOLDERS and any(f.case == "nomn" and f.number == "plur" for f in token.forms):
            listed = listed_from(sentence, sides, token.index + 1, "gent", len(sentence.tokens))
            if len(listed) > 1:
                return [story.registry.entity(side.actor) for side in listed if side.actor]
    return []


def guests_sign(gap: Gap) -> Guess | None:
    """«Прибыла делегация колледжа А. … Гости подписали меморандум с колледжем Б»: guests of a document act for their side.

    Fails where two delegations came.
    """
    if len(gap.draft.parties) != 1 or not _guests_act(gap):
        return None
    at = gap.view.sentence.index
    for sentence in reversed(gap.story.sentences[max(0, at - _GUESTS_REACH) : at]):
        side = None if sentence.lemmas.isdisjoint(guest_words()) else _whose_guests(gap.story, sentence)
        if side is not None and not gap.story.registry.one_in_other(side, gap.draft.parties[0]):
            return Guess(distinct(gap.story, [side, *gap.draft.parties]), "guests-sign", explicit=gap.draft.partnered)
    return None


def _guests_act(gap: Gap) -> bool:
    """Whether the sentence's subject is «гости», «делегация»."""
    if gap.view.sentence.lemmas.isdisjoint(guest_words()):
        return False  # most sentences
    tokens = gap.view.sentence.tokens
    return any(t.lemma in guest_words() and any(f.case == "nomn" for f in t.forms[:2]) for t in tokens[:4])


def _whose_guests(story: Story, sentence: Sentence) -> str | None:
    """The actor that «делегация», «гости из» of a sentence is of."""
    tokens = sentence.tokens
    for token in tokens:
        if token.lemma not in guest_words():
            continue
        k = token.index + 1
        while k < min(len(tokens), token.index + _OF) and (tokens[k].lower == "из" or tokens[k].is_adjective):
            k += 1
        near = (m for m in story.actors[sentence.index] if token.index < m.first <= k and "gent" in m.cases)
        found = next(near, None)
        if found is not None:
            return story.registry.entity(found)
    return None


def people_before(gap: Gap) -> Guess | None:
    """«Тверской губернатор А и минский коллега Б разложили бумаги. Минута – и соглашение подписано»: the only two sides of
    people in the sentences right before one that names nobody.
    """
    draft, at = gap.draft, gap.view.sentence.index
    if draft.parties or draft.signatories or draft.status != "signed" or gap.view.sides or gap.before:
        return None
    for n in range(at - 1, max(-1, at - 1 - _HEADS_REACH), -1):
        people = list(dict.fromkeys(m.person for m in gap.story.persons[n] if m.kind == "name"))
        if not people:
            continue
        if _names_another(gap.story, n):
            return None  # «Гостей из Орши встречали мэр Твери А и глава Торжка Б»
        sides = [gap.story.registry.territory(side) for p in people if (side := gap.story.side_of(p))]
        pair = distinct(gap.story, sides)
        return Guess(pair, "people-before", explicit=True) if len(people) == len(pair) == _PAIR else None
    return None


def _names_another(story: Story, n: int) -> bool:
    """Whether a sentence names an actor outside the posts of its people."""
    posts = [(p.whole_start, p.whole_end) for p in story.persons[n]]
    return any(not any(first <= m.start < last for first, last in posts) for m in story.actors[n])


def people_here(gap: Gap) -> Guess | None:
    """«Мэр А провёл переговоры с мэром Б: города договорились подготовить меморандум»: the only two sides of people that
    a sentence names before a document of «сторон», «городов».
    """
    if gap.draft.parties or gap.words.isdisjoint(_SIDES):
        return None
    at, registry = gap.view.sentence.tokens[gap.mention.first].start, gap.story.registry
    sides: list[str] = []
    for person in gap.story.persons[gap.view.sentence.index]:
        side = gap.story.side_of(person.person)
        if person.kind == "name" and person.start < at and side and not any(registry.one_in_other(side, s) for s in sides):
            sides.append(side)
    if len(sides) != 2:
        return None
    return Guess(distinct(gap.story, map(registry.territory, sides)), "people-in-sentence", explicit=True)

"""The principal pair: the two sides a story is about, for «стороны», «оба города», «соседи»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pobratim.core.facts import ORGANS_OF_POWER
from pobratim.facts.actors.grammar.joint import JOINT
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.sides import preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.actors import guest_words
from pobratim.lexicon.documents import group
from pobratim.text.speech_verb import speech_form
from pobratim.text.token import Sentence

if TYPE_CHECKING:
    from pobratim.facts.documents.draft import Draft

_LEAD_PARAGRAPHS = 3
_PAIR = 2
_PARTY_KINDS = frozenset(
    """region district city settlement government administration assembly university school chamber company representation
    culture hospital other""".split()
)
_ROOMS = group("room")
_PARTNERSHIP = group("partnership-story")


class Principals:
    """Guesses the pair at a sentence: of the last document that named its parties, of the headline, of the lead.

    Fails on pages that tell of several pairs in turn.
    """

    def __init__(self, story: Story) -> None:
        self._story = story
        told = (t.lemma in _PARTNERSHIP for s in story.sentences if not s.lemmas.isdisjoint(_PARTNERSHIP) for t in s.tokens)
        self._head = self._headline_pair() if any(told) else []
        first = [story.registry.entity(m) for m in story.actors[0] if self._can_be_party(m)] if story.has_headline else []
        self.of_headline: list[str] = self._head if len(first) == 2 and set(first) == set(self._head) else []

    def at(self, sentence: int, before: Sequence[Draft]) -> list[str]:
        """Two actor ids, or none."""
        for draft in reversed(before):
            if len(draft.parties) == 2 and sentence - draft.sentence <= 6 and not draft.nested:
                return list(draft.parties)
        return self._head

    @property
    def headline(self) -> list[str]:
        """The pair of the headline and the lead, or none."""
        return self._head

    @property
    def home(self) -> str | None:
        """The actor the story is told from: the most often named one that can be a party, the first on a tie."""
        counts: dict[str, int] = {}
        for n in range(len(self._story.sentences)):
            for mention in self._story.named(n):
                if self._can_be_party(mention):
                    entity = self._seat_of(self._story.registry.entity(mention))
                    counts[entity] = counts.get(entity, 0) + (2 if mention.sentence == 0 else 1)
        return max(counts, key=lambda e: counts[e], default=None)

    def _seat_of(self, entity: str) -> str:
        """The territory of an organ of power, so that an assembly and a government of one region count together."""
        body = self._story.registry.bodies.get(entity)
        return body.place if body is not None and body.place and body.kind in ORGANS_OF_POWER else entity

    def counterpart(self, sentence: Sentence, party: str) -> str | None:
        """The side missing beside a document's one party: the story's home, else the one other actor of the paragraph."""
        home = self.home
        if home and not self._related(home, party):
            if self._level(party) in (None, self._level(home)):
                return home
            others = self._others(sentence, party)
            alike = [one for one in others if self._level(one) == self._level(party)] or self._alike_of_page(party)
            return alike[0] if len(alike) == 1 else home  # a district's partner is the other district rather than the region
        others = self._others(sentence, party)
        return others[0] if len(others) == 1 else None

    def _alike_of_page(self, party: str) -> list[str]:
        """The territories of a party's level that people of the page head, itself and its own left out."""
        story, level = self._story, self._level(party)
        found: list[str] = []
        for entity in story.people.sides.values():
            side = story.registry.territory(entity)
            if self._level(side) == level and not any(self._related(side, known) for known in [party, *found]):
                found.append(side)
        return found

    def _level(self, entity: str) -> str | None:
        """The kind of an actor's territory; None for a body without one."""
        place = self._story.registry.places.get(self._story.registry.place_of(entity) or "")
        return place.kind if place is not None else None

    def in_sentence(self, sentence: Sentence) -> list[str]:
        """The only two unrelated actors that a sentence names outside people's posts, or none."""
        found: list[str] = []
        for mention in self._story.named(sentence.index):
            inside = any(p.whole_start <= mention.start < p.whole_end for p in self._story.persons[sentence.index])
            entity = self._story.registry.entity(mention)
            if self._can_be_party(mention) and not inside and not any(self._related(entity, f) for f in found):
                found.append(entity)
        return found if len(found) == 2 else []

    def local_pair(self, sentence: Sentence) -> list[str]:
        """The home and the only other actor that the paragraph names up to a sentence, or none."""
        home = self.home
        if home is None:
            return []
        others = self._others(sentence, home)
        return [home, others[0]] if len(others) == 1 else []

    def of_page(self, known: Sequence[str] = ()) -> list[str]:
        """The only two unrelated territories that a page names, by themselves or in people's posts; none beside a third body.

        `known` are sides that are told already.
        """
        found: list[str] = list(known)
        story = self._story
        named = (story.registry.entity(m) for n in range(len(story.sentences)) for m in story.named(n) if m.kind in _PARTY_KINDS)
        for entity in (*named, *story.people.sides.values()):
            side = story.registry.territory(entity)
            if not any(self._related(side, f) for f in found):
                found.append(side)
        places = story.registry.places
        sure = [side for side in found if side in places and places[side].kind != "other"]
        found = sure if len(sure) == _PAIR else found  # «от Белого моря до Каспия»
        return found if len(found) == _PAIR and all(side in places for side in found) else []

    def of_group(self, sentence: Sentence, reach: int = 0) -> list[str]:
        """The sides whose working group a sentence names, or one of the `reach` before it, or none.

        «На заседании рабочей группы по сотрудничеству Беларуси и Псковской области» gives the two.
        """
        for s in reversed(self._story.sentences[max(0, sentence.index - reach) : sentence.index + 1]):
            if s.lemmas.isdisjoint(JOINT):
                continue
            for n, mention in enumerate(named := self._story.named(s.index)):
                if mention.layer == "place" and any(t.lemma in JOINT for t in s.tokens[mention.first : mention.last]):
                    return [self._story.registry.entity(m) for m in named[n : n + 2] if m.cases == mention.cases]
        return []

    def _others(self, sentence: Sentence, party: str) -> list[str]:
        """The actors unrelated to a party, and to each other, that a paragraph names up to a sentence."""
        here = [s for s in self._story.sentences if s.paragraph == sentence.paragraph and s.index <= sentence.index]
        found: list[str] = []
        for mention in (m for s in here for m in self._story.named(s.index) if self._can_be_party(m)):
            entity = self._story.registry.entity(mention)
            if not any(self._related(entity, known) for known in [party, *found]):
                found.append(entity)
        return found

    def _can_be_party(self, mention: ActorMention) -> bool:
        """A place or body that signs things; a place that only says where («в Уфе») is none."""
        if mention.kind not in _PARTY_KINDS or mention.kind == "other" and mention.layer == "body":
            return False
        if mention.layer == "body" and (self._founded(mention) or self.reports(mention) or self._houses(mention)):
            return False
        if mention.layer == "body" or "loct" not in mention.cases:
            return True
        return preposition_before(self._story.sentences[mention.sentence], mention.first) not in ("в", "во", "на")

    def reports(self, mention: ActorMention) -> bool:
        """«…, сообщает администрация Псковской области», «…, рассказали в правительстве»: who tells the news is no side."""
        tokens, k = self._story.sentences[mention.sentence].tokens, mention.first - 1
        if k > 0 and tokens[k].lower == "в":
            k -= 1
        return k > 0 and tokens[k - 1].text == "," and speech_form(tokens[k].lower) is not None

    def _houses(self, mention: ActorMention) -> bool:
        """«в павильоне «Россия»», «в отеле «Дон»»: a house in which they meet is no side."""
        tokens, at = self._story.sentences[mention.sentence].tokens, mention.first
        return bool(at) and tokens[at].text in '«"' and tokens[at - 1].lemma in _ROOMS

    def _founded(self, mention: ActorMention) -> bool:
        """«о намерении создать Институт Конфуция», «открыть филиал университета»: what an infinitive makes is no side."""
        before = self._story.sentences[mention.sentence].tokens[max(0, mention.first - 2) : mention.first]
        return any(t.forms and t.forms[0].pos == "INFN" for t in before)

    def _headline_pair(self) -> list[str]:
        """The first two unrelated actors of the headline and the lead, or none where there is only one."""
        found: list[str] = []
        for s in self._story.sentences:
            if s.paragraph >= _LEAD_PARAGRAPHS:
                break
            for mention in self._story.named(s.index):
                if not self._can_be_party(mention):
                    continue
                entity = self._story.registry.entity(mention)
                if not any(self._related(entity, f) for f in found):
                    found.append(entity)
            if len(found) >= 2:
                return found[:2]
        return found if len(found) == 2 else self._guest_and_host()

    def _guest_and_host(self) -> list[str]:
        """«В Туле приняли делегацию Наманганской области»: the only two unrelated places of a lead sentence with guests."""
        for s in self._story.sentences:
            if s.paragraph >= _LEAD_PARAGRAPHS:
                break
            if s.lemmas.isdisjoint(guest_words()):
                continue
            found: list[str] = []
            for mention in self._story.actors[s.index]:
                entity = self._story.registry.entity(mention)
                if mention.layer == "place" and mention.kind != "country" and not any(self._related(entity, f) for f in found):
                    found.append(entity)
            if len(found) == 2:
                return found
        return []

    def _related(self, a: str, b: str) -> bool:
        """Whether one lies in the other or they are one side."""
        r = self._story.registry
        if r.same_side(a, b) or a == b:
            return True
        x, y = r.place_of(a), r.place_of(b)
        if x is None or y is None:
            return False
        return x == y or r.one_in_other(x, y)

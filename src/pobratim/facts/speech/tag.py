"""Who speaks: the verb of speech and its subject, «по словам X», «как отметил X»."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from msgspec import Struct

from pobratim.facts.people.mention import PeopleFound, PersonMention
from pobratim.lexicon.speech import according
from pobratim.text.speech_verb import speech_form, speech_use
from pobratim.text.token import Sentence, Token

TagKind = Literal["direct", "that", "colon", "aside", "according"]
_ACCORDING = frozenset(("по", "со"))  # «по словам», «со слов»
_THAT_REACH = 14  # tokens between the verb and «что»


class Tag(Struct):
    """A verb or phrase of speech at `at` with its speaker's id; `pieces` are the reported words (code points)."""

    kind: TagKind
    speaker: str
    pieces: list[tuple[int, int]]
    at: int
    sentence: int


class Tagger:
    """Finds the tags of a page's sentences, given who is mentioned where."""

    def __init__(self, people: PeopleFound, sentences: list[Sentence]) -> None:
        self._people = people
        self._by_sentence: list[list[PersonMention]] = [[] for _ in sentences]
        for mention in people.mentions:
            self._by_sentence[mention.sentence].append(mention)

    def reported(self, sentence: Sentence) -> list[Tag]:
        """The tags of reported speech of a sentence («X отметил, что …»), in order."""
        tokens = sentence.tokens
        says = sentence.uses.get("speech")
        refers = not sentence.words.isdisjoint(_ACCORDING) and not sentence.lemmas.isdisjoint(according())
        if not says and not refers:
            return []  # most sentences
        verbs = [i for i in says or () if speech_use(tokens[i].lower) == "that"]
        found = [self._that(sentence, tokens, i) or self._aside(sentence, tokens, i) for i in verbs]
        if refers:
            found += [self._according(sentence, tokens, t.index) for t in tokens[:-1] if t.lower in _ACCORDING]
        return sorted([tag for tag in found if tag], key=lambda tag: tag.at)

    def direct(self, sentence: Sentence, low: int, high: int) -> str | None:
        """The speaker that a stretch of a sentence names beside direct speech («сказал губернатор»), or None."""
        tokens = [t for t in sentence.tokens if low <= t.start and t.end <= high]
        verb = next((t for t in tokens if speech_use(t.lower)), None)
        words = next((t for t in tokens if t.lower == "слова"), None)
        if words is not None:
            return self._genitive_after(sentence, words, high)
        if verb is None:
            return None
        mention = self._subject(sentence, verb, low, high)
        return mention.person if mention else None

    def opener(self, sentence: Sentence, high: int) -> str | None:
        """The speaker of words that a colon introduces («X отметил: …», «X: «…»»), or None."""
        verbs = [t for t in sentence.tokens if t.end <= high and speech_use(t.lower)]
        if verbs:
            mention = self._subject(sentence, verbs[-1], sentence.start, high)
            return mention.person if mention else None
        first = [m for m in self._by_sentence[sentence.index] if m.whole_end <= high]
        if first and first[0].whole_start == sentence.start and not any(_finite(t) for t in sentence.tokens if t.end <= high):
            return first[0].person if high - first[0].whole_end < 3 else None
        return None

    def _that(self, sentence: Sentence, tokens: list[Token], verb: int) -> Tag | None:
        """«X отметил, что …», «X напомнил: …»."""
        for k in range(verb + 1, min(len(tokens), verb + _THAT_REACH)):
            kind = _opens_words(tokens, k)
            if kind is not None:
                mention = self._subject(sentence, tokens[verb], sentence.start, tokens[k].start)
                start = tokens[k + 1].start if k + 1 < len(tokens) else tokens[k].end
                return Tag(kind, mention.person, [(start, sentence.end)], tokens[verb].start, sentence.index) if mention else None
            if _finite(tokens[k]) or tokens[k].text in ";«" or tokens[k].lower == "чтобы":
                return None
        return None

    def _aside(self, sentence: Sentence, tokens: list[Token], verb: int) -> Tag | None:
        """«…, посетовал X, …», «как напомнил X, …»: a clause of its own that holds verb and speaker only."""
        low = verb
        while low > 0 and tokens[low - 1].text not in ",—–:;(«":
            low -= 1
        high = verb
        while high < len(tokens) and (tokens[high].text not in ",.;:)!?»–—" or _after_initial(tokens, high)):
            high += 1
        if high < len(tokens) and tokens[high].text == ":":
            return None
        opened_by_as = tokens[low].lower == "как"
        closed = high >= len(tokens) or tokens[high].text in ",.!?"
        begins = low == verb and low > 0 and tokens[low - 1].text == "," and closed
        if not opened_by_as and not begins:
            return None
        if high + 1 < len(tokens) and tokens[high].text == "," and tokens[high + 1].lower in ("что", "который", "чтобы"):
            return None
        end = tokens[high].start if high < len(tokens) else sentence.end
        mention = self._subject(sentence, tokens[verb], tokens[low].start, end)
        if mention is None:
            return None
        return Tag("aside", mention.person, _around(sentence, low, high), tokens[verb].start, sentence.index)

    def _according(self, sentence: Sentence, tokens: list[Token], at: int) -> Tag | None:
        """«По словам X, …», «по его мнению, …»."""
        noun = next((k for k in range(at + 1, min(at + 4, len(tokens))) if tokens[k].lemmas & according()), None)
        if noun is None:
            return None
        between = tokens[at + 1 : noun]
        close = next((k for k in range(noun, len(tokens)) if tokens[k].text in ",.;:—–"), len(tokens))
        speaker = self._genitive_after(sentence, tokens[noun], tokens[close].start if close < len(tokens) else sentence.end)
        if speaker is None and between and between[0].lower in ("его", "её", "ее"):
            gender = "masc" if between[0].lower == "его" else "femn"
            speaker = self.last_person(sentence, between[0].start, gender)
        if speaker is None:
            return None
        return Tag("according", speaker, _around(sentence, at, close), tokens[at].start, sentence.index)

    def _genitive_after(self, sentence: Sentence, noun: Token, high: int) -> str | None:
        for mention in self._by_sentence[sentence.index]:
            if noun.end <= mention.whole_start < high and "gent" in mention.cases:
                gap = sentence.text[noun.end - sentence.start : mention.whole_start - sentence.start]
                return mention.person if len(gap.split()) <= 3 else None
        return None

    def last_person(self, sentence: Sentence, offset: int, gender: str | None) -> str | None:
        """Who «его», «её» means: the last subject of that gender in this sentence or the two before, if only one."""
        for index in range(sentence.index, max(-1, sentence.index - 3), -1):
            earlier = [m for m in self._by_sentence[index] if m.start < offset and m.gender in (gender, None)]
            sure = [m for m in earlier if m.cases == frozenset(("nomn",))]
            subjects = sure or [m for m in earlier if "nomn" in m.cases] or earlier
            people = list(dict.fromkeys(m.person for m in subjects))
            if people:
                return people[0] if len(people) == 1 else None
        return None

    def _subject(self, sentence: Sentence, verb: Token, low: int, high: int) -> PersonMention | None:
        """The mention in the nominative that the verb agrees with: right after it, else before it."""
        form = speech_form(verb.lower)
        told = [m for m in self._by_sentence[sentence.index] if low <= m.start and m.end <= high and "nomn" in m.cases]
        if form is not None and form.number == "plur":
            return self._first_of_two(sentence, told)
        gender = form.gender if form is not None else None
        inside = [m for m in told if m.kind != "name" or gender is None or m.gender in (None, gender)]
        after = [m for m in inside if m.start > verb.start]
        before = [m for m in inside if m.end <= verb.start and not self._clause_between(sentence, m.end, verb.start)]
        if before and not (after and self._adjacent(sentence, verb, after[0])):
            return before[-1]
        return after[0] if after else None

    def _first_of_two(self, sentence: Sentence, told: list[PersonMention]) -> PersonMention | None:
        """«Мэр Твери А и мэр Орши Б отметили, что …»: two that «и» joins speak as one, and the first stands for both."""
        for first, second in pairwise(m for m in told if m.kind == "name"):
            gap = sentence.text[first.whole_end - sentence.start : second.whole_start - sentence.start].strip()
            if gap in ("и", ", а также", "а также"):
                return first
        return None

    def _adjacent(self, sentence: Sentence, verb: Token, mention: PersonMention) -> bool:
        gap = sentence.text[verb.end - sentence.start : mention.whole_start - sentence.start]
        return len(gap.split()) <= 4 and not any(ch in gap for ch in ",:;«")

    def _clause_between(self, sentence: Sentence, low: int, high: int) -> bool:
        """Whether another finite verb stands between, unless «и», «а» joins it to the same subject."""
        inside = [t for t in sentence.tokens if low <= t.start and t.end <= high]
        for k, token in enumerate(inside):
            if _finite(token) and not any(t.lower in ("и", "а", "который", "которая") for t in inside):
                return True
            if token.text in "«»;" or (token.lower == "что" and k and inside[k - 1].text == ","):
                return True
        return False


def _around(sentence: Sentence, low: int, high: int) -> list[tuple[int, int]]:
    """What a sentence says before and after the clause of tokens `low` to `high` that names the speaker."""
    tokens = sentence.tokens
    before = (sentence.start, tokens[low - 1].end) if low > 1 else None
    after = (tokens[high + 1].start, sentence.end) if high + 1 < len(tokens) else None
    return [piece for piece in (before, after) if piece] or [(sentence.start, sentence.end)]


def _opens_words(tokens: list[Token], at: int) -> TagKind | None:
    """Whether the words of the speech begin after a token: «, что», «, как», «, … ли», «якобы», a colon without quotes."""
    word, before = tokens[at], tokens[at - 1]
    if word.text == ":":
        return "colon" if at + 1 < len(tokens) and tokens[at + 1].text not in '«"„“–—' else None
    if word.lower in ("что", "как") and before.text == ",":
        return "that"
    if word.lower == "якобы" or (word.lower == "ли" and at > 1 and tokens[at - 2].text == ","):
        return "that"
    return None


def _after_initial(tokens: list[Token], at: int) -> bool:
    """Whether a full stop ends an initial («С. Собянин») and no sentence."""
    return tokens[at].text == "." and at > 0 and len(tokens[at - 1].text) == 1 and tokens[at - 1].is_capital


def _finite(token: Token) -> bool:
    found = token.forms[:1]
    return bool(found) and found[0].pos in ("VERB", "PRTS") and found[0].score > 0.3

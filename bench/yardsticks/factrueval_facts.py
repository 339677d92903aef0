"""A predictor for `factrueval_t3.py`: occupations and meetings of a text, from Pobratim's people.

    PYTHONPATH=src:bench/yardsticks python factrueval_t3.py CHECKOUT --predictor factrueval_facts:occupations_and_meetings

FactRuEval's occupation has a place or organisation (`where`) apart from the position, and counts only if it is told.
"""

from __future__ import annotations

from collections.abc import Callable

from pobratim.annotate.reading import Reading, annotate
from pobratim.annotate.tagger import default_tagger
from pobratim.core.page import Page
from pobratim.facts.people import find_people
from pobratim.facts.people.mention import PeopleFound, PersonMention, PostMention
from pobratim.facts.people.same_post import merged_posts
from pobratim.lexicon.actors import heads
from pobratim.lexicon.gazetteer import place_by_adjective
from pobratim.text.speech_verb import speech_use
from pobratim.text.token import Sentence, Token

Fact = tuple[str, list[tuple[str, str]]]
MEETING = frozenset(
    """встретиться встречаться встреча переговоры беседа побеседовать беседовать переговорить увидеться
    консультация свидание""".split()
)
REACH = 80  # code points between the verb and the one received
RECEIVE = frozenset(("принять", "принимать", "посетить", "навестить"))
TALK = frozenset(("обсудить", "обсуждать", "говорить", "поговорить", "договориться", "договариваться"))
NO_OCCUPATION = frozenset(("honour", "degree", "role"))
OWNERS = frozenset("владелец совладелец основатель создатель сооснователь собственник чемпион чемпионка".split())
PLACE_KINDS = frozenset("state_head government_head region_head city_head minister speaker envoy head monarch military".split())


def occupations_and_meetings() -> Callable[[str], list[Fact]]:
    """The predictor: text → facts in the shape of the yardstick."""
    tagger = default_tagger()

    def predict(text: str) -> list[Fact]:
        reading = annotate(Page(text=text), tagger)
        people = find_people(reading)
        return occupations(reading, people) + meetings(reading, people)

    return predict


def occupations(reading: Reading, people: PeopleFound) -> list[Fact]:
    """One fact for each post of a person whose place or organisation the text tells."""
    facts: list[Fact] = []
    for person in people.people:
        told = [post for mention in people.mentions if mention.person == person.id for post in mention.posts]
        for group in merged_posts(told):
            found = next(((post, w) for post in group if (w := where(reading, post))), None)
            if found is None:
                continue
            post, (place, at) = found
            if post.kind in NO_OCCUPATION or post.lemma in OWNERS:
                continue
            fact: Fact = ("occupation", [("who", person.name), ("position", position(reading, post, at)), ("where", place)])
            if fact not in facts:
                facts.append(fact)
    return facts


def where(reading: Reading, post: PostMention) -> tuple[str, int] | None:
    """The organisation or place inside a post (or an adjective of one before it), and its offset.

    A name behind common words is taken alone («партии | Яблоко»); else what follows belongs to it («комитета России»).
    """
    sentence = reading.sentences[post.sentence]
    inside = [n for n in reading.names_of(sentence) if post.start <= n.start and n.end <= post.end and n.kind != "PER"]
    name = next((n for n in inside if n.kind == "ORG"), None) or (inside[0] if inside else None)
    start = post.of_start
    if name is not None and start is not None:
        if name.kind == "LOC" and name.start > start and _is_body(sentence, start, name.start) and post.kind != "minister":
            return reading.text[start : name.end], start
        if name.kind == "ORG":
            later = [n for n in inside if n.start > name.end and n.start - name.end < 4 and n.kind == "LOC"]
            low = _adjectives_before(sentence, name.start, start)
            return reading.text[low : later[0].end if later else name.end], low if low > name.start else min(low, start)
        return reading.text[name.start : name.end], name.start
    for token in sentence.tokens if post.kind in PLACE_KINDS else ():
        if post.start <= token.start and token.end <= post.end and any(f.pos == "ADJF" for f in token.forms[:1]):
            places = place_by_adjective(token.lower)
            if places:
                return places[0].name, post.end
    return None


def _is_body(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the words before a place name an organ («правительства Израиля»)."""
    return any(t.lemma in heads() for t in sentence.tokens if low <= t.start < high)


def _adjectives_before(sentence: Sentence, start: int, limit: int) -> int:
    """The offset of the adjectives right before a name, which belong to it («синодального | отдела»)."""
    for token in reversed([t for t in sentence.tokens if limit <= t.start and t.end <= start]):
        if not any(f.pos == "ADJF" for f in token.forms[:1]):
            break
        start = token.start
    return start


def position(reading: Reading, post: PostMention, at: int) -> str:
    """The post's words before its organisation, without a preposition at the end."""
    end = at if at > post.start else post.end
    if post.kind not in ("minister", "envoy") and post.of_start is not None and post.of_start < end:
        about = reading.text[post.of_start : post.of_start + 3] == "по "
        end = end if about else post.of_start
    words = reading.text[post.start : end].split()
    while len(words) > 1 and (len(words[-1]) < 3 or words[-1] in ("при", "для", "«")):
        words.pop()
    return " ".join(words)


def meetings(reading: Reading, people: PeopleFound) -> list[Fact]:
    """The people of a sentence with a word of meeting, when two or more; «он» counts, who only tells of it does not."""
    facts: list[Fact] = []
    for sentence in reading.sentences:
        mentions = people.of_sentence(sentence.index)
        if not any(_tells_meeting(token, sentence, mentions) for token in sentence.tokens):
            continue
        met = list(dict.fromkeys(m.person for m in mentions if not _tells(sentence, m)))
        names = [people.person(person).name for person in met]
        fact: Fact = ("meeting", [("participant", name) for name in names])
        if len(names) > 1 and fact not in facts:
            facts.append(fact)
    return facts


def _tells(sentence: Sentence, mention: PersonMention) -> bool:
    """Whether somebody only tells of the meeting («… , сообщил Иванов»)."""
    before = next((t for t in reversed(sentence.tokens) if t.end <= mention.whole_start), None)
    return before is not None and speech_use(before.lower) is not None


def _with_somebody(sentence: Sentence, mentions: list[PersonMention]) -> bool:
    """Whether a person stands behind «с» («обсудил с Иваном Петровым»)."""
    for mention in mentions:
        before = next((t for t in reversed(sentence.tokens) if t.end <= mention.whole_start), None)
        if before is not None and before.lower in ("с", "со") and "ablt" in mention.cases:
            return True
    return False


def _tells_meeting(token: Token, sentence: Sentence, mentions: list[PersonMention]) -> bool:
    """«встретился»; «обсудил с Петровым»; «принял Петрова»."""
    if token.lemmas & MEETING or (token.lemmas & TALK and _with_somebody(sentence, mentions)):
        return True
    received = (m for m in mentions if "accs" in m.cases and 0 < m.start - token.end < REACH)
    return bool(token.lemmas & RECEIVE) and any(received)

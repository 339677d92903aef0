"""Later mentions without a name: «губернатор», «глава региона», «самарский губернатор», «он»."""

from __future__ import annotations

from collections.abc import Iterable

from pobratim.core.memo import remembered
from pobratim.lexicon.gazetteer import Entry, lookup, place_by_adjective
from pobratim.text.token import Token

from .head import PostContext, PostHead
from .mention import MentionKind, PeopleFound, PersonMention, PostMention
from .same_post import is_generic, of_words, own_words, same_post
from .tail import tail_end
from .title import post_mention

_KINDS = frozenset(
    """state_head government_head region_head city_head village_head head rector minister speaker envoy deputy monarch
    clergy secretary""".split()
)
_CHIEFS = frozenset(("head", "speaker", "rector", "minister"))
_NOBODY_AFTER = frozenset(
    """пост должность выборы кандидат бывший экс один каждый любой другой новый полномочие резиденция институт""".split()
)
_HEAD_KINDS = frozenset(("region_head", "city_head", "state_head", "rector", "government_head"))
_FAR = 3  # sentences within which a person without a post may get one from «губернатор»
_MIN_STEM = 4
PRONOUNS = {"он": "masc", "она": "femn"}


def find_anaphors(contexts: Iterable[PostContext], found: PeopleFound) -> None:
    """Adds mentions by post and by pronoun to `found.mentions`, sentence by sentence."""
    if not found.people:
        return
    for context in contexts:
        taken = _told_posts(context, found) if context.heads else []
        for head in context.heads:
            if any(low <= context.tokens[head.head].start < high for low, high in taken):
                continue
            if not head.used and (head.kind in _KINDS or head.acting) and head.cases and not _is_generic_use(context, head):
                _by_post(context, head, found)
            elif head.kind == "role" and not head.used and head.cases & {"nomn", "gent"}:
                _by_role(context, head, found)
        _by_pronoun(context, found)
    found.mentions.sort(key=lambda mention: mention.start)


def _told_posts(context: PostContext, found: PeopleFound) -> list[tuple[int, int]]:
    """Where the posts stand that a sentence tells beside names."""
    return [(p.start, p.end) for m in found.mentions if m.sentence == context.sentence.index for p in m.posts]


def _is_generic_use(context: PostContext, head: PostHead) -> bool:
    """«один из губернаторов», «каждый мэр», «пост губернатора», «выборы мэра»: nobody in particular."""
    tokens = context.tokens
    before = tokens[head.first - 1] if head.first else None
    return before is not None and bool(before.lemmas & _NOBODY_AFTER)


def _add(
    found: PeopleFound,
    context: PostContext,
    person: str,
    start: int,
    end: int,
    cases: frozenset[str],
    kind: MentionKind,
    gender: str | None,
) -> None:
    sentence = context.sentence.index
    found.mentions.append(PersonMention(person, sentence, start, end, cases, kind, start, end, [], gender))


def _by_post(context: PostContext, head: PostHead, found: PeopleFound) -> None:
    end = tail_end(context, head, len(context.tokens), target=False)
    post = post_mention(context, head, end)
    person = _holder(context, head, post, found)
    new = False
    if person is None:
        person, new = _without_post(context, head, post, found), True
    if person is None:
        return
    gender = next((m.gender for m in found.mentions if m.person == person), None)
    _add(found, context, person, post.start, post.end, head.cases, "post", gender)
    if new:
        found.mentions[-1].posts.append(post)


def _holder(context: PostContext, head: PostHead, post: PostMention, found: PeopleFound) -> str | None:
    """The person who was told to have the post: the only one, or the last one before."""
    fits: dict[str, int] = {}
    for mention in found.mentions:
        for other in mention.posts:
            if other.start != post.start and _answers(context, head, post, other):
                fits[mention.person] = max(fits.get(mention.person, 0), _fitness(post, other))
    best = max(fits.values(), default=0)
    fits = {person: fitness for person, fitness in fits.items() if fitness == best}
    if not fits:
        return None
    if len(fits) == 1:
        return next(iter(fits))
    before = [m for m in found.mentions if m.person in fits and m.start < post.start]
    if not before:
        return None
    last = before[-1]
    return last.person if context.sentence.index - last.sentence <= _FAR else None


def _fitness(post: PostMention, other: PostMention) -> int:
    """How well a post of somebody answers a later one: 1 for the same word, 2 of a place of that type («губернатор края»)."""
    if other.lemma != post.lemma:
        return 0
    return 2 if of_words(post) & of_words(other) else 1


def _answers(context: PostContext, head: PostHead, post: PostMention, other: PostMention) -> bool:
    if post.kind == "deputy" != other.kind and post.lemma != other.lemma:
        return False
    if not same_post(post, other):
        return _envoys(post, other) or _head_of_body(post, other) or _of_one_place(post, other)
    return _adjectives_agree(context, head, other)


def _envoys(post: PostMention, other: PostMention) -> bool:
    pair = {post.lemma, other.lemma}
    return pair <= {"полпред", "представитель"} or pair <= {"постпред", "представитель"} or pair <= {"посол", "дипломат"}


def _head_of_body(post: PostMention, other: PostMention) -> bool:
    """«глава Мингорисполкома» after «председатель Мингорисполкома»: who heads the body by whatever title."""
    own = of_words(post)
    return post.lemma in ("глава", "руководитель") and other.kind in _CHIEFS and not is_generic(post) and own == of_words(other)


def _of_one_place(post: PostMention, other: PostMention) -> bool:
    """«губернатор Ленобласти» after «губернатор Ленинградской области», «консул Турции» after «консул Турецкой Республики»."""
    if post.lemma != other.lemma or post.acting != other.acting:
        return False
    return not _areas(own_words(post)).isdisjoint(_areas(own_words(other)))


@remembered(5_000)
def _areas(words: frozenset[str]) -> frozenset[str]:
    """The regions and countries of the places that words may name."""
    return frozenset([_area(e) for word in words for e in (*lookup(word), *place_by_adjective(word))])


def _adjectives_agree(context: PostContext, head: PostHead, other: PostMention) -> bool:
    """Whether «самарский», «донской» before the post can mean the place of the other post.

    What the gazetteer does not know is let pass: only one person has the post then, or the last one is meant.
    """
    named = of_words(other)
    for token in context.tokens[head.first : head.head]:
        word = token.lemma
        if not word.endswith(("ский", "ской", "цкий")) or not named:
            continue
        stem = word[: max(_MIN_STEM, len(word) - 6)]
        if any(name.startswith(stem) for name in named):
            continue
        mine = {_area(e) for e in place_by_adjective(word)}
        theirs = _areas(named)
        if mine and theirs and not mine & theirs:
            return False
    return True


def _area(entry: Entry) -> str:
    return entry.region or entry.country or entry.name


def _without_post(context: PostContext, head: PostHead, post: PostMention, found: PeopleFound) -> str | None:
    """A person named shortly before and never given a post («Виталий Хоценко вернулся … губернатор подписал»)."""
    if head.kind not in _HEAD_KINDS and head.lemma not in ("глава", "министр"):
        return None
    if "nomn" not in head.cases and "datv" not in head.cases:
        return None
    holders = {m.person for m in found.mentions if m.posts}
    index = context.sentence.index
    near = [m for m in found.mentions if m.kind == "name" and index - _FAR <= m.sentence <= index + 1]
    free = list(dict.fromkeys(m.person for m in near if m.person not in holders))
    return free[0] if len(free) == 1 else None


def _by_pronoun(context: PostContext, found: PeopleFound) -> None:
    """«он», «она» as a subject or after a verb of speech: the last person told of, if only one can be meant."""
    if PRONOUNS.keys().isdisjoint(context.sentence.words):
        return
    for token in context.tokens:
        gender = PRONOUNS.get(token.lower)
        if gender is None:
            continue
        person = _antecedent(context, token, gender, found)
        if person:
            _add(found, context, person, token.start, token.end, frozenset(("nomn",)), "pronoun", gender)
            found.mentions.sort(key=lambda mention: mention.start)


def _by_role(context: PostContext, head: PostHead, found: PeopleFound) -> None:
    """«пошутил гость», «по словам собеседника»: the last person told of, if only one can be meant."""
    token = context.tokens[head.head]
    gender = "femn" if head.lemma.endswith(("ья", "йка", "ница")) else "masc"
    person = _antecedent(context, token, gender, found)
    if person:
        _add(found, context, person, token.start, token.end, head.cases, "post", gender)
        found.mentions.sort(key=lambda mention: mention.start)


def _antecedent(context: PostContext, token: Token, gender: str, found: PeopleFound) -> str | None:
    """The subject of this sentence before the pronoun, else of the sentence before; else its only person."""
    index = context.sentence.index
    for sentence in (index, index - 1, index - 2):
        told = [m for m in found.mentions if m.sentence == sentence and m.start < token.start]
        earlier = [m for m in told if m.gender in (gender, None)]
        if not earlier:
            continue
        sure = [m for m in earlier if m.cases == frozenset(("nomn",)) or m.kind == "pronoun"]
        subjects = sure or [m for m in earlier if "nomn" in m.cases]
        people = list(dict.fromkeys(m.person for m in subjects))
        if len(people) == 1:
            return people[0]
        everyone = list(dict.fromkeys(m.person for m in earlier))
        return everyone[0] if len(everyone) == 1 else None
    return None

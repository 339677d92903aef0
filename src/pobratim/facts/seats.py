"""Seats: what the posts of a page are of, and so for whom its people act."""

from __future__ import annotations

from pobratim.facts.actors.authorities import territory_by_adjective
from pobratim.facts.actors.generic import guest_places
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.people.mention import PostMention
from pobratim.facts.story import Story
from pobratim.lexicon.people import lands_of_posts
from pobratim.text.nominative import like

_TWO = 2  # words: «новгородский коллега»
_LEVEL_OF_HEADS = {"region_head": "область", "city_head": "город"}
_TERRITORIES = {"region_head": ("region",), "city_head": ("city", "settlement")}


def tie_posts(story: Story) -> None:
    """Ties every post to the actor its words name; the first tied post says whom a person acts for.

    «Губернатор» alone is the one of the only region of the page that has no head yet.
    """
    turns: dict[tuple[int, int | None], list[str]] = {}
    sides = story.people.sides
    for person in story.people.people:
        for post, mention in zip(person.posts, story.people.posts.get(person.id, []), strict=False):
            turn = turns.setdefault((mention.sentence, mention.of_start), [])
            turn.append(person.id)
            post.of = _actor_in(story, mention.sentence, mention.of_start, mention.of_end, len(turn) - 1)
            if mention.kind == "envoy" and post.of:
                post.of = _sent_to(story, mention, post.of)
            post.of = post.of or _seat_of(story, mention) or _unknown_seat(story, mention)
            if post.of and not _is_national_party(story, post.of):
                sides.setdefault(person.id, post.of)
        _prefer_headline(story, person.id, [post.of for post in person.posts if post.of])
    _seat_bare_heads(story)
    _seat_colleagues(story)


def _seat_colleagues(story: Story) -> None:
    """«новгородский коллега Александр Дронин»: of the territory that the adjective names."""
    for sentence in story.sentences:
        if "коллега" not in sentence.lemmas:
            continue  # most sentences
        for mention in story.persons[sentence.index]:
            before = [t for t in sentence.tokens if t.end <= mention.start][-2:]
            if (
                mention.kind != "name"
                or mention.person in story.people.sides
                or len(before) < _TWO
                or before[1].lemma != "коллега"
            ):
                continue
            if before[0].is_adjective and (side := territory_by_adjective(sentence, before[0], "область", story.registry)):
                story.people.sides[mention.person] = side


def _seat_bare_heads(story: Story) -> None:
    """«Губернатор Иван Белов», «аким Серик Алиев»: of the only territory of its level, and of a country with such a post,
    that nobody of the page heads. Fails where the page names one foreign region and its own head's region never.
    """
    bare = [
        (person, post, mention)
        for person in story.people.people
        for post, mention in zip(person.posts, story.people.posts.get(person.id, []), strict=False)
        if mention.kind in _TERRITORIES and mention.of_start is None and person.id not in story.people.sides
    ]
    for person, post, mention in bare:
        headed = {
            p.of or ""
            for other in story.people.people
            for p, m in zip(other.posts, story.people.posts.get(other.id, []), strict=False)
            if m.kind == mention.kind
        }
        lands = lands_of_posts().get(mention.lemma)
        found = [
            place.id
            for place in story.registry.places.values()
            if place.kind in _TERRITORIES[mention.kind]
            and place.id not in headed
            and (lands is None or lands.allow(place.country))
        ]
        if len(found) > 1:
            guests = guest_places(story.reading, story.actors, story.registry)
            found = [place for place in found if _is_told_most(story, place) and place not in guests]
        if len(found) == 1:
            post.of = found[0]
            story.people.sides[person.id] = found[0]


def _is_told_most(story: Story, region: str) -> bool:
    """Whether the place that the page names most often, the first on a tie, lies in a region or is it."""
    most = max(story.registry.places.values(), key=lambda place: len(place.evidence))
    return most.kind != "country" and (most.id == region or story.registry.lies_in(most.id, region))


def _sent_to(story: Story, post: PostMention, sender: str) -> str:
    """The region of its own country to which a president sends an envoy («полпред президента Киргизии в Чуйской области»)."""
    inside = [m for m in story.actors[post.sentence] if (post.of_start or 0) <= m.start < (post.of_end or 0)]
    last = story.registry.entity(inside[-1]) if len(inside) > 1 else sender
    return last if last != sender and last in story.registry.places and story.registry.one_in_other(last, sender) else sender


def _is_national_party(story: Story, actor: str) -> bool:
    """Whether a post is in a party's organ of no place smaller than a country: for whom its holder acts is told elsewhere."""
    body = story.registry.bodies.get(actor)
    if body is None or body.kind != "party":
        return False
    return body.place is None or story.registry.places[body.place].kind == "country"


def _seat_of(story: Story, post: PostMention) -> str | None:
    """The territory that a head's adjective names («псковский губернатор», «витебский мэр»), or None."""
    level = _LEVEL_OF_HEADS.get(post.kind)
    if level is None or post.of_start is not None:
        return None
    sentence = story.sentences[post.sentence]
    own = next((t for t in sentence.tokens if t.start >= post.start and t.is_adjective), None)
    if own is None or own.start >= post.end:
        return None
    return territory_by_adjective(sentence, own, level, story.registry)


def _unknown_seat(story: Story, post: PostMention) -> str | None:
    """The place that only a head's post tells («мэр китайского Хуайяна»): one word in the genitive that nobody knows."""
    if post.kind not in _LEVEL_OF_HEADS and post.lemma != "глава" or post.of_start is None or post.of_end is None:
        return None
    sentence = story.sentences[post.sentence]
    words = [t for t in sentence.tokens if post.of_start <= t.start < post.of_end]
    if not words or not words[-1].is_capital or any(t.is_capital or not t.is_adjective for t in words[:-1]):
        return None
    token = words[-1]
    form = next((f for f in token.forms if f.pos == "NOUN" and f.case == "gent" and f.lemma != token.lower), None)
    if form is None or form.number != "sing" or token.text.isupper():
        return None
    name, cases = like(form.lemma, token.text), frozenset(("gent",))
    at = token.index
    mention = ActorMention(sentence.index, at, at + 1, token.start, token.end, "place", "other", name, cases)
    story.actors[sentence.index] = sorted([*story.actors[sentence.index], mention], key=lambda m: m.first)
    return story.registry.entity(mention)


def _prefer_headline(story: Story, person: str, sides: list[str]) -> None:
    """Of two posts («губернатор аймака – мэр города») a person acts by the one whose actor the headline names."""
    told = {story.registry.entity(m) for m in story.actors[0]} if story.has_headline else set()
    named = [side for side in sides if side in told]
    if len(named) == 1 and len(set(sides)) > 1:
        story.people.sides[person] = named[0]


def _actor_in(story: Story, sentence: int, start: int | None, end: int | None, turn: int = 0) -> str | None:
    """The actor named within a span, the one that begins first; one named by a common noun where there is no other.

    Of a span that several people share («губернаторы Тверской и Калужской областей …») each takes the next actor.
    """
    if start is None or end is None:
        return None
    for row in (story.actors[sentence], story.generics[sentence]):
        inside = [m for m in row if start - 1 <= m.start < end or m.start < start < m.end]
        if inside:
            return story.registry.entity(inside[turn if turn < len(inside) else 0])
    return None

"""All people of a page: names, posts, who is who, and later mentions by post or pronoun."""

from __future__ import annotations

from pobratim.annotate.reading import Reading
from pobratim.core.facts import Person, Post
from pobratim.lexicon.gazetteer import spellings
from pobratim.lexicon.place_key import fold
from pobratim.text.declension import is_given, is_surname
from pobratim.text.offset import token_at
from pobratim.text.person_name import PersonName
from pobratim.text.speech_verb import speech_form
from pobratim.text.token import Token

from .anaphora import PRONOUNS, find_anaphors
from .attached import Attached
from .head import PostContext, may_be_posts, post_context
from .mention import PeopleFound, PersonMention, PostMention
from .merge import Identity, NamedMention, cases_of, identities, readings_of
from .name_span import NameSpan
from .post import attach_posts
from .same_post import merged_posts
from .span import name_spans

_PREPOSITION_CASES = {
    "с": {"ablt", "gent"},
    "со": {"ablt", "gent"},
    "к": {"datv"},
    "ко": {"datv"},
    "у": {"gent"},
    "от": {"gent"},
    "для": {"gent"},
    "без": {"gent"},
    "из": {"gent"},
    "до": {"gent"},
    "между": {"ablt"},
    "о": {"loct"},
    "об": {"loct"},
    "при": {"loct"},
    "перед": {"ablt"},
    "благодаря": {"datv"},
    "про": {"accs"},
    "через": {"accs"},
    "по": {"datv"},
    "присутствии": {"gent"},
    "участии": {"gent"},
}


_SURE_NAME = 0.9
_SIGNING = frozenset(("подписать", "заключить", "поставить", "скрепить"))


def find_people(reading: Reading) -> PeopleFound:
    """The people of a page in order of first mention, and every mention of them.

    Somebody named only by post is no person. A lone given name without a post is none either.
    """
    spans = name_spans(reading)
    contexts: dict[int, PostContext] = {}
    mentions: list[NamedMention] = []
    for sentence, tagged, names in zip(reading.sentences, reading.by_sentence, spans, strict=True):
        likely = may_be_posts(sentence)
        if not (names or likely) and sentence.words.isdisjoint(PRONOUNS):
            continue  # tells of nobody
        contexts[sentence.index] = context = post_context(sentence, reading.text, tagged, names, likely)
        attached = attach_posts(context)
        mentions += [_named(reading, context, span, attached) for span in names]
    people = [person for person in identities(mentions) if _is_person(contexts, person) and not _signs_only(reading, person)]
    found = _found(reading, people)
    find_anaphors(contexts.values(), found)
    _fill_posts(reading, found)
    found.mentions.sort(key=lambda mention: mention.start)
    return found


def _named(reading: Reading, context: PostContext, span: NameSpan, attached: Attached) -> NamedMention:
    text = reading.text[span.start : span.end]
    posts = attached.get(span, [])
    cases = _context_cases(context, span, posts)
    return NamedMention(span, text, posts, cases, readings_of(text, cases, _verb_gender(context, span, posts)))


def _context_cases(context: PostContext, span: NameSpan, posts: list[PostMention]) -> frozenset[str]:
    """The cases that the post or the preposition before a name allows; empty: any."""
    if context.name_at.get(span.last) is not None and not posts:
        return frozenset(("gent",))
    before = [post for post in posts if post.end <= span.start and not post.acting]
    cases = before[-1].cases if before else frozenset()
    first = min([post.start for post in before], default=span.start)
    token = _token_before(context, first)
    if token is not None and token.lower in _PREPOSITION_CASES:
        wanted = frozenset(_PREPOSITION_CASES[token.lower])
        return (cases & wanted) or wanted
    return cases or (frozenset(("nomn",)) if _speaks(context, span) or _opens_with_initials(context, span) else cases)


def _token_before(context: PostContext, offset: int) -> Token | None:
    """The last token that ends before an offset, None at the head of the sentence."""
    at = token_at(context.tokens, offset)
    return context.tokens[at - 1] if at else None


def _opens_with_initials(context: PostContext, span: NameSpan) -> bool:
    """«И.М. Руденя подписал …»: a surname behind initials at the head of a sentence, or behind a verb of signing."""
    if len(span.words) != 1 or len(span.tokens[0].text) > 1:
        return False
    return span.first == 0 or bool(context.tokens[span.first - 1].lemmas & _SIGNING)


def _verb_gender(context: PostContext, span: NameSpan, posts: list[PostMention]) -> str | None:
    """The gender of a past-tense verb beside a name with its posts («сказала Мубина Мамадалиева»)."""
    low = min([span.start, *(post.start for post in posts)])
    before = _token_before(context, low)
    after = context.tokens[span.last] if span.last < len(context.tokens) else None
    for token in (before, after):
        form = token.forms[0] if token is not None and token.forms else None
        if form and form.pos in ("VERB", "PRTS") and form.number == "sing" and form.gender in ("masc", "femn"):
            return form.gender
    return None


def _is_person(contexts: dict[int, PostContext], person: Identity) -> bool:
    """Whether the tagger's name is a person: named in two words, or in one that has a post, speaks, or is a surname."""
    name = person.name
    if any(mention.posts for mention in person.mentions):
        return True
    if name.surname and (name.given or name.initials):
        return any(len(m.span.words) < 2 or _two_parts(m) for m in person.mentions)
    return any(_speaks(contexts[m.span.sentence.index], m.span) or _is_sure_surname(m.span) for m in person.mentions)


def _signs_only(reading: Reading, person: Identity) -> bool:
    """Whether the name stands nowhere but in a paragraph of its own: the author's signature."""
    if len(person.mentions) > 1:
        return False
    sentence = person.mentions[0].span.sentence
    if sentence.paragraph == 0 or sentence.text.strip(" .,()") != person.mentions[0].text.strip(" .,()"):
        return False
    return sum(other.paragraph == sentence.paragraph for other in reading.sentences) == 1


def _two_parts(mention: NamedMention) -> bool:
    """Whether a given name or a surname is known among the words («Анталия Чебоксарам» has neither)."""
    best = mention.readings[0]
    last = mention.span.words[-1]
    if not best.initials and any(f.known and "Geox" in f.tags for f in last.forms[:1]) and not is_surname(last.lower):
        return False
    if best.initials or _east_asian(best) or best.score >= _SURE_NAME:
        return True
    return any(is_given(word.lower) or is_surname(word.lower) for word in mention.span.words)


def _east_asian(name: PersonName) -> bool:
    return bool(name.surname and name.text.startswith(name.surname))


def _speaks(context: PostContext, span: NameSpan) -> bool:
    """Whether a verb of speech in the singular stands beside a lone name."""
    tokens = context.tokens
    found = [speech_form(tokens[k].lower) for k in (span.first - 1, span.last) if 0 <= k < len(tokens)]
    return any(form is not None and form.number != "plur" for form in found)


def _is_sure_surname(span: NameSpan) -> bool:
    """«Путин», «Жапаров»; no word that is likelier something else («Могилев», «Побратимство»)."""
    word = span.words[-1] if span.words else None
    if word is None or spellings(fold(word.text)):
        return False
    return is_surname(word.lower) and not any(f.known and ("Geox" in f.tags or "Surn" not in f.tags) for f in word.forms[:1])


def _found(reading: Reading, people: list[Identity]) -> PeopleFound:
    found = PeopleFound()
    for number, identity in enumerate(people, 1):
        name = identity.name
        person = Person(
            id=f"p{number}",
            name=name.text,
            surname=name.surname,
            given=name.given,
            patronymic=name.patronymic,
            evidence=[reading.quote(m.span.start, m.span.end) for m in identity.mentions],
        )
        found.people.append(person)
        found.mentions += [_mention(person.id, identity, name, mention) for mention in identity.mentions]
    found.mentions.sort(key=lambda mention: mention.start)
    return found


def _mention(person: str, identity: Identity, name: PersonName, mention: NamedMention) -> PersonMention:
    cases = cases_of(identity, mention)
    span = mention.span
    return PersonMention(
        person,
        span.sentence.index,
        span.start,
        span.end,
        (cases & mention.context) or cases,
        "name",
        min([span.start, *(p.start for p in mention.posts)]),
        max([span.end, *(p.end for p in mention.posts)]),
        mention.posts,
        name.gender,
    )


def _fill_posts(reading: Reading, found: PeopleFound) -> None:
    """The posts of each person from all mentions, each told once and as fully as the page does."""
    for person in found.people:
        told = [post for mention in found.mentions if mention.person == person.id for post in mention.posts]
        found.posts[person.id] = kept = []
        for group in merged_posts(told):
            kept.append(group[0])
            evidence = [reading.quote(post.start, post.end) for post in sorted(group, key=lambda p: p.start)]
            person.posts.append(Post(title=group[0].title, acting=group[0].acting, evidence=evidence))

"""The grammar of actor names: from the tokens of a sentence to mentions of places and bodies.

A name is adjectives that agree, a head noun, and a tail («Правительство» + «Ленинградской области»;
«Тосненский муниципальный район»; «комитет по внешним связям Санкт-Петербурга»); or a bare toponym; or a
coordination of several («Чуйская и Ленинградская области»). It fails where a name has no head noun and no
capital, and where a genitive after a name belongs to the next phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter
from typing import Literal

from pobratim.annotate.toponym import Toponym, toponym_at
from pobratim.core.memo import remembered
from pobratim.lexicon.actors import Head, abbreviated_heads, heads
from pobratim.lexicon.gazetteer import longer_names, place_by_adjective, spellings
from pobratim.lexicon.place_key import fold, type_of, type_words
from pobratim.text.morph import forms
from pobratim.text.nominative import adjective_cases, is_adjective, phrase_nominative
from pobratim.text.token import Sentence, Token, word_of

from . import joint  # it and the tails come back here for the names inside
from . import tail as tails
from .mention import ActorMention

# «Чуйская», «Липецкой»: an adjective of a place, which a capital at the head of a sentence does not make by itself
_RELATIVE = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
_UNIVERSITY = re.compile(r"(?:[А-ЯЁ][а-яё]{0,3}){1,4}(?:ГУ|НУ|ФУ|ПУ|ГТУ|ГМУ|ГПУ|ГАУ|ГЭУ)|МГУ|КГУ|НГУ|РАУ")
_TEXT = attrgetter("text")
_Opening = Literal["head", "adjective", "bare"]
_WITH_HEAD = ("head", "adjective")
_ALL_CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))
_DECLINED = ("ово", "ево", "ёво", "ино", "ыно")  # «Иваново» may stand as it is, but mostly does not
_SHORT_TYPES = frozenset(("г", "гор", "пос"))
_TERRITORIES = frozenset(("регион", "страна", "государство", "субъект", "территория", "республика", "муниципалитет"))
_REALMS = frozenset("королевство султанат государство".split())
_LONG = 3  # words in the official name of a country whose first ones make a name by themselves
_JOINS = (",", "и", "или", "да")
_GENERIC_ADJECTIVES = frozenset(
    """данный этот наш ваш свой другой каждый весь соседний сопредельный многий ряд обе оба российский зарубежный
    иностранный крупный ведущий новый старый родной местный""".split()
)


def find_mentions(sentence: Sentence, text: str) -> list[ActorMention]:
    """The actors a sentence names, in order; a name inside another's tail is in its `inner`, not in the list.

    >>> from pobratim.text.segment import sentences
    >>> s = sentences("Соглашение между Чуйской и Ленинградской областями.")[0]
    >>> [m.name for m in find_mentions(s, s.text)]
    ['Чуйская область', 'Ленинградская область']
    """
    found: list[ActorMention] = []
    past = 0
    openings = [*map(_opening, map(_TEXT, sentence.tokens))]
    for at in compress(count(), openings):
        opening = openings[at] if at >= past else None
        if opening is not None and (mentions := _opened(sentence, text, at, opening)):
            found += mentions
            past = max(map(_past, mentions))
    return _double_names(sentence, text, found)


def _past(mention: ActorMention) -> int:
    """The token after a mention, and after the territory named behind a place."""
    parent = mention.parent
    return parent.last if parent and mention.layer == "place" and parent.first >= mention.last else mention.last


def _double_names(sentence: Sentence, text: str, found: list[ActorMention]) -> list[ActorMention]:
    """«Государственное Собрание — Курултай Республики Башкортостан»: one assembly of two names."""
    kept: list[ActorMention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if (
            last
            and last.kind == mention.kind == "assembly"
            and mention.first - last.last == 1
            and sentence.tokens[last.last].text in "–—-"
            and last.cases & mention.cases
        ):
            last.name += f" {sentence.tokens[last.last].text} {mention.name}"
            last.last, last.end, last.parent, last.inner = mention.last, mention.end, mention.parent, mention.inner
        else:
            kept.append(mention)
    return kept


def mentions_at(sentence: Sentence, text: str, at: int) -> list[ActorMention]:
    """The mentions that begin at token `at`: none, one, or the members of a coordination."""
    opening = _opening(sentence.tokens[at].text)
    return [] if opening is None else _opened(sentence, text, at, opening)


def _opened(sentence: Sentence, text: str, at: int, opening: _Opening) -> list[ActorMention]:
    found: list[ActorMention] = []
    if opening == "adjective":
        if sentence.tokens[at].text[0].islower():
            return _after_adjectives(sentence, text, at)  # no toponym by itself
        if _LONG in longer_names(fold(sentence.tokens[at].text)) and (long := _bare(sentence, text, at)):
            return long  # «Исламская Республика Иран», before «Исламская Республика» makes a name
        found = _after_adjectives(sentence, text, at)
    elif opening == "head":
        found = _at_head(sentence, text, at, at)
    return found or _bare(sentence, text, at)


@remembered(20_000)
def _opening(text: str) -> _Opening | None:
    """As what a token may open a name; None for most words."""
    word = word_of(text)
    if not word.is_word:
        return None
    if _head_of(text):
        return "head"
    if is_adjective(word.lower) and word.lemma != "который":
        return "adjective"
    return "bare" if _may_be_bare(text) else None


def _may_be_bare(text: str) -> bool:
    """Whether a name may begin with a token that is neither a head nor an adjective: the gazetteer has it, with a capital
    or a digit, or it is a university's abbreviation.
    """
    if text[0].islower():
        return False
    word = fold(text)
    return bool(longer_names(word) or spellings(word)) or _is_university(text)


def _head_of(text: str) -> tuple[Head, ...]:
    """What a token may be the head of; its text says it wherever it stands."""
    word, table = word_of(text), heads()
    if text in abbreviated_heads():
        return table.get(word.lower, ())
    if len(text) > 1 and text.isupper():
        return ()
    if "head" in word.uses:
        for form in word.forms:
            if form.pos == "NOUN" and form.lemma in table and not table[form.lemma][0].lemma.isupper():
                return table[form.lemma]
    return () if word.is_capital or len(text) < 8 or not word.lemma.endswith(_ENDINGS) else _by_ending(word.lemma)


_ENDINGS = ("завод", "комбинат", "фабрика", "университет", "институт", "исполком", "холдинг", "банк", "колледж", "музей")


def _by_ending(lemma: str) -> tuple[Head, ...]:
    """A compound of a head noun («птицефабрика», «медуниверситет», «агрокомбинат»), written small."""
    end = next((end for end in _ENDINGS if lemma.endswith(end) and len(lemma) > len(end) + 2), None)
    return heads().get(end or "", ())


def _is_head(token: Token) -> bool:
    return _opening(token.text) == "head"


def _after_adjectives(sentence: Sentence, text: str, at: int) -> list[ActorMention]:
    """A name that opens with adjectives: one phrase, or a coordination under a common head."""
    tokens = sentence.tokens
    i, start, stop = at + 1, at, len(tokens)
    if i == stop or _opening(tokens[i].text) not in _WITH_HEAD and tokens[i].lower not in _JOINS:
        return []  # most adjectives
    groups: list[tuple[int, int]] = []
    while i < stop:
        opening = _opening(tokens[i].text)
        if opening == "adjective":
            i += 1
        elif tokens[i].lower in _JOINS and i > start and i + 1 < stop and is_adjective(tokens[i + 1].lower):
            groups.append((start, i))
            i = start = i + 1
        elif opening == "head":
            break
        else:
            return []
    if i >= stop:
        return []
    groups.append((start, i))
    if len(groups) == 1:
        return _at_head(sentence, text, at, i)
    return _coordinated(sentence, text, groups, i)


def _coordinated(sentence: Sentence, text: str, groups: list[tuple[int, int]], head: int) -> list[ActorMention]:
    """«Чуйской и Ленинградской областями»: one mention a group, each with the common head in the singular."""
    tokens = sentence.tokens
    case = _cases(tokens, groups[-1][0], head)
    if not all(_agrees(tokens[g[1] - 1], case) for g in groups):
        return []  # «между Смоленском и Оршанским районом»: the first is a name by itself
    named = [g for g in groups if _named_adjective(tokens, *g)]
    if len(named) < 2:
        return _at_head(sentence, text, groups[-1][0], head)
    groups = [g for g in groups if g in named]
    shared = [tokens[k] for k in range(groups[-1][0], head) if not tokens[k].is_capital]
    whole = _at_head(sentence, text, groups[-1][0], head)
    if not whole or whole[-1].layer == "body" and not _plural(tokens[head]):
        return whole
    found = []
    for start, end in groups[:-1]:
        words = [*tokens[start:end], *(shared if _plural(tokens[head]) else ()), tokens[head]]
        name = _phrase(words, len(words) - 1, text)
        found.append(
            ActorMention(
                sentence.index,
                start,
                end,
                tokens[start].start,
                tokens[end - 1].end,
                whole[-1].layer,
                whole[-1].kind,
                name,
                whole[-1].cases,
                whole[-1].parent,
                words[0].lemma,
            )
        )
    return [*found, *whole]


def _agrees(adjective: Token, cases: frozenset[str]) -> bool:
    """Whether the adjective can stand in one of the head's cases; unknown words are let through."""
    own = {case for case, _, _ in adjective_cases(adjective.lower)}
    return not own or bool(own & cases)


def _phrase(words: Sequence[Token], head: int, text: str) -> str:
    """A phrase of tokens that may not stand side by side, in the nominative singular."""
    from pobratim.text.nominative import adjective_nominative, noun_form, noun_nominative

    noun = noun_nominative(words[head].text)
    form = noun_form(noun.lower())
    gender = form.gender if form else None
    return " ".join([*(adjective_nominative(w.text, gender) for w in words[:head]), noun])


def _plural(token: Token) -> bool:
    nouns = [f for f in token.forms if f.pos == "NOUN"]
    return bool(nouns) and all(f.number == "plur" for f in nouns) or bool(nouns) and nouns[0].number == "plur"


def _at_head(sentence: Sentence, text: str, first: int, head: int) -> list[ActorMention]:
    """The name whose head noun stands at `head` and whose adjectives begin at `first`."""
    tokens = sentence.tokens
    for variant in _head_of(tokens[head].text):
        build = _place if variant.layer == "place" else _body
        found = build(sentence, text, first, head, variant)
        if found:
            return found
    return []


def _named_adjective(tokens: Sequence[Token], first: int, head: int) -> str | None:
    """The adjective that makes a name of the phrase: a capitalised one («Чуйская»), or None."""
    for k in range(first, head):
        token = tokens[k]
        capital = token.is_capital and (k > 0 or _RELATIVE.search(token.lower))
        if capital and token.lemma not in _GENERIC_ADJECTIVES:
            return token.lemma
    return None


def _cases(tokens: Sequence[Token], first: int, head: int) -> frozenset[str]:
    """The cases the head can stand in, narrowed by its adjectives."""
    cases = {f.case for f in tokens[head].forms if f.pos == "NOUN" and f.case} or {"nomn", "gent", "datv", "accs", "ablt", "loct"}
    for k in range(first, head):
        own = {case for case, _, _ in adjective_cases(tokens[k].lower)}
        if own & cases:
            cases &= own
    return frozenset(c for c in cases if c)


def _place(sentence: Sentence, text: str, first: int, head: int, variant: Head) -> list[ActorMention]:
    tokens = sentence.tokens
    adjective = _named_adjective(tokens, first, head)
    after = _proper_after(sentence, text, head) if "noun" in variant.flags or adjective is None else None
    if adjective is None and after is None:
        return []
    if adjective is not None and after is not None and _of_country(adjective):
        adjective = None  # «финский город Йоэнсуу»
    last, name = head + 1, ""
    plural = _plural(tokens[head])
    if adjective is not None:
        lead = next(k for k in range(first, head) if tokens[k].is_capital)
        name = phrase_nominative(tokens[lead : head + 1], head - lead, text)
    else:
        lead = _lead_of_type(tokens, first, head)
        assert after is not None
        if plural:
            return _listed(sentence, text, head, variant)
        last = after[0]
        name = phrase_nominative(tokens[lead : head + 1], head - lead, text) + " " + after[1]
    parent, _ = tails.place_tail(sentence, text, last)
    return [
        ActorMention(
            sentence.index,
            lead,
            last,
            tokens[lead].start,
            tokens[last - 1].end,
            "place",
            _kind_of_type(name, variant.kind),
            name,
            _cases(tokens, first, head),
            parent,
            adjective,
        )
    ]


@remembered(5_000)
def _of_country(adjective: str) -> bool:
    """Whether an adjective names a country («финский»)."""
    found = place_by_adjective(adjective)
    return bool(found) and found[0].kind == "country"


def _kind_of_type(name: str, kind: str) -> str:
    """The kind that two type words give together: an «автономный округ» is a region, a bare «округ» a district."""
    words = type_of(name)
    return type_words()[words][0][0].rstrip("!") if words and " " in words else kind


def _lead_of_type(tokens: Sequence[Token], first: int, head: int) -> int:
    """Where a type phrase begins: «муниципальный округ», «городской округ» keep their adjective, others drop it."""
    keep = ("муниципальн", "городск", "автономн", "внутригородск", "сельск")
    return next((k for k in range(first, head) if tokens[k].lower.startswith(keep)), head)


def _proper_after(sentence: Sentence, text: str, head: int) -> tuple[int, str] | None:
    """The proper name after a type word: `(end token, name in the nominative)` («город Минск», «провинция Шаньдун»)."""
    tokens = sentence.tokens
    at = head + 1
    if at >= len(tokens):
        return None
    if tokens[at].text == "." and at + 1 < len(tokens):
        at += 1
    found = toponym_at(tokens, at)
    if found:
        return None if _is_owner(tokens, at, head, found) else (found[0], found[1])
    token = tokens[at]
    if token.text in '«"':
        close = next((k for k in range(at + 1, min(at + 6, len(tokens))) if tokens[k].text in '»"'), None)
        return (close + 1, text[tokens[at].start : tokens[close].end]) if close else None
    if token.is_word and token.is_capital and not token.text.isupper() and not _is_plain_adjective(tokens, at):
        if _of_a_person(tokens, at, head):
            return None
        return at + 1, _settlement_nominative(token.text, tokens[head])
    if token.is_word and token.is_capital and is_adjective(token.lower) and at + 1 < len(tokens) and _is_head(tokens[at + 1]):
        return at + 2, phrase_nominative(tokens[at : at + 2], 1, text)
    if token.is_word and token.is_capital and tokens[head].lemma == "поселение" and token.lower.endswith(("ское", "цкое")):
        return at + 1, token.text  # «сельского поселения Медновское»
    return None


def _is_plain_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is an adjective; one that only its ending makes so is a name («город Нови-Бечей»)."""
    word = tokens[at]
    if not is_adjective(word.lower):
        return False
    sure = any(f.known for f in word.forms) or bool(_RELATIVE.search(word.lower))
    return sure or at + 1 < len(tokens) and _is_head(tokens[at + 1])


def _is_owner(tokens: Sequence[Token], at: int, head: int, place: Toponym) -> bool:
    """Whether a country behind a smaller type word is what that lies in («города Китая», «области Беларуси»), not its name."""
    if not place.entries or any(entry.kind != "country" for entry in place.entries):
        return False
    small = any(variant.kind in ("city", "district", "settlement", "region") for variant in _head_of(tokens[head].text))
    return small and tokens[head].lemma != "республика" and any(f.case == "gent" for f in tokens[place.end - 1].forms)


def _of_a_person(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether a name behind a type word begins a person's («глава администрации города Евгения Власова»)."""
    cases = {f.case for f in tokens[head].forms if f.case} | {"nomn"}
    given = [f for f in tokens[at].forms if "Name" in f.tags and f.known]
    capital = at + 1 < len(tokens) and tokens[at + 1].is_capital
    if capital and any("Surn" in f.tags for f in tokens[at + 1].forms):
        return True
    if given and capital and any(f.case == "nomn" for f in given) and "nomn" not in {f.case for f in tokens[head].forms}:
        return True  # «председатель палаты региона Николай …»: the head is in another case than the name
    return bool(given) and not any(f.case in cases for f in given)


def _settlement_nominative(word: str, head: Token) -> str:
    """A name the gazetteer does not know, after its type word: in the head's case it is inflected back, else kept."""
    from pobratim.text.nominative import like

    cases = {f.case for f in head.forms if f.case}
    for form in forms(word.lower()):
        if form.case in cases and form.case != "nomn" and form.pos == "NOUN" and form.known:
            return like(form.lemma, word)
    return word


def _listed(sentence: Sentence, text: str, head: int, variant: Head) -> list[ActorMention]:
    """«города Минск и Тверь»: every name of the list under the plural type word."""
    tokens = sentence.tokens
    found: list[ActorMention] = []
    at = head + 1
    while at < len(tokens):
        name = _proper_after(sentence, text, at - 1)
        if name is None:
            break
        found.append(
            ActorMention(
                sentence.index,
                at,
                name[0],
                tokens[at].start,
                tokens[name[0] - 1].end,
                "place",
                variant.kind,
                name[1],
                _cases(tokens, head, head),
            )
        )
        at = name[0]
        if at < len(tokens) and tokens[at].lower in _JOINS:
            at += 1
        else:
            break
    return found


def _body(sentence: Sentence, text: str, first: int, head: int, variant: Head) -> list[ActorMention]:
    tokens = sentence.tokens
    if _of_all(tokens, head):
        return []
    adjective = _named_adjective(tokens, first, head)
    tail = tails.body_tail(sentence, text, head, variant, adjective is not None)
    named = adjective is not None or tail.named or "self" in variant.flags
    if not named or ("loose" in variant.flags and not tail.proper):
        return []
    lead = _name_begins(tokens, first, head, variant.kind == "company" and tail.proper)
    cases = _cases(tokens, first, head)
    if tokens[head].lemma in joint.JOINT and (sides := joint.sides_of_group(sentence, text, head, tail)):
        sides[0].first, sides[0].start = lead, tokens[lead].start
        for side in sides:
            side.cases = cases
        return sides
    if len(tail.inner) > 1 and joint.joined(tokens, tail.inner) and tails.may_be_plural(tokens[head], variant):
        return [_one_of_many(sentence, text, lead, head, variant, place, cases, tail.inner) for place in tail.inner]
    gender = "femn" if "femn" in variant.flags else None
    name = phrase_nominative(tokens[lead : tail.last], head - lead, text, gender=gender)
    if "form" in variant.flags:
        quoted = _inside_quotes(tokens[head : tail.last], text)
        if quoted is None:
            return _behind_form(sentence, text, lead, tail.last, cases)
        name = quoted
    kind = _kind_of(name) if "form" in variant.flags else variant.kind
    if kind == "ministry" and tokens[head - 1].lemma in ("исполнительный", "народный"):
        kind = "administration"  # «областной исполнительный комитет» is the облисполком, «народный комитет» is Vietnam's
    of_party = kind in ("ministry", "party") and any(t.lemma == "партия" for t in tokens[head : tail.last])
    return [
        ActorMention(
            sentence.index,
            lead,
            tail.last,
            tokens[lead].start,
            tokens[tail.last - 1].end,
            "body",
            "party" if of_party else kind,
            name,
            cases,
            tail.inner[-of_party] if tail.inner else None,  # «комитет партии КНР города Далянь» is the town's
            adjective,
            inner=tail.inner,
        )
    ]


def _name_begins(tokens: Sequence[Token], first: int, head: int, firm: bool) -> int:
    """Where a body's name begins behind adjectives that are none of it («данное министерство», «китайская компания Haier»)."""
    lead = first
    while lead < head and not tokens[lead].is_capital and tokens[lead].lemma in _GENERIC_ADJECTIVES:
        lead += 1
    while firm and lead < head and _of_country(tokens[lead].lemma):
        lead += 1
    return lead


def _of_all(tokens: Sequence[Token], head: int) -> bool:
    """«с парламентами регионов России», «главами правительств стран»: bodies of which none is named."""
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is None or after.is_capital or after.lemma not in _TERRITORIES or not _plural(tokens[head]):
        return False
    return any(f.case == "gent" and f.number == "plur" for f in after.forms)


def _behind_form(sentence: Sentence, text: str, lead: int, at: int, cases: frozenset[str]) -> list[ActorMention]:
    """The name in apposition behind a legal form («учреждением … образования Славянским университетом»)."""
    if at >= len(sentence.tokens):
        return []
    found = mentions_at(sentence, text, at)
    if len(found) != 1 or found[0].layer != "body" or not found[0].cases & cases:
        return []
    found[0].first, found[0].start = lead, sentence.tokens[lead].start
    return found


def _inside_quotes(tokens: Sequence[Token], text: str) -> str | None:
    """The quoted name behind a legal form («… учреждение «Ленинградский государственный университет»»)."""
    opened = next((t for t in tokens if t.text in '«"„'), None)
    if opened is None:
        return None
    inner = text[opened.end : tokens[-1].end].rstrip('»"” ')
    first = inner.split(" ")
    has_head = any(f.lemma in heads() for word in first for f in forms(word.lower().strip(".,")) if f.pos == "NOUN")
    return inner if has_head else None


def _kind_of(name: str) -> str:
    for word in name.split():
        for form in forms(word.lower().strip("«».,")):
            if form.pos == "NOUN" and form.lemma in heads():
                return heads()[form.lemma][-1].kind
    return "other"


def _one_of_many(
    sentence: Sentence,
    text: str,
    lead: int,
    head: int,
    variant: Head,
    place: ActorMention,
    cases: frozenset[str],
    inner: list[ActorMention],
) -> ActorMention:
    """«правительствами Тверской и Калужской областей»: the body of one of the places."""
    tokens = sentence.tokens
    start = lead if place is inner[0] else place.first
    first_place = min(p.first for p in inner)
    topic = text[tokens[head + 1].start : tokens[first_place - 1].end] + " " if first_place > head + 1 else ""
    name = phrase_nominative(tokens[lead : head + 1], head - lead, text) + " " + topic + place_genitive(place, text)
    return ActorMention(
        sentence.index,
        start,
        place.last,
        tokens[start].start,
        place.end,
        "body",
        variant.kind,
        name,
        cases,
        place,
        inner=[place],
    )


def place_genitive(place: ActorMention, text: str) -> str:
    """A place's name in the genitive, by inflecting its nominative («Тверская область» → «Тверской области»)."""
    from pobratim.text.inflect import genitive

    return genitive(place.name)


def _is_university(text: str) -> bool:
    return len(text) > 2 and text[-1] == "У" and _UNIVERSITY.fullmatch(text) is not None


def _university(sentence: Sentence, at: int) -> list[ActorMention]:
    """«ЮУрГУ», «КазНУ»: an abbreviation that ends as universities' do."""
    token = sentence.tokens[at]
    if not _is_university(token.text):
        return []
    return [ActorMention(sentence.index, at, at + 1, token.start, token.end, "body", "university", token.text, _ALL_CASES)]


def _cases_of_first(token: Token) -> frozenset[str]:
    """The cases of a name whose last word stays as it is («Исламской Республикой **Пакистан**», «Султаната Оман»)."""
    own = {case for case, _, _ in adjective_cases(token.lower)}
    return frozenset(own or {f.case for f in token.forms if f.case and token.lemma in _REALMS})


def _bare(sentence: Sentence, text: str, at: int) -> list[ActorMention]:
    """A toponym without a type word («Минск», «Республика Сербская», «47 регион»)."""
    tokens = sentence.tokens
    found = toponym_at(tokens, at)
    if not found:
        return _university(sentence, at)
    last, name, entries = found
    kind = entries[0].kind if entries else "other"
    cases = frozenset(f.case for f in tokens[last - 1].forms if f.case) or _ALL_CASES
    if last - at > 1 and name.endswith(" " + tokens[last - 1].text):
        cases = _cases_of_first(tokens[at]) or cases
    if "nomn" in cases and at > 1 and tokens[at - 1].text == "." and tokens[at - 2].text in _SHORT_TYPES:
        cases = _ALL_CASES  # «в г. Симферополь»
    if name.isupper() and len(name) > 1:
        cases = _ALL_CASES  # «район ЛНР»
    if name[-1] in "оеуэю" and tokens[last - 1].text == name and not name.endswith(_DECLINED):
        cases = _ALL_CASES  # «совет Осло»
    parent = None if kind == "country" else tails.place_tail(sentence, text, last)[0]  # «города России Тверь и Тула»
    return [ActorMention(sentence.index, at, last, tokens[at].start, tokens[last - 1].end, "place", kind, name, cases, parent)]

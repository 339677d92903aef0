"""Post words of a sentence: the head noun («губернатор»), the words before it that belong to it, its cases."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from pobratim.annotate.name import Name
from pobratim.core.memo import remembered
from pobratim.lexicon.people import post_modifiers, posts
from pobratim.text.morph import CASES, forms
from pobratim.text.offset import token_range
from pobratim.text.token import Sentence, Token

from .name_span import NameSpan

_PARTICIPLES = {"управляющ": "управляющий", "заведующ": "заведующий", "командующ": "командующий", "исполняющ": "исполняющий"}
_PARTICIPLE_STEMS = tuple(_PARTICIPLES)
_PARTICIPLE_VERBS = frozenset(("управлять", "заведовать", "командовать", "исполнять"))
_NEED_MODIFIER = frozenset(("голова", "старшина", "сила"))
_ADJECTIVAL = ("ADJF", "PRTF")
_INITIALS = re.compile(r"[Ии]\s*\.\s*[Оо]\s*\.")


class PostHead(Struct, eq=False):
    """A post noun at token `head` with its modifiers from `first`; the tail begins at `after`.

    `cases` are those of the singular, `plural_cases` those of the plural; `acting` for «врио», «и.о.».
    """

    first: int
    head: int
    after: int
    lemma: str
    kind: str
    cases: frozenset[str]
    plural_cases: frozenset[str]
    acting: bool = False
    used: bool = False


class PostContext(Struct):
    """A sentence with its names, places, organisations and post words, by token."""

    sentence: Sentence
    tokens: list[Token]
    text: str
    names: list[NameSpan]
    entities: dict[int, int] = {}
    name_at: dict[int, NameSpan] = {}
    heads: list[PostHead] = []
    head_at: dict[int, PostHead] = {}


def post_context(sentence: Sentence, text: str, names: list[Name], people: list[NameSpan], likely: list[Token]) -> PostContext:
    """Everything the post rules look at in a sentence; `names` are the tagger's, `people` the repaired names, `likely` the
    tokens that may be a post.
    """
    found = PostContext(sentence, sentence.tokens, text, people)
    inside: set[int] = set()
    for span in people:
        for i in range(span.first, span.last):
            found.name_at[i] = span
    for name in names if likely else ():
        tokens = range(*token_range(sentence.tokens, name.start, name.end))
        if name.kind == "PER":  # «вице-губернатором Хоккайдо | Синдзи Асада»: the place that was cut off the name
            tokens = range(tokens[0], next((i for i in tokens if i in found.name_at), tokens[0])) if tokens else tokens
        if tokens and found.name_at.keys().isdisjoint(tokens):
            found.entities[tokens[0]] = tokens[-1] + 1
            if name.kind == "ORG":
                noun = next((i for i in tokens if _is_head_noun(sentence.tokens[i])), tokens[-1])
                inside.update(i for i in tokens if i > noun)
    for token in likely:
        if token.lower != "и" and (not token.forms or post_lemma(token.lower) is None):
            continue
        if token.index not in found.name_at and token.index not in inside:
            head = _head_at(found, token)
            if head:
                found.heads.append(head)
                found.head_at[head.first] = head
    return found


def may_be_posts(sentence: Sentence) -> list[Token]:
    """The tokens that the list of posts knows or that may be a post without it, in order; none in most sentences."""
    told = sentence.uses.get("post", [])
    if odd := _odd_words(sentence):
        told = sorted({*told, *[token.index for token in sentence.tokens if token.lower in odd]})
    return [sentence.tokens[at] for at in told]


def _odd_words(sentence: Sentence) -> set[str]:
    """The words that may be a post though the list of posts does not have them, such as the «и» of «и.о.»."""
    words = sentence.words
    odd = set(words & _acting())
    if "и" in words and "о" in words and _INITIALS.search(sentence.text):
        odd.add("и")
    likely = [word for word in words if "-" in word and word[0].isalpha()] if "-" in sentence.text else []
    if not sentence.lemmas.isdisjoint(_PARTICIPLE_VERBS):
        likely += [word for word in words if word.startswith(_PARTICIPLE_STEMS)]
    odd.update([word for word in likely if post_lemma(word) is not None])
    return odd


@cache
def _acting() -> frozenset[str]:
    """Those of the words before a post that may stand for one («врио»)."""
    return frozenset([word for word in post_modifiers() if post_lemma(word) is not None])


def _is_head_noun(token: Token) -> bool:
    return bool(token.forms) and token.forms[0].pos == "NOUN"


@remembered(20_000)
def post_lemma(word: str) -> tuple[str, str, frozenset[str], frozenset[str]] | None:
    """Lemma, kind, singular and plural cases of a post noun's form (lower case), or None.

    >>> post_lemma("экс-губернатором")[:2]
    ('экс-губернатор', 'region_head')
    """
    if word.startswith(_PARTICIPLE_STEMS):
        for stem, lemma in _PARTICIPLES.items():
            if word.startswith(stem) and word != lemma[:-2]:
                found = [f for f in forms(word) if f.pos in ("PRTF", "NOUN") and f.case]
                table = "acting" if lemma == "исполняющий" else posts()[lemma]
                return lemma, table, _cases(found, "sing"), _cases(found, "plur")
    if post_modifiers().get(word) == "acting" and not word.startswith("врем"):
        return word, "acting", frozenset(CASES), frozenset()
    known = posts()
    for form in forms(word):
        if form.lemma not in known and "-" not in form.lemma:
            continue  # nearly every word
        kind = _kind(form.lemma) if form.pos == "NOUN" else None
        if kind:
            found = [f for f in forms(word) if f.lemma == form.lemma and f.pos == "NOUN" and f.case]
            found = [f for f in found if f.animacy != "inan"] or found  # «посол» of fish has another accusative
            return form.lemma, kind, _cases(found, "sing"), _cases(found, "plur")
    return None


def _kind(lemma: str) -> str | None:
    table = posts()
    if lemma in table:
        return table[lemma]
    prefix, dash, base = lemma.partition("-")
    if dash:
        if prefix in ("экс", "вице", "со", "врио", "пресс", "топ", "бизнес", "кибер"):
            return table.get(base)
        return table.get(prefix) if prefix != "генерал" else "military"
    return None


def _cases(found: list, number: str) -> frozenset[str]:  # type: ignore[type-arg]
    return frozenset(f.case for f in found if f.number == number and f.case)


def _head_at(context: PostContext, token: Token) -> PostHead | None:
    if token.lower == "и" and _spells_acting(context.tokens, token.index):
        after = token.index + 4
        return PostHead(token.index, token.index, after, "и.о.", "acting", frozenset(CASES), frozenset(), True)
    if not token.text[0].isalpha() or (token.text.isupper() and len(token.text) > 1 and token.lower != "врио"):
        return None
    found = post_lemma(token.lower)
    if not found:
        return None
    if token.lower == "главе" and token.index and context.tokens[token.index - 1].lower == "во":
        return None
    lemma, kind, cases, plural = found
    if lemma == "рабочий" and _before_its_noun(context.tokens, token):
        return None  # «в ходе рабочего визита мэра»
    head = PostHead(token.index, token.index, token.index + 1, lemma, kind, cases, plural, kind == "acting")
    head.first = _first_modifier(context, head)
    if lemma in _NEED_MODIFIER and head.first == head.head:
        return None
    if lemma == "исполняющий":
        if token.index + 1 >= len(context.tokens) or context.tokens[token.index + 1].lower != "обязанности":
            return None
        head.after += 1
    return head


def _before_its_noun(tokens: list[Token], token: Token) -> bool:
    """Whether a word that may be an adjective stands before a noun it agrees with."""
    after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    if after is None or not after.forms or after.is_capital or after.forms[0].pos != "NOUN":
        return False
    own = {(f.case, f.number) for f in token.forms}
    return any((f.case, f.number) in own for f in after.forms[:1])


def _spells_acting(tokens: list[Token], at: int) -> bool:
    """«и.о.» or «и. о.»."""
    return at + 3 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 2].lower == "о" and tokens[at + 3].text == "."


def _first_modifier(context: PostContext, head: PostHead) -> int:
    """The first of the adjectives before a post noun that agree with it («Чрезвычайный и Полномочный Посол»)."""
    tokens, at = context.tokens, head.head
    cases = head.cases | head.plural_cases
    while at > 0:
        token = tokens[at - 1]
        if token.index in context.name_at:
            break
        if _agrees(token, cases) or _goes_with(head, token):
            at -= 1
        elif token.lower == "и" and 1 < at < head.head and at - 2 not in context.name_at and _agrees(tokens[at - 2], cases):
            at -= 2
        else:
            break
    while at < head.head and (_dropped(tokens[at]) or tokens[at].lower == "и"):
        at += 1
    return at


def _goes_with(head: PostHead, token: Token) -> bool:
    """«временно исполняющий», «гвардии подполковник»."""
    return (head.acting and token.lower == "временно") or (head.kind == "military" and token.lower == "гвардии")


def _agrees(token: Token, cases: frozenset[str]) -> bool:
    if not token.text[0].isalpha():
        return token.text[0].isdigit() and "-" in token.text
    return any(
        f.case in cases and f.pos in _ADJECTIVAL and "Apro" not in f.tags and not (f.pos == "PRTF" and f.lemma != "действовать")
        for f in token.forms
    )


def _dropped(token: Token) -> bool:
    return any(post_modifiers().get(lemma) == "not" for lemma in token.lemmas)

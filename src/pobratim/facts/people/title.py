"""The title of a post in the nominative, and the part of it that names the organisation or place."""

from __future__ import annotations

import re

from pobratim.lexicon.people import posts
from pobratim.text.nominative import adjective_cases, adjective_nominative, like
from pobratim.text.token import Token

from .head import PostContext, PostHead, post_lemma
from .mention import PostMention

_TRAILING = " ,;:–—-"
_EXPLAINED = re.compile(r"\s*\([^()]*\s[^()]*\)$")  # «области (Кыргызская Республика)», but «Саха (Якутия)» stays
_CUT = frozenset(("этот", "тот", "наш", "свой", "данный"))


def post_mention(context: PostContext, head: PostHead, end: int, tail: str | None = None) -> PostMention:
    """The post that a head and its tail (up to token `end`) make.

    Args:
        context: the sentence with its names.
        head: the post noun and its modifiers.
        end: the token index after the tail.
        tail: the tail's text, where it is not that of the page («областей» made «области» for one of two governors).
    """
    tokens = context.tokens
    end = next((k for k in range(head.after, end) if not tokens[k].lemmas.isdisjoint(_CUT)), end)
    words = context.text[tokens[head.after].start : tokens[end - 1].end] if end > head.after else ""
    words = _EXPLAINED.sub("", " ".join(words.split()).rstrip(_TRAILING))
    name = tail if tail is not None else words
    lemma, kind, of = _inner(context, head, end)
    title = _lowered(context, head, f"{_front(context, head)} {name}".strip())
    return PostMention(
        context.sentence.index,
        tokens[head.first].start,
        tokens[max(end, head.after) - 1].end,
        title,
        lemma,
        kind,
        head.acting,
        head.cases,
        tokens[of].start if of < end else None,
        tokens[end - 1].end if of < end else None,
        tail if tail is not None else context.text[tokens[of].start : tokens[end - 1].end] if of < end else "",
    )


def _lowered(context: PostContext, head: PostHead, title: str) -> str:
    """Without the capital that only the beginning of the sentence gave («Первый заместитель …»)."""
    tokens = context.tokens
    opens = all(not token.is_word for token in tokens[: head.first])
    front = tokens[head.first : head.after]
    if not opens or len(front) > 1 and front[1].is_capital and front[1].is_word or tokens[head.first].text.isupper():
        return title
    return title[:1].lower() + title[1:]


def _front(context: PostContext, head: PostHead) -> str:
    """The modifiers and the noun in the nominative singular («Чрезвычайный и Полномочный Посол»)."""
    tokens = context.tokens
    if head.lemma == "и.о.":
        return context.text[tokens[head.head].start : tokens[head.after - 1].end]
    gender = _gender(tokens[head.first : head.head])
    before = tokens[head.first : head.head]
    words = [adjective_nominative(t.text, gender) if t.is_adjective else t.text for t in before]
    if head.lemma == "исполняющий":
        gender = _gender(tokens[head.head : head.head + 1])
        words += [adjective_nominative(tokens[head.head].text, gender), tokens[head.head + 1].text]
    else:
        words.append(like(head.lemma, tokens[head.head].text))
    return " ".join(words)


def _gender(adjectives: list[Token]) -> str:
    """Feminine only where an adjective can be nothing else («первая заместитель»)."""
    for token in adjectives:
        genders = {gender for _, number, gender in adjective_cases(token.lower) if number == "sing"}
        if genders == {"femn"}:
            return "femn"
    return "masc"


def _inner(context: PostContext, head: PostHead, end: int) -> tuple[str, str, int]:
    """Lemma and kind of the post, and the token where its organisation begins, past posts inside the tail.

    «врио губернатора Тверской области» counts as a governor; «заместитель председателя правительства» stays a deputy
    whose organisation is «правительства».
    """
    lemma, kind, k = head.lemma, head.kind, head.after
    at = k
    while at < end:
        found = post_lemma(context.tokens[at].lower) if context.tokens[at].text[0].isalpha() else None
        if found and found[0] in posts():
            if kind == "acting":
                lemma, kind = found[0], found[1]
            k = at = at + 1
        elif context.tokens[at].is_adjective and at + 1 < end:
            at += 1
        else:
            break
    return lemma, kind, k

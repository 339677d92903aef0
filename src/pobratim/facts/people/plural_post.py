"""Posts in the plural over several names: «губернаторы Тверской и Калужской областей А и Б», «А и Б, два мэра»."""

from __future__ import annotations

from pobratim.facts.marks import DASHES
from pobratim.text.morph import raw_parses
from pobratim.text.nominative import like, noun_form, noun_nominative
from pobratim.text.token import Token

from .attached import AFTER_MARKS, Attached, plausible_cases
from .head import PostContext, PostHead
from .name_span import NameSpan
from .tail import tail_end
from .title import post_mention

_NUMERALS = frozenset(("два", "двое", "оба", "три", "трое"))


def attach_plurals(context: PostContext, attached: Attached) -> None:
    """«губернаторы Тверской и Калужской областей А и Б»: to each name its own post."""
    for head in context.heads:
        if head.used or not head.plural_cases:
            continue
        target = next((name for name in context.names if name.first > head.head), None)
        if target is None:
            continue
        stop = target.first
        end = tail_end(context, head, stop, target=True)
        if end != stop and not (end + 1 == stop and context.tokens[end].text in DASHES):
            continue
        names = listed(context, target)
        if len(names) < 2 and end == stop:
            continue
        if not all(head.plural_cases & plausible_cases(name) for name in names):
            continue
        head.used = True
        tails = _shared_tails(context, head, end, len(names))
        for name, tail in zip(names, tails, strict=True):
            post = post_mention(context, head, end, tail)
            post.cases = head.plural_cases
            attached[name].append(post)


def attach_counted(context: PostContext, span: NameSpan, attached: Attached) -> None:
    """«Сергей Собянин и Синиша Мали, два мэра,»: the post of each of them."""
    tokens, k = context.tokens, span.last
    if k + 2 >= len(tokens) or tokens[k].text not in AFTER_MARKS or tokens[k + 1].lemma not in _NUMERALS:
        return
    head = context.head_at.get(k + 2)
    if head is None or head.used:
        return
    head.used = True
    for name in context.names:
        if name.first <= span.first and span in listed(context, name):
            attached[name].append(post_mention(context, head, head.after))


def listed(context: PostContext, first: NameSpan) -> list[NameSpan]:
    """Names joined by commas and «и» from one on."""
    found, tokens = [first], context.tokens
    for name in context.names:
        gap = [t.lower for t in tokens[found[-1].last : name.first]]
        if name.first > found[-1].first and gap and all(word in (",", "и", "а", "также") for word in gap):
            found.append(name)
    return found


def _shared_tails(context: PostContext, head: PostHead, end: int, count: int) -> list[str]:
    """The tail of each of `count` people: theirs alone where the tail lists as many, else the common one."""
    tokens = context.tokens[head.after : end]
    if not tokens:
        return [""] * count
    text = context.text[tokens[0].start : tokens[-1].end]
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == "," or token.lower == "и":
            pieces.append([])
        else:
            pieces[-1].append(token)
    pieces = [piece for piece in pieces if piece]
    if any(any(f.pos == "NUMR" for f in t.forms) or t.text.isdigit() for t in tokens):
        return [""] * count
    if len(pieces) != count:
        return [_singular(text) if len(tokens) == 1 else text] * count
    return [_own_tail(context, piece, pieces[-1]) for piece in pieces]


def _own_tail(context: PostContext, piece: list[Token], last: list[Token]) -> str:
    """«Тверской» of «Тверской и Калужской областей» → «Тверской области»."""
    words = context.text[piece[0].start : piece[-1].end]
    noun = last[-1] if last[0].is_adjective else None
    form = noun_form(noun.lower) if noun else None
    if noun is None or form is None or form.number != "plur" or not piece[0].is_adjective:
        return words
    own = [t for t in piece if t is not noun and not _is_plural(t)]
    shared = [t for t in last[:-1] if _is_plural(t)]
    base = noun_form(noun_nominative(noun.text).lower())
    gender = base.gender if base else None
    return " ".join([*(t.text for t in own), *(_genitive(t.text, gender) for t in shared), _singular(noun.text)])


def _is_plural(token: Token) -> bool:
    return bool(token.forms) and token.forms[0].pos == "ADJF" and token.forms[0].number == "plur"


def _genitive(word: str, gender: str | None) -> str:
    """A plural adjective in the genitive singular («народных» → «народной»)."""
    for parse in raw_parses(word.lower()):
        form = parse.inflect({"gent", "sing", gender or "masc"}) if parse.tag.POS == "ADJF" else None
        if form:
            return like(str(form.word), word)
    return word


def _singular(word: str) -> str:
    """A plural noun in the singular of its case («областей» → «области»)."""
    for parse in raw_parses(word.lower()):
        form = parse.inflect({"sing", "gent"}) if "plur" in parse.tag and "gent" in parse.tag else None
        if form:
            return like(str(form.word), word)
    return word

"""Which posts belong to which name: those before it and those in apposition after it."""

from __future__ import annotations

from pobratim.facts.marks import DASHES
from pobratim.lexicon.people import post_modifiers
from pobratim.text.declension import is_given
from pobratim.text.token import Token

from .attached import AFTER_MARKS, Attached, plausible_cases
from .head import PostContext, PostHead
from .name_span import NameSpan, is_east_asian_first
from .plural_post import attach_counted, attach_plurals
from .tail import next_post, tail_end
from .title import post_mention
from .told_post import attach_appointed

_BETWEEN = frozenset(("ныне", "тогда", "теперь", "также", "а", "и", "ранее", "прежде"))
_CHUNK = 8  # tokens of an apposition that tells no post
_CLOSERS = (",", ".", ")", ";", ":", "!", "?", "»", "…", *DASHES)
_OCCUPATIONS = frozenset(("culture", "media", "sport", "academic", "staff", "business", "law", "degree"))


def attach_posts(context: PostContext) -> Attached:
    """The posts of every name of a sentence, in the order of the text; `used` is set on the post words taken."""
    attached: Attached = {span: [] for span in context.names}
    if not context.heads:
        return attached  # most sentences
    for span in context.names:
        _before(context, span, attached)
    attach_plurals(context, attached)
    for span in context.names:
        _after(context, span, attached)
        attach_counted(context, span, attached)
    attach_appointed(context, attached)
    for posts in attached.values():
        posts.sort(key=lambda post: post.start)
    return attached


def _previous(context: PostContext, span: NameSpan) -> NameSpan | None:
    before = [name for name in context.names if name.last <= span.first]
    return before[-1] if before else None


def _before(context: PostContext, span: NameSpan, attached: Attached) -> None:
    """The chain of posts that ends right before a name («председатель … – руководитель … Акылбек Жапаров»)."""
    stop = span.first
    while stop and (context.tokens[stop - 1].text in ("«", '"') or _is_honorific(context.tokens[stop - 1])):
        stop -= 1
    apart = _stands_apart(context, span, stop)
    stop -= apart
    heads = [head for head in context.heads if not head.used and head.head < stop]
    if not heads:
        return  # most names; in which cases they may stand need not be worked out
    cases = plausible_cases(span)
    previous = _previous(context, span)
    for head in heads:
        if not head.cases & cases and not (head.cases and _is_undeclined(span)):
            continue
        if previous and head.head < previous.last and "gent" not in plausible_cases(previous):
            continue
        if apart and _follows_name(context, head, previous):
            continue
        chain = _chain(context, head, stop)
        if chain is None or _is_anothers(context, span, head):
            continue
        if previous and not attached[previous] and _is_apposition(context, previous, chain):
            chain = chain[1:]
        for link, end in chain:
            link.used = True
            attached[span].append(post_mention(context, link, end))
        return


def _is_undeclined(span: NameSpan) -> bool:
    """Whether a foreign name may stand in any case as it is («мэром Безансона Анн Виньо»)."""
    last = span.tokens[-1]
    if len(span.words) == 2 and is_east_asian_first(span.words[0]):
        return True
    first = span.words[0].lower
    if len(span.words) == 2 and last.lower[-1] == "а" and first[-1] in "оуюэи" and not is_given(first):
        return True  # «вице-губернатором Хоккайдо Синдзи Асада»
    return len(span.words) > 1 and last.lower[-1] in "оуюэеи" and not any(f.known for f in last.forms)


def _stands_apart(context: PostContext, span: NameSpan, stop: int) -> bool:
    """«Глава района, Пётр Иванов, подписал»: the name between commas, behind the post that it tells again."""
    tokens = context.tokens
    if stop < 2 or tokens[stop - 1].text != "," or len(span.words) < 2:
        return False
    after = tokens[span.last].text if span.last < len(tokens) else "."
    return after in (",", ".", ")") and span.last + 1 not in context.head_at and span.last + 1 not in context.name_at


def _follows_name(context: PostContext, head: PostHead, previous: NameSpan | None) -> bool:
    """Whether a post stands in a list of people or behind somebody else's name («Иван Петров, мэр Гродно, Пётр …»)."""
    before = context.tokens[head.first - 1].text if head.first else ""
    return before == "," and previous is not None and previous.last == head.first - 1


def _chain(context: PostContext, head: PostHead, stop: int) -> list[tuple[PostHead, int]] | None:
    """The posts from `head` on, each with the end of its tail, if together they reach `stop`; else None."""
    found = []
    while True:
        end = tail_end(context, head, stop, target=True)
        found.append((head, end))
        if end == stop:
            return found
        second = next_post(context, head, end)
        if second is None or second.head >= stop:
            return None
        bare = end == head.after and head.first == head.head
        if bare and context.tokens[end].lower == "и" and second.kind not in _OCCUPATIONS:
            return None
        head = second


def _is_anothers(context: PostContext, span: NameSpan, head: PostHead) -> bool:
    """«Адвокат Александра Кокорина Андрей Ромашов»: a name in the genitive is a part of the next man's post."""
    following = context.name_at.get(span.last)
    if following is None or "gent" not in plausible_cases(span):
        return False
    return bool(head.cases & plausible_cases(following) - {"gent", "accs"})


def _is_honorific(token: Token) -> bool:
    """«г-ном», «госпожой», «д-ром» between a post and a name."""
    words = token.lemmas | {token.lower[:3]} if "-" in token.text else token.lemmas
    return any(post_modifiers().get(word) == "honorific" for word in words)


def _is_apposition(context: PostContext, previous: NameSpan, chain: list[tuple[PostHead, int]]) -> bool:
    """«Михаил Гулый, председатель …, и глава … Василий Панасенко»: the first post is the man's before it."""
    first = chain[0][0].first
    return len(chain) > 1 and first - previous.last == 1 and context.tokens[previous.last].text in AFTER_MARKS


def _after(context: PostContext, span: NameSpan, attached: Attached) -> None:
    """The posts in apposition after a name («Иван Петров, глава района,»; «(мэр)»; «– губернатор области»)."""
    tokens, k = context.tokens, span.last
    if k + 1 >= len(tokens) or tokens[k].text not in AFTER_MARKS:
        return
    dash = tokens[k].text in DASHES
    cases = plausible_cases(span)
    head = _head_after(context, k + 1) or (_head_in_next_chunk(context, k + 1, cases) if tokens[k].text == "," else None)
    if head is None or head.used:
        return
    if not head.cases & cases:
        return
    chain = _open_chain(context, head, dash)
    if chain is None:
        return
    for link, end in chain:
        link.used = True
        attached[span].append(post_mention(context, link, end))


def _head_after(context: PostContext, at: int) -> PostHead | None:
    """The post phrase that begins at a token or after words that do not belong to its title («ныне», «наш»)."""
    tokens = context.tokens
    for k in range(at, min(at + 4, len(tokens))):
        if k in context.head_at:
            return context.head_at[k]
        if not tokens[k].is_adjective and tokens[k].lower not in _BETWEEN:
            return None
    return None


def _head_in_next_chunk(context: PostContext, at: int, cases: frozenset[str]) -> PostHead | None:
    """«Александра Брода, известного борца с ксенофобией, члена Общественной палаты»: the post behind another apposition."""
    tokens = context.tokens
    for k in range(at, min(at + _CHUNK, len(tokens) - 1)):
        if tokens[k].text == "," and k > at:
            return context.head_at.get(k + 1)
        form = tokens[k].forms[0] if tokens[k].forms else None
        if form is None or k in context.name_at or form.pos in ("VERB", "GRND", "PRTS", "CONJ", "NPRO"):
            return None
        if k == at and (form.pos not in ("ADJF", "NOUN", "PRTF") or form.case not in cases):
            return None
    return None


def _open_chain(context: PostContext, head: PostHead, dash: bool) -> list[tuple[PostHead, int]] | None:
    """The posts after a name, where what follows them shows that they are no subject of their own."""
    found: list[tuple[PostHead, int]] = []
    tokens = context.tokens
    while True:
        end = tail_end(context, head, len(tokens), target=False)
        if end in context.name_at and not found:
            return None
        if end in context.name_at:
            return found
        found.append((head, end))
        second = next_post(context, head, end) if end < len(tokens) else None
        if second is None:
            break
        head = second
    if end >= len(tokens) or tokens[end].text in _CLOSERS or tokens[end].lower in ("и", "а", "который", "которая"):
        return found
    return found if dash or end > head.after else None

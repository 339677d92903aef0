"""Which posts belong to which name: before it, after it, in the plural over several names, told by a verb."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.lexicon.people import appointing, post_modifiers
from pobratim.text.morph import raw_parses
from pobratim.text.nominative import is_adjective, like, noun_form, noun_nominative
from pobratim.text.person_name import name_readings
from pobratim.text.token import Token

from .head import PostContext, PostHead
from .mention import PostMention
from .name_span import NameSpan
from .tail import next_post, tail_end
from .title import post_mention

Attached = dict[NameSpan, list[PostMention]]
Cases = Callable[[NameSpan], frozenset[str]]

_DASHES = ("–", "—", "-")
_AFTER_MARKS = (",", "(", *_DASHES)
_CLOSERS = (",", ".", ")", ";", ":", "!", "?", "»", "…", *_DASHES)
_PLAUSIBLE = 0.45
_NUMERALS = frozenset(("два", "двое", "оба", "три", "трое"))
_OCCUPATIONS = frozenset(("culture", "media", "sport", "academic", "staff", "business", "law", "degree"))
_APPOINTING_REACH = 8  # tokens


def attach_posts(context: PostContext) -> Attached:
    """The posts of every name of a sentence, in the order of the text; `used` is set on the post words taken."""
    attached: Attached = {span: [] for span in context.names}
    for span in context.names:
        _before(context, span, attached)
    _plurals(context, attached)
    for span in context.names:
        _after(context, span, attached)
        _counted(context, span, attached)
    _appointed(context, attached)
    for posts in attached.values():
        posts.sort(key=lambda post: post.start)
    return attached


def plausible_cases(span: NameSpan) -> frozenset[str]:
    """The cases a name may stand in by its form alone."""
    readings = name_readings(_text(span))
    best = readings[0].score
    return frozenset(case for r in readings if r.score >= best - _PLAUSIBLE for case in r.cases)


def _text(span: NameSpan) -> str:
    first, last = span.tokens[0], span.tokens[-1]
    base = span.sentence.start
    return span.sentence.text[first.start - base : last.end - base]


def _previous(context: PostContext, span: NameSpan) -> NameSpan | None:
    before = [name for name in context.names if name.last <= span.first]
    return before[-1] if before else None


def _before(context: PostContext, span: NameSpan, attached: Attached) -> None:
    """The chain of posts that ends right before a name («председатель … – руководитель … Акылбек Жапаров»)."""
    cases = plausible_cases(span)
    stop = span.first
    while stop and (context.tokens[stop - 1].text in ("«", "\"") or _is_honorific(context.tokens[stop - 1])):
        stop -= 1
    previous = _previous(context, span)
    for head in context.heads:
        if head.used or head.head >= stop or not head.cases & cases:
            continue
        if previous and head.head < previous.last and "gent" not in plausible_cases(previous):
            continue
        chain = _chain(context, head, stop)
        if chain is None or _is_anothers(context, span, head):
            continue
        if previous and not attached[previous] and chain[0][0].first > previous.last and _is_apposition(context, previous, chain):
            chain = chain[1:]
        for link, end in chain:
            link.used = True
            attached[span].append(post_mention(context, link, end))
        return


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


def _is_apposition(context: PostContext, previous: NameSpan, chain: list[tuple[PostHead, int]]) -> bool:
    """«Михаил Гулый, председатель …, и глава … Василий Панасенко»: the first post is the man's before it."""
    first = chain[0][0].first
    return len(chain) > 1 and first - previous.last == 1 and context.tokens[previous.last].text in _AFTER_MARKS


def _after(context: PostContext, span: NameSpan, attached: Attached) -> None:
    """The posts in apposition after a name («Иван Петров, глава района,»; «(мэр)»; «– губернатор области»)."""
    tokens, k = context.tokens, span.last
    if k + 1 >= len(tokens) or tokens[k].text not in _AFTER_MARKS:
        return
    dash = tokens[k].text in _DASHES
    head = _head_after(context, k + 1)
    if head is None or head.used:
        return
    cases = plausible_cases(span)
    if not head.cases & cases:
        return
    chain = _open_chain(context, head, dash)
    if chain is None:
        return
    for link, end in chain:
        link.used = True
        attached[span].append(post_mention(context, link, end))


def _counted(context: PostContext, span: NameSpan, attached: Attached) -> None:
    """«Сергей Собянин и Синиша Мали, два мэра,»: the post of each of them."""
    tokens, k = context.tokens, span.last
    if k + 2 >= len(tokens) or tokens[k].text not in _AFTER_MARKS or tokens[k + 1].lemma not in _NUMERALS:
        return
    head = context.head_at.get(k + 2)
    if head is None or head.used:
        return
    head.used = True
    for name in context.names:
        if name.first <= span.first and span in _listed(context, name):
            attached[name].append(post_mention(context, head, head.after))


def _head_after(context: PostContext, at: int) -> PostHead | None:
    """The post phrase that begins at a token or after words that do not belong to its title («ныне», «наш»)."""
    tokens = context.tokens
    for k in range(at, min(at + 4, len(tokens))):
        if k in context.head_at:
            return context.head_at[k]
        if not (is_adjective(tokens[k].lower) or tokens[k].lower in ("ныне", "тогда", "теперь", "также", "а", "и", "ранее", "прежде")):
            return None
    return None


def _open_chain(context: PostContext, head: PostHead, dash: bool) -> list[tuple[PostHead, int]] | None:
    """The posts after a name, where what follows them shows that they are no subject of their own."""
    found = []
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


def _plurals(context: PostContext, attached: Attached) -> None:
    """«губернаторы Тверской и Калужской областей А и Б»: to each his own."""
    for head in context.heads:
        if head.used or not head.plural_cases:
            continue
        target = next((name for name in context.names if name.first > head.head), None)
        if target is None:
            continue
        stop = target.first
        end = tail_end(context, head, stop, target=True)
        if end != stop and not (end + 1 == stop and context.tokens[end].text in _DASHES):
            continue
        listed = _listed(context, target)
        if len(listed) < 2 and end == stop:
            continue
        if not all(head.plural_cases & plausible_cases(name) for name in listed):
            continue
        head.used = True
        tails = _shared_tails(context, head, end, len(listed))
        for name, tail in zip(listed, tails, strict=True):
            post = post_mention(context, head, end, tail)
            post.cases = head.plural_cases
            attached[name].append(post)


def _listed(context: PostContext, first: NameSpan) -> list[NameSpan]:
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
        if token.text in (",",) or token.lower == "и":
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
    noun = last[-1] if is_adjective(last[0].lower) else None
    form = noun_form(noun.lower) if noun else None
    if noun is None or form is None or form.number != "plur" or not is_adjective(piece[0].lower):
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


def _appointed(context: PostContext, attached: Attached) -> None:
    """«Иван Петров назначен министром», «ректором стал Иван Петров», «на должность главы избран …»."""
    subjects = [span for span in context.names if "nomn" in plausible_cases(span)]
    if not subjects:
        return
    for head in context.heads:
        if head.used or not (head.cases & {"ablt", "gent"}):
            continue
        low = max(0, head.first - _APPOINTING_REACH)
        near = [t for t in context.tokens[low : head.first] if t.lemmas & appointing() or t.lemma == "место"]
        office = [t for t in near if t.lemma in ("должность", "пост", "место")]
        after = [t for t in context.tokens[head.after : head.after + _APPOINTING_REACH] if t.lemmas & appointing()]
        if not ("ablt" in head.cases and (near or after) or ("gent" in head.cases and office and office[-1].index == head.first - 1)):
            continue
        span = min(subjects, key=lambda s: abs(s.first - head.head))
        between = context.tokens[min(span.last, head.after) : max(span.first, head.first)]
        if any(t.text in (".", ";", "»") for t in between) or any(t.lemma in ("с", "за", "перед") for t in between[-1:]):
            continue
        end = tail_end(context, head, len(context.tokens), target=False)
        head.used = True
        attached[span].append(post_mention(context, head, end))

"""The tail of a post: what follows its noun and belongs to it («губернатор | Ленинградской области»)."""

from __future__ import annotations

from msgspec import Struct, field

from pobratim.facts.marks import DASHES
from pobratim.text.token import Token

from .enclosure import OPEN, closing_bracket, closing_quote, past_quote
from .head import PostContext, PostHead
from .name_span import is_type_word

_PREPOSITION_CASES = {
    "по": {"datv"},
    "в": {"loct", "accs"},
    "во": {"loct", "accs"},
    "на": {"loct", "accs"},
    "при": {"loct"},
    "от": {"gent"},
    "с": {"ablt"},
    "со": {"ablt"},
    "над": {"ablt"},
    "для": {"gent"},
    "за": {"ablt"},
    "у": {"gent"},
    "из": {"gent"},
    "под": {"ablt"},
    "о": {"loct"},
    "об": {"loct"},
}
_MONTHS = frozenset("января февраля марта апреля мая июня июля августа сентября октября ноября декабря год года году".split())
_NO_TAIL_AFTER_BY = frozenset("итогам словам поручению приглашению случаю мнению телефону видеосвязи традиции".split())
_SHORT_TYPES = frozenset("г гор о м р п пос с д ст обл респ".split())
_ALWAYS = frozenset(("по", "при", "от"))
_TAKE_INSTRUMENTAL = frozenset(("заведующий", "управляющий", "командующий"))


def tail_end(context: PostContext, head: PostHead, stop: int, target: bool) -> int:
    """The token index after the tail of a post.

    Args:
        context: the sentence with its names.
        head: the post noun and its modifiers.
        stop: where the tail must end at the latest (the name, or the sentence's end).
        target: whether a name stands at `stop`; then the rules are looser, because the phrase has to reach it.
    """
    scan = _Scan(context, head, stop, target)
    at = head.after
    while at < stop:
        after = scan.step(at)
        if after is None:
            return at
        at = after
    return at


class _Scan(Struct):
    """Goes through a tail word by word. `expected`: the cases that may come next; `opened`: brackets and quotes left open."""

    context: PostContext
    head: PostHead
    stop: int
    target: bool
    expected: set[str] = field(default_factory=lambda: {"gent"})
    seen_po: bool = False
    opened: int = 0

    def __post_init__(self) -> None:
        if self.head.lemma in _TAKE_INSTRUMENTAL:
            self.expected.add("ablt")

    def step(self, at: int) -> int | None:
        """The token after what belongs to the tail at `at`; None where the tail ends."""
        token = self.context.tokens[at]
        if at in self.context.name_at and "gent" in self.head.cases:
            return None  # «заместителя министра Дениса Мантурова и …»: the name is the holder's
        if at in self.context.entities and _entity_fits(self.context, at, self.expected):
            return self._entity(at)
        if token.text in "»)" and self.opened > 0:
            self.opened -= 1
            return at + 1
        if past := self._enclosed(at) or self._behind_short_type(at):
            return past
        if token.lower in _PREPOSITION_CASES and self._takes_preposition(at):
            self.seen_po = self.seen_po or token.lower == "по"
            self.expected = set(_PREPOSITION_CASES[token.lower])
            return at + 1
        if token.text in (",", *DASHES) or token.lower in ("и", "или"):
            joins = _joins(self.context, self.head, at, self.stop, self.target, self.expected)
            return at + 1 if joins else None
        if not _fits(self.context, at, self.expected, self.target):
            return None
        if _is_noun(token):
            self.expected = self.expected | {"gent"}
        return at + 1

    def _behind_short_type(self, at: int) -> int | None:
        """Past a place behind its shortened type word («г. Минск», «г.о. Красногорск»), in whatever case it stands."""
        tokens, k = self.context.tokens, at
        while (
            k + 2 < self.stop + 1 and tokens[k].lower in _SHORT_TYPES and tokens[k].text.islower() and tokens[k + 1].text == "."
        ):
            k += 2
        if k == at or k >= self.stop or not tokens[k].is_capital or k in self.context.name_at:
            return None
        self.expected = self.expected | {"gent"}
        return min(self.context.entities.get(k, k + 1), self.stop)

    def _takes_preposition(self, at: int) -> bool:
        """Whether a preposition goes on with the tail («по связям …», «в Киргизской Республике»), not with the clause."""
        word, tokens = self.context.tokens[at].lower, self.context.tokens
        if at + 1 >= self.stop:
            return False
        following, named = tokens[at + 1], at + 1 in self.context.entities or self._behind_short_type(at + 1) is not None
        if self.head.lemma == "кандидат" and word == "в":
            return True
        if not named and not any(f.case in _PREPOSITION_CASES[word] for f in following.forms):
            return following.text.isupper() and len(following.text) > 1 and word in _ALWAYS
        if word == "по":
            return following.lower not in _NO_TAIL_AFTER_BY
        if word in _ALWAYS or self.target:
            return named or word not in ("из", "под", "о", "об")
        if word in ("в", "во", "на"):
            return _abroad(self.context, self.head, at) and (named or following.is_capital)
        return word in ("с", "со") and self.seen_po

    def _entity(self, at: int) -> int:
        tokens = self.context.tokens
        past = past_quote(tokens, at, min(self.context.entities[at], self.stop), self.stop)
        self.opened += sum((t.text in "«(") - (t.text in "»)") for t in tokens[at:past])
        self.expected = self.expected | {"gent"}
        return past

    def _enclosed(self, at: int) -> int | None:
        """Past a quoted name, or past a bracket where a name must still come."""
        tokens, mark = self.context.tokens, self.context.tokens[at].text
        close = closing_quote(tokens, at, self.stop) if mark in OPEN else None
        if close is None and mark == "(" and self.target:
            close = closing_bracket(tokens, at, self.stop)
        return None if close is None else close + 1


def _entity_fits(context: PostContext, at: int, expected: set[str]) -> bool:
    """Whether a place or organisation stands in a case that the tail wants (no case to see counts as fitting)."""
    token = context.tokens[at]
    if at and is_type_word(context.tokens[at - 1]):
        return True
    if not token.text[1:].islower() or not token.text[0].isalpha() or token.text[0].isascii():
        return True
    forms = token.forms
    return any(f.case in expected for f in forms) or not any(f.case for f in forms) or not forms[0].known


def _abroad(context: PostContext, head: PostHead, at: int) -> bool:
    """Whether the post or one inside its tail is of somebody sent («полномочный представитель … в Чуйской области»)."""
    if head.kind == "envoy":
        return True
    return any(h.kind == "envoy" for h in context.heads if head.head < h.head < at)


def _joins(context: PostContext, head: PostHead, at: int, stop: int, target: bool, expected: set[str]) -> bool:
    """Whether a comma, dash or «и» goes on with the tail and does not begin another post or clause."""
    tokens = context.tokens
    if at + 1 >= stop or at == head.after or next_post(context, head, at):
        return False
    following = tokens[at + 1]
    if tokens[at].text in DASHES:
        return (at + 1 in context.entities or following.is_capital) and _fits(context, at + 1, {"gent"}, target)
    if target and following.lower in ("в", "на", "во") and at + 2 in context.entities:
        return True
    if target and following.lower == "по" and tokens[at].text == ",":
        return True  # «министр культуры, по делам национальностей и архивного дела …»
    if not _fits(context, at + 1, expected, target) and not (at + 1 in context.entities and target):
        return False
    if tokens[at].text == ",":
        return target or _list_goes_on(tokens, at + 1, stop)
    return target or _noun_follows(context, at + 1, stop, expected)


def next_post(context: PostContext, head: PostHead, at: int) -> PostHead | None:
    """The second post, if it agrees with the first: behind a comma, dash or «и» at `at`, or at `at` itself.

    «… – министр экономики», «представитель вооружённых сил полковник …».
    """
    k = at if context.tokens[at].is_word and context.tokens[at].lower not in ("и", "или") else at + 1
    if k < len(context.tokens) and context.tokens[k].lower == "и":
        k += 1
    if k + 1 < len(context.tokens) and context.tokens[k].lower == "а" and context.tokens[k + 1].lower == "также":
        k += 2
    second = context.head_at.get(k)
    if second is None or second.used:
        return None
    same = second.cases & head.cases
    if same - {"gent", "accs"} or (same and head.cases <= {"gent", "accs"}):
        return second
    return None


def _list_goes_on(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether an «и» soon closes the list that a comma opens («промышленности, торговли и туризма»)."""
    for k in range(at, min(stop, at + 8)):
        if tokens[k].lower == "и":
            return True
        if not tokens[k].text[0].isalpha() and tokens[k].text != ",":
            return False
    return False


def _noun_follows(context: PostContext, at: int, stop: int, expected: set[str]) -> bool:
    """Whether after «и» a noun in a wanted case comes, with adjectives only between."""
    for k in range(at, min(stop, at + 4)):
        token = context.tokens[k]
        if k in context.entities or _is_noun_in(token, expected):
            return True
        if not _fits(context, k, expected, False):
            return False
    return False


def _is_noun(token: Token) -> bool:
    return any(f.pos == "NOUN" for f in token.forms[:2])


def _is_noun_in(token: Token, expected: set[str]) -> bool:
    return any(f.pos == "NOUN" and f.case in expected for f in token.forms)


def _fits(context: PostContext, at: int, expected: set[str], target: bool) -> bool:
    """Whether a word can stand in the tail: a noun or adjective in a wanted case, a number, an abbreviation."""
    token = context.tokens[at]
    if at in context.name_at:
        return target and _genitive(token)
    if token.text[0].isdigit() or token.text in ("№", "/", "&"):
        following = context.tokens[at + 1] if at + 1 < len(context.tokens) else None
        return following is not None and following.text not in (".", ":", ")") and following.lower not in _MONTHS
    if not token.text[0].isalpha():
        return token.text == "." and at > 0 and len(context.tokens[at - 1].text) <= 3 and at - 1 >= 0 and target
    if len(token.text) > 1 and any(ch.isupper() for ch in token.text[1:]) or token.text[0].isascii():
        return True
    found = token.forms
    if found and found[0].pos in ("PREP", "CONJ", "PRCL") or len(token.text) == 1:
        return False
    if any("Apro" in f.tags or f.pos == "NPRO" for f in found[:1]):
        return target and _genitive(token)
    beside = (context.tokens[k] for k in (at - 1, at + 1) if k < len(context.tokens))
    if token.is_capital and any(is_type_word(other) for other in beside):
        return True
    if found and found[0].pos in ("VERB", "GRND", "INFN", "PRTS") and found[0].score > 0.4:
        return False
    return any(f.case in expected and f.pos in ("NOUN", "ADJF", "PRTF", "NUMR") for f in found) or (
        token.is_capital and not any(f.known for f in found)
    )


def _genitive(token: Token) -> bool:
    return any(f.case == "gent" for f in token.forms) or len(token.text) == 1

"""What follows the head of an actor's name and belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from pobratim.facts.marks import NAMED_AFTER
from pobratim.lexicon.actors import Head, guest_words, heads
from pobratim.text.token import Sentence, Token

from ..mention import ActorMention
from . import mentions  # a tail holds names of its own

_OPEN, _CLOSE = '«“„"', '»”“"'
# what the genitive tail of a ministry may join with «и»
_JOINABLE = frozenset(("ministry", "government", "assembly", "university", "association", "other", "chamber"))
_LIST_REACH = 10  # tokens of a list in a body's name
_SHORT_TYPES = frozenset(("г", "гор"))
_POINTING = frozenset(("этот", "тот", "данный", "свой", "наш"))


class Tail(NamedTuple):
    """`last`: token index after the tail; `named`: the tail makes the head a name; `proper`: by more than a territory."""

    last: int
    named: bool
    proper: bool
    inner: list[ActorMention]


def place_tail(sentence: Sentence, text: str, at: int) -> tuple[ActorMention | None, int]:
    """The territory a place lies in, when named right after it («… район Ленинградской области», «Горки (Беларусь)»)."""
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].text == "(" and at + 1 < len(tokens):
        inner = mentions.mentions_at(sentence, text, at + 1)
        if inner and inner[0].layer == "place" and inner[-1].last < len(tokens) and tokens[inner[-1].last].text in "),":
            return inner[0], at
    name = _past_type(tokens, at)
    if name < len(tokens) and _may_be_genitive(tokens[name]):
        inner = mentions.mentions_at(sentence, text, name)
        if len(inner) == 1 and inner[0].layer == "place" and "gent" in inner[0].cases and inner[0].first == name:
            _begin_at(inner[0], tokens[at])
            return inner[0], inner[0].last
    return None, at


def _past_type(tokens: list[Token], at: int) -> int:
    """The token after a shortened type word («г. Минска»), or `at` itself."""
    shortened = at + 2 < len(tokens) and tokens[at].lower in _SHORT_TYPES and tokens[at + 1].text == "."
    return at + 2 if shortened else at


def _begin_at(mention: ActorMention, token: Token) -> None:
    mention.first, mention.start = token.index, token.start


def body_tail(sentence: Sentence, text: str, head: int, variant: Head, has_adjective: bool) -> Tail:
    """The tail of a body's name that begins after its head.

    «по …», «имени …», a quoted name, genitives and the territory; it stops before a verb, a comma, and a
    preposition that is none of these. Fails where a lower-case genitive belongs to the next phrase.
    """
    tokens = sentence.tokens
    at, named, proper = head + 1, False, False
    inner: list[ActorMention] = []
    plural = may_be_plural(tokens[head], variant)
    while at < len(tokens):
        step = (
            _quoted(tokens, at)
            or _eponym(tokens, at)
            or _about(sentence, text, at, inner)
            or _location(sentence, text, at, variant, inner)
            or _territory(sentence, text, at, inner, plural)
            or _capital(sentence, text, at, head)
            or _genitive(tokens, at, variant)
            or _abbreviated(tokens, at)
        )
        if step is None:
            break
        at, kind = step
        named = named or kind in ("proper", "territory") or kind == "common" and variant.kind == "ministry"
        proper = proper or kind == "proper"
    return Tail(at, named or (has_adjective and at > head), proper, inner)


def may_be_plural(token: Token, head: Head) -> bool:
    """Whether a head noun may mean several bodies: by its form, or a chamber's abbreviation («ТПП Твери и Минска»)."""
    if head.kind == "chamber" and token.text.isupper():
        return True
    return any(f.pos == "NOUN" and f.number == "plur" for f in token.forms)


def _may_be_genitive(token: Token) -> bool:
    if token.is_capital and (token.text[-1] in "оеуэю" or token.text.isupper() and len(token.text) > 1):
        return True  # «совет Осло», «район ЛНР»
    return any(f.case == "gent" for f in token.forms) or (token.is_capital and not token.forms[:1]) or token.text.isdigit()


def _quoted(tokens: list[Token], at: int) -> tuple[int, str] | None:
    if tokens[at].text not in _OPEN:
        return None
    depth = 1
    for k in range(at + 1, min(at + 20, len(tokens))):
        if tokens[k].text in "«„“" and tokens[at].text != '"':
            depth += 1
        elif tokens[k].text in _CLOSE:
            depth -= 1
            if not depth:
                return (k + 1, "proper")
    return None


def _eponym(tokens: list[Token], at: int) -> tuple[int, str] | None:
    """«имени А. С. Пушкина», «имени первого Президента Российской Федерации Б.Н. Ельцина», «№ 5»."""
    if tokens[at].text == "№" and at + 1 < len(tokens):
        return at + 2, "proper"
    if tokens[at].lower not in NAMED_AFTER:
        return None
    k, seen = at + 1, False
    while k < len(tokens):
        token = tokens[k]
        if _is_given_name(token) and k > at + 1 and tokens[k - 1].is_word and len(tokens[k - 1].text) > 2:
            break  # «имени А. М. Горького Владимир Третьяков»: the next person begins
        if token.lower == "и" and (k + 1 == len(tokens) or tokens[k + 1].is_adjective or _starts_actor(tokens, k + 1)):
            break  # «имени Даля и Донецкий технический университет»: the next body begins
        if token.text == "." or token.is_capital or (token.is_word and not seen and _may_be_genitive(token)):
            seen = seen or (token.is_capital and any("Surn" in f.tags for f in token.forms))
            k += 1
        else:
            break
    if tokens[k - 1].text == "." and len(tokens[k - 2].text) > 2:
        k -= 1  # the sentence's own full stop
    return (k, "proper") if k > at + 1 else None


def _is_given_name(token: Token) -> bool:
    return token.is_capital and len(token.text) > 1 and bool(token.forms) and "Name" in token.forms[0].tags


def _about(sentence: Sentence, text: str, at: int, inner: list[ActorMention]) -> tuple[int, str] | None:
    """«по внешним связям», «по физической культуре, спорту и туризму», «при Президенте Российской Федерации»."""
    tokens = sentence.tokens
    if tokens[at].lower not in ("по", "при") or at + 1 >= len(tokens):
        return None
    cases = ("datv",) if tokens[at].lower == "по" else ("loct",)
    k = _noun_phrase(tokens, at + 1, cases)
    if k is None:
        return None
    while k < len(tokens) and tokens[k].lower in ("и", ","):
        more = _noun_phrase(tokens, k + 1, cases)
        if more is None or _starts_actor(tokens, k + 1):
            break
        k = more
    return k, "proper"


def _noun_phrase(tokens: list[Token], at: int, cases: tuple[str, ...]) -> int | None:
    """The index after adjectives and a noun in one of the cases (with its genitives), or None."""
    k = at
    while k < len(tokens) and tokens[k].is_adjective and not _noun_in(tokens[k], cases):
        k += 1
    if k >= len(tokens) or not _noun_in(tokens[k], cases):
        return None
    return k + 1


def _noun_in(token: Token, cases: tuple[str, ...]) -> bool:
    if token.forms and token.forms[0].pos not in ("NOUN", "ADJF"):
        return False
    return any(f.pos == "NOUN" and f.case in cases and f.score > 0.01 for f in token.forms)


def _starts_actor(tokens: list[Token], at: int) -> bool:
    """Whether a head noun of another actor stands here (after adjectives)."""
    k = at
    while k < len(tokens) and tokens[k].is_adjective:
        k += 1
    if k < len(tokens) and k > at and tokens[k].lemma == "хозяйство":
        return False  # «министерство торговли и сельского хозяйства»
    return k < len(tokens) and any(f.lemma in heads() for f in tokens[k].forms if f.pos == "NOUN")


def _location(sentence: Sentence, text: str, at: int, variant: Head, inner: list[ActorMention]) -> tuple[int, str] | None:
    """«посольство России в Сербии», «аппарат полномочного представителя … в Чуйской области»."""
    tokens = sentence.tokens
    if "in" not in variant.flags or tokens[at].lower not in ("в", "во", "на") or at + 1 >= len(tokens):
        return None
    found = mentions.mentions_at(sentence, text, at + 1)
    if not found or "loct" not in found[0].cases:
        return None
    if variant.kind != "embassy":  # an embassy is of whom it stands for, and not of where it stands
        inner.insert(0, found[0])
    return found[-1].last, "territory"


def _territory(sentence: Sentence, text: str, at: int, inner: list[ActorMention], plural_head: bool) -> tuple[int, str] | None:
    """A genitive name of a place or of another body; after a plural head, several («правительствами А и Б»)."""
    tokens, name = sentence.tokens, _past_type(sentence.tokens, at)
    if not tokens[name].is_word and not tokens[name].text.isdigit() or not _may_be_genitive(tokens[name]):
        return None
    found = mentions.mentions_at(sentence, text, name)
    if not found or found[0].first != name or "gent" not in found[0].cases:
        return None
    _begin_at(found[0], tokens[at])
    inner += found
    last = with_parent(found[-1])
    while plural_head and last + 1 < len(tokens) and tokens[last].lower in ("и", ","):
        more = mentions.mentions_at(sentence, text, last + 1)
        if not more or more[0].layer != "place" or "gent" not in more[0].cases:
            break
        inner += more
        last = with_parent(more[-1])
    return last, "territory"


def with_parent(mention: ActorMention) -> int:
    """The token after a mention and the territory named right behind it."""
    parent = mention.parent
    return parent.last if parent and parent.first == mention.last else mention.last


def _capital(sentence: Sentence, text: str, at: int, head: int) -> tuple[int, str] | None:
    """A capitalised name without quotes after the head («университет ИТМО», «ООО Ромашка», «компания Haier»)."""
    token = sentence.tokens[at]
    if not token.is_word or not token.is_capital or at != head + 1:
        return None
    if len(token.text) > 1 and (token.text.isupper() or token.text.isascii()):
        last = at + 1
        while last < len(sentence.tokens) and sentence.tokens[last].text.isascii() and sentence.tokens[last].text[0].isupper():
            last += 1
        return last, "proper"
    return None


def _abbreviated(tokens: list[Token], at: int) -> tuple[int, str] | None:
    """«Союз участников отраслей **ВЭД**»: an abbreviation behind a common genitive that begins no other name."""
    token, before = tokens[at], tokens[at - 1]
    if not (token.is_word and token.text.isupper() and len(token.text) > 2) or token.lower in heads() or before.is_capital:
        return None
    quoted = at + 1 < len(tokens) and tokens[at + 1].text in _OPEN
    genitive = before.is_word and any(f.case == "gent" and f.number == "plur" for f in before.forms[:1])
    return (at + 1, "proper") if genitive and not quoted else None


def _genitive(tokens: list[Token], at: int, variant: Head) -> tuple[int, str] | None:
    """Lower-case genitives: «министерство экономического развития и торговли», «совет депутатов»."""
    k = at
    if tokens[at].lower in ("и", ","):
        if variant.kind not in _JOINABLE or at + 1 >= len(tokens) or _starts_actor(tokens, at + 1):
            return None
        k = at + 1
        if tokens[k].is_capital or tokens[k].lower in ("в", "с", "на"):
            return None
        if tokens[at].text == "," and not _joined_later(tokens, k):
            return None
    while (
        k < len(tokens) and tokens[k].is_adjective and any(f.case == "gent" for f in tokens[k].forms if f.pos in ("ADJF", "PRTF"))
    ):
        k += 1
    if k >= len(tokens) or not tokens[k].is_word or len(tokens[k].text) == 1 or not _noun_in(tokens[k], ("gent",)):
        return None
    if tokens[k].is_capital and any(f.tags & {"Name", "Surn", "Patr"} for f in tokens[k].forms):
        return None
    if tokens[at].lemma in _POINTING or tokens[k].lemma in guest_words():
        return None  # «комитет партии этого города», «визит в вуз делегации …»
    if any(f.pos == "NOUN" and f.case == "nomn" and f.number == "sing" for f in tokens[k].forms[:1]):
        return None
    return k + 1, "common"


def _joined_later(tokens: list[Token], at: int) -> bool:
    """Whether an «и» closes the list of genitives that a comma opens («промышленности, недр и сельского хозяйства»)."""
    for token in tokens[at : at + _LIST_REACH]:
        if token.lower == "и":
            return True
        if token.text != "," and not (any(f.case == "gent" for f in token.forms) and not token.is_capital):
            return False
    return False

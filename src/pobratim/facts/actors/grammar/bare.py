"""Names without a head noun: toponyms («Тверь»), universities by their letters («ТвГУ»)."""

from __future__ import annotations

from pobratim.annotate.toponym import toponym_at
from pobratim.text.nominative import adjective_cases
from pobratim.text.opening import is_university
from pobratim.text.token import Sentence, Token

from ..mention import ALL_CASES, ActorMention
from . import tail as tails

_DECLINED = ("ово", "ево", "ёво", "ино", "ыно")  # «Иваново» may stand as it is, but mostly does not
_SHORT_TYPES = frozenset(("г", "гор", "пос"))
_REALMS = frozenset("королевство султанат государство".split())


def _university(sentence: Sentence, at: int) -> list[ActorMention]:
    """«ЮУрГУ», «КазНУ»: an abbreviation that ends as universities' do."""
    token = sentence.tokens[at]
    if not is_university(token.text):
        return []
    return [ActorMention(sentence.index, at, at + 1, token.start, token.end, "body", "university", token.text, ALL_CASES)]


def _cases_of_first(token: Token) -> frozenset[str]:
    """The cases of a name whose last word stays as it is («Исламской Республикой **Пакистан**», «Султаната Оман»)."""
    own = {case for case, _, _ in adjective_cases(token.lower)}
    return frozenset(own or {f.case for f in token.forms if f.case and token.lemma in _REALMS})


def _undeclined(name: str, token: Token) -> bool:
    """Whether a name that stands as in the nominative does so in all cases: by its ending, of «и» where nobody knows it."""
    return name[-1] in "оеуэю" and not name.endswith(_DECLINED) or name[-1] == "и" and not any(f.known for f in token.forms)


def bare_names(sentence: Sentence, text: str, at: int) -> list[ActorMention]:
    """A toponym without a type word («Минск», «Республика Сербская», «47 регион»)."""
    tokens = sentence.tokens
    found = toponym_at(tokens, at)
    if not found:
        return _university(sentence, at)
    last, name, entries = found
    kind = entries[0].kind if entries else "other"
    cases = frozenset(f.case for f in tokens[last - 1].forms if f.case) or ALL_CASES
    if last - at > 1 and name.endswith(" " + tokens[last - 1].text):
        cases = _cases_of_first(tokens[at]) or cases
    if "nomn" in cases and at > 1 and tokens[at - 1].text == "." and tokens[at - 2].text in _SHORT_TYPES:
        cases = ALL_CASES  # «в г. Симферополь»
    if name.isupper() and len(name) > 1:
        cases = ALL_CASES  # «район ЛНР»
    if tokens[last - 1].text == name and _undeclined(name, tokens[last - 1]):
        cases = ALL_CASES  # «совет Осло», «в Мумбаи»
    parent = None if kind == "country" else tails.place_tail(sentence, text, last)[0]  # «города России Тверь и Тула»
    return [ActorMention(sentence.index, at, last, tokens[at].start, tokens[last - 1].end, "place", kind, name, cases, parent)]

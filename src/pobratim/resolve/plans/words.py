"""The words of a text that tell it from others of the genre."""

from __future__ import annotations

from pobratim.core.memo import remembered
from pobratim.lexicon.matches import common_words, kind_words
from pobratim.text import morph
from pobratim.text.segment import sentences
from pobratim.text.token import Token

_POSES = frozenset(("NOUN", "ADJF", "PRTF", "VERB", "INFN"))
_PROPER = frozenset(("Name", "Surn", "Patr", "Geox"))
_LONG, _STEM, _COMMON = 4, 4, 10
#: «Выставка», «ярмарка» tell something however often they are met; «визит», «встреча» do not.
_ANY, _GATHERINGS, _A_GATHERING = frozenset(("",)), frozenset(("forum", "opening")), 0.3


class Words:
    """The lemmas of a text with their weights, 0 (in every tenth story) to 1 (rare), and the kinds of event named."""

    def __init__(self, text: str) -> None:
        tokens = [(token, token.index == 0) for sentence in sentences(text) for token in sentence.tokens if token.is_word]
        self.names = {token.lower[:_STEM] for token, first in tokens if token.is_capital and (not first or _proper(token))}
        told = [token for token, _ in tokens if _tells(token) and token.lower[:_STEM] not in self.names]
        self.weights = {lemma: weight(lemma) for token in told for lemma in _lemmas(token)}
        self.kinds = frozenset().union(*(kind_words().get(token.lemma, frozenset()) for token, _ in tokens))

    def shared(self, other: Words) -> dict[str, float]:
        """Words that both have, with their weights, the rarest first; names and what comes of names («тверской») aside."""
        both = self.weights.keys() & other.weights.keys()
        names = self.names | other.names
        kept = {lemma: self.weights[lemma] for lemma in both if self.weights[lemma] > 0 and lemma[:_STEM] not in names}
        return dict(sorted(kept.items(), key=lambda one: (-one[1], one[0])))


@remembered(2000)
def words_of(text: str) -> Words:
    """The words of a text, remembered for the many things that it is compared with."""
    return Words(text)


def weight(lemma: str) -> float:
    """How much a word tells: 1 where it is rare, 0 where it stands in every tenth story or more often.

    >>> weight("сотрудничество"), weight("гончар")
    (0, 1.0)
    """
    least = _A_GATHERING if kind_words().get(lemma, _ANY) <= _GATHERINGS else 0
    return max(least, 1 - common_words().get(lemma, 0) / _COMMON)


def _lemmas(token: Token) -> list[str]:
    """The lemma, of «гончаров» that of the craft; of «врачей-кардиологов» both: another text may have one of them."""
    if "-" not in token.text:
        return [next((form.lemma for form in token.forms if _PROPER.isdisjoint(form.tags)), token.lemma)]
    return [found for part in token.lower.split("-") if len(found := morph.lemma(part)) >= _LONG]


def _proper(token: Token) -> bool:
    """Whether a word with a capital is a name in all its readings: «Псков», but not «Гончары» at the head of a sentence."""
    return token.is_capital and all(not _PROPER.isdisjoint(form.tags) for form in token.forms)


def _tells(token: Token) -> bool:
    return len(token.lemma) >= _LONG and bool(token.forms) and token.forms[0].pos in _POSES and not _proper(token)

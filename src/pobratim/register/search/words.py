"""A text as tokens: every word as the lemmas of all its readings, folded. Records and questions are read alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pobratim.text.morph import WORDS, forms

_WORD = re.compile(r"[^\W_]+")
_CHUNK = re.compile(r"[^\W_]+(?:[-‐‑–—][^\W_]+)*")
_UNSEEN = frozenset(("Cf", "Mn"))  # marks of direction, accents
_FUNCTION = frozenset(("PREP", "CONJ", "PRCL"))
_PLAIN = re.compile(r"[\s\w.,:;!?()«»„“\"'/№%+—–-]*")
TOKEN_CHARS = 60
NAME_TEXTS = 50_000  # remembered names, 0.5 KB each


def clean(text: str) -> str:
    r"""The text in one spelling, without what cannot be seen (accents, marks of direction).

    >>> clean("Чу\u0301йская\u200f область")
    'Чуйская область'
    """
    if _PLAIN.fullmatch(text) and unicodedata.is_normalized("NFKC", text):
        return text
    kept = (one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) not in _UNSEEN)
    return "".join(kept)


def chunks(text: str) -> list[str]:
    """Words as they stand between spaces and marks, those with hyphens whole («Санкт-Петербург», «об», «сотрудничестве»)."""
    return _CHUNK.findall(clean(text))


def words(text: str) -> list[str]:
    """The words that count, as they are written: no prepositions, conjunctions and particles in lower case, no single letters.

    >>> words("Соглашение с администрацией Санкт-Петербурга")
    ['Соглашение', 'администрацией', 'Санкт', 'Петербурга']
    """
    return [word for word in _WORD.findall(clean(text)) if counts(word)]


@lru_cache(maxsize=WORDS)
def counts(word: str) -> bool:
    """Whether a word is looked for at all. «Ли» with a capital may be a surname and counts."""
    if len(word) == 1:
        return not word.isalpha() or ord(word) > 0x2E80  # a letter is an initial, a Chinese character is a word
    if not word.islower():
        return True
    found = forms(word)
    return not found or found[0].pos not in _FUNCTION


@lru_cache(maxsize=WORDS)
def tokens_of(word: str) -> tuple[str, ...]:
    """The tokens of a word, the likeliest lemma first; a word that the dictionary lacks stands for itself too.

    >>> tokens_of("Областью"), tokens_of("Жапаровым")[-1]
    (('область',), 'жапаровым')
    """
    lower = word.lower()
    found = forms(lower)
    told = [_token(form.lemma) for form in found]
    if not found or not found[0].known:
        told.append(_token(lower))
    return tuple(dict.fromkeys(one for one in told if one))


def _token(word: str) -> str:
    """Letters and digits alone, `ё` as `е`: lemmas may have hyphens, lower case may bring marks of its own."""
    return "".join(_WORD.findall(clean(word.lower()))).replace("ё", "е")[:TOKEN_CHARS]


@lru_cache(maxsize=WORDS)
def raw_token(word: str) -> str:
    """The word form itself as a token."""
    return _token(word)


def text_tokens(text: str, limit: int = 400) -> set[str]:
    """The tokens of a text's first so many words that count."""
    return {token for word in words(text)[:limit] for token in tokens_of(word)}


@lru_cache(maxsize=NAME_TEXTS)
def name_tokens(name: str) -> frozenset[str]:
    """The same of a name, remembered."""
    return frozenset(text_tokens(name))


@lru_cache(maxsize=NAME_TEXTS)
def whole(name: str) -> frozenset[str]:
    """Tokens for a name as a whole, in whatever order its words come: by likeliest lemmas, and by the forms themselves.

    >>> sorted(whole("Чуйской областью"))
    ['~область_чуйский', '~областью_чуйской']
    """
    own = words(name)
    if not own:
        return frozenset()
    by_lemma = sorted({tokens_of(word)[0] for word in own if tokens_of(word)})
    by_form = sorted({raw_token(word) for word in own})
    return frozenset("~" + "_".join(many)[: 4 * TOKEN_CHARS] for many in (by_lemma, by_form) if many)

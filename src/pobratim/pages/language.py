"""Whether a body is Russian: by its letters, and by the small words no other language has together."""

from __future__ import annotations

import re

from pobratim.core.errors import NotRussian

#: Letters of other languages' Cyrillic. Russian stories hold them in names only.
FOREIGN = "іїєґўјљњћђџѓќѕәғқңөұүһҳҷӣӯҫӑӗӳӧӹӱҗҥҡҙҕ"
FOREIGN_SHARE = 0.012
CYRILLIC_SHARE = 0.55
#: Bulgarian writes «ъ» forty times as often as Russian, and never «ы» or «э».
HARD_SIGN_SHARE = 0.006
RUSSIAN_LETTERS = frozenset("ыэё")
RUSSIAN_WORDS = frozenset(
    "и в во на с со по о об от для к ко из за что как не это его её их он она они мы был была были было будет который"
    " которые также между при до года году году его том уже или под ещё после".split()
)
WORDS_TO_JUDGE = 25
RUSSIAN_WORD_SHARE = 0.06
#: The same of words parted by spaces alone, which may still have hyphens inside.
PLAIN_WORD_SHARE = 2 * RUSSIAN_WORD_SHARE
SAMPLE = 4000
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_FOREIGN = re.compile(f"[{FOREIGN}]")
_PLAIN = re.compile(r"[а-яё\s\d.,:;!?…«»„“”\"()–—№%/-]*")


def require_russian(text: str) -> None:
    """Let Russian pass; a bare headline passes on its letters alone.

    Raises:
        NotRussian: another alphabet, or another language's letters or small words.
    """
    sample = text[:SAMPLE].lower()
    if _plainly_russian(sample):
        return
    words = _LETTERS.findall(sample)
    letters = "".join(words)
    cyrillic = sum(map(len, _CYRILLIC.findall(letters)))
    if not letters or cyrillic < CYRILLIC_SHARE * len(letters):
        raise NotRussian("the story is not written in Russian letters")
    if len(_FOREIGN.findall(letters)) > max(1, FOREIGN_SHARE * cyrillic):
        raise NotRussian("the story has the letters of another language than Russian")
    if cyrillic > 100 and letters.count("ъ") > HARD_SIGN_SHARE * cyrillic and not RUSSIAN_LETTERS & set(letters):
        raise NotRussian("the story looks Bulgarian")
    if len(words) >= WORDS_TO_JUDGE and sum(map(RUSSIAN_WORDS.__contains__, words)) < RUSSIAN_WORD_SHARE * len(words):
        raise NotRussian("the story lacks the small words of Russian")


def _plainly_russian(sample: str) -> bool:
    """Whether a text has no letters but Russian ones, and so many small words, parted by spaces alone, that a closer look
    would let it pass: most stories.
    """
    if not _PLAIN.fullmatch(sample) or "ы" not in sample:
        return False
    words = sample.split()
    return sum(map(RUSSIAN_WORDS.__contains__, words)) >= PLAIN_WORD_SHARE * len(words) > 0

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
#: A closer look is spared where these alone, in small letters between spaces, are many enough.
COMMONEST_WORDS = tuple(f" {word} ".encode("cp1251") for word in "и в на с по".split())
SAMPLE = 4000
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_FOREIGN = re.compile(f"[{FOREIGN}]")
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ".encode("cp1251")
_YERY = "ы".encode("cp1251")
#: What is no letter: that of ASCII, and marks of Russian print.
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha()) + "«»„“”–—№…©°•’\xa0".encode("cp1251")


def require_russian(text: str) -> None:
    """Let Russian pass; a bare headline passes on its letters alone.

    Raises:
        NotRussian: another alphabet, or another language's letters or small words.
    """
    if _plainly_russian(text[:SAMPLE]):
        return
    sample = text[:SAMPLE].lower()
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
    """Whether a closer look would surely let a text pass: most stories. Its letters are Russian or Latin ones, and of its
    words, which are no more than what is no letter parts, enough are small words.
    """
    try:
        written = sample.encode("cp1251")
    except UnicodeEncodeError:
        return False
    others = written.translate(None, _RUSSIAN)
    latin = others.translate(None, _NO_LETTERS)
    russian = len(written) - len(others)
    if not latin.isascii() or russian < CYRILLIC_SHARE * (russian + len(latin)) or _YERY not in written:
        return False
    return sum(map(written.count, COMMONEST_WORDS)) >= RUSSIAN_WORD_SHARE * (len(others) - len(latin) + 1)

"""Chinese, Korean and Vietnamese names: the family name stands first, and one word of the name declines."""

from __future__ import annotations

import re
from functools import cache

from pobratim.lexicon.table import rows

from .declension import is_given, is_patronymic, is_surname

# One syllable in Palladius' writing of Chinese.
_SYLLABLE = (
    r"(?:чж|цз|[бпмфдтнлгкхцчшщжзсрв])?(?:[июуяьо]?(?:ай|ао|ань|ан|эй|энь|эн|оу|ун|унь|ин|инь|ян|янь|яо|юй|юэ|юань|юнь"
    r"|юн|уа|уай|уан|уань|уй|уэ|эр|[аоэиуюяеы]))"
)
_CHINESE_GIVEN = re.compile(rf"^(?:{_SYLLABLE})-?(?:{_SYLLABLE})?(?:а|у|ом|ем|е|я|ю|ей)?$")


# the ending of a declined family name → those of a given name in the same case
_NO_KINDS: frozenset[str] = frozenset()
_BOTH = {"ом": ("ом", "ем"), "а": ("а", "я"), "у": ("у", "ю")}


@cache
def east_asian_surnames() -> dict[str, frozenset[str]]:
    """Family names that stand first, in lower case, «чен» beside «чэн» → kinds (cn, kr, vn)."""
    found = {name: frozenset(kinds.split(",")) for name, kinds in rows("people/east_asian.txt", 2)}
    return {re.sub("(?<=[чшж])э", "е", name): kinds for name, kinds in found.items()} | found


@cache
def chinese_surnames() -> frozenset[str]:
    """Those of Chinese that have more letters than one."""
    return frozenset(name for name, kinds in east_asian_surnames().items() if "cn" in kinds and len(name) > 1)


def east_asian_roles(words: list[str]) -> str:
    """The roles of a name whose family name stands first: only its last word declines, or only the first; else empty.

    Newspapers decline both words of a Chinese name too: «Ли Чжиюанем» `xa`, «Нгуен Суан Фуком» `xxa`, «Нгуеном Ван Тхо» `axx`,
    «Чжаном Цзинчуанем» `aa`.
    """
    if not 2 <= len(words) <= 4:
        return ""
    first, known = words[0].lower(), east_asian_surnames()
    if first not in known and first[:-1] not in known and first[:-2] not in known:
        return ""  # nearly every name
    rest = [word.lower() for word in words[1:]]
    if any(word.endswith(".") for word in words) or any(is_patronymic(word) for word in rest):
        return ""
    if kinds := family_name_kinds(first):
        return "x" * len(rest) + "a" if is_given_of(rest, kinds) else ""
    for ending, own in _BOTH.items():
        stem = first.removesuffix(ending)
        if stem != first and (kinds := family_name_kinds(stem)) and is_given_of(rest, kinds):
            both = len(rest) == 1 and "cn" in kinds and rest[0].endswith(own) and len(rest[0]) > 4
            if both or ending == "ом":
                return "a" + "x" * (len(rest) - 1) + ("a" if both else "x")
    return ""


def family_name_kinds(word: str) -> frozenset[str]:
    """What an East Asian family name (lower case) can be; empty for any other word."""
    return east_asian_surnames().get(word, _NO_KINDS)


def is_given_of(rest: list[str], kinds: frozenset[str]) -> bool:
    """Whether the words (lower case) can be the given name behind a family name of these kinds."""
    short = all(len(word) <= 7 for word in rest)
    if len(rest) == 1:
        word = rest[0]
        chinese = "cn" in kinds and _palladius(word) and (not is_given(word) or bool(family_name_kinds(word)))
        korean = "kr" in kinds and "-" in word and all(len(piece) <= 5 for piece in word.split("-"))
        return chinese or korean or ("vn" in kinds and len(word) <= 5 and not is_given(word))
    if kinds & {"kr", "vn"} and short and not is_surname(rest[-1]):
        return True
    return "cn" in kinds and all(_palladius(word) for word in rest) and not any(is_given(word) for word in rest)


def _palladius(word: str) -> bool:
    """Whether a word is one or two syllables of Palladius' writing, with or without a case ending."""
    return bool(_CHINESE_GIVEN.match(word))

"""Adjectives of place names by derivation («Минск» → «минский», «Тосно» → «тосненский»)."""

from __future__ import annotations

import re

_VOWELS = "аеиоуыэюя"


def regular(name: str) -> set[str]:
    """The likeliest adjectives of a name, in the nominative masculine.

    >>> regular("Минск"), regular("Вьетнам")
    ({'минский'}, {'вьетнамский'})
    """
    if " " in name:  # «Нижний Новгород» → «нижегородский»: each goes its own way, so the list in adjectives.txt has them
        return set()
    word = _word(name)
    if word.endswith(("ск", "цк")):
        return {word + "ий"}
    if word.endswith(("ия", "и")):
        return {word.rstrip("ия") + "ийский", word.rstrip("ия") + "ский"}
    if word.endswith(("ская", "ский", "ское", "цкий", "ские", "цкое", "цкая")):
        return {word[:-2] + "ий"}
    stem = re.sub(r"(?<!л)ь$|[аеоуыэюя]$", "", word)
    if stem.endswith(("к", "ч", "ц")):
        return {stem + "ский", stem[:-1] + "цкий"}
    if stem.endswith("с"):
        return {stem + "ский", stem + "кий"}
    return {stem + "ский"}


def possible(name: str) -> set[str]:
    """Rarer derivations, to be trusted only beside a type word («горисполком», «городской совет»)."""
    word = _word(name)
    stem = re.sub(r"[ьйаеиоуыэюя]+$", "", word)
    found = {stem + "енский", stem + "инский", stem + "овский", stem + "евский", stem + "анский", stem + "янский", stem + "ской"}
    if re.search(r"[ое][нлцкр]$", stem):  # a fleeting vowel: Орёл, Торжок, Елец
        short = stem[:-2] + stem[-1]
        found |= {short + "овский", short + "ский", re.sub("к$", "ч", short) + "ский", re.sub("ц$", "", short) + "ецкий"}
    if stem.endswith(("ец",)):
        found.add(stem[:-1] + "цкий")
    if word.endswith(("ой", "ый", "ая", "ое")):
        found.add(word[:-2] + "енский")
        found.add(word[:-2] + "ский")
    if word.endswith(("ня", "ни")):
        found.add(word[:-1] + "енский")
    return found - regular(name)


def _word(name: str) -> str:
    """The last word in lower case, of a compound with a preposition the first («Ростов-на-Дону» → «ростов»)."""
    word = name.lower().replace("ё", "е").split(" ")[-1]
    return re.split(r"-(?:на|под|над)-", word)[0]

"""What is known of people: head nouns of posts, words around them, what makes a name no person of the story."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pobratim.lexicon.table import rows, words


@cache
def posts() -> dict[str, str]:
    """Head nouns of posts → kind («губернатор» → region_head)."""
    return {row[0]: row[1] for row in rows("people/posts.txt", 2)}


class Lands(NamedTuple):
    """In which countries there is a post: only in these, or in all but these."""

    countries: frozenset[str]
    without: bool

    def allow(self, country: str | None) -> bool:
        """Whether a country can have the post; an unknown one can."""
        return country is None or (country in self.countries) != self.without


@cache
def lands_of_posts() -> dict[str, Lands]:
    """Where posts of heads are, by lemma («хоким» → Uzbekistan alone)."""
    found = {row[0]: row[1] for row in rows("people/posts_lands.txt", 2)}
    return {lemma: Lands(frozenset(lands.lstrip("-").split("|")), lands.startswith("-")) for lemma, lands in found.items()}


@cache
def posts_in_english() -> dict[str, str]:
    """Posts in lower case → English («заместитель губернатора» → «deputy governor»)."""
    return {row[0]: row[1] for row in rows("people/posts_english.txt", 2)}


@cache
def post_modifiers() -> dict[str, str]:
    """Words before a post that are no plain part of its title → kind: acting, duty, former, not."""
    return {row[0]: row[1] for row in rows("people/post_modifiers.txt", 2)}


@cache
def eponym_triggers() -> frozenset[str]:
    """Words (lemmas or abbreviations) after which a name is not a person of the story («имени», «улица»)."""
    return words("people/eponym.txt")


@cache
def byline_triggers() -> frozenset[str]:
    """Words that open a byline or a photo credit («Фото», «Автор»), in lower case."""
    return words("people/byline.txt")


@cache
def appointing() -> frozenset[str]:
    """Lemmas after which the instrumental tells a post («назначен министром», «является ректором»)."""
    return words("people/appointing.txt")

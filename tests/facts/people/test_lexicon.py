"""The word lists of people and speech: sorted, without duplicates, in one script."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from pobratim.lexicon.people import post_modifiers, posts
from pobratim.lexicon.speech import speech_verbs

LISTS = (
    "people/appointing.txt",
    "people/byline.txt",
    "people/east_asian.txt",
    "people/eponym.txt",
    "people/given_names.txt",
    "people/post_modifiers.txt",
    "people/posts.txt",
    "speech/according.txt",
    "speech/verbs.txt",
)
KINDS = set(
    """monarch state_head government_head region_head city_head village_head head rector minister speaker deputy envoy member
    secretary aide law military clergy academic staff business media culture sport role degree honour""".split()
)


def entries(name: str) -> list[str]:
    """The first fields of a list's rows."""
    text = files("pobratim.lexicon").joinpath(name).read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [row.split(" #")[0].split("\t")[0].strip() for row in rows]


@pytest.mark.parametrize("name", LISTS)
def test_list_is_sorted_without_duplicates(name: str) -> None:
    found = entries(name)
    assert found == sorted(set(found))


@pytest.mark.parametrize("name", LISTS)
def test_words_are_in_one_script(name: str) -> None:
    assert not [word for word in entries(name) if re.search(r"[a-zA-Z]", word)]


@pytest.mark.parametrize("name", LISTS)
def test_list_opens_with_an_explanation(name: str) -> None:
    text = files("pobratim.lexicon").joinpath(name).read_text(encoding="utf-8")
    assert text.startswith("# ")


def test_kinds_are_those_the_header_explains() -> None:
    assert set(posts().values()) <= KINDS
    assert set(post_modifiers().values()) == {"acting", "duty", "former", "not", "honorific"}
    assert set(speech_verbs().values()) == {"that", "direct"}

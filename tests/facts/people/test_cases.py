"""The golden cases of people and posts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pobratim.annotate.reading import Reading, annotate
from pobratim.annotate.tagger import default_tagger
from pobratim.core.page import Page
from pobratim.facts.people import PeopleFound, find_people

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))


def people_of(case: dict[str, Any]) -> tuple[Reading, PeopleFound]:
    """The reading of a case and its people."""
    reading = annotate(Page(text=case["text"].strip("\n")), default_tagger())
    return reading, find_people(reading)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_people_and_their_posts(case: dict[str, Any]) -> None:
    _, found = people_of(case)
    told = {person.name: ["+" * post.acting + post.title for post in person.posts] for person in found.people}
    assert told == case["people"]


@pytest.mark.parametrize("case", [c for c in CASES if "mentions" in c], ids=lambda case: case["name"])
def test_mentions_without_a_name(case: dict[str, Any]) -> None:
    reading, found = people_of(case)
    told = [[reading.text[m.start : m.end], found.person(m.person).name] for m in found.mentions if m.kind != "name"]
    for wanted in case["mentions"]:
        assert wanted in told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_offsets_and_evidence(case: dict[str, Any]) -> None:
    reading, found = people_of(case)
    for mention in found.mentions:
        assert mention.whole_start <= mention.start < mention.end <= mention.whole_end
        assert reading.sentences[mention.sentence].start <= mention.whole_start
        assert mention.whole_end <= reading.sentences[mention.sentence].end
        assert mention.cases
    for person in found.people:
        assert len(found.posts[person.id]) == len(person.posts)
        for evidence in [*person.evidence, *(e for post in person.posts for e in post.evidence)]:
            assert reading.text[evidence.start : evidence.end] == evidence.quote


def test_people_are_in_order_of_first_mention() -> None:
    reading = annotate(Page(text="Иван Громов встретил Петра Лапина. Лапин и Громов подписали план."), default_tagger())
    people = find_people(reading).people
    assert [(p.id, p.name) for p in people] == [("p1", "Иван Громов"), ("p2", "Петр Лапин")]


def test_case_of_a_mention_with_its_post() -> None:
    reading = annotate(Page(text="Делегация во главе с губернатором Иваном Дорошенко прибыла в Минск."), default_tagger())
    mention = find_people(reading).mentions[0]
    assert mention.cases == {"ablt"}
    assert reading.text[mention.whole_start : mention.whole_end] == "губернатором Иваном Дорошенко"


def test_organisation_of_a_post_is_found_behind_posts_in_its_tail() -> None:
    text = "Приехал заместитель председателя правительства Тверской области Антон Гуров."
    found = find_people(annotate(Page(text=text), default_tagger()))
    post = found.posts["p1"][0]
    assert post.of_start is not None
    assert text[post.of_start : post.of_end] == "правительства Тверской области"

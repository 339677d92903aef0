"""Names in papers: in Russian as pages have them, in English in Latin letters, posts by their known words."""

from __future__ import annotations

import pytest
from django.utils import translation

from pobratim.register.models import Actor
from pobratim.reports.names import actor_name, both_names, document_name, post_name

PLACES = [
    (Actor(name="Ленинградская область", kind="region", iso3166_2="RU-LEN"), "Leningrad Region"),
    (Actor(name="Чуйская область", kind="region", iso3166_2="KG-C"), "Chuy Region"),
    (Actor(name="Пермский край", kind="region", iso3166_2="RU-PER"), "Perm Territory"),
    (Actor(name="Карелия", kind="region", iso3166_2="RU-KR"), "Karelia"),
    (Actor(name="Москва", kind="city", iso3166_2="RU-MOW", geonames=524901), "Moscow"),
    (Actor(name="Вэйхай", kind="city", geonames=1791673), "Weihai"),
    (Actor(name="Гатчина", kind="city"), "Gatchina"),
    (Actor(name="Тосненский район", kind="district"), "Tosnenskii District"),
    (Actor(name="Кыргызстан", kind="country", country="KG"), "Kyrgyzstan"),
    (Actor(name="Ошский государственный университет", kind="university"), "Oshskii gosudarstvennyi universitet"),
]
REGION = PLACES[0][0]
POSTS = [
    ("губернатор", None, "governor"),
    ("Губернатор Ленинградской области", REGION, "governor"),
    ("губернатор Пензенской области", REGION, "governor (губернатор Пензенской области)"),
    ("заместитель губернатора", None, "deputy governor"),
    ("председатель комитета по делам Арктики", None, "chairman of the committee (председатель комитета по делам Арктики)"),
    ("звеньевой", None, "звеньевой"),
]


@pytest.mark.parametrize(("actor", "english"), PLACES, ids=str)
def test_partners(actor: Actor, english: str) -> None:
    with translation.override("ru"):
        assert actor_name(actor) == actor.name
    with translation.override("en"):
        assert actor_name(actor) == english


@pytest.mark.parametrize(("title", "of", "english"), POSTS)
def test_posts(title: str, of: Actor | None, english: str) -> None:
    with translation.override("ru"):
        assert post_name(title, of) == title
    with translation.override("en"):
        assert post_name(title, of) == english


def test_documents_keep_their_titles_as_pages_have_them() -> None:
    with translation.override("en"):
        assert document_name("agreement", "соглашение о дружбе") == "Agreement «Соглашение о дружбе»"
        assert document_name("memorandum", "меморандум") == document_name("memorandum", "") == "Memorandum"
        assert document_name("plan", "Joint plan") == "Joint plan"
    assert both_names("Karelia", "Карелия") == "Karelia (Карелия)"
    assert both_names("Карелия", "Карелия") == "Карелия"

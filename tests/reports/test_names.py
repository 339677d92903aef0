"""Names in papers: in Russian as pages have them, in English as English has them, posts by their known words."""

from __future__ import annotations

import pytest
from django.utils import translation

from pobratim.register.models import Actor
from pobratim.reports.glosses import gloss
from pobratim.reports.names import actor_name, both_names, document_name, post_name

PLACES = [
    (Actor(name="Ленинградская область", kind="region", iso3166_2="RU-LEN"), "Leningrad Region"),
    (Actor(name="Чуйская область", kind="region", iso3166_2="KG-C"), "Chuy Region"),
    (Actor(name="Пермский край", kind="region", iso3166_2="RU-PER"), "Perm Territory"),
    (Actor(name="Карелия", kind="region", iso3166_2="RU-KR"), "Karelia"),
    (Actor(name="Чувашская Республика", kind="region", iso3166_2="RU-CU"), "Chuvashia"),
    (Actor(name="Оренбуржье", kind="region", iso3166_2="RU-ORE"), "Orenburg Region"),
    (Actor(name="Могилёвская область", kind="region", iso3166_2="BY-MA"), "Mogilev Region"),
    (Actor(name="Москва", kind="city", iso3166_2="RU-MOW", geonames=524901), "Moscow"),
    (Actor(name="Вэйхай", kind="city", geonames=1791673), "Weihai"),
    (Actor(name="Гатчина", kind="city"), "Gatchina"),
    (Actor(name="Тосненский район", kind="district"), "Tosnensky District"),
    (Actor(name="Кыргызстан", kind="country", country="KG"), "Kyrgyzstan"),
]
BODIES = [
    ("правительство Ленинградской области", "Government of Leningrad Region"),
    ("Витебский областной исполнительный комитет", "Vitebsk Regional Executive Committee"),
    ("Гомельский горисполком", "Gomel City Executive Committee"),
    ("Оршанский райисполком", "Orshansky District Executive Committee"),
    ("городская Дума Нижнего Новгорода", "City Duma of Nizhny Novgorod"),
    ("Народное правительство провинции Хунань Китайской Народной Республики", "People's Government of Hunan Province, China"),
    ("администрация Заводского района г. Минска", "Administration of Zavodsky District, Minsk"),
    ("министерство культуры и туризма", "Ministry of Culture and Tourism"),
    ("Министерство иностранных дел Республики Беларусь", "Ministry of Foreign Affairs of Belarus"),
    ("Ошский государственный университет", "Osh State University"),
    ("Уральский государственный экономический университет", "Ural State University of Economics"),
    ("Уральский государственный университет имени А. М. Горького", "Ural State University named after A. M. Gorky"),
    ("Торгово-промышленная палата штата Гуджарат", "Chamber of Commerce and Industry of Gujarat State"),
    ("Госкорпорация «Росатом»", "State Corporation “Rosatom”"),
    ("опорный вуз области", "Opornyi vuz oblasti"),
]
REGION = PLACES[0][0]
KRAI = Actor(name="Приморский край", kind="region", iso3166_2="RU-PRI")
BODY = Actor(name="администрация Добринского муниципального района", kind="administration")
POSTS = [
    ("губернатор", None, "governor"),
    ("Губернатор Ленинградской области", REGION, "governor of Leningrad Region"),
    ("губернатор Приморского края", KRAI, "governor of Primorye Territory"),
    ("глава администрации Добринского муниципального района", BODY, "head of Administration of Dobrinsky Municipal District"),
    ("губернатор Приневья", REGION, "governor of Leningrad Region (губернатор Приневья)"),
    ("заместитель губернатора", None, "deputy governor"),
    ("председатель комитета по делам Арктики", None, "chairman of the committee (председатель комитета по делам Арктики)"),
    ("звеньевой", None, "звеньевой"),
]
TITLES = [
    ("agreement", "соглашение о дружбе", "Agreement on friendship"),
    ("memorandum", "меморандум о взаимопонимании", "Memorandum of understanding"),
    ("plan", "План совместных мероприятий на 2026–2027 годы", "Plan of joint measures for 2026–2027"),
    ("protocol", "протокол о намерениях", "Protocol of intent"),
    ("agreement", "соглашение о сотрудничестве в культуре и туризме", "Agreement on cooperation in culture, tourism"),
    ("agreement", "договор о дружбе и побратимских связях", "Agreement on friendship and twin-town relations"),
    ("agreement", "соглашение о приграничном сотрудничестве района", "Agreement on cross-border cooperation"),
    ("contract", "контракт", "Contract"),
]


@pytest.mark.parametrize(("actor", "english"), PLACES, ids=str)
def test_places(actor: Actor, english: str) -> None:
    with translation.override("ru"):
        assert actor_name(actor) == actor.name
    with translation.override("en"):
        assert actor_name(actor) == english


@pytest.mark.parametrize(("name", "english"), BODIES)
def test_bodies(name: str, english: str) -> None:
    with translation.override("en"):
        assert actor_name(Actor(name=name, kind="other")) == english


@pytest.mark.parametrize(("title", "of", "english"), POSTS)
def test_posts(title: str, of: Actor | None, english: str) -> None:
    with translation.override("ru"):
        assert post_name(title, of) == title
    with translation.override("en"):
        assert post_name(title, of) == english


@pytest.mark.parametrize(("kind", "title", "english"), TITLES)
def test_titles_are_told_in_english_words(kind: str, title: str, english: str) -> None:
    with translation.override("en"):
        assert gloss(kind, title) == english


def test_documents_keep_their_titles_as_pages_have_them() -> None:
    with translation.override("en"):
        told = document_name("agreement", "соглашение о дружбе", chars=90)
        assert told == "Agreement on friendship (in Russian: «Соглашение о дружбе»)"
        told = document_name("agreement", "соглашение между А и Б", ("A", "B", "C"))
        assert told == "Agreement between A, B and C"
        assert document_name("memorandum", "меморандум") == document_name("memorandum", "") == "Memorandum"
        assert document_name("plan", "Joint plan") == "Joint plan"
        assert document_name("other", "") == "Document of a kind that is not told"
    with translation.override("ru"):
        assert document_name("agreement", "документ") == "Документ, вид которого не назван"
        assert document_name("agreement", "соглашение о дружбе") == "Соглашение о дружбе"
    assert both_names("Karelia", "Карелия") == "Karelia (Карелия)"
    assert both_names("Карелия", "Карелия") == "Карелия"

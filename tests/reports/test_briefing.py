"""The briefing: every line has its source, empty parts say so, only what is known on the day is told."""

from __future__ import annotations

import datetime
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from pobratim.core.page import Page
from pobratim.facts.read import read
from pobratim.register.errors import WrongValue
from pobratim.register.models import Actor, DocumentParty, PageVersion, Statement
from pobratim.register.selectors.sentence import GAP
from pobratim.register.services import Author, Incoming, field_edit, page_store, settle
from pobratim.reports.briefing.make import FULL, briefing
from pobratim.reports.paper import Bullets, Gap, Heading, Line, Paper, Paragraph, Picture, Table
from pobratim.reports.write import WRITERS
from tests.register.story import Story, agreement, day

from .pair import ON, later, sides, told

LATER = datetime.date(2026, 1, 15)


@pytest.fixture
def pair(sqlite_register: object) -> tuple[str, str]:
    told()
    return sides()


def lines_of(paper: Paper) -> list[tuple[Line, ...]]:
    """What must have a source: a line, or a row of a table."""
    found: list[tuple[Line, ...]] = []
    for block in paper.blocks:
        if isinstance(block, Paragraph | Bullets):
            found += [(line,) for line in block.lines]
        elif isinstance(block, Table):
            found += block.rows
    return found


def all_sourced(paper: Paper) -> None:
    known = {one.number for one in paper.sources}
    for row in lines_of(paper):
        cites = {number for line in row for number in line.cites}
        assert cites <= known
        assert cites or all(line.computed for line in row), row
    assert known == {number for row in lines_of(paper) for line in row for number in line.cites}


def quotes_stand(paper: Paper) -> None:
    """What sources quote stands in the page that is cited."""
    for source in paper.sources:
        number = re.search(r"/pages/(\d+)/$", source.address)
        page = PageVersion.objects.filter(pk=number[1] if number else None) | PageVersion.objects.filter(address=source.address)
        text = page.get().text if source.quote else ""
        assert all(piece in text for piece in source.quote.removesuffix("…").split(GAP)), source


def part(paper: Paper, number: int) -> str:
    """The text of a part."""
    texts: list[str] = []
    here = False
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level == 1:
            here = block.text.startswith(f"{number}. ")
        elif here:
            texts += [block.text] if isinstance(block, Heading | Gap) else []
            texts += [block.alt] if isinstance(block, Picture) else []
            texts += [line.text for line in block.lines] if isinstance(block, Paragraph | Bullets) else []
            texts += [cell.text for row in block.rows for cell in row] if isinstance(block, Table) else []
    return "\n".join(texts).replace("\xa0", " ")


def test_each_part_tells_what_is_known(pair: tuple[str, str]) -> None:
    paper = briefing(*pair, ON)
    all_sourced(paper)
    assert "Губернатор (Чуйская область) — Акылбек Жапаров" in part(paper, 1)
    assert "последнее упоминание 11 февраля 2023 г.; более года назад, нужно уточнить" in part(paper, 1)
    assert "Соглашение о сотрудничестве в торговле (1 июня 2021 г.) — срок действия истекает 30 июня 2024 г." in part(paper, 2)
    assert "Меморандум о туризме" in part(paper, 2).partition("Прекратившие действие")[2]
    assert "Мероприятий: 3; выполнено — 1, нет сведений — 2; просрочено — 1." in part(paper, 3)
    assert "10 февраля 2023 г.: визит" in part(paper, 4)
    assert "Планируются\n20 мая 2024 г.: визит. Названы участники: Иван Петров." in part(paper, 4)
    assert "открыть торговый дом" in part(paper, 5)
    assert "Культура, торговля и экономика: Соглашение о сотрудничестве в торговле" in part(paper, 6)
    assert "Гатчина — Токмок: Соглашение о побратимских связях (1 июля 2023 г., подписано)." in part(paper, 7)
    kept = "План мероприятий на 2023–2025 годы (10 февраля 2023 г.) — о намерении сообщалось 2 сентября 2022 г., подписание"
    assert f"{kept} состоялось." in part(paper, 8)
    assert "Декларация — о намерении сообщалось 2 сентября 2022 г.; сведений о подписании нет." in part(paper, 8)
    assert "Как исполнено мероприятие «1. Провести Дни культуры», срок которого истёк 31 декабря 2023 г.?" in part(paper, 9)
    assert "Продлевать или заключать заново: Соглашение о сотрудничестве в торговле" in part(paper, 9)
    assert "Остаётся ли в силе намерение подписать: Декларация?" in part(paper, 9)
    assert "Протокол — о намерении сообщалось 10 апреля 2024 г., подписание намечено на 20 мая 2024 г." in part(paper, 10)
    assert "Декларация" not in part(paper, 10)
    assert "Иван Петров" in part(paper, 11)
    assert "Акылбек Жапаров, губернатор" in part(paper, 11)
    assert "Документы без сведений о подписавших" in part(paper, 12)


def test_a_leader_of_whom_only_a_page_without_a_day_tells(pair: tuple[str, str]) -> None:
    undated = Story("https://a.example/undated", None)
    undated.person("Пётр Первый", "председатель парламента", undated.place("Чуйская область"))
    undated.person("Акылбек Второй", "губернатор", "pl0")
    undated.store()
    paper = briefing(*pair, ON)
    all_sourced(paper)
    assert "Председатель парламента (Чуйская область) — Пётр Первый (день не назван)." in part(paper, 1)
    assert "Акылбек Второй" not in part(paper, 1), "a head whom a page with a day tells of goes first"


def test_a_paper_of_a_past_day_stays_as_it_was(pair: tuple[str, str]) -> None:
    before = briefing(*pair, ON)
    later()
    assert briefing(*sides(), ON) == before
    assert "Новый Губернатор" in part(briefing(*sides(), LATER), 1)


@pytest.mark.parametrize("short", [False, True])
def test_nothing_known_is_said_in_every_part(sqlite_register: object, short: bool) -> None:
    agreement("https://a.example/1", "2026-01-02", signed="2026-01-01").store()
    paper = briefing(*sides(), ON, short=short)
    gaps = {number for number in range(1, 13) if part(paper, number)}
    assert gaps == set(range(1, 6 if short else 13))
    all_sourced(paper)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_its_own_words_are_in_its_language(pair: tuple[str, str], language: str) -> None:
    for on in (ON, datetime.date(1990, 1, 1)):
        paper = briefing(*pair, on, language=language)
        own = [paper.title.partition(":")[0], *paper.words.values()]
        own += [block.text for block in paper.blocks if isinstance(block, Gap)]
        own += [block.text for block in paper.blocks if isinstance(block, Heading) and block.level != 2]
        own += [name for block in paper.blocks if isinstance(block, Table) for name in block.head]
        foreign = "[A-Za-z]" if language == "ru" else "[А-Яа-яё]"
        own = [re.sub(r"\d+ [а-я]+ \d+ г\.", "", one) for one in own] if language == "en" else own
        assert not [one for one in own if re.search(foreign, one)]


def test_a_short_one_is_one_page(pair: tuple[str, str]) -> None:
    paper = briefing(*pair, ON, short=True)
    all_sourced(paper)
    assert len(PdfReader(io.BytesIO(WRITERS["pdf"](paper))).pages) == 1


def test_questions_to_the_database_do_not_grow_with_the_register(pair: tuple[str, str]) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            briefing(*pair, ON)
        return len(queries)

    few = asked()
    for number in range(12):
        agreement(f"https://b.example/{number}", signed=f"2022-{number + 1:02}-01", title=f"соглашение №{number}").put()
    agreement("https://b.example/99", signed="2022-01-15", title="соглашение №99").store()
    assert asked() <= few + 2


@pytest.mark.parametrize("short", [False, True])
def test_a_partner_alone_with_whomever_it_cooperates(pair: tuple[str, str], short: bool) -> None:
    paper = briefing(pair[0], "", ON, short=short)
    all_sourced(paper)
    text = "\n".join(part(paper, number) for number in range(1, 13))
    assert "Соглашение о сотрудничестве в торговле (с кем: Ленинградская область)" in text
    assert not [block.text for block in paper.blocks if isinstance(block, Gap) and re.search(r"\bсторон\b", block.text)]
    assert "Ленинградская" not in paper.title + paper.subtitle
    later()
    assert briefing(sides()[0], "", ON, short=short) == paper


def test_districts_and_bodies_have_briefings_too(pair: tuple[str, str]) -> None:
    cities = dict(Actor.objects.filter(kind="city").values_list("name", "key"))
    paper = briefing(cities["Токмок"], cities["Гатчина"], ON)
    all_sourced(paper)
    assert "Соглашение о побратимских связях" in part(paper, 2)
    story = Story("https://c.example/1", "2024-03-02")
    one, other = (story.body(f"{name} государственный университет", "university") for name in ("Ошский", "Псковский"))
    story.document(one, other, signed="2024-03-01", title="соглашение об обмене студентами")
    story.store()
    keys = dict(Actor.objects.filter(kind="university").values_list("name", "key"))
    paper = briefing(keys["Ошский государственный университет"], keys["Псковский государственный университет"], ON, language="en")
    all_sourced(paper)
    assert paper.title == "Briefing: Osh State University"
    assert "Agreement on education (in Russian: «Соглашение об обмене студентами»)" in part(paper, 2)


def test_one_occasion_is_one_line(pair: tuple[str, str]) -> None:
    story = Story("https://e.example/1", "2024-03-02")
    parties = story.place("Ленинградская область"), story.place("Чуйская область")
    who = story.person("Иван Петров", "губернатор", "pl0")
    for kind in ("forum", "signing"):
        story.event(*parties, kind=kind, date="2024-03-01", people=(who,))
    story.store()
    text = part(briefing(*sides(), ON), 4)
    assert text.count("1 марта 2024 г.") == 1
    assert "1 марта 2024 г.: форум, подписание. Участвовали: Иван Петров" in text or "подписание, форум" in text


def test_what_became_of_a_promise_is_told_from_its_day_on(pair: tuple[str, str]) -> None:
    page = Page(
        text="Губернатор Ленинградской области Иван Ладогин встретился с гостями из Чуйской области. «В сентябре направим "
        "в Чуйскую область группу врачей», – сказал Иван Ладогин. Стороны подписали протокол.",
        published=day("2024-03-24"),
        url="https://d.example/1",
    )
    page_store(Incoming(read(page), "https://d.example/1"))
    settle()
    said = Statement.objects.get(promised=True, text__contains="врачей")
    outcome = {"state": "kept", "on": "2024-09-12", "fact": "Врачи приехали."}
    field_edit(key=said.key, field="outcome", value=outcome, author=Author("Анна"))
    assert "направим в Чуйскую область группу врачей (сообщено 24 марта 2024 г., срок — сентябрь 2024 г., открыто)" in part(
        briefing(*sides(), ON), 8
    )
    after = briefing(*sides(), datetime.date(2024, 10, 1))
    all_sourced(after)
    assert "исполнено, 12 сентября 2024 г.: Врачи приехали)" in part(after, 8)


def test_english_papers_read_as_english(pair: tuple[str, str]) -> None:
    paper = briefing(*pair, ON, language="en")
    all_sourced(paper)
    assert (paper.title, paper.subtitle.partition(".")[0]) == ("Briefing: Chuy Region", "Prepared for: Leningrad Region")
    assert "Governor of Chuy Region — Akylbek Zhaparov (Акылбек Жапаров)" in part(paper, 1)
    assert "Akylbek Zhaparov, governor of Chuy Region" in part(paper, 11)
    assert "Gatchina — Tokmok" in part(paper, 7)


def test_a_side_is_no_partner_of_itself(pair: tuple[str, str]) -> None:
    with pytest.raises(WrongValue):
        briefing(pair[0], pair[0], ON)


def test_every_pair_of_the_corpus(demo: None) -> None:
    rows: dict[str, set[str]] = {}
    for document, actor in DocumentParty.objects.values_list("document", "acts_for"):
        rows.setdefault(document, set()).add(actor)
    pairs = sorted({tuple(sorted(some)) for some in rows.values() if len(some) == 2})
    assert len(pairs) > 60
    for a, b in pairs[::6]:
        for short in (False, True):
            paper = briefing(a, b, LATER, short=short)
            all_sourced(paper)
            quotes_stand(paper)
            if short:
                assert len(PdfReader(io.BytesIO(WRITERS["pdf"](paper))).pages) == 1
            else:
                assert sum(isinstance(block, Heading) and block.level == 1 for block in paper.blocks) == len(FULL)
                twice = [line.text for block in paper.blocks if isinstance(block, Bullets) for line in block.lines]
                assert not [one for one in twice if ".." in one or re.search(r"\b(None|absent|in_force)\b", one)]

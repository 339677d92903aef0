"""The first glance: no page that reports cooperation may be passed over, most others are."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pobratim.pages import may_report

GOLDEN = Path(__file__).parent / "golden"
SNOW = "Ночью выпал снег. Дорожные службы города вывели на улицы сорок машин, к утру проезд расчистили. "
REPORTS = [
    "Тула и Минск подписали соглашение о сотрудничестве городов.",
    "Побратимами стали Вологда и Полоцк: мэры городов скрепили подписями договор о дружбе.",
    "Университеты двух городов заключили меморандум.",
    "Делегация Гомельской области прибыла в Уфу, где встретилась с губернатором и депутатами городского округа.",
    "Администрация района и райисполком утвердили план мероприятий по реализации договора о сотрудничестве.",
    "Дорожную карту подписали министерства двух областей.",
    "Действие протокола о намерениях между районом и провинцией продлено.",
]
OTHERS = [
    SNOW,
    "Клуб подписал контракт с защитником на два года.",
    "Суд утвердил договор аренды и взыскал с предпринимателя долг.",
    "Сборная провела визит вежливости к болельщикам.",
]


def dressed(story: str, beside: str = "") -> str:
    """A page of some size around a story, with a headline of another one beside it."""
    script = "<script>var s = 'Меморандум подписан, сотрудничество областей';</script>"
    links = "".join(f'<li><a href="/n/{n}/"><span>{beside or SNOW[:40]}</span></a></li>' for n in range(40))
    article = f"<article><h1>Новости дня</h1><p>{story}</p><p>{SNOW * 9}</p></article>"
    return f"<html><head>{script}</head><body><ul>{links}</ul>{article}</body></html>"


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "koi8-r", "utf-16"])
@pytest.mark.parametrize("story", REPORTS)
def test_reports_pass(story: str, charset: str) -> None:
    assert may_report(story.encode(charset))
    assert may_report(dressed(story).encode(charset))


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "koi8-r"])
@pytest.mark.parametrize("story", OTHERS)
def test_others_are_passed_over(story: str, charset: str) -> None:
    assert not may_report(dressed(story).encode(charset))


def test_headlines_of_others_do_not_count() -> None:
    assert not may_report(dressed(SNOW, "Области подписали соглашение о сотрудничестве").encode())


def test_broken_words_are_seen() -> None:
    story = "Го&shy;ро&shy;да под&shy;пи&shy;са&shy;ли со&shy;гла&shy;ше&shy;ние о дружбе"
    assert may_report(dressed(story).encode())
    assert may_report(dressed(story.replace("&shy;", "\u00ad")).encode())


def test_golden_pages_pass() -> None:
    lost = [path.name for path in GOLDEN.glob("*.[ht]*") if path.stem != "clock" and not may_report(path.read_bytes())]
    assert lost == []


@pytest.mark.slow
def test_a_page_of_100_kilobytes_takes_less_than_a_millisecond() -> None:
    raw = (dressed(SNOW) + f"<script>{'var x = 1; ' * 8500}</script>").encode()
    assert len(raw) > 100_000
    started = time.process_time()
    for _ in range(100):
        may_report(raw)
    assert (time.process_time() - started) / 100 < 0.001  # 0.15 ms on a machine that does nothing else

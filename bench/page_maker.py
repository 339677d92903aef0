"""News-like pages of 100 KB: an article of 1,700 characters and all that a site puts around it; the same seed, the same page."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import yaml

HERE = Path(__file__).parent
STORIES = HERE.parent / "corpus/stories"
PAGE_BYTES = 100_000
TEXT_CHARACTERS = 1_700
CROSSTALK = 0.1
"""The share of everyday pages that show, among other headlines, one of cooperation."""

_CONTAINERS = [
    ("article", "article__text"),
    ("div", "b-news__body js-article"),
    ("div", "post-content entry"),
    ("section", "material-text"),
    ("div", "detail_text"),
]
_MENU = "Политика Экономика Общество Происшествия Мир Спорт Культура Наука Регионы Мнения Фото Видео Афиша".split()
_COMMENTS = ["Ну наконец-то!", "А во дворе по-прежнему темно.", "Спасибо, интересно.", "И где это видано?", "Так держать."]


class Article(NamedTuple):
    """What a page tells: its headline and paragraphs, and whether it tells of cooperation."""

    title: str
    paragraphs: list[str]
    relevant: bool


def read_lines(name: str) -> list[str]:
    """The lines of a data file, without its comments."""
    lines = (HERE / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_articles() -> list[Article]:
    """The stories of the corpus that report cooperation, drawn out to TEXT_CHARACTERS with everyday sentences."""
    found = []
    for number, path in enumerate(sorted(STORIES.glob("*.yaml"))):
        story = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not story["negative"]:
            own = [line for line in story["text"].split("\n") if line.strip()]
            found.append(Article(story["page"]["title"], _fill(own, random.Random(number)), True))
    return found


def everyday_article(rng: random.Random) -> Article:
    """A story of everyday news."""
    return Article(rng.choice(read_lines("headlines.txt")), _fill([], rng), False)


def _fill(paragraphs: list[str], rng: random.Random) -> list[str]:
    pool = read_lines("sentences.txt")
    rng.shuffle(pool)
    paragraphs = list(paragraphs)
    while pool and sum(map(len, paragraphs)) < TEXT_CHARACTERS - 100:
        paragraphs.append(" ".join(pool.pop() for _ in range(min(len(pool), 2))))
    return paragraphs


class PageMaker:
    """Dresses articles as pages. `titles` are headlines of cooperation that may stand beside other stories."""

    def __init__(self, titles: list[str]) -> None:
        self._titles = titles
        self._headlines = read_lines("headlines.txt")

    def page(self, article: Article, seed: int) -> bytes:
        """The page in UTF-8; its container, clutter and order depend on the seed."""
        rng = random.Random(seed)
        spoken_of = [rng.choice(self._titles)] if article.relevant or rng.random() < CROSSTALK else []
        parts = [
            _head(article, rng),
            "<body>",
            _menu(rng),
            _article(article, rng),
            self._cards("related", spoken_of + rng.sample(self._headlines, 20), rng),
            self._cards("popular", rng.sample(self._headlines, 12), rng),
            _comments(rng),
            "<footer><p>© 2009–2025. При использовании материалов ссылка обязательна. 16+</p></footer>",
        ]
        size = sum(len(part.encode()) for part in parts)
        parts.insert(2, _script(rng, (PAGE_BYTES - size) // 2))
        parts.append(_script(rng, (PAGE_BYTES - size) // 2))
        return ("".join(parts) + "</body></html>").encode()

    def _cards(self, name: str, headlines: list[str], rng: random.Random) -> str:
        cards = "".join(
            f'<li class="{name}__item"><a class="{name}__link" data-id="{rng.randrange(10**7)}" '
            f'href="/news/{rng.randrange(10**6)}/"><img loading="lazy" alt="" src="/i/{rng.randrange(10**8)}.webp">'
            f'<span class="{name}__title">{escape(headline)}</span>'
            f"<time>{rng.randrange(24):02}:{rng.randrange(60):02}</time></a></li>"
            for headline in headlines
        )
        return f'<aside class="{name}"><h3>Читайте также</h3><ul>{cards}</ul></aside>'


def _head(article: Article, rng: random.Random) -> str:
    title, day = escape(article.title), f"2024-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    linked = {"@type": "NewsArticle", "headline": article.title, "datePublished": f"{day}T12:30:00+03:00"}
    style = "".join(f".c{i}{{margin:{rng.randrange(20)}px;color:#{rng.randrange(4096):03x}}}" for i in range(200))
    return (
        f'<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{title} — Новости</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{day}T12:30:00+03:00">'
        + (f'<script type="application/ld+json">{json.dumps(linked, ensure_ascii=False)}</script>' if rng.random() < 0.7 else "")
        + f"<style>{style}</style></head>"
    )


def _menu(rng: random.Random) -> str:
    items = "".join(
        f'<li class="menu__item"><a href="/{i}/">{name}</a><ul>'
        + "".join(f'<li><a href="/{i}/{j}/">{rng.choice(_MENU).lower()}</a></li>' for j in range(8))
        + "</ul></li>"
        for i, name in enumerate(_MENU)
    )
    return f'<header><a class="logo" href="/">Новости</a><nav><ul class="menu">{items}</ul></nav></header>'


def _article(article: Article, rng: random.Random) -> str:
    tag, name = rng.choice(_CONTAINERS)
    body = "".join(
        f"<p>{escape(text)}</p>" + ('<div class="ad" id="adfox"></div>' if number % 4 == 3 else "")
        for number, text in enumerate(article.paragraphs)
    )
    return (
        f'<main><h1 class="title">{escape(article.title)}</h1><div class="meta"><span class="author">Редакция</span></div>'
        f'<{tag} class="{name}">{body}</{tag}>'
        '<div class="share"><a href="#vk">ВКонтакте</a><a href="#tg">Telegram</a></div></main>'
    )


def _comments(rng: random.Random) -> str:
    comments = "".join(
        f'<div class="comment" id="c{i}"><b>user{rng.randrange(9999)}</b><p>{rng.choice(_COMMENTS)}</p></div>'
        for i in range(rng.randrange(12))
    )
    return f'<section class="comments">{comments}</section>'


def _script(rng: random.Random, size: int) -> str:
    """Settings and state as sites leave them in their pages, about `size` characters."""

    def rows() -> Iterator[str]:
        total = 0
        while total < size:
            state = {"id": rng.randrange(10**9), "u": f"/n/{rng.randrange(10**6)}/", "t": rng.sample(range(99), 9)}
            yield (row := json.dumps(state))
            total += len(row) + 1

    return f"<script>window.__STATE__=[{','.join(rows())}];</script>"

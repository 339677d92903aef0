"""The pieces of a dressed page: days in words, paragraphs, lists of headlines, comments, JSON-LD."""

from __future__ import annotations

import html
import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .story import Story, date_value, published_value

MONTHS_ALONE = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


@cache
def clutter() -> dict[str, Any]:
    """The texts around the stories."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "clutter.yaml").read_text(encoding="utf-8"))
    return loaded


def day_in_words(value: str) -> str:
    """A day, month or year as a page writes it.

    >>> day_in_words("2024-04-25"), day_in_words("--11-22"), day_in_words("2024-04")
    ('25 апреля 2024', '22 ноября', 'апрель 2024')
    """
    if value.startswith("--"):
        month, day = value[2:].split("-")
        return f"{int(day)} {MONTHS[int(month) - 1]}"
    parts = value.split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return f"{MONTHS_ALONE[int(parts[1]) - 1]} {parts[0]}"
    return value


def day_dotted(value: str) -> str:
    """«25.04.2024», or the day in words where it has no year.

    >>> day_dotted("2024-04-25")
    '25.04.2024'
    """
    return ".".join(reversed(value.split("-"))) if len(value) == 10 and not value.startswith("--") else day_in_words(value)


def related_items(story: Story) -> list[tuple[str, str | None, str | None]]:
    """Title, day in words and section of each headline beside the story."""
    found = []
    for item in story.page.get("related") or []:
        value = date_value(item.get("date"))
        found.append((str(item["title"]), day_in_words(value) if value else None, item.get("section")))
    return found


def paragraphs_html(story: Story, style: str, rng: random.Random) -> str:
    """The body: `p` paragraphs, `br` pieces, or `div` lines, with an insert of clutter in the middle."""
    pieces = [html.escape(p, quote=False) for p in story.paragraphs]
    middle = len(pieces) // 2
    if style == "br":
        return "<br><br>\n".join(pieces)
    if style == "div":
        return "\n".join(f'<div class="row-text">{p}</div>' for p in pieces)
    lines = [f"<p>{p}</p>" for p in pieces]
    if len(lines) > 3:
        ticker = html.escape(rng.choice(clutter()["tickers"]))
        lines.insert(middle, f'<aside class="inread"><a href="/n/{rng.randrange(9999)}/">{ticker}</a></aside>')
    return "\n".join(lines)


def menu_html(names: list[str]) -> str:
    """A menu."""
    items = (f'<li><a href="/s{number}/">{html.escape(name)}</a></li>' for number, name in enumerate(names))
    return "<ul>" + "".join(items) + "</ul>"


def related_html(story: Story, item: str) -> str:
    """The headlines, each by a pattern with `{title}`, `{day}`, `{section}`, `{number}`."""
    return "\n".join(
        item.format(title=html.escape(title, quote=False), day=day or "", section=html.escape(section or ""), number=number)
        for number, (title, day, section) in enumerate(related_items(story), 1)
    )


def comments_html(story: Story, rng: random.Random) -> str:
    """As many readers' comments as the story says, at most four."""
    count = story.page.get("comments")
    rows = rng.sample(clutter()["comments"], min(4, count or 0))
    body = "".join(f'<div class="comment"><b>{html.escape(name)}</b><p>{html.escape(words)}</p></div>' for name, words in rows)
    return "" if count is None else f'<section class="comments"><h3>Комментарии ({count})</h3>{body}</section>'


def linked_data(story: Story, site: str) -> str:
    """JSON-LD with the story's headline, day and authors."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "publisher": {"@type": "Organization", "name": site},
    }
    if value := published_value(story):
        data["datePublished"] = f"{value}T09:30:00+03:00" if len(value) == 10 else value
    if authors := story.page.get("authors"):
        data["author"] = [{"@type": "Person", "name": name} for name in authors]
    if story.page.get("comments") is not None:
        data["commentCount"] = story.page["comments"]
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def noise_script(rng: random.Random, rows: int = 120) -> str:
    """A state dump as sites inline it."""
    dump = [{"id": rng.randrange(10**8), "u": f"/n/{rng.randrange(10**5)}/", "k": round(rng.random(), 6)} for _ in range(rows)]
    return f"<script>window.__STATE__={json.dumps(dump)};</script>"

"""Dress each story as a page: `python -m tools.corpus.render [STORIES [OUT]]` writes `corpus/pages/NNN-slug.html|.txt`.

The same story gives the same bytes: everything that varies is drawn by the story's number.
"""

from __future__ import annotations

import html
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template

from .flat_text import flat_text
from .pieces import (
    clutter,
    comments_html,
    day_dotted,
    day_in_words,
    linked_data,
    menu_html,
    noise_script,
    paragraphs_html,
    related_html,
)
from .story import STORIES, Story, published_value, read_stories

OUT = Path("corpus/pages")
LAYOUTS = Path(__file__).parent / "layouts"


@dataclass(frozen=True)
class Layout:
    """How a site looks: the menu it has, how it parts paragraphs, how it shows another story, its charset."""

    menu: str
    paragraphs: str
    related: str
    charset: str = "utf-8"


_LI = '<li><a href="/news/{number}/">{title}</a> <span class="date">{day}</span> <span class="rubric">{section}</span></li>'
_CARD = (
    '<div class="card"><span class="card__rubric rubric">{section}</span>'
    '<a class="card__title" href="/2024/{number}.html">{title}</a><time>{day}</time></div>'
)
_LINE = (
    '<p class="news-line"><span class="date">{day}</span> <a href="/news/{number}">{title}</a> '
    '<i class="rubric">{section}</i></p>'
)
_NOTE = '<li><a href="?p={number}">{title}</a> <small class="date">{day}</small>, <small class="cat">{section}</small></li>'
_ROW = '<tr><td>{day}</td><td><a href="news.asp?id={number}">{title}</a> <i class="cat">{section}</i></td></tr>'
_AMP = '<div class="rec"><a href="/amp/{number}/">{title}</a> <time>{day}</time> <span class="cat">{section}</span></div>'
STYLES = {
    "portal": Layout("portal", "p", _CARD),
    "municipal": Layout("municipal", "p", _LINE),
    "agency": Layout("agency", "div", _LI),
    "blog": Layout("blog", "p", _NOTE),
    "university": Layout("university", "p", _LI),
    "gov-cp1251": Layout("gov", "br", _ROW, "cp1251"),
    "gov-koi8": Layout("gov", "br", _ROW, "koi8-r"),
    "amp": Layout("portal", "p", _AMP),
}


def render(story: Story) -> bytes:
    """The bytes of a story's page, in the charset of its layout; what the charset lacks becomes an entity."""
    if story.layout == "flat":
        return _flat_bytes(story)
    style = STYLES[story.layout]
    template = Template((LAYOUTS / f"{story.layout}.html").read_text(encoding="utf-8"))
    return template.substitute(_fields(story, style)).encode(style.charset, "xmlcharrefreplace")


def _flat_bytes(story: Story) -> bytes:
    """UTF-8; every seventh story with Windows line ends and a byte order mark, every eleventh in windows-1251 where it fits."""
    text = flat_text(story)
    if story.number % 7 == 0:
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    if story.number % 11 == 0:
        try:
            return text.encode("cp1251")
        except UnicodeEncodeError:
            return text.encode()
    return text.encode()


def _fields(story: Story, style: Layout) -> dict[str, str]:
    """What the template's placeholders stand for."""
    rng = random.Random(story.number)
    site = clutter()["sites"][story.layout]
    authors = html.escape(", ".join(story.page.get("authors") or []))
    return {
        "title": html.escape(story.title, quote=False),
        "title_attribute": html.escape(story.title),
        "site": html.escape(site),
        "body": paragraphs_html(story, style.paragraphs, rng),
        "menu": menu_html(clutter()["menus"][style.menu]),
        "related": related_html(story, style.related),
        "comments": comments_html(story, rng),
        "credit": _credit(story.page.get("photo_credit")),
        "author": authors,
        "author_line": f"Автор: {authors}" if authors else "",
        "linked_data": linked_data(story, site),
        **_path_fields(story),
        **_day_fields(story),
        **_clutter_fields(rng),
    }


def _path_fields(story: Story) -> dict[str, str]:
    """The path as links, and as text."""
    sections = [html.escape(name) for name in story.page.get("sections") or []]
    links = "".join(f'<a href="/c{n}/">{name}</a> <i>/</i> ' for n, name in enumerate(sections))
    return {"crumbs": links, "crumbs_plain": " → ".join(sections)}


def _day_fields(story: Story) -> dict[str, str]:
    """The day of publication in every form that a template may ask for; empty where the page carries none."""
    day = published_value(story)
    if day is None:
        return dict.fromkeys(("day", "day_dotted", "day_iso", "meta_day", "published_line", "published_words"), "")
    stamp = f'<meta property="article:published_time" content="{day}T10:15:00+03:00">' if len(day) == len("2024-04-25") else ""
    return {
        "day": day_in_words(day),
        "day_dotted": day_dotted(day),
        "day_iso": day,
        "meta_day": stamp,
        "published_line": f'<div class="news-date">{day_dotted(day)}</div>',
        "published_words": f"Опубликовано: {day_in_words(day)}",
    }


def _clutter_fields(rng: random.Random) -> dict[str, str]:
    """What stands around the story."""
    texts = clutter()
    tags = (f'<a href="/tag/{n}/">{tag}</a>' for n, tag in enumerate(rng.sample(texts["tags"], 3)))
    return {
        "noise": noise_script(rng),
        "clock": rng.choice(texts["clocks"]),
        "ticker": html.escape(rng.choice(texts["tickers"])),
        "cookie": texts["cookie"],
        "subscribe": texts["subscribe"],
        "footer": rng.choice(texts["footers"]),
        "views": str(rng.randrange(30, 5000)),
        "tags": " ".join(tags),
    }


def _credit(credit: str | None) -> str:
    """The photo credit as a caption shows it."""
    if not credit:
        return ""
    return html.escape(credit if credit.lower().startswith("фото") else f"Фото: {credit}")


def main(folder: Path = STORIES, out: Path = OUT) -> None:
    """Write the page of every story."""
    out.mkdir(parents=True, exist_ok=True)
    stories = read_stories(folder)
    for story in stories:
        (out / f"{story.stem}{story.suffix}").write_bytes(render(story))
    print(f"{len(stories)} pages in {out}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))

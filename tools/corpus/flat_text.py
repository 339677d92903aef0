"""A story as the flat text of a portal: what is left when a page is copied into a file."""

from __future__ import annotations

import random

from .pieces import clutter, day_dotted, day_in_words, related_items
from .story import Story, published_value


def flat_text(story: Story) -> str:
    """The whole text of the page, one line a paragraph; three ways of dressing, by the story's number."""
    rng = random.Random(story.number)
    way = story.number % 3
    lines = [*_head(story, way), story.title, ""]
    day = published_value(story)
    if day and way == 0:
        lines += [day_in_words(day) + (" г." if len(day) == 10 else ""), ""]
    elif day and way == 1:
        lines += [f"{day_dotted(day)} {rng.randrange(8, 20):02}:{rng.randrange(10, 59)} Просмотров: {rng.randrange(20, 900)}", ""]
    for number, paragraph in enumerate(story.paragraphs):
        lines += [paragraph, ""]
        if number == 0 and story.page.get("photo_credit"):
            lines += [_credit(story.page["photo_credit"]), " ", ""]
    if authors := story.page.get("authors"):
        lines += [f"Автор: {', '.join(authors)}", ""]
    if day and way == 2:
        lines += [f"Опубликовано: {day_dotted(day)}", ""]
    return "\n".join([*lines, *_tail(story, way, rng)]) + "\n"


def _head(story: Story, way: int) -> list[str]:
    """What stands above the headline: a menu, a path, sometimes a clock."""
    rng = random.Random(-story.number)
    sections = list(story.page.get("sections") or [])
    head: list[str] = []
    if way == 1 or not published_value(story):
        head += [*clutter()["menus"]["flat"], rng.choice(clutter()["clocks"])]
    separator = {0: " ", 1: " / ", 2: " » "}[way]
    head.append(separator.join([*sections, story.title]))
    return head if way != 2 else [*head, ""]


def _credit(credit: str) -> str:
    """The line of the photo credit; a credit that opens with «фото» stands as it is."""
    return credit[:1].upper() + credit[1:] if credit.lower().startswith("фото") else f"Фото: {credit}"


def _tail(story: Story, way: int, rng: random.Random) -> list[str]:
    """What stands below the story: buttons, tags, comments, headlines of others, the foot."""
    lines = ["Поделиться", "ВКонтакте", "Одноклассники", "Telegram"] if way else []
    if way == 2:
        lines.append("Теги: " + ", ".join(rng.sample(clutter()["tags"], 3)))
    count = story.page.get("comments")
    if count is not None:
        lines += ["Комментарии", str(count)]
        if way == 1:
            for name, words in rng.sample(clutter()["comments"], min(2, count)):
                lines += [name, words]
    items = related_items(story)
    if items:
        lines.append(("Рекомендуем:", "Читайте также", "Другие новости:")[way])
    for title, day, section in items:
        if section:
            lines.append(section)
        lines.append(f"{day} {title}" if day else title)
    if way == 2:
        lines.append(clutter()["cookie"])
    lines.append("^" if way == 0 else rng.choice(clutter()["footers"]))
    return lines

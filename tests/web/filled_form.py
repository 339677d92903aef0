"""Forms as a browser sends them: what stands in their inputs, and what is typed over."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client


class Inputs(HTMLParser):
    """What a browser sends of the form of a page that nobody touched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.inside = False
        self.area: str | None = None
        self.select: str | None = None
        self.options: list[tuple[str, bool]] = []
        self.feed(page)

    def add(self, name: str | None, value: str) -> None:
        if name:
            self.sent.setdefault(name, []).append(value)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "form":
            self.inside = "record-form" in (held.get("class") or "")
        if not self.inside:
            return
        kind = held.get("type", "text")
        if tag == "input" and (kind not in ("checkbox", "radio") or "checked" in held):
            value = held.get("value") or ("on" if kind == "checkbox" else "")
            self.add(held.get("name"), re.sub("[\r\n]", "", value))
        elif tag == "textarea":
            self.area, self.text = held.get("name"), ""
        elif tag == "select":
            self.select, self.options = held.get("name"), []
        elif tag == "option" and self.select:
            self.options.append((held.get("value") or "", "selected" in held))

    def handle_data(self, data: str) -> None:
        if self.area:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.area:
            self.add(self.area, self.text.removeprefix("\n").replace("\n", "\r\n"))
            self.area = None
        elif tag == "select" and self.select:
            chosen = [value for value, is_chosen in self.options if is_chosen] or [self.options[0][0]]
            self.add(self.select, chosen[-1])
            self.select = None


def sent_by(page: str, **typed: Any) -> dict[str, Any]:
    """The form as it stands, with what was typed over."""
    inputs: dict[str, Any] = {**Inputs(page).sent, **{name.replace("__", "-"): value for name, value in typed.items()}}
    return {name: value for name, value in inputs.items() if value is not None}


def edited(client: Client, key: str, **typed: Any) -> Any:
    address = f"/records/{key}/edit/"
    return client.post(address, sent_by(client.get(address).content.decode(), **typed))

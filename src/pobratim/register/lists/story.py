"""The names in a row: its cells as the paragraphs of a small page, read as any page is, so that names mean the same here."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pobratim.annotate.tagger import default_tagger
from pobratim.core.facts import ORGANS_OF_POWER, Body, Person, Place
from pobratim.core.page import Page
from pobratim.facts.actors.mention import ActorMention
from pobratim.facts.read import build_story
from pobratim.lexicon.actors import heads
from pobratim.lexicon.gazetteer import place_by_id
from pobratim.resolve.place import PageContext, link, place_ids
from pobratim.text.morph import lemma

_PIECE = re.compile(r"[^;\n]+")
_LEAD = re.compile(r"^[\s\d.)(–—•*-]+")
_BETWEEN = re.compile(r"\bмежду\b|\bс(?:о)?\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?<=\s)(?:об?|обо|по|на|в\s+(?:области|сфере|целях)|от\s+\d)\s", re.IGNORECASE)
_OPENS = re.compile(r"[(,]")
#: «Администрация г. Сочи», «Минской обл.»: spelled out, so that the grammar sees the words. What opens a cell is left.
_SHORT = (
    (re.compile(r"(?<=[а-яё]\s)г\.\s?(?=[А-ЯЁ])"), "города "),
    (re.compile(r"(?<=ой\s)обл\.(?!\w)"), "области"),
    (re.compile(r"\bобл\.(?!\w)"), "область"),
    (re.compile(r"(?<=ого\s)р-на(?!\w)"), "района"),
    (re.compile(r"(?<=ий\s)р-н(?!\w)"), "район"),
)
#: What may stand before a place's name and leaves it the same place.
_TYPE = re.compile(
    r"(?:г|гор|город|обл|область|республика|провинция|земля|штат|край|префектура|район|р-н|регион)\.?", re.IGNORECASE
)


class RowStory:
    """What the cells of one row name."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self.spans: dict[str, tuple[int, int]] = {}
        text = ""
        for name, words in cells.items():
            if full := _spelled_out(words):
                text += "\n\n" if text else ""
                self.spans[name] = (len(text), len(text) + len(full))
                text += full
        self.text = text
        self.story = build_story(Page(text=text), default_tagger())
        self.registry = self.story.registry
        self.registry.tie_places()
        self._written: set[str] = set()
        self._mentions = [one for row in self.story.actors for one in row]

    def actors(self, cell: str) -> list[str]:
        """The actors of a cell, one a line or one between semicolons at least; the nearest where one lies in another.

        What begins with words that no grammar knows («Фонд развития Тверской области») is a body named as it is written.
        """
        found: list[str] = []
        start, end = self.spans.get(cell, (0, 0))
        for piece in _PIECE.finditer(self.text, start, end):
            found += self._of_piece(piece)
        return list(dict.fromkeys(found))

    def _of_piece(self, piece: re.Match[str]) -> list[str]:
        own = self._inside(piece.start(), piece.end())
        names = self._nearest(own)
        if own and not self._other_head(piece.start(), own[0]):
            return [self._with_its_place(piece[0], own)] if self._is_body_of_next(own) else names
        if not _LEAD.sub("", piece[0]):
            return []
        inside = names[0] if names else None
        around = bool(own and _OPENS.search(self.text[piece.start() : own[0].start]))
        return [self._known_place(piece[0], inside) or self._as_written(piece[0], inside, around=around)]

    def _is_body_of_next(self, own: list[ActorMention]) -> bool:
        """«Кабинет Министров Республики Татарстан»: a body without a place, and right behind it a place."""
        if len(own) < 2 or own[0].layer != "body" or own[1].layer != "place":
            return False
        return self.registry.place_of(self.registry.entity(own[0])) is None and not self.text[own[0].end : own[1].start].strip()

    def _with_its_place(self, piece: str, own: list[ActorMention]) -> str:
        name = self.text[own[0].start : own[1].end]
        return self._as_written(name, self.registry.entity(own[1]))

    def _known_place(self, piece: str, inside: str | None) -> str | None:
        """A place that the gazetteer has under the words before a bracket or comma («Земля Северный Рейн – Вестфалия (ФРГ)»)."""
        name = " ".join(_LEAD.sub("", _OPENS.split(piece)[0]).split())
        around = self.registry.places.get(inside or "")
        parent = place_by_id(around.ids.iso3166) if around and around.ids.iso3166 else None
        entry = link(name, None, PageContext(), parent) if name else None
        if entry is None:
            return None
        one = Place(id=f"w{len(self.registry.places) + 1}p", name=entry.name, kind=entry.kind, country=entry.country)
        one.ids, one.within = place_ids(entry), around.id if around else None
        self.registry.places[one.id] = one
        return one.id

    def parties_of_title(self, cell: str) -> list[str]:
        """The actors that a title names after «между» or «с», up to its subject; none where it names no two sides."""
        start, end = self.spans.get(cell, (0, 0))
        between = _BETWEEN.search(self.text, start, end)
        if between is None:
            return []
        inside = self._inside(between.end(), end)
        subject = _SUBJECT.search(self.text, inside[0].end, end) if inside else None
        return list(dict.fromkeys(self._nearest([one for one in inside if subject is None or one.start < subject.start()])))

    def place(self, cell: str) -> str | None:
        """The place that a cell names: a town before the region or country that it lies in."""
        start, end = self.spans.get(cell, (0, 0))
        names = [one for one in self._nearest(self._inside(start, end)) if one in self.registry.places]
        return names[0] if names else None

    def people(self, cell: str) -> list[Person]:
        """The people whom a cell names, with their posts."""
        start, end = self.spans.get(cell, (0, 0))
        named = {one.person for one in self.story.people.mentions if start <= one.start < end}
        return [one for one in self.story.people.people if one.id in named]

    def is_as_written(self, actor: str) -> bool:
        """Whether it is a body that no grammar knows."""
        return actor in self._written

    def first(self, cell: str) -> str | None:
        """The first actor of a cell, as for a party; None for none."""
        return next(iter(self.actors(cell)), None)

    def _inside(self, start: int, end: int) -> list[ActorMention]:
        return [one for one in self._mentions if start <= one.start < end]

    def _nearest(self, mentions: list[ActorMention]) -> list[str]:
        """Their actors, without those in which another of them lies."""
        names = list(dict.fromkeys(self.registry.entity(one) for one in mentions))
        places = {name: self.registry.place_of(name) for name in names}
        return [
            name
            for name in names
            if name not in self.registry.places
            or not any(other != name and (at == name or (at and self.registry.lies_in(at, name))) for other, at in places.items())
        ]

    def _other_head(self, start: int, first: ActorMention) -> bool:
        before = _LEAD.sub("", self.text[start : first.start]).strip(' «"(,')
        return bool(before) and not _TYPE.fullmatch(before)

    def _as_written(self, piece: str, inside: str | None, *, around: bool = False) -> str:
        """A body of that name; `inside` tells where it is, `around` that it is not the territory of an organ of power."""
        name = " ".join(_LEAD.sub("", piece).split()).strip(" ,.")
        for body in self.registry.bodies.values():
            if body.name == name:
                return body.id
        first = re.match(r"[А-ЯЁа-яё-]+", name)
        known = [head.kind for head in heads().get(lemma(first[0].lower()), ()) if head.layer == "body"] if first else []
        place = self.registry.place_of(inside)
        kind = known[0] if known and not (around and known[0] in ORGANS_OF_POWER) else "other"
        one = Body(id=f"w{len(self.registry.bodies) + 1}", name=name, kind=kind, place=place)
        self.registry.bodies[one.id] = one
        self._written.add(one.id)
        return one.id


def _spelled_out(words: str) -> str:
    for pattern, full in _SHORT:
        words = pattern.sub(full, words)
    return words

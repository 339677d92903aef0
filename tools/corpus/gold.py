"""Turn the gold of each story into the contract: `python -m tools.corpus.gold [STORIES [OUT]]`.

Writes `corpus/gold/NNN-slug.json`. Every evidence quote is looked for in the page's text; a story with a quote that
is not there stops the run with its name.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import msgspec

from pobratim.core import facts as contract
from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.page import Page, Related

from .story import STORIES, Story, StoryError, date_value, published_value, read_stories

OUT = Path("corpus/gold")
PAGES = "corpus/pages"
PLACE_KINDS = frozenset("country region district city settlement".split())
PATRONYMIC = re.compile(r"(?:ович|евич|ич|овна|евна|ична|инична)$")


class Gold:
    """The contract's objects of one story; keys of the story become local ids."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.text
        self.ids: dict[str, str] = {}
        self.people_ids: dict[str, str] = {}

    def facts(self) -> contract.Facts:
        """The whole page's facts.

        Raises:
            StoryError: a quote is not in the text, or a key is not defined.
        """
        gold = self.story.gold
        places, bodies = self._actors(gold.get("actors") or [])
        people = [self._person(number, item) for number, item in enumerate(gold.get("people") or [], 1)]
        documents = gold.get("documents") or []
        self.ids |= {item["key"]: f"d{number}" for number, item in enumerate(documents, 1)}
        return contract.Facts(
            page=self._page(),
            places=places,
            bodies=bodies,
            people=people,
            documents=[self._document(item) for item in documents],
            events=[self._event(f"e{number}", item) for number, item in enumerate(gold.get("events") or [], 1)],
            statements=[self._statement(f"s{number}", item) for number, item in enumerate(gold.get("statements") or [], 1)],
        )

    def _page(self) -> Page:
        """The page as the dressed file must read."""
        page, published = self.story.page, published_value(self.story)
        related = [
            Related(title=str(item["title"]), date=partial_date(date_value(item.get("date"))), section=item.get("section"))
            for item in page.get("related") or []
        ]
        basis = (page.get("published") or {}).get("basis", "explicit")
        return Page(
            url=f"{PAGES}/{self.story.stem}{self.story.suffix}",
            title=self.story.title,
            published=partial_date(published, basis),
            sections=list(page.get("sections") or []),
            authors=list(page.get("authors") or []),
            photo_credit=_credit(page.get("photo_credit")),
            language="ru",
            comments=page.get("comments"),
            text=self.text,
            related=related,
        )

    def _actors(self, actors: list[dict[str, Any]]) -> tuple[list[contract.Place], list[contract.Body]]:
        """Places and bodies, with ids `p1`, `b1` …"""
        places: list[contract.Place] = []
        bodies: list[contract.Body] = []
        are_places = [a["kind"] in PLACE_KINDS or (a["kind"] == "other" and "country" in a) for a in actors]
        for prefix, wanted in (("p", True), ("b", False)):
            keys = [a["key"] for a, is_place in zip(actors, are_places, strict=True) if is_place == wanted]
            self.ids |= {key: f"{prefix}{number}" for number, key in enumerate(keys, 1)}
        for actor, is_place in zip(actors, are_places, strict=True):
            evidence = self._anywhere(actor["name"])
            number, name, kind = self.ids[actor["key"]], actor["name"], actor["kind"]
            if is_place:
                ids = contract.PlaceIds(iso3166=actor.get("country"), iso3166_2=actor.get("iso3166_2"))
                within = self._id(actor.get("within"))
                country = actor.get("country")
                places.append(
                    contract.Place(id=number, name=name, kind=kind, country=country, ids=ids, within=within, evidence=evidence)
                )
            else:
                place = self._id(actor.get("place"))
                bodies.append(contract.Body(id=number, name=name, kind=kind, place=place, evidence=evidence))
        return places, bodies

    def _person(self, number: int, item: dict[str, Any]) -> contract.Person:
        """A person with posts; the parts of the name are given where a patronymic makes them sure."""
        name = item["name"]
        self.people_ids[name] = f"h{number}"
        words = name.split()
        parts = {}
        if len(words) == 3 and PATRONYMIC.search(words[1]):
            parts = {"given": words[0], "patronymic": words[1], "surname": words[2]}
        posts = [self._post(post) for post in item.get("posts") or []]
        evidence = [self._quote(item["quote"], f"person {name}")]
        return contract.Person(id=f"h{number}", name=name, posts=posts, evidence=evidence, **parts)

    def _post(self, post: dict[str, Any]) -> contract.Post:
        """A post."""
        title, acting = post["title"], bool(post.get("acting"))
        return contract.Post(title=title, of=self._id(post.get("of")), acting=acting, evidence=self._anywhere(title))

    def _document(self, item: dict[str, Any]) -> contract.Document:
        """A document."""
        signatories = item.get("signatories") or []
        return contract.Document(
            id=self.ids[item["key"]],
            kind=item["kind"],
            title=item.get("title"),
            parties=self._sure_ids(item.get("parties")),
            signatories=[self._signatory(signatory) for signatory in signatories],
            witnesses=[self._person_id(name) for name in item.get("witnesses") or []],
            signed=_date(item.get("signed")),
            place=self._id(item.get("place")),
            term=_term(item["term"]) if item.get("term") else None,
            spheres=list(item.get("spheres") or []),
            status=item["status"],
            background=bool(item.get("background")),
            relations=[contract.Relation(kind=r["kind"], to=self._sure_id(r["to"])) for r in item.get("relations") or []],
            evidence=self._evidence(item, f"document {item['key']}"),
        )

    def _signatory(self, item: dict[str, Any]) -> contract.Signatory:
        """Who signs, and for whom."""
        return contract.Signatory(person=self._person_id(item["person"]), for_=self._id(item.get("for")))

    def _event(self, number: str, item: dict[str, Any]) -> contract.Event:
        """An event."""
        return contract.Event(
            id=number,
            kind=item["kind"],
            status=item.get("status", "held"),
            date=_date(item.get("date")),
            place=self._id(item.get("place")),
            host=self._id(item.get("host")),
            parties=self._sure_ids(item.get("parties")),
            people=[self._attendee(person) for person in item.get("people") or []],
            documents=self._sure_ids(item.get("documents")),
            evidence=self._evidence(item, f"event {number}"),
        )

    def _attendee(self, item: dict[str, Any]) -> contract.Attendee:
        """A person at an event."""
        role = item.get("role", "participant")
        return contract.Attendee(person=self._person_id(item["person"]), role=role, side=self._id(item.get("side")))

    def _statement(self, number: str, item: dict[str, Any]) -> contract.Statement:
        """A statement."""
        speaker = item.get("speaker")
        evidence = self._quote(item["quote"], f"statement of {speaker}")
        return contract.Statement(
            id=number,
            speaker=self._person_id(speaker) if speaker else None,
            text=item["quote"],
            direct=bool(item.get("direct")),
            documents=self._sure_ids(item.get("documents")),
            evidence=[evidence],
        )

    def _evidence(self, item: dict[str, Any], what: str) -> dict[str, list[Evidence]]:
        """Each field's quotes with their offsets."""
        found = {}
        for field, quotes in (item.get("evidence") or {}).items():
            found[field] = [self._quote(q, f"{what}, {field}") for q in (quotes if isinstance(quotes, list) else [quotes]) if q]
        return found

    def _quote(self, quote: object, what: str) -> Evidence:
        """The first place of a quote in the page's text; a quote over two paragraphs may have any white space between."""
        written = str(quote).strip()
        start = self.text.find(written)
        if start >= 0:
            return Evidence.of(self.text, start, start + len(written))
        loose = re.search(r"\s+".join(map(re.escape, written.split())), self.text)
        if loose is None:
            raise StoryError(f"{self.story.stem}: {what}: the text has no {written!r}")
        return Evidence.of(self.text, loose.start(), loose.end())

    def _anywhere(self, name: str) -> list[Evidence]:
        """The first place where a name stands as it is; empty where it is inflected only."""
        start = self.text.find(name)
        return [Evidence.of(self.text, start, start + len(name))] if start >= 0 else []

    def _id(self, key: str | None) -> str | None:
        """The local id of a key, or None."""
        return self._sure_id(key) if key else None

    def _sure_id(self, key: str) -> str:
        """The local id of a key of an actor or document."""
        if key not in self.ids:
            raise StoryError(f"{self.story.stem}: no actor or document {key!r}")
        return self.ids[key]

    def _sure_ids(self, keys: list[str] | None) -> list[str]:
        """The local ids of some keys."""
        return [self._sure_id(key) for key in keys or []]

    def _person_id(self, name: str) -> str:
        """The local id of a person."""
        if name not in self.people_ids:
            raise StoryError(f"{self.story.stem}: no person {name!r}")
        return self.people_ids[name]


def partial_date(value: str | None, basis: Any = "explicit") -> PartialDate | None:
    """A date as precise as its text.

    >>> partial_date("2023-06").precision
    'month'
    """
    if value is None:
        return None
    precision: Any = "day" if value.startswith("--") or len(value) == 10 else "month" if len(value) == 7 else "year"
    return PartialDate(value, precision, basis)


def _date(item: dict[str, Any] | None) -> PartialDate | None:
    """A date of a story: `{value, basis}`."""
    return partial_date(date_value(item["value"]), item.get("basis", "explicit")) if item else None


def _credit(credit: str | None) -> str | None:
    """The photo credit without its label («Фото: nso.ru» → «nso.ru»)."""
    return credit.removeprefix("Фото:").strip() if credit else None


def _term(term: dict[str, Any]) -> contract.Term:
    """A document's term."""
    return contract.Term(
        from_=partial_date(date_value(term.get("from"))),
        to=partial_date(date_value(term.get("to"))),
        years=term.get("years"),
        open_ended=bool(term.get("open_ended")),
        renewal=term.get("renewal"),
    )


def main(folder: Path = STORIES, out: Path = OUT) -> None:
    """Write the gold of every story; name every broken one, then stop."""
    out.mkdir(parents=True, exist_ok=True)
    broken = []
    stories = read_stories(folder)
    for story in stories:
        try:
            line = msgspec.json.format(msgspec.json.encode(Gold(story).facts()), indent=1)
        except (StoryError, KeyError, TypeError) as error:
            broken.append(error if isinstance(error, StoryError) else f"{story.stem}: {error!r}")
            continue
        (out / f"{story.stem}.json").write_bytes(line + b"\n")
    if broken:
        raise SystemExit("\n".join(map(str, broken)))
    print(f"{len(stories)} gold files in {out}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))

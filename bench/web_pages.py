"""Addresses of pages for people in a register that is there: some at random, some told of often, and the worst."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F
from django.db.models.functions import Length
from django.test import Client
from django.urls import reverse

from pobratim.register.models import (
    Actor,
    Document,
    DocumentParty,
    DocumentRelation,
    Event,
    Mention,
    PageVersion,
    Person,
    Statement,
    User,
)

WORST = 3
QUERIES = (
    "", "соглашение", "соглашения с Чуйской областью", "Ленинградская область", "меморандум о сотрудничестве культура",
    "план мероприятий 2021", "губернатор", "университет", "Иванов", "Александр", "подписание протокола в мае 2019", "завод",
)  # fmt: skip
FACETS: tuple[dict[str, str], ...] = ({}, {"kind": "p"}, {"kind": "e"}, {"kind": "a"}, {"kind": "s"}, {"sphere": "culture"})
#: What the API calls the kinds of record.
MODELS: dict[str, Any] = {"documents": Document, "events": Event, "people": Person, "partners": Actor, "statements": Statement}
REVIEWED = ("d", "e", "p", "a", "s")
_dice = random.Random(7)


def client_of(who: str) -> Client:
    """Somebody who asks: `nobody` reads in public, `manager` is signed in."""
    client = Client(SERVER_NAME="localhost")
    if who == "manager":
        client.force_login(
            User.objects.create(username="bench-manager", role="manager"), "django.contrib.auth.backends.ModelBackend"
        )
    return client


def addresses(sample: int, kinds: Collection[str] = ()) -> dict[str, tuple[str, list[str]]]:
    """Kind of page → who asks, and so many addresses; of all kinds, or of those named."""
    told: dict[str, tuple[str, Callable[[int], Iterable[str]]]] = {
        "home": ("nobody", lambda _: [reverse("web:home")] * 5),
        "search": ("nobody", _searches),
        "document": ("nobody", _records("web:document", Document)),
        "event": ("nobody", _records("web:event", Event)),
        "partner": ("nobody", _records("web:partner", Actor)),
        "person": ("nobody", _records("web:person", Person)),
        "statement": ("nobody", _records("web:statement", Statement)),
        "pair": ("nobody", _pairs),
        "page": ("nobody", _pages),
        "evidence": ("nobody", _evidence),
        "due": ("nobody", lambda _: [reverse("web:due")] * 5),
        "map": ("nobody", lambda _: [reverse("web:map")] * 5),
        "review": ("manager", lambda _: [f"{reverse('web:review')}?kind={kind}" for kind in REVIEWED]),
        "history": ("manager", lambda _: [reverse("web:history")] * 5),
    }
    return chosen({kind: (who, partial(made, sample)) for kind, (who, made) in told.items()}, kinds)


def chosen(
    told: Mapping[str, tuple[str, Callable[[], Iterable[str]]]], kinds: Collection[str]
) -> dict[str, tuple[str, list[str]]]:
    """Kind → who asks, and its addresses, each once; of all kinds, or of those named. The others' are not even made."""
    return {kind: (who, list(dict.fromkeys(made()))) for kind, (who, made) in told.items() if not kinds or kind in kinds}


def _records(name: str, model: Any) -> Callable[[int], list[str]]:
    """Half of the records as pages mention them (the busy ones come oftener), half at random, and those told of most."""

    def made(sample: int) -> list[str]:
        letter = model.objects.values_list("key", flat=True)[:1][0][0]
        keys = [*model.objects.order_by("-pages").values_list("key", flat=True)[:WORST], *_worst(model)]
        keys += mentioned(letter, sample // 2)
        rows = model.objects.order_by("key")
        many = rows.count()
        keys += [rows.values_list("key", flat=True)[_dice.randrange(many)] for _ in range(sample // 2)]
        return [reverse(name, args=[key]) for key in keys]

    return made


def _worst(model: Any) -> list[str]:
    """Records with which most hangs together."""
    if model is Actor:
        return [*Actor.objects.order_by("-documents_count").values_list("key", flat=True)[:WORST], _country()]
    if model is Document:
        rows = DocumentRelation.objects.values_list("to").annotate(number=Count("pk")).order_by("-number")
        return [key for key, _ in rows[:WORST]]
    return []


def _country() -> str:
    return str(Actor.objects.filter(kind="country").order_by("-pages").values_list("key", flat=True)[0])


def mentioned(letter: str, sample: int) -> list[str]:
    """So many records of a kind as pages mention them: the busy ones come oftener."""
    last = PageVersion.objects.order_by("-pk").values_list("pk", flat=True)[0]
    found: list[str] = []
    while len(found) < sample:
        rows = Mention.objects.filter(version=_dice.randrange(1, last + 1), node__kind=letter)
        found += rows.values_list("node__record", flat=True)[:1]
    return found


def _pairs(sample: int) -> list[str]:
    """The busiest partners with each other, and pairs of parties of documents taken at random."""
    busy = list(Actor.objects.order_by("-documents_count").values_list("key", flat=True)[:WORST])
    pairs = [(a, b) for a in busy for b in busy if a < b] + [(busy[0], _country())]
    for key in mentioned("d", sample):
        sides = list(
            DocumentParty.objects.filter(document=key).order_by("position").values_list("acts_for", flat=True).distinct()
        )
        if len(set(sides)) > 1:
            pairs.append((sides[0], next(one for one in sides if one != sides[0])))
    return [reverse("web:pair", args=pair) for pair in pairs]


def _pages(sample: int) -> list[str]:
    """Pages at random, and the longest."""
    last = PageVersion.objects.order_by("-pk").values_list("pk", flat=True)[0]
    longest = PageVersion.objects.filter(pk__lte=5000).order_by(Length("text").desc()).values_list("pk", flat=True)[:WORST]
    return [reverse("web:page", args=[one]) for one in (*longest, *(_dice.randrange(1, last + 1) for _ in range(sample)))]


def _evidence(sample: int) -> list[str]:
    """The proof of a field: of what is told of most, and of records at random."""
    fields = {"d": "party", "p": "name", "e": "kind", "a": "name"}
    keys = [model.objects.order_by("-pages").values_list("key", flat=True)[0] for model in (Document, Person, Event, Actor)]  # type: ignore[attr-defined]
    keys += [key for letter in fields for key in mentioned(letter, sample // 4)]
    return [reverse("web:evidence", args=[key, fields[key[0]], 0]) for key in keys]


def _searches(sample: int) -> list[str]:
    day = {"kind": "d", "on": "2021-05-05"}
    states: tuple[dict[str, str], ...] = ({}, {"state": "in_force"}, {"state": "lapsed"})
    asked = [{"q": query, **day, **state} for query in QUERIES[:4] for state in states]
    asked += [{"q": query, **facet} for query in QUERIES for facet in FACETS]
    partner = Actor.objects.order_by(F("documents_count").desc()).values_list("key", flat=True)[0]
    asked += [{"q": "", "partner": partner}, {"q": "", "page": "50"}, {"q": "соглашение", "page": "50"}]
    return [f"{reverse('web:search')}?{urlencode(one)}" for one in asked][: max(sample, len(QUERIES)) * 2]

"""Addresses of all that is no list of a search and no record: sections of what is due, promises, plans, the review queue, forms,
pictures, papers, files, and the API's lists with what its cursors lead to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.test import Client
from django.urls import reverse

from pobratim.register.models import Actor, Document, DocumentRelation, Person
from pobratim.web.views.due import NAMED
from pobratim.web.views.export import formats_of

from .web_lists import COMMON, KINDS, ON
from .web_pages import MODELS, chosen, mentioned

FEW = 3
API = ("documents", "events", "people", "partners", "statements", "measures", "pages", "search", "due", "figures")
Addresses = Iterable[str]


def addresses(sample: int, kinds: Collection[str] = ()) -> dict[str, tuple[str, list[str]]]:
    """Kind of page → who asks, and its addresses; of all kinds, or of those named."""
    told: dict[str, tuple[str, Callable[[], Addresses]]] = {
        "sections": ("nobody", _sections),
        "queue": ("manager", _queue),
        "other": ("manager", _other),
        "pictures": ("nobody", _pictures),
        "papers": ("nobody", _papers),
        "look-up": ("manager", _look_up),
        "files": ("nobody", _files),
        "API": ("nobody", _api),
        "API records": ("nobody", lambda: _api_records(sample)),
    }
    return chosen(told, kinds)


def _sections() -> Addresses:
    """What is due, section by section, from today and from a day past; promises; plans."""
    for more in ({}, {"on": ON}, {"within": 365}):
        yield f"{reverse('web:due')}?{urlencode(more)}"
        for name in NAMED:
            for page in (1, 10**6):
                yield f"{reverse('web:due')}?{urlencode({'section': name, 'page': page, **more})}"
    for state in ("", "open", "overdue", "kept"):
        yield f"{reverse('web:promises')}?{urlencode({'state': state})}"
        yield f"{reverse('web:promises')}?{urlencode({'state': state, 'page': 10**6})}"
    busy = busiest()
    yield f"{reverse('web:promises')}?{urlencode({'partner': busy[0]})}"
    yield f"{reverse('web:promises')}?{urlencode({'partner': busy[0], 'other': busy[1]})}"
    yield reverse("web:plans")
    yield f"{reverse('web:plans')}?page=1000000"
    for key in _plans():
        for by in ("section", "quarter", "state"):
            yield f"{reverse('web:plan', args=[key])}?by={by}"


def busiest() -> list[str]:
    """The partners of most documents."""
    return list(Actor.objects.order_by("-documents_count").values_list("key", flat=True)[:FEW])


def _plans() -> list[str]:
    return list(Document.objects.filter(measures__isnull=False).values_list("key", flat=True).distinct()[:FEW])


def _queue() -> Addresses:
    """What waits for review: of each kind, by each reason, of the busiest partner, of a day."""
    for kind in KINDS:
        for reason in ("proposed", "contradicted", "alike"):
            for more in ({}, {"partner": busiest()[0]}, {"day": ON}):
                yield f"{reverse('web:review')}?{urlencode({'kind': kind, 'reason': reason, **more})}"
    yield reverse("web:review_plans")


def _other() -> Addresses:
    """Pages that are no list and no record, and the forms of the busiest partner, of a person, of a document."""
    names = ("about", "account", "history", "import-start", "kept_briefings", "reports", "brief", "users")
    yield from (reverse(f"web:{name}") for name in names)
    yield f"{reverse('web:history')}?page=1000000"
    keys = [busiest()[0]]
    keys += [model.objects.order_by("-pages").values_list("key", flat=True)[0] for model in (Document, Person)]  # type: ignore[attr-defined]
    for key in keys:
        yield from (reverse(f"web:{name}", args=[key]) for name in ("edit", "values", "record_history", "merge"))
    yield from (reverse("web:enter", args=[kind]) for kind in "depa")


def _pictures() -> Addresses:
    """Those of the busiest partner, of a pair, and of the document on which most others rest."""
    a, b = busiest()[:2]
    first = DocumentRelation.objects.values_list("to").annotate(number=Count("pk")).order_by("-number")[0][0]
    asked: dict[str, dict[str, str]] = {"chain": {"document": first}, "ties": {}}
    asked |= {name: {"partner": a} for name in ("timeline", "terms", "years", "spheres")}
    for name, more in asked.items():
        yield f"{reverse('web:picture', args=[name, 'svg'])}?{urlencode(more)}"
        if "partner" in more:
            yield f"{reverse('web:picture', args=[name, 'svg'])}?{urlencode({**more, 'other': b})}"


def _papers() -> Addresses:
    a = busiest()[-1]
    yield f"{reverse('web:report', args=['year'])}?{urlencode({'year': 2021, 'partner': a})}"
    yield f"{reverse('web:report', args=['visits'])}?{urlencode({'from': '2021-01-01', 'to': '2021-12-31', 'partner': a})}"
    yield f"{reverse('web:report', args=['documents'])}?{urlencode({'on': ON, 'partner': a})}"


def _look_up() -> Addresses:
    for kind in "aped":
        for text in ("л", "лен", "Ленинградская область", "ив", "Иванов", "соглашение", "университет"):
            yield f"{reverse('web:lookup')}?{urlencode({'of': 'x', 'x': text, 'kind': kind})}"


def _files() -> Addresses:
    """Files of everything and of what a word finds: until their first piece comes."""
    for kind in KINDS:
        for form in formats_of(kind):
            if form != "xlsx":
                yield f"{reverse('web:export')}?{urlencode({'kind': kind, 'format': form})}"
                yield f"{reverse('web:export')}?{urlencode({'kind': kind, 'format': form, 'q': COMMON})}"
    yield reverse("web:due-file")


def _api() -> Iterator[str]:
    """Each list, plain and narrowed down, and what its cursor leads to."""
    client = Client(SERVER_NAME="localhost")
    busy = busiest()
    narrowed: dict[str, list[dict[str, Any]]] = {
        "documents": [
            {"party": busy[0]}, {"party": busy[:2]}, {"kind": "agreement"}, {"status": "signed"}, {"sphere": "culture"},
            {"country": "RU"}, {"country": "KG"}, {"level": "district"}, {"year": 2021}, {"lifecycle": "in_force"}, {"on": ON},
            {"lifecycle": "lapsed", "on": ON, "sphere": "culture"}, {"person": _busiest_person()},
        ],
        "events": [{"party": busy[0]}, {"kind": "visit"}, {"status": "planned"}, {"year": 2021}, {"person": _busiest_person()}],
        "people": [{"name": "ив"}, {"post_of": busy[0]}],
        "partners": [{"name": "област"}, {"kind": "region"}, {"level": "district"}, {"country": "KG"}],
        "statements": [{"speaker": _busiest_person()}],
        "pages": [{"record": busy[0]}, {"record": _busiest_person()}],
        "search": [{"q": COMMON}, {"q": COMMON, "sphere": "culture", "lifecycle": "in_force"}],
    }  # fmt: skip
    for name in API:
        for more in ({}, *narrowed.get(name, [])):
            address: str | None = f"/api/v1/{name}?{urlencode(more, doseq=True)}"
            for _ in range(FEW):
                if address:
                    yield address
                    told = client.get(address).json()
                    address = told.get("next") if isinstance(told, dict) else None
    yield from (f"/api/v1/due/{name}" for name in NAMED)


def _busiest_person() -> str:
    key: str = Person.objects.order_by("-pages").values_list("key", flat=True)[0]
    return key


def _api_records(sample: int) -> Addresses:
    """The busiest of each kind with all that is said of them, and the busiest pair."""
    for name, model in MODELS.items():
        letter = model.objects.values_list("key", flat=True)[0][0]
        keys = [*model.objects.order_by("-pages").values_list("key", flat=True)[:FEW], *mentioned(letter, sample // 8)]
        yield from (f"/api/v1/{name}/{key}" for key in keys)
    a, b = busiest()[:2]
    yield f"/api/v1/pairs/{a}/{b}"

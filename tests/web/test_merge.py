"""Two records that are one, one that is two: merged, parted, and all of it taken back."""

from __future__ import annotations

from django.test import Client

from pobratim.register.models import Actor, Document, Event, Person, Record
from pobratim.register.selectors.record import parts_of
from pobratim.register.services import Author, records_merge
from tests.register.story import agreement
from tests.registers import said


def records() -> list[str]:
    """The dump without the decisions themselves."""
    return [line for line in said() if not line.startswith("persondecision")]


def test_merging_and_its_undoing(manager: Client) -> None:
    before = records()
    one, other = Document.objects.order_by("key").values_list("key", flat=True)[:2]
    page = manager.get(f"/records/{one}/merge/", {"with": other})
    assert [key for key, *_ in ((side[0].key, *side) for side in page.context["sides"])] == [one, other]
    answer = manager.post(f"/records/{one}/merge/", {"with": other, "do": "merge", "because": "одно и то же"})
    assert answer.status_code == 302
    assert Document.objects.filter(key__in=[one, other]).count() == 1
    old = manager.get(f"/records/{max(one, other)}/history/")
    assert old.status_code == 302
    manager.post("/history/undo/")
    assert records() == before


def test_choosing_the_other_by_its_name(manager: Client) -> None:
    one = Actor.objects.filter(kind="region").order_by("key")[0]
    other = Actor.objects.filter(kind="city").order_by("-pages", "key")[0]
    page = manager.get(f"/records/{one.key}/merge/", {"q": other.name}).content.decode()
    assert f"?with={other.key}" in page


def test_what_cannot_be_merged(manager: Client) -> None:
    document, actor = Document.objects.order_by("key")[0], Actor.objects.order_by("key")[0]
    before = said()
    for other in (document.key, actor.key):
        assert manager.get(f"/records/{document.key}/merge/", {"with": other}).status_code == 400
        assert manager.post(f"/records/{document.key}/merge/", {"with": other, "do": "merge"}).status_code == 302
    assert manager.get(f"/records/{document.key}/merge/", {"with": "d0"}).status_code == 404
    assert said() == before


def test_parting_and_its_undoing(manager: Client) -> None:
    agreement("y1", signed="2024-04-24").store()
    agreement("y2", signed="2024-04").store()
    before = records()
    key = next(one.key for one in Document.objects.order_by("key") if len(parts_of(one.key)) > 1)
    count, parts = Document.objects.count(), parts_of(key)
    assert manager.get(f"/records/{key}/split/").content.decode().count('name="node"') == len(parts)
    assert manager.post(f"/records/{key}/split/", {"node": [part.node for part in parts]}).status_code == 302
    assert records() == before
    manager.post(f"/records/{key}/split/", {"node": parts[0].node, "because": "разное"})
    assert Document.objects.count() == count + 1
    manager.post("/history/undo/")
    assert records() == before


def test_merged_namesakes_keep_their_pages(manager: Client) -> None:
    models: list[type[Record]] = [Person, Event]
    for model in models:
        one, other = model._default_manager.order_by("key")[:2]
        records_merge(keys=[one.key, other.key], author=Author("анна"))
        assert manager.get(f"/records/{min(one.key, other.key)}/split/").content.decode().count('name="node"') >= 2

"""Every value of every field leads to the words that say so."""

from __future__ import annotations

import pytest
from django.test import Client

from pobratim.register.models import Actor, Document, Event, Person, Record
from tests.register.story import agreement

from .test_records import text_of


@pytest.mark.parametrize("model", [Document, Event, Person, Actor])
def test_every_value_of_the_corpus_opens_its_words(demo: None, client: Client, model: type[Record]) -> None:
    for record in model._default_manager.order_by("-pages", "key")[:8]:
        fields = [field for field in record.fields if field not in ("country", "iso3166_2", "geonames")]
        for field in fields:
            for number in range(len(record.fields[field])):
                page = text_of(client, f"/evidence/{record.key}/{field}/{number}/")
                assert "<mark>" in page or (model is Actor and "No words of the page" in page), (record.key, field, number)


def test_the_sentence_is_marked_around_the_words(register: str, client: Client) -> None:
    story = agreement("a", signed="2024-04-24")
    text = "Стороны подписали соглашение\n\nВстреча прошла вчера. Стороны подписали план в Твери. Потом был обед."
    story.facts.page.text = text
    begin = text.index("план")
    story.facts.documents[0].evidence = {"kind": [type(story.evidence[0]).of(text, begin, begin + 4)]}
    story.store()
    page = text_of(client, f"/evidence/{Document.objects.get().key}/kind/0/")
    assert 'Встреча прошла вчера. <span class="sentence">Стороны подписали </span><mark>план</mark>' in page
    assert '<span class="sentence"> в Твери.</span> Потом был обед.' in page


def test_asked_by_htmx_it_is_a_part_with_a_way_to_close_it(register: str, client: Client) -> None:
    agreement("a", signed="2024-04-24").store()
    path = f"/evidence/{Document.objects.get().key}/signed/0/"
    part = client.get(path, headers={"HX-Request": "true"}).content.decode()
    assert "data-close" in part
    assert "<html" not in part
    assert "data-close" not in text_of(client, path)


@pytest.mark.parametrize("rest", ["kind/99", "nothing/0", "country/0", "kind%00/0", "kind/" + "9" * 40])
def test_no_such_value(register: str, client: Client, rest: str) -> None:
    agreement("a", signed="2024-04-24").store()
    assert text_of(client, f"/evidence/{Document.objects.get().key}/{rest}/", status=404)
    actor = Actor.objects.get(name="Чуйская область").key
    assert text_of(client, f"/evidence/{actor}/{rest}/", status=404)

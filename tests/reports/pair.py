"""Two regions with everything between them that a briefing tells of, for the tests of papers."""

from __future__ import annotations

import datetime
from typing import Any

from pobratim.core.facts import Relation, Signatory, Term
from pobratim.register.models import Actor, Document
from pobratim.register.services import Author, record_enter, settle
from tests.register.story import Story, day

ON = datetime.date(2024, 4, 23)
ANNA = Author("Анна")


def told() -> None:
    """An agreement that ends soon, a plan that was promised first, one that lapsed, a declaration not signed, meetings, words."""
    first = _sides("https://a.example/1", "2021-06-02")
    who = first.person("Акылбек Жапаров", "губернатор", "pl1"), first.person("Александр Дрозденко", "губернатор", "pl0")
    hands = [Signatory(person=who[0], for_="pl1"), Signatory(person=who[1], for_="pl0")]
    term = Term(to=day("2024-06-30"))
    first.document("pl0", "pl1", signed="2021-06-01", title="соглашение о сотрудничестве в торговле", signatories=hands,
                   term=term, spheres=["trade-economic", "culture"])  # fmt: skip
    first.event("pl0", "pl1", kind="signing", date="2021-06-01", people=who)
    first.statement(who[0], "Планируем открыть торговый дом и увеличить экспорт продукции промышленности.")
    first.put()
    plan = _sides("https://a.example/2", "2023-02-11")
    plan.document("pl0", "pl1", kind="plan", signed="2023-02-10", title="план мероприятий на 2023–2025 годы",
                  term=Term(to=day("2025-12-31")))  # fmt: skip
    plan.document("pl0", "pl1", kind="agreement", signed="2021-06-01", background=True)
    plan.facts.documents[0].relations.append(Relation(kind="implements", to="d1"))
    plan.event("pl0", "pl1", date="2023-02-10", people=(plan.person("Акылбек Жапаров", "губернатор", "pl1"),))
    plan.put()
    old = _sides("https://a.example/3", "2015-03-02")
    old.document(
        "pl0", "pl1", kind="memorandum", signed="2015-03-01", title="меморандум о туризме", term=Term(to=day("2022-03-01"))
    )
    old.put()
    promised = _sides("https://a.example/4", "2022-09-02")
    promised.document("pl0", "pl1", kind="roadmap", status="planned")
    promised.document("pl0", "pl1", kind="declaration", status="planned")
    promised.put()
    coming = _sides("https://a.example/5", "2024-04-10")
    coming.document("pl0", "pl1", kind="protocol", status="planned", signed="2024-05-20", spheres=["education"])
    coming.event("pl0", "pl1", date="2024-05-20", status="planned", people=(coming.person("Иван Петров"),))
    coming.put()
    cities = Story("https://a.example/6", "2023-07-02")
    one = cities.place("Гатчина", kind="city", country="RU", within=cities.place("Ленинградская область"))
    other = cities.place("Токмок", kind="city", country="KG", within=cities.place("Чуйская область"))
    cities.document(one, other, signed="2023-07-01", title="соглашение о побратимских связях")
    cities.put()
    settle()
    _measures()


def later() -> None:
    """What happens after the day: signed anew, met, told."""
    story = _sides("https://a.example/9", "2024-07-02")
    who = story.person("Новый Губернатор", "губернатор", "pl1")
    story.document(
        "pl0", "pl1", signed="2024-07-01", title="соглашение о дружбе", signatories=[Signatory(person=who, for_="pl1")]
    )
    story.event("pl0", "pl1", kind="signing", date="2024-07-01", people=(who,))
    story.store()


def sides() -> tuple[str, str]:
    """Keys of the partner and of one's own side."""
    keys = dict(Actor.objects.filter(kind="region").values_list("name", "key"))
    return keys["Чуйская область"], keys["Ленинградская область"]


def _sides(address: str, published: str) -> Story:
    story = Story(address, published, f"Новость {address[-1]}")
    story.place("Ленинградская область")
    story.place("Чуйская область")
    return story


def _measures() -> None:
    plan = {"node": Document.objects.get(kind="plan").key}
    for number, (text, last) in enumerate(
        (("Провести Дни культуры", "2023-12-31"), ("Обменяться делегациями", "2025-06-30"), ("Открыть выставку", "2023-09-30"))
    ):
        due = {"wording": "IV квартал", "first": last, "last": last, "recurring": None}
        fields: dict[str, Any] = {"plan": plan, "text": text, "number": str(number + 1), "due": due}
        if number == 2:
            done = {"state": "done", "first": "2023-09-01", "last": "2023-09-30", "made": "2023-10-02", "author": ANNA.name}
            fields["report"] = [done]
        record_enter(kind="m", fields=fields, author=ANNA)

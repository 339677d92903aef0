"""News and plans in the review queue: what is proposed with its reasons, accepted, rejected, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from pobratim.register.models import Document, Match, Measure
from pobratim.register.models.user import Role
from pobratim.register.services import Author, record_enter
from tests.register.story import Story
from tests.web.conftest import signed_in

HEADLINE = "Гончары области приехали к соседям на выставку ремёсел"
WHERE, DECIDE = "/review/plans/", "/review/plans/decide/"


@pytest.fixture
def match(sqlite_register: Path) -> Match:
    """A plan with one measure, and a visit in the time for it."""
    plan = Story("https://news.example/plan", "2024-01-20")
    plan.document(plan.place("Ленинградская область"), plan.place("Чуйская область"), kind="plan", signed="2024-01-17")
    plan.store()
    due = {"wording": "II квартал 2024 года", "first": "2024-04-01", "last": "2024-06-30"}
    fields = {"plan": {"node": Document.objects.get().key}, "text": "Провести выставку гончаров", "due": due}
    record_enter(kind="m", fields=fields, author=Author("анна"))
    news = Story("https://news.example/1", "2024-05-16", HEADLINE)
    news.event(news.place("Ленинградская область"), news.place("Чуйская область"), date="2024-05-15")
    news.store()
    return Match.objects.get()


def told(match: Match, **more: str) -> dict[str, str]:
    return {"target": match.target, "record": match.record, **more}


def test_what_is_proposed_and_why(match: Match) -> None:
    shown = signed_in(Role.EDITOR).get(WHERE).content.decode()
    for words in (
        "Провести выставку гончаров",
        HEADLINE,
        "words: гончар, выставка",
        "in the time for it",
        "II квартал 2024 года",
    ):
        assert words in shown
    assert "the same sides: " in shown
    assert "Провести" not in signed_in(Role.MANAGER).get(f"{WHERE}?kind=s").content.decode()


def test_accepted_with_the_state_that_the_person_chose(match: Match) -> None:
    editor = signed_in(Role.EDITOR)
    answer = editor.post(DECIDE, told(match, do="accept", state="partly", fact="Приехали пятеро."), follow=True)
    assert "It is kept, with its evidence." in answer.content.decode()
    report = Measure.objects.get().reports[0]
    assert (report["state"], report["fact"], report["evidence"]) == ("partly", "Приехали пятеро.", [{"node": match.record}])
    assert HEADLINE not in editor.get(WHERE).content.decode()


def test_rejected_and_taken_back(match: Match) -> None:
    editor = signed_in(Role.EDITOR)
    editor.post(DECIDE, told(match, do="reject", because="другая выставка"))
    assert not Match.objects.exists()
    assert "другая выставка" in editor.get("/history/").content.decode()
    assert editor.get(f"/measures/{match.target}/").status_code == 200
    assert editor.get(f"/records/{match.target}/history/").status_code == 200
    editor.post("/history/undo/")
    assert HEADLINE in editor.get(WHERE).content.decode()


@pytest.mark.parametrize(
    "more", [{"do": "accept", "state": "well"}, {"do": "accept", "state": ""}, {}, {"do": "reject", "target": "x"}]
)
def test_what_is_wrong_changes_nothing(match: Match, more: dict[str, str]) -> None:
    answer = signed_in(Role.EDITOR).post(DECIDE, told(match) | more, follow=True)
    assert answer.status_code == 200
    assert Match.objects.exists()
    assert Measure.objects.get().reports == []


def test_viewers_and_visitors_may_not(match: Match, client: Client) -> None:
    viewer = signed_in(Role.VIEWER)
    assert viewer.get(WHERE).status_code == 403
    assert viewer.post(DECIDE, told(match, do="accept", state="done")).status_code == 403
    assert client.get(WHERE).status_code == 302
    assert Measure.objects.get().reports == []

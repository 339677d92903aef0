"""Measures by hand: entered from the board, edited from their page, the due read from its words within the plan's term."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from pobratim.register.models import Actor, Measure, PersonDecision
from pobratim.register.models.user import Role
from pobratim.register.services import Author, plan_enter, record_enter
from tests.register.plans.offices import region

from .conftest import signed_in
from .filled_form import Inputs, edited, sent_by
from .test_plans import form_of

AUTHOR = Author("анна")


@pytest.fixture
def editor(sqlite_register: Any) -> Client:
    return signed_in(Role.EDITOR)


@pytest.fixture
def plan(editor: Client) -> str:
    """A plan for three years with two sides."""
    return plan_enter(title="План на 2024–2026 годы", parties=["Псковская область", "Витебская область"], author=AUTHOR)


@pytest.fixture
def measure(plan: str) -> str:
    """A measure of it."""
    fields = {"plan": {"node": plan}, "number": "2.1", "text": "Ярмарка льна", "due": {"wording": "по весне"}}
    return record_enter(kind="m", fields=fields, author=AUTHOR)


def new(client: Client, plan: str, **typed: Any) -> Any:
    page = client.get(f"/enter/m/?plan={plan}&section=Раздел 1").content.decode()
    return client.post("/enter/m/", sent_by(page, **typed))


def test_from_the_board_to_a_new_measure(editor: Client, plan: str) -> None:
    assert f"/enter/m/?plan={plan}" in editor.get(f"/plans/{plan}/").content.decode()
    answer = new(
        editor,
        plan,
        number__0__value="1.1",
        text__0__value="Дни Пскова в Витебске",
        executor__0__name="Комитет по культуре",
        executor__0__side="a",
        due__0__wording="ежегодно, II квартал",
        sphere__0__value=["culture", "tourism"],
        reason="протокол № 4",
    )
    assert answer.status_code == 302
    found = Measure.objects.get()
    assert answer["Location"] == f"/measures/{found.key}/"
    assert (found.plan_id, found.section, found.number, found.recurring) == (plan, "Раздел 1", "1.1", "yearly")
    assert (str(found.due_first), str(found.due_last)) == ("2024-01-01", "2026-12-31")
    assert [(one.name, one.side) for one in found.executors.all()] == [("Комитет по культуре", "a")]
    assert sorted(one.code for one in found.spheres.all()) == ["culture", "tourism"]
    made = PersonDecision.objects.filter(field="text").get()
    assert (made.author_name, made.reason) == ("anna-editor", "протокол № 4")
    board = editor.get(f"/plans/{plan}/").content.decode()
    assert f"/records/{found.key}/edit/" in board


def test_one_after_another(editor: Client, plan: str) -> None:
    answer = new(editor, plan, text__0__value="Первое", another="1")
    page = editor.get(answer["Location"]).content.decode()
    held = Inputs(page).sent
    assert (held["plan-0-value-key"], held["section-0-value"], held["text-0-value"]) == ([plan], ["Раздел 1"], [""])


def test_what_was_there_is_told(editor: Client, measure: str, plan: str) -> None:
    typed = {"number__0__value": "2.1", "text__0__value": "Ярмарка льна", "section__0__value": ""}
    answer = new(editor, plan, **typed)
    assert Measure.objects.get().key == measure
    assert "The register had this record" in editor.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"due__0__wording": "31.02.2025"}, "there is no such day"),
        ({"due__0__wording": "когда-нибудь"}, "no time can be read here"),
        ({"due__0__wording": "весна", "due__0__first": "01.06.2025", "due__0__last": "01.03.2025"}, "it ends before it begins"),
        ({"due__0__last": "31.02.2025"}, "No date"),
        ({"text__0__value": ""}, "This is needed."),
        ({"plan__0__value": "Жжжыыы"}, "The register knows no such record."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(editor: Client, measure: str, typed: dict[str, str], said: str) -> None:
    answer = edited(editor, measure, **{"expected__0__value": "<b>два</b> контракта", **typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said.casefold() in page.casefold()
    assert Inputs(page).sent["expected-0-value"] == ["<b>два</b> контракта"]
    kept = Inputs(page).sent
    assert all(kept[name.replace("__", "-")] == [value] for name, value in typed.items())
    assert Measure.objects.get().expected == ""


def test_edited_the_due_follows_its_words(editor: Client, measure: str) -> None:
    assert f"/records/{measure}/edit/" in editor.get(f"/measures/{measure}/").content.decode()
    assert edited(editor, measure, due__0__wording="IV квартал 2025 года").status_code == 302
    assert str(Measure.objects.get().due_last) == "2025-12-31"
    assert edited(editor, measure, due__0__wording="до 1 июня 2025 г.").status_code == 302
    found = Measure.objects.get()
    assert (found.due_first, str(found.due_last)) == (None, "2025-06-01")
    assert edited(editor, measure, due__0__wording="после паводка", due__0__last="15.05.2025").status_code == 302
    found = Measure.objects.get()
    assert found.due == {"wording": "после паводка", "first": None, "last": "2025-05-15", "recurring": None}
    assert "после паводка" in editor.get(f"/records/{measure}/history/").content.decode()


def test_fields_are_cleared_and_executors_found(editor: Client, measure: str) -> None:
    body = Actor.objects.get(name="Витебская область")
    answer = edited(editor, measure, number__0__value="", due__0__wording="", executor__0__actor=body.name, executor__0__side="b")
    assert answer.status_code == 302
    found = Measure.objects.get()
    assert (found.number, found.due) == ("", None)
    assert [(one.name, one.side, one.actor_id) for one in found.executors.all()] == [(body.name, "b", body.key)]


def imported(client: Client, plan: str) -> None:
    """The measures of a region's table come into the plan."""
    file = SimpleUploadedFile(region().name, region().raw)
    where = client.post("/plans/import/", {"file": file, "plan": plan, "plan-key": plan})["Location"]
    client.post(where, {**form_of(client.get(where).content.decode()), "do": "apply"})


def test_a_row_kept_as_written_is_looked_at(editor: Client, plan: str) -> None:
    imported(editor, plan)
    unclear = Measure.objects.filter(understood=False).first()
    assert unclear is not None
    answer = edited(editor, unclear.key, due__0__wording="28.02.2025", raw__0__understood="on")
    assert answer.status_code == 302, answer.content.decode()
    again = Measure.objects.get(key=unclear.key)
    assert (again.understood, str(again.due_last)) == (True, "2025-02-28")
    assert (again.raw or {})["cells"] == (unclear.raw or {})["cells"]
    assert "raw-0-understood" not in editor.get(f"/records/{unclear.key}/edit/").content.decode()


def test_imported_measures_sent_back_as_they_were_stay(editor: Client, plan: str) -> None:
    imported(editor, plan)
    before = PersonDecision.objects.count()
    for one in Measure.objects.all():
        assert edited(editor, one.key).status_code == 302
    assert PersonDecision.objects.count() == before


def test_new_words_do_away_with_the_days_of_the_old(editor: Client, measure: str) -> None:
    edited(editor, measure, due__0__wording="после паводка", due__0__last="15.05.2025")
    assert edited(editor, measure, due__0__wording="IV квартал 2025").status_code == 302
    assert str(Measure.objects.get().due_last) == "2025-12-31"
    edited(editor, measure, due__0__wording="после ледохода", due__0__last="15.04.2026")
    assert edited(editor, measure, due__0__wording="когда сойдёт лёд").status_code == 422

"""What is not there, or not asked for rightly, gets a page that says so."""

from __future__ import annotations

from types import ModuleType

import pytest
from django.test import Client

from pobratim.web.views import calendar, home
from pobratim.web.words import url_of

pytestmark = pytest.mark.usefixtures("demo")


@pytest.mark.parametrize("path", ["/documents/d00000000000000000000/", "/documents/nothing/", "/nowhere/", "/pages/999999999/"])
def test_what_is_not_there_is_said_so(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "This cannot be shown" in answer.content.decode()


def test_a_day_that_is_none(client: Client) -> None:
    key = client.get("/search/?kind=d").context["page"][0].key
    answer = client.get(f"/documents/{key}/?on=31.02.2025")
    assert answer.status_code == 400
    assert "31.02.2025" in answer.content.decode()


@pytest.mark.parametrize("kind", ["d", "e", "a", "p"])
def test_every_page_leads_to_every_section(client: Client, kind: str) -> None:
    first = client.get(f"/search/?kind={kind}").context["page"][0]
    shown = client.get(url_of(first.key)).content.decode()
    assert [f'href="/search/?kind={one}"' in shown for one in "deap"] == [True] * 4


@pytest.mark.parametrize(("view", "path"), [(home, "/"), (calendar, "/calendar/pobratim_s3cr3t.ics")])
def test_a_fault_of_ours_is_told_to_the_log_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, view: ModuleType, path: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("пароль")

    monkeypatch.setattr(view, "figures" if view is home else "token_user", fail)
    answer = Client(raise_request_exception=False).get(path, headers={"accept-language": "ru"})
    assert answer.status_code == 500
    assert "Сервер не справился" in answer.content.decode()
    assert "пароль" not in answer.content.decode()
    assert "пароль" in caplog.text
    assert "s3cr3t" not in caplog.text

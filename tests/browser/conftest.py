"""A real browser before a real server: Debian's Chromium through Playwright, `pobratim serve` as people start it.

All files share one server and one register of the corpus: a test that writes takes back what it wrote, or writes what no
other counts.

Skipped, with a word, where no Chromium is installed (`apt install chromium-headless-shell`; the whole browser will do too, and
takes twice the time).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect, sync_playwright

from pobratim.project.database import sqlite
from pobratim.register.dump import dump
from tests.registers import use_database

PASSWORD = "сорок-два-побратима"
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
HISTORY = ("persondecision", "attachment")  # lines of the dump
WAIT_MS = 20_000  # Playwright's five seconds are few on a busy machine; what is there at once is not waited for
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def chromium() -> str | None:
    """The browser's program, if one is installed."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def home(corpus_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a register of the corpus; one for all tests."""
    found = tmp_path_factory.mktemp("home")
    shutil.copy(corpus_file, found / "register.sqlite3")
    return found


@pytest.fixture(scope="session")
def site(home: Path) -> Iterator[str]:
    """The address of a server over that register, with a manager «anna»."""
    environment = {**os.environ, "POBRATIM_HOME": str(home), "LANGUAGE": "en"}
    command = [sys.executable, "-m", "pobratim"]
    subprocess.run(
        [*command, "user", "add", "anna", "--role", "manager"], input=PASSWORD + "\n", text=True, env=environment, check=True
    )
    with subprocess.Popen([*command, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stderr is not None
        told = ""
        for line in server.stderr:
            told += line
            if found := re.search(r"http://[\d.]+:\d+", line):
                break
        else:
            pytest.fail(f"the server did not start: {told}")
        rest = threading.Thread(target=server.stderr.read, daemon=True)  # a server that nobody hears waits at last
        rest.start()
        yield found[0]
        server.terminate()
        rest.join()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One for all tests here. While Playwright's loop runs Django takes us for async, and is told that we are not."""
    program = chromium()
    if program is None:
        pytest.skip("no Chromium is installed: the tests in a browser are left out")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    expect.set_options(timeout=WAIT_MS)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        found = playwright.chromium.launch(executable_path=program, args=[*QUIET, *sandbox])
        yield found
        found.close()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A visitor whose browser asks for Russian and for no motion (a click at what still glides may miss it); a request that
    would leave the machine fails the test."""
    found = browser.new_context(viewport=DESKTOP, locale="ru", base_url=site, reduced_motion="reduce")
    asked: list[str] = []
    found.on("request", lambda request: asked.append(request.url))
    yield found
    found.close()
    assert [url for url in asked if not url.startswith((site, "data:"))] == []


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which an error of a script, or one that the content policy stops, fails the test."""
    found = context.new_page()
    wrong: list[str] = []
    found.on("pageerror", lambda error: wrong.append(str(error)))
    found.on("console", lambda message: wrong.append(message.text) if _wrong(message) else None)
    yield found
    assert wrong == []


@pytest.fixture
def records(home: Path) -> Callable[[], set[str]]:
    """What the register says, as the lines of its dump; what stays in the history when it was undone aside."""

    def dumped() -> set[str]:
        use_database(sqlite(home / "register.sqlite3"))
        found = {line for line in dump() if not line.startswith(HISTORY)}
        connections["default"].close()
        return found

    return dumped


def _wrong(message: ConsoleMessage) -> bool:
    """Whether the browser complains; that a page is not there, or a form is sent back, is no complaint."""
    return message.type == "error" and not any(status in message.text for status in ("404", "422"))


def arrive(page: Page, deed: Callable[[], None]) -> None:
    """Does something and waits for the page that it leads to, its scripts too: a click or key comes before them where it can."""
    with page.expect_navigation():
        deed()


def follow(link: Locator) -> None:
    """Clicks at what leads to another page, and waits for it likewise."""
    arrive(link.page, link.click)


def enter(page: Page) -> None:
    """Signs in as the manager."""
    page.goto("/login/")
    page.get_by_label("Имя").fill("anna")
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").click()
    page.get_by_role("link", name="anna").wait_for()

"""Pages to read, a server on this machine, and two ways to run the command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pobratim.cli.main import main
from tests.local_server import serving

STORY = """Тверь и Витебск подписали план мероприятий

15 мая 2024

Губернатор Тверской области Игорь Руденя 15 мая 2024 года встретился в Твери с председателем Витебского облисполкома \
Александром Субботиным. Тверская область и Витебская область подписали план мероприятий на 2024–2026 годы \
по реализации соглашения о сотрудничестве.

«Мы рассчитываем на совместные проекты», — сказал Игорь Руденя.
"""
IRRELEVANT = """В городе выпал снег

15 мая 2024

Ночью в Твери выпал снег. Дорожные службы вывели на улицы сорок машин, к утру главные улицы расчистили. Синоптики обещают, \
что к выходным потеплеет и снег растает.
"""

Invoke = Callable[..., Result]
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A page that reports cooperation."""
    page = tmp_path / "story.txt"
    page.write_text(STORY, encoding="utf-8")
    return page


@pytest.fixture
def irrelevant(tmp_path: Path) -> Path:
    """A page that reports none."""
    page = tmp_path / "snow.txt"
    page.write_text(IRRELEVANT, encoding="utf-8")
    return page


@pytest.fixture
def invoke() -> Invoke:
    """Runs `pobratim` in this process."""

    def call(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(one) for one in arguments], input=stdin)

    return call


@pytest.fixture
def run() -> Run:
    """Runs `pobratim` as a process of its own."""

    def call(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "pobratim", *map(str, arguments)]
        full = {**os.environ, **environment}
        return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120, env=full)

    return call


class _Handler(BaseHTTPRequestHandler):
    """`/story` is a page, `/loop` leads to itself, `/huge` never ends, `/silent` never answers, the rest is missing."""

    def do_GET(self) -> None:
        if self.path == "/story":
            self._answer(200, STORY.encode("cp1251"), ("Content-Type", "text/plain; charset=windows-1251"))
        elif self.path == "/loop":
            self._answer(302, b"", ("Location", "/loop"))
        elif self.path == "/elsewhere":
            self._answer(302, b"", ("Location", "file:///etc/hostname"))
        elif self.path == "/huge":
            self._answer(200, None, ("Content-Type", "text/plain"))
            self._endless()
        else:
            self._answer(404, b"no such page")

    def _answer(self, status: int, body: bytes | None, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body is not None:
            self.wfile.write(body)

    def _endless(self) -> None:
        piece = STORY.encode() * 1000
        for _ in range(200):
            try:
                self.wfile.write(piece)
            except OSError:
                return

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    with serving(_Handler) as address:
        yield address

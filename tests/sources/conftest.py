"""A web server on this machine that misbehaves in every way there is."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from tests.local_server import serving

PAGE = "<html><body><h1>Визит</h1><p>Делегация прибыла в Минск.</p></body></html>"
SEEN: list[dict[str, str]] = []


class Handler(BaseHTTPRequestHandler):
    """Answers by the path."""

    def do_GET(self) -> None:
        SEEN.append(dict(self.headers.items()))
        name = self.path.strip("/").partition("/")[0]
        getattr(self, f"answer_{name}", self.answer_missing)()

    def answer_page(self) -> None:
        self.reply(PAGE.encode("cp1251"), kind="text/html; charset=windows-1251")

    def answer_cookie(self) -> None:
        self.reply(b"", 302, ("Location", "/page"), ("Set-Cookie", "id=1; Path=/"))

    def answer_hop(self) -> None:
        left = int(self.path.rpartition("/")[2])
        self.reply(b"", 302, ("Location", f"/hop/{left - 1}" if left > 1 else "/page"))

    def answer_loop(self) -> None:
        self.reply(b"", 301, ("Location", "/pool"))

    def answer_pool(self) -> None:
        self.reply(b"", 301, ("Location", "/loop"))

    def answer_file(self) -> None:
        self.reply(b"", 302, ("Location", "file:///etc/hostname"))

    def answer_inside(self) -> None:
        self.reply(b"", 302, ("Location", "http://10.1.2.3/secret"))

    def answer_pdf(self) -> None:
        self.reply(b"%PDF-1.7", kind="application/pdf")

    def answer_error(self) -> None:
        self.reply(PAGE.encode(), 503)

    def answer_bomb(self) -> None:
        self.reply(gzip.compress(b" " * 3_000_000), 200, ("Content-Encoding", "gzip"))

    def answer_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.drip(b"a" * 65536, 0, 200)

    def answer_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.drip(b"a", 0.1, 40)

    def answer_headers(self) -> None:
        self.send_response(200)
        self.flush_headers()
        self.drip(b"X-A: b\r\n", 0.1, 40)

    def answer_silent(self) -> None:
        time.sleep(2)

    def answer_missing(self) -> None:
        self.reply(b"no such page", 404)

    def drip(self, piece: bytes, pause_s: float, times: int) -> None:
        try:
            for _ in range(times):
                self.wfile.write(piece)
                time.sleep(pause_s)
        except OSError:
            return

    def reply(self, body: bytes, status: int = 200, *headers: tuple[str, str], kind: str = "text/html") -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the server."""
    with serving(Handler) as address:
        yield address


@pytest.fixture
def seen() -> list[dict[str, str]]:
    """The headers of the requests that this test sends."""
    SEEN.clear()
    return SEEN

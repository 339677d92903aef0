"""Addresses of the web: fetched with limits, redirects judged hop by hop."""

from __future__ import annotations

import dataclasses
import socket
import time

import pytest

from pobratim import __version__
from pobratim.core.errors import AddressRefused, AddressUnreachable, NotText, PageTooLarge, PobratimError
from pobratim.sources import RawPage
from pobratim.sources.web import Web, fetch

from .conftest import PAGE


def get(address: str, **limits: float) -> RawPage:
    """The page, from a machine of the own network."""
    return fetch(dataclasses.replace(Web(address, allow_private=True), **limits))


def test_a_page_with_its_charset(site: str) -> None:
    page = get(f"{site}/page")
    assert page == RawPage(f"{site}/page", PAGE.encode("cp1251"), "windows-1251")


def test_it_says_who_asks(site: str, seen: list[dict[str, str]]) -> None:
    get(f"{site}/page")
    assert seen[0]["User-Agent"] == f"pobratim/{__version__}"
    assert seen[0]["Host"] == site.removeprefix("http://")


def test_cookies_are_not_kept(site: str, seen: list[dict[str, str]]) -> None:
    get(f"{site}/cookie")
    assert len(seen) == 2
    assert not any("Cookie" in headers for headers in seen)


def test_five_redirects_are_followed_and_the_address_stays(site: str) -> None:
    assert get(f"{site}/hop/5").address == f"{site}/hop/5"


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("hop/6", AddressRefused, "more than 5 redirects"),
        ("loop", AddressRefused, "loop"),
        ("file", AddressRefused, "file://"),
        ("pdf", NotText, "application/pdf"),
        ("error", AddressUnreachable, "503"),
        ("missing", AddressUnreachable, "404"),
    ],
)
def test_refusals(site: str, path: str, kind: type[PobratimError], words: str) -> None:
    with pytest.raises(kind, match=words) as caught:
        get(f"{site}/{path}")
    assert caught.value.address == f"{site}/{path}"


@pytest.mark.parametrize("path", ["endless", "bomb"])
def test_too_large(site: str, path: str) -> None:
    with pytest.raises(PageTooLarge):
        get(f"{site}/{path}", limit_bytes=1_000_000)


def test_no_answer_in_time(site: str) -> None:
    started = time.monotonic()
    with pytest.raises(AddressUnreachable, match=r"no answer within 0\.2 s"):
        get(f"{site}/silent", wait_s=0.2)
    assert time.monotonic() - started < 1.5


@pytest.mark.parametrize("path", ["slow", "headers", "silent"])
def test_an_answer_that_drips_ends_at_the_limit(site: str, path: str) -> None:
    with pytest.raises(AddressUnreachable, match=r"no whole page within 0\.3 s"):
        get(f"{site}/{path}", limit_s=0.3)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(AddressUnreachable, match="no answer"):
        get(f"http://127.0.0.1:{port}/")


def test_the_own_network_is_refused(site: str, seen: list[dict[str, str]]) -> None:
    with pytest.raises(AddressRefused, match="private or reserved"):
        fetch(Web(f"{site}/page"))
    assert seen == []


def test_a_redirect_into_the_own_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pobratim.sources.network.is_public", lambda number: str(number) == "127.0.0.1")
    with pytest.raises(AddressRefused, match=r"10\.1\.2\.3"):
        fetch(Web(f"{site}/inside"))


def test_the_judged_machine_is_the_one_asked(site: str, seen: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to another machine the second time (DNS rebinding) changes nothing."""
    port = int(site.rpartition(":")[2])
    answers = iter(["127.0.0.1", "10.1.2.3"])
    resolver = socket.getaddrinfo

    def rebinding(host: str, *rest: object, **kind: object) -> object:
        return resolver(next(answers) if host == "novosti.example" else host, *rest, **kind)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert get(f"http://novosti.example:{port}/page").raw
    assert seen[0]["Host"] == f"novosti.example:{port}"


@pytest.mark.parametrize("address", ["http:///page", "http://user:secret@example.org/", "http://[::1/", "https://exa mple.org/"])
def test_odd_addresses_are_errors(address: str) -> None:
    with pytest.raises((AddressRefused, AddressUnreachable)):
        get(address)

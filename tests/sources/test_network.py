"""Which machines may be asked."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from pobratim.core.errors import AddressRefused, AddressUnreachable
from pobratim.sources.network import is_public, resolve

PRIVATE = [
    "127.0.0.1",
    "10.0.0.1",
    "172.16.5.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "::ffff:10.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
]


@pytest.mark.parametrize("number", PRIVATE)
def test_private(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "77.88.55.242", "2a02:6b8::2:242", "::ffff:8.8.8.8"])
def test_public(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))


def answers(*numbers: str) -> object:
    """A resolver that gives these addresses."""
    return lambda host, port, **kind: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("8.8.8.8", "192.168.0.1"))
    with pytest.raises(AddressRefused):
        resolve("example.org", 80, address="http://example.org", allow_private=False)


def test_ipv4_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("2a02:6b8::2:242", "77.88.55.242"))
    assert resolve("example.org", 80, address="http://example.org", allow_private=False) == "77.88.55.242"


def test_an_unknown_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(AddressUnreachable):
        resolve("no-such-name.example", 80, address="http://no-such-name.example", allow_private=False)

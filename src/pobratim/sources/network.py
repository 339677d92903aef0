"""Which machines may be asked: public ones. A name is resolved once, judged, and the judged address is the one used."""

from __future__ import annotations

import ipaddress
import socket

from pobratim.core.errors import AddressRefused, AddressUnreachable
from pobratim.words.speech import tr

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int, *, address: str, allow_private: bool) -> str:
    """The network address to connect to for a host.

    Every address of the name must be public: a name that resolves to both is how a private network is reached.
    The caller connects to what is returned, so that a second answer of the name server changes nothing.

    Args:
        host: a name or a literal address, without brackets.
        port: the port, for the resolver.
        address: the page's address, for errors.
        allow_private: whether private, loopback and other special addresses are let pass.

    Raises:
        AddressUnreachable: the name is not known.
        AddressRefused: an address of it is not public.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressUnreachable(f"the name {host} is not known", address=address) from error
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not allow_private:
        for number in found:
            if not is_public(ipaddress.ip_address(number.partition("%")[0])):
                why = tr("{number} is in a private or reserved network; --allow-private lets it pass").format(number=number)
                raise AddressRefused(why, address=address)
    # IPv4 first: many machines have an IPv6 address and no way out with it.
    return next((number for number in found if ":" not in number), found[0])


def is_public(number: IPAddress) -> bool:
    """Whether a network address is one of the public internet; addresses that wrap another are judged by it.

    >>> is_public(ipaddress.ip_address("10.1.2.3")), is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
    (False, False)
    """
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        if inner is None and number in _NAT64:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return number.is_global and not (number.is_multicast or number.is_reserved or number.is_unspecified)

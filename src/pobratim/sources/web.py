"""A page of the web: fetched once, with limits of size and time, redirects followed by hand, no cookies kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from pobratim import __version__
from pobratim.core.errors import AddressRefused, AddressUnreachable, NotText, PageTooLarge, PobratimError

from .deadline import Deadline
from .network import resolve
from .raw_page import LIMIT_BYTES, RawPage

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"pobratim/{__version__}"
MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORTS = {"http": 80, "https": 443}
TEXT_TYPES = frozenset({"text/html", "text/plain", "application/xhtml+xml", "text/xml", "application/xml", ""})


@dataclass(frozen=True)
class Web:
    """One address. `limit_s` is the time for everything together, `wait_s` for each step of the talk, in seconds."""

    address: str
    allow_private: bool = False
    limit_bytes: int = LIMIT_BYTES
    limit_s: float = 30.0
    wait_s: float = 10.0

    def pages(self) -> Iterator[RawPage | PobratimError]:
        """The page, or the reason why there is none."""
        try:
            yield fetch(self)
        except PobratimError as error:
            yield error


def is_web(argument: str) -> bool:
    """Whether an argument is an address of the web."""
    return argument.lower().startswith(("http://", "https://"))


def has_scheme(argument: str) -> bool:
    """Whether an argument is an address of any kind (`ftp://…`), and no path."""
    scheme, mark, _ = argument.partition("://")
    return bool(mark) and scheme.replace("+", "").isalnum()


def fetch(web: Web) -> RawPage:
    """The page at an address, after at most five redirects; each hop's machine is judged before it is asked.

    Raises:
        AddressRefused: another scheme, a private machine, a loop or too many redirects.
        AddressUnreachable: no answer, an answer that says no, no answer in time.
        PageTooLarge: more than the limit, packed or unpacked.
        NotText: the answer is no text.
    """
    import httpx  # 60 ms to load: only those who fetch pay

    address, seen = web.address, {web.address}
    deadline = Deadline(web.limit_s)
    try:
        with deadline, httpx.Client(follow_redirects=False, trust_env=False, timeout=web.wait_s) as client:
            for _ in range(MOST_REDIRECTS + 1):
                answer = _ask(client, address, web, deadline)
                if isinstance(answer, RawPage):
                    return answer
                address = answer
                if address in seen:
                    raise AddressRefused("it redirects in a loop", address=web.address)
                seen.add(address)
    except httpx.TimeoutException as error:
        raise AddressUnreachable(f"no answer within {web.wait_s:g} s", address=web.address) from error
    except ValueError as error:
        raise AddressRefused("no host, or a password in the address", address=web.address) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        if deadline.over:
            raise AddressUnreachable(f"no whole page within {web.limit_s:g} s", address=web.address) from error
        raise AddressUnreachable(f"no answer: {error or type(error).__name__}", address=web.address) from error
    raise AddressRefused(f"more than {MOST_REDIRECTS} redirects", address=web.address)


def _ask(client: httpx.Client, address: str, web: Web, deadline: Deadline) -> RawPage | str:
    """The page at one address, or the address it sends us to."""
    client.cookies.clear()
    request = _request(client, address, web, deadline)
    response = client.send(request, stream=True)
    try:
        if response.status_code in REDIRECTS and (target := response.headers.get("location")):
            return str(urljoin(address, target))
        if response.status_code != 200:
            raise AddressUnreachable(f"the server answered {response.status_code}", address=web.address)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in TEXT_TYPES:
            raise NotText(f"{kind}, not a page of text", address=web.address)
        return RawPage(web.address, _body(response, web, deadline), response.charset_encoding)
    finally:
        response.close()


def _request(client: httpx.Client, address: str, web: Web, deadline: Deadline) -> httpx.Request:
    """The request to the machine that the host's name was resolved to and judged by; the name goes into `Host` and TLS."""
    import httpx

    parts = urlsplit(address)
    if parts.scheme.lower() not in PORTS:
        raise AddressRefused(f"it redirects to {parts.scheme or 'nothing'}://, which is not fetched", address=web.address)
    url = httpx.URL(address)
    if not url.host or url.userinfo:
        raise AddressRefused("no host, or a password in the address", address=web.address)
    name = url.raw_host.decode("ascii").strip("[]")
    port = url.port or PORTS[url.scheme]
    number = resolve(name, port, address=web.address, allow_private=web.allow_private)
    headers = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": USER_AGENT,
        "Accept": "text/html, text/plain;q=0.8",
        "Accept-Language": "ru",
        "Accept-Encoding": "gzip, deflate",
    }
    pinned = url.copy_with(host=number, fragment=None)
    extensions = {"trace": deadline.trace} | ({"sni_hostname": name} if url.scheme == "https" else {})
    return client.build_request("GET", pinned, headers=headers, extensions=extensions)


def _body(response: httpx.Response, web: Web, deadline: Deadline) -> bytes:
    """The unpacked body, cut off with an error at the limits of size and time."""
    declared = response.headers.get("content-length", "")
    too_large = PageTooLarge(f"more than {web.limit_bytes // 1024 // 1024} MB", address=web.address)
    if declared.isdigit() and int(declared) > web.limit_bytes:
        raise too_large
    pieces, size = [], 0
    for piece in response.iter_bytes():  # as they come: a page that trickles is not waited for until a chunk is full
        pieces.append(piece)
        size += len(piece)
        if size > web.limit_bytes:
            raise too_large
    if deadline.over:  # one without a length may seem to end where it was cut off
        raise AddressUnreachable(f"no whole page within {web.limit_s:g} s", address=web.address)
    return b"".join(pieces)

"""No link leads nowhere: from the first page on, one address of every kind is opened."""

from __future__ import annotations

from collections import Counter
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.test import Client
from django.urls import resolve
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from pobratim.web.urls import pages


def links_of(address: str, text: str) -> list[str]:
    """The addresses of the register that a page leads to."""
    found = (urljoin(address, link.attributes["href"] or "").partition("#")[0] for link in HTMLParser(text).css("a[href]"))
    return [one for one in found if one.startswith("/") and not one.startswith("//")]


def sort_of(address: str) -> str:
    """Addresses of one sort are answered alike: the view, what kind of record, what is asked."""
    path, asked = urlsplit(address).path, parse_qsl(urlsplit(address).query)
    view = resolve(path)
    kind = str(next(iter(view.kwargs.values()), ""))[:1]
    return f"{view.view_name} {kind} {sorted({name for name, _ in asked})[:2]}"


def test_every_sort_of_link_leads_somewhere(manager: Client) -> None:
    waiting, opened, dead = ["/"], Counter[str](), []
    seen = {"/"}
    while waiting:
        address = waiting.pop(0)
        answer = manager.get(address, follow=True)
        if answer.status_code != 200:
            dead.append((answer.status_code, address))
        elif answer.headers["Content-Type"].startswith("text/html"):
            for link in links_of(address, answer.content.decode()):
                if link not in seen and opened[sort_of(link)] < 1:
                    seen.add(link)
                    opened[sort_of(link)] += 1
                    waiting.append(link)
        answer.close()
    assert dead == []
    assert len(opened) > 40, "the walk came to all sorts of pages"


def test_an_address_has_a_name_of_its_own() -> None:
    """Two of one name, and every link to the first leads to the second."""
    names = Counter(one.name for one in pages)
    assert [name for name, number in names.items() if number > 1] == []

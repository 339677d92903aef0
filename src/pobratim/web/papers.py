"""What the pages of papers share: partners named in the address, the language, the paper as a page and as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language, gettext

from pobratim.register.errors import WrongValue
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.lookup import Offer, lookup, partners_called
from pobratim.reports.paper import Paper
from pobratim.reports.write import CONTENT_TYPES, WRITERS
from pobratim.reports.write.html import body_of, sources_of
from pobratim.resolve.records.content import ACTOR
from pobratim.words.speech import LANGUAGES

from .asked import words_of

NAME_CHARS = 200


class Named(NamedTuple):
    """A partner as somebody named it: by key or by words; `key` is empty while it is not plain who is meant.

    `borne`: those offered bear the name; else they only resemble it.
    """

    text: str
    key: str
    name: str
    offers: list[Offer]
    borne: bool = True

    @property
    def unknown(self) -> bool:
        """Whether a name was given that nobody bears."""
        return bool(self.text) and not self.key and not self.offers


def named(request: HttpRequest, parameter: str) -> Named:
    """The partner that a parameter of the address names."""
    text = " ".join(words_of(request, parameter, NAME_CHARS).split())
    found = partners_called(text) if text else []
    if len(found) == 1:
        return Named(text, found[0].key, labels([found[0].key]).get(found[0].key, found[0].name), [])
    return Named(text, "", text, found or lookup(ACTOR, text), borne=bool(found))


def language_of(request: HttpRequest) -> str:
    """The language of the paper (`?lang=`), that of the page unless told."""
    given = request.GET.get("lang", "")
    if given and given not in LANGUAGES:
        raise WrongValue(gettext("no such language: {given}").format(given=given[:40]))
    return given or (get_language() or "ru")[:2]


def shown(paper: Paper) -> dict[str, Any]:
    """The paper for a page: what it says is escaped by its writer."""
    body: SafeString = mark_safe(body_of(paper.blocks))
    return {"paper": paper, "body": body, "sources": mark_safe(sources_of(paper))}


def as_file(paper: Paper, format_: str, name: str) -> HttpResponse:
    """The paper to be saved.

    Raises:
        WrongValue: there is no such format.
    """
    if format_ not in WRITERS:
        raise WrongValue(gettext("no such format: {given}").format(given=format_[:40]))
    answer = HttpResponse(WRITERS[format_](paper), content_type=CONTENT_TYPES[format_])
    answer["Content-Disposition"] = f'attachment; filename="pobratim-{slugify(name)}.{format_}"'
    return answer


def asked_again(request: HttpRequest, **changed: str) -> str:
    """The query of the request with some of it changed, for links."""
    query = request.GET.copy()
    for name, value in changed.items():
        query[name] = value
    return query.urlencode()


def formats() -> Mapping[str, str]:
    """The formats in which papers are given, and their names."""
    return {"docx": "DOCX", "pdf": "PDF", "html": "HTML"}

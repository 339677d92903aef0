"""Pictures as files: SVG and PNG."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.reports.gallery import PICTURES, Asked
from pobratim.reports.gallery import picture as drawn
from pobratim.reports.write.picture import FORMATS
from pobratim.web.asked import day_of, words_of
from pobratim.web.papers import language_of

_CHARS = 40
_YEARS = range(1, 10_000)


def picture(request: HttpRequest, name: str, ending: str) -> HttpResponse:
    """A picture of `reports.gallery` to be saved; what it shows is in the query string, as `Asked` has it."""
    if name not in PICTURES or ending not in FORMATS:
        raise Http404
    with translation.override(language_of(request)):
        svg = drawn(name, _asked(request))
    kind = FORMATS[ending]
    answer = HttpResponse(kind.made(svg), content_type=kind.media_type)
    answer["Content-Disposition"] = f'attachment; filename="pobratim-{name}-{day_of(request).isoformat()}.{ending}"'
    return answer


def _asked(request: HttpRequest) -> Asked:
    told = {one: words_of(request, one, _CHARS) for one in ("partner", "other", "document", "country", "sphere", "year")}
    if told["year"] and not (told["year"].isdecimal() and int(told["year"]) in _YEARS):
        raise WrongValue(gettext("not a year: {given}").format(given=told["year"]))
    partners = tuple(filter(None, (told["partner"], told["other"])))
    year = int(told["year"]) if told["year"] else None
    return Asked(day_of(request), partners, told["document"], told["country"], told["sphere"], year)

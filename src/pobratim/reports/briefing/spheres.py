"""Part 6: cooperation by sphere: the documents of each."""

from __future__ import annotations

from django.utils.translation import gettext

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Document
from pobratim.register.selectors.label import upper_first
from pobratim.reports import drawing
from pobratim.reports.paper import Block, Bullets, Gap, Line
from pobratim.reports.words import word
from pobratim.words import codes

from .matter import Matter, keys_of
from .phrases import BRIEF, and_more, of_document, pictured, stopped

NAMED = 3
_LEFT_OUT = (Lifecycle.INTENTION, Lifecycle.DRAFT)


def spheres(matter: Matter) -> list[Block]:
    """A line a sphere, those of most documents first; spheres of the very same documents share one."""
    found: dict[str, list[Document]] = {}
    for one in matter.documents:
        if matter.life[one.key] not in _LEFT_OUT:
            for sphere in one.spheres.all():
                found.setdefault(sphere.code, []).append(one)
    if not found:
        two = gettext("No page names the spheres of the documents of the two sides.")
        return [Gap(matter.said(two, gettext("No page names the spheres of the documents.")))]
    order = sorted(found, key=lambda code: (-len(found[code]), word(codes.SPHERES, code)))
    together: dict[tuple[str, ...], list[str]] = {}
    for code in order:
        together.setdefault(tuple(keys_of(found[code])), []).append(code)
    lines = tuple(_line(matter, some, found[some[0]]) for some in together.values())
    counted = matter.between.spheres(matter.on).signed
    return [Bullets(lines), *pictured(drawing.spheres(counted), gettext("Documents by year and sphere"))]


def _line(matter: Matter, spheres: list[str], documents: list[Document]) -> Line:
    named = [of_document(matter, one, BRIEF) for one in documents[:NAMED]]
    more = f" {and_more(len(documents) - NAMED)}" if len(documents) > NAMED else ""
    proofs = [
        proof
        for one in documents[:NAMED]
        for code in spheres
        for proof in matter.proofs.of(one.key, "sphere", code)[:1] or matter.proofs.of(one.key, "kind")[:1]
    ]
    cites = matter.sources.cite(proofs) or matter.cites(documents[0], "sphere")
    told = upper_first(", ".join(word(codes.SPHERES, one) for one in spheres))
    return Line(stopped(f"{told}: {'; '.join(named)}{more}"), cites)

"""Part 11: participants: who is to come, and who signed and met for either side lately."""

from __future__ import annotations

from django.utils.translation import gettext

from pobratim.register.models import Actor
from pobratim.register.selectors import between
from pobratim.register.selectors.between import Contact
from pobratim.register.selectors.post import posts_of
from pobratim.register.selectors.post_proof import posts_told
from pobratim.register.selectors.proof import Proof
from pobratim.reports.names import actor_name
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paragraph

from .matter import MOST, Matter
from .phrases import counted, person_of

EACH = 8


def people(matter: Matter) -> list[Block]:
    """Side by side: those who signed and met most in the last years."""
    keys = matter.keys
    found = between.people(keys, matter.signed, matter.held.keys, EACH + 1)
    met_people = {one.person.key for some in found.values() for one in some}
    matter.posts.update(posts_of(met_people - matter.posts.keys()))
    unproved = [one for one in met_people if not _deeds(matter, one)]
    matter.proofs.update(posts_told(dict.fromkeys(unproved, ()), matter.on))
    blocks = _coming(matter)
    for side in matter.sides:
        blocks += _side(matter, side, found[side.key])
    if matter.held.more or len(matter.signed) == MOST:
        told = gettext("Counted are the latest {number} contacts and documents of these years.")
        blocks.append(Paragraph((counted(told.format(number=MOST)),)))
    return blocks


def _coming(matter: Matter) -> list[Block]:
    """Whom pages name for the events planned."""
    lines = {
        person_of(matter, row.person, matter.on): matter.cites(event, "person", ref=row.person_id)
        for event in matter.coming
        for row in event.participations.all()
    }
    if not lines:
        return []
    return [Heading(gettext("Named for what is planned"), 2), Bullets(tuple(Line(f"{one}.", lines[one]) for one in lines))]


def _side(matter: Matter, side: Actor, found: list[Contact]) -> list[Block]:
    heading = Heading(gettext("Lately for the side: {name}").format(name=actor_name(side)), 2)
    if not found:
        return [heading, Gap(gettext("No page names people of this side in the last three years."))]
    lines = Bullets(tuple(_line(matter, one) for one in found[:EACH]))
    more = [Paragraph((counted(gettext("Those are listed who did most.")),))] if len(found) > EACH else []
    return [heading, lines, *more]


def _line(matter: Matter, contact: Contact) -> Line:
    signed = [gettext("documents signed: {number}").format(number=contact.signed)] if contact.signed else []
    met = [gettext("events: {number}").format(number=contact.met)] if contact.met else []
    text = f"{person_of(matter, contact.person, matter.on)} — {', '.join([*signed, *met])}."
    return Line(text, _cites(matter, contact.person.key), computed=True)  # figures: nobody types them


def _cites(matter: Matter, person: str) -> tuple[int, ...]:
    """A line that names the person in a document or at an event of the two; else where a post is told last."""
    posts = sorted(matter.proofs.of(person, "post"), key=lambda one: str(one.published))[-1:]
    return matter.sources.cite(_deeds(matter, person) or posts)


def _deeds(matter: Matter, person: str) -> list[Proof]:
    """The proof of the latest listed thing that the person did; none where nothing that is listed names them."""
    for record in (*matter.documents, *matter.events):
        field = "signatory" if record.key[0] == "d" else "person"
        if proofs := matter.proofs.of(record.key, field, ref=person):
            return proofs[:1]
    return []

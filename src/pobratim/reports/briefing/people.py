"""Part 11: participants: who is to come, and who signed and met for either side lately."""

from __future__ import annotations

from django.utils.translation import gettext

from pobratim.register.models import Actor
from pobratim.register.selectors import between
from pobratim.register.selectors.between import Contact
from pobratim.register.selectors.post import posts_of
from pobratim.register.selectors.proof import posts_told
from pobratim.reports.names import actor_name
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line

from .matter import Matter
from .phrases import person_of

EACH = 8


def people(matter: Matter) -> list[Block]:
    """Side by side: those who signed and met most in the last years."""
    keys = matter.keys
    found = between.people(keys, matter.signed, matter.held.keys, EACH)
    met_people = {one.person.key for some in found.values() for one in some}
    matter.posts.update(posts_of(met_people - matter.posts.keys()))
    matter.proofs.update(posts_told(met_people, matter.on))
    blocks = _coming(matter)
    for side in matter.sides:
        blocks += _side(matter, side, found[side.key])
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
    return [heading, Bullets(tuple(_line(matter, one) for one in found))]


def _line(matter: Matter, contact: Contact) -> Line:
    signed = [gettext("documents signed: {number}").format(number=contact.signed)] if contact.signed else []
    met = [gettext("events: {number}").format(number=contact.met)] if contact.met else []
    text = f"{person_of(matter, contact.person, matter.on)} — {', '.join([*signed, *met])}."
    return Line(text, _cites(matter, contact.person.key))


def _cites(matter: Matter, person: str) -> tuple[int, ...]:
    """Where the post is told last; else a line that names the person in a document or at an event."""
    posts = sorted(matter.proofs.of(person, "post"), key=lambda one: str(one.published))[-1:]
    if posts:
        return matter.sources.cite(posts)
    for record in (*matter.documents, *matter.events):
        field = "signatory" if record.key[0] == "d" else "person"
        if proofs := matter.proofs.of(record.key, field, ref=person):
            return matter.sources.cite(proofs[:1])
    return ()

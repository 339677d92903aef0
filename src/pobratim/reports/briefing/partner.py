"""Part 1: the partner's card, leaders and their posts with the day on which they were last told."""

from __future__ import annotations

import datetime

from django.utils.translation import get_language, gettext

from pobratim.lexicon.country import country_name
from pobratim.register.models import Actor, Appointment
from pobratim.register.selectors.evidence import proofs_of
from pobratim.register.selectors.label import upper_first
from pobratim.register.selectors.post import rank_of
from pobratim.register.selectors.proof import proofs_from
from pobratim.register.selectors.tie import ties
from pobratim.reports.names import actor_name, both_names, person_name
from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line
from pobratim.reports.ties_map import ties_map
from pobratim.reports.words import word
from pobratim.words import codes

from .matter import Matter
from .phrases import counted, day_of, pictured, post_words, stopped

OLD = datetime.timedelta(days=365)
MOST_TIES = 40


def partner(matter: Matter) -> list[Block]:
    """What the partner is, what else it is called, how much there is between the two, who leads either side."""
    one = matter.partner
    kind = word(codes.ACTOR_KINDS, one.kind)
    within = actor_name(one.within) if one.within and one.within.kind != "country" else ""
    country = country_name(one.country, get_language() or "ru") if one.country else ""
    where = ", ".join(dict.fromkeys(filter(None, (within, country))))
    name = upper_first(both_names(actor_name(one), one.name))
    lines = [Line(f"{name}: {', '.join(filter(None, (kind, where)))}.", _named(matter, one), strong=True)]
    also = [name for name, _ in one.names[1:4]]
    if also:
        lines.append(Line(gettext("Also called: {names}.").format(names=", ".join(also)), _named(matter, one, also[0])))
    total = sum(matter.shelves.numbers.values())
    two, alone = gettext("Documents of the two sides in the register: {number}."), gettext("Documents in the register: {number}.")
    told = matter.said(two, alone)
    lines.append(counted(told.format(number=total)))
    blocks: list[Block] = [Bullets(tuple(lines))]
    for side in (one,) if matter.sources.short else matter.sides:
        blocks += _leaders(matter, side)
    return blocks if matter.sources.short else blocks + _map(matter)


def _map(matter: Matter) -> list[Block]:
    """With whom else the partner has documents, on the map."""
    found = ties(partner=matter.partner.key, on=matter.on, most=MOST_TIES)
    title = gettext("Map of ties")
    if len(found.ties) >= MOST_TIES:
        title = gettext("{title} (the closest {number})").format(title=title, number=MOST_TIES)
    return pictured(ties_map(found), title)


def _named(matter: Matter, actor: Actor, name: str = "") -> tuple[int, ...]:
    """A page that names the actor."""
    party = [proof for one in matter.documents for proof in matter.proofs.of(one.key, "party", ref=actor.key)[:1]]
    if party and not name:
        return matter.sources.cite(party[:1])
    proofs = proofs_from(actor.key, proofs_of(actor, "name", name or actor.name, 1))
    return matter.sources.cite(proofs) or matter.sources.by_hand(actor)


def _leaders(matter: Matter, side: Actor) -> list[Block]:
    heading = Heading(gettext("Leaders: {name}").format(name=actor_name(side)), 2)
    found = [_leader(matter, one) for one in matter.leaders[side.key]]
    lines = tuple(line for line in found if line)
    if not lines:
        return [heading, Gap(gettext("The register knows of nobody in a post here."))]
    if matter.sources.short:
        lines = lines[:2]
    if not any(rank_of(one.title) == 0 for one in matter.leaders[side.key]):
        return [heading, Bullets(lines), Gap(gettext("Who heads it, no page tells."))]
    return [heading, Bullets(lines)]


def _leader(matter: Matter, post: Appointment) -> Line | None:
    """A post, who holds it, the day of the last page that says so."""
    proofs = [one for one in matter.proofs.of(post.person_id, "post", ref=post.of_id) if one.value["title"] == post.title]
    last = max(proofs, key=lambda one: one.published or datetime.date.min, default=None)
    day = last.published if last else None
    told = f"{upper_first(post_words(post))} — {both_names(person_name(post.person), post.person.name)}"
    if last is None:
        return Line(stopped(told), matter.sources.by_hand(post.person))
    if day is None:
        return Line(f"{told} ({gettext('no day is told')}).", matter.sources.cite([last]))
    checked = gettext("last told on {day}").format(day=day_of(day))
    old = f"; {gettext('more than a year ago: to be checked')}" if matter.on - day > OLD else ""
    return Line(f"{told} ({checked}{old}).", matter.sources.cite([last]))

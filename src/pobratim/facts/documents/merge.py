"""Joining the drafts of one page that speak of one document."""

from __future__ import annotations

from pobratim.core.date import PartialDate
from pobratim.facts.story import Story

from .draft import STATUS_RANK, Draft

_GENERAL = {"agreement", "contract", "statement", "other"}
_PLANS = {"plan", "roadmap", "programme"}


def merge_drafts(story: Story, drafts: list[Draft]) -> list[Draft]:
    """The documents of a page in order of first mention; each draft joins the latest earlier one it can be.

    Announced first and signed later is one document, signed. Fails where one pair of parties signs two documents
    of one kind and nothing («ещё одно») tells them apart.
    """
    kept: list[Draft] = []
    moved: dict[int, Draft] = {}
    for draft in drafts:
        target = _target(story, kept, draft)
        if target is None:
            if draft.implied and not (draft.explicit or draft.headline):
                continue
            if (
                not draft.refer
                or draft.explicit
                and len(draft.parties) > 1
                or draft.parties
                and draft.status != "in_force"
                and (draft.fresh or draft.partnered)
            ):
                kept.append(draft)
            continue
        absorb(story, target, draft)
        moved[id(draft)] = target
    kept = [d for d in kept if not (d.implied and d.status == "terminated")]  # a tie ended, and no document of it named
    if any(not d.headline and not d.recalled and not d.refer for d in kept):
        kept = [d for d in kept if not d.headline]  # the headline told the same in other words
    for draft in kept:
        parent = draft.parent
        while parent is not None and id(parent) in moved:
            parent = moved[id(parent)]
        draft.parent = parent if parent is not draft and parent in kept else None
    return kept


def _target(story: Story, kept: list[Draft], draft: Draft) -> Draft | None:
    fit = [d for d in kept if compatible(story, d, draft)]
    if not fit:
        return None
    if draft.refer or not draft.explicit and not draft.parties:
        return max(fit, key=lambda d: (not d.recalled and not d.nested, d.sentence))
    return max(fit, key=lambda d: (_shared(story, d, draft), d.kind == draft.kind, d.sentence))


def _shared(story: Story, a: Draft, b: Draft, loosely: bool = False) -> int:
    """How many parties of `a` are parties of `b`; loosely, a country stands for what lies in it."""
    same = story.registry.one_in_other if loosely else story.registry.same_side
    return sum(any(same(x, y) for y in b.parties) for x in a.parties)


def compatible(story: Story, a: Draft, b: Draft) -> bool:
    """Whether draft `b` can speak of the document that `a` began."""
    if a.start == b.start:
        return False  # «соглашения с А и Б»: two documents of one mention
    if b.fresh and not b.refer and not a.headline:
        return False
    if b.renewed and not b.refer and (a.recalled or a.status in ("in_force", "terminated", "prolonged")):
        return False  # «новое соглашение» beside an older one
    if b.first and b.recalled and not a.recalled:
        return False  # «первый договор подписали в 1992 году»
    if b.refer and b.fresh:
        return False
    if not _kinds_agree(a, b) or not _dates_agree(a.signed, b.signed, a, b):
        return False
    if (a.parent is b and b.nested) or (b.parent is a):
        return False
    if a.nested != b.nested and a.kind != b.kind:
        return False
    if (
        a.sentence == b.sentence
        and not b.refer
        and a.kind == b.kind
        and (a.explicit and b.explicit)
        and not _same_sets(story, a, b)
    ):
        return False
    if b.refer and a.parties and b.parties and not _shared(story, a, b, loosely=not b.partnered):
        return False
    if b.refer:
        return b.sentence - a.sentence <= 4 and (not b.partnered or _parties_agree(story, a, b))
    if not _parties_agree(story, a, b):
        return False
    if _status_conflict(a, b):
        return False
    if {a.status, b.status} == {"terminated", "signed"} and _shared(story, a, b) < 2:
        return False
    if b.first and a.status in ("prolonged", "terminated"):
        return False
    return not (a.topic and b.topic and a.explicit and b.explicit and _topics_differ(a, b))


def _same_sets(story: Story, a: Draft, b: Draft) -> bool:
    return _shared(story, a, b) == max(len(a.parties), len(b.parties))


def _kinds_agree(a: Draft, b: Draft) -> bool:
    if a.kind == b.kind or b.refer or a.refer:
        return True
    if {a.kind, b.kind} <= _PLANS:
        return True
    if (a.implied or b.implied) and {a.kind, b.kind} <= {"agreement", "memorandum", "protocol", "declaration"}:
        return True
    # the headline names another instrument than the body
    return (a.headline or b.headline) and (a.kind in _GENERAL or b.kind in _GENERAL)


def _dates_agree(x: PartialDate | None, y: PartialDate | None, a: Draft, b: Draft) -> bool:
    if x is None or y is None:
        return True
    if x.value == y.value or x.value.startswith(y.value) or y.value.startswith(x.value):
        return True
    if x.yearless or y.yearless:
        return x.value[-5:] == y.value[-5:] and not (x.precision == "year" or y.precision == "year")
    return False


def _parties_agree(story: Story, a: Draft, b: Draft) -> bool:
    if not a.parties or not b.parties:
        return True
    shared = _shared(story, a, b)
    if (a.parental or b.parental) and (a.signed is None or b.signed is None):
        return shared >= 1 and _shared(story, a, b, loosely=True) >= min(len(a.parties), len(b.parties), 2)
    if b.explicit and (a.explicit or b.partnered and len(a.parties) > 1 and not (a.headline or b.headline)):
        return shared >= min(len(a.parties), len(b.parties), 2)
    return shared >= 1 or (a.headline or b.headline) and not (a.explicit and b.explicit)


def _status_conflict(a: Draft, b: Draft) -> bool:
    """A document recalled as signed once and one planned now are two, when both name their date or term."""
    if a.implied or b.implied:
        return False
    if {a.status, b.status} == {"terminated", "signed"}:
        # the ended one may be told with the day of its signature; a new one beside it is another document
        return not (a if a.status == "signed" else b).recalled
    if {a.status, b.status} == {"terminated", "planned"}:
        return True
    return a.recalled != b.recalled and not (a.nested or b.nested) and (a.signed is not None or b.signed is not None)


_EMPTY_TOPIC = frozenset("сотрудничество область сфера между развитие район город республика правительство".split())


def _topics_differ(a: Draft, b: Draft) -> bool:
    x, y = a.topic - _EMPTY_TOPIC, b.topic - _EMPTY_TOPIC
    return bool(x and y) and not x & y and set(a.spheres) != set(b.spheres) and bool(a.spheres and b.spheres)


def _fuller(story: Story, party: str, others: list[str]) -> str:
    """The government or other organ that another mention names for a territory, else the party itself."""
    if party not in story.registry.places:
        return party
    return next((o for o in others if o in story.registry.bodies and story.registry.same_side(party, o)), party)


def _known(story: Story, party: str, target: Draft) -> bool:
    """Whether a party is among the target's, or is a country that stands for one of them."""
    place = story.registry.places.get(party)
    if place is None and story.registry.bodies[party].kind not in ("government", "administration", "assembly", "representation"):
        return True  # the firm of a signatory is no third party
    return place is not None and place.kind == "country" or any(story.registry.same_side(party, q) for q in target.parties)


def _telling(title: str | None) -> int:
    """How much a title says of its document: its subject, its sides, its years; 0 for none."""
    if not title:
        return 0
    words = title.lower().split()
    return 1 + sum(w in words for w in ("о", "об", "между", "на", "по"))


def _join_status(target: Draft, draft: Draft) -> None:
    """The status that says more; a signing only named («подписание договора») does not outrank an intention."""
    if draft.unsure and target.status == "planned":
        return
    if target.unsure and draft.status == "planned" or STATUS_RANK[draft.status] > STATUS_RANK[target.status]:
        if target.status in ("planned", "proposed") and draft.status == "signed":
            target.sentence = target.scene = draft.sentence  # announced before, signed here
        target.status, target.unsure = draft.status, draft.unsure


def absorb(story: Story, target: Draft, draft: Draft) -> None:
    """Adds to a document what another mention says of it; what is said with the act outranks what is guessed."""
    loose = (target.implied or target.headline) and not (draft.implied or draft.refer)
    _join_status(target, draft)
    if (target.headline and not draft.headline or target.implied) and not draft.refer and not draft.implied:
        target.kind, target.title, target.headline, target.implied = draft.kind, draft.title, False, False
        target.nested = draft.nested
    if draft.refer and draft.explicit and target.explicit and not _shared(story, target, draft):
        pass  # the organs of those who sign stand for the territories already named
    elif draft.refer and draft.explicit and target.explicit:
        target.parties += [p for p in draft.parties if not _known(story, p, target)]
    elif draft.explicit and (not target.explicit or len(draft.parties) > len(target.parties)):
        target.parties, target.explicit = draft.parties, True
    elif not target.explicit and len(target.parties) > 1 and len(draft.parties) > 1:
        if draft.lent_parties and target.lent_parties:
            target.parties = draft.parties
    elif not target.explicit:
        target.parties += [p for p in draft.parties if not any(story.registry.same_side(p, q) for q in target.parties)]
    if draft.explicit and target.explicit:
        target.parties = [_fuller(story, p, draft.parties) for p in target.parties]
    if target.signed is None or (
        draft.signed and len(draft.signed.value) > len(target.signed.value) and not target.signed.yearless
    ):
        target.signed = draft.signed or target.signed
    target.signatories += [s for s in draft.signatories if s[0] not in [x[0] for x in target.signatories]]
    target.witnesses += [w for w in draft.witnesses if w not in target.witnesses]
    target.spheres += [s for s in draft.spheres if s not in target.spheres]
    target.term = target.term or draft.term
    target.place = target.place or draft.place
    target.recalled = draft.recalled if loose else target.recalled and draft.recalled
    target.nested = target.nested and draft.nested
    target.parental = target.parental or draft.parental
    if draft.parent and not target.parent:
        target.parent, target.relation = draft.parent, draft.relation
    if draft.title and not draft.refer and draft.kind == target.kind and _telling(draft.title) > _telling(target.title):
        target.title = draft.title
    target.rules += draft.rules
    for name, evidence in draft.evidence.items():
        for one in evidence:
            target.prove(name, one)

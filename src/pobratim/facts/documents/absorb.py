"""Absorbing: what one more mention adds to a document."""

from __future__ import annotations

from pobratim.core.facts import ORGANS_OF_POWER
from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from .agree import names_closer, shared_parties
from .draft import STATUS_RANK, TO_COME, Draft

_TELLING = group("telling-word")


def absorb(story: Story, target: Draft, draft: Draft) -> None:
    """Adds to a document what another mention says of it; what is said with the act outranks what is guessed.

    «Готовится соглашение А и Б» and «5 мая А и Б подписали соглашение»: signed on 5 May.
    """
    if names_closer(target, draft):
        target.kind, target.title = draft.kind, draft.title
    if target.refer and not draft.refer:
        target.kind, target.title, target.refer = draft.kind, draft.title, False  # «подписали два документа: соглашение и …»
    loose = (target.implied or target.headline) and not (draft.implied or draft.refer)
    ended = target.status in ("terminated", "prolonged")
    _join_status(target, draft)
    if loose and (target.implied or not draft.headline) and not _headline_closer(target, draft):
        # the headline, or «стали побратимами», named the document only roughly
        target.kind, target.title, target.headline, target.implied = draft.kind, draft.title, False, False
        target.nested = draft.nested
        if STATUS_RANK[draft.status] >= STATUS_RANK[target.status] and not draft.nested:
            target.scene = draft.sentence  # the story stands at another day there than above itself
    _join_parties(story, target, draft)
    _join_lists(target, draft)
    _join_values(target, draft)
    named_only = draft.status == "in_force" and not draft.nested  # «Дорожная карта предполагает …» under its own headline
    named_only |= ended and draft.status == "signed"  # «Конин порвал с Брянском. Напомним, соглашение подписали в 1995 году»
    target.recalled = draft.recalled and (target.recalled or loose and not named_only)
    target.nested = target.nested and draft.nested
    target.parental = target.parental or draft.parental
    if draft.parent and not target.parent:
        target.parent, target.relation = draft.parent, draft.relation
    target.mentions = sorted({*target.mentions, *draft.mentions})
    target.foreign_days |= draft.foreign_days
    target.rules += draft.rules
    for name, evidence in draft.evidence.items():
        for one in evidence:
            target.prove(name, one)


def _headline_closer(target: Draft, draft: Draft) -> bool:
    """«Подписан меморандум» over «Соглашение предусматривает …»: the body only speaks of what the headline named closer."""
    told = target.headline and not target.implied and target.kind == "memorandum" and draft.kind == "agreement"
    return told and draft.status == "in_force" and not draft.nested


def _join_status(target: Draft, draft: Draft) -> None:
    """The status that says more; a signing only named («подписание договора») does not outrank an intention."""
    if draft.unsure and target.status == "planned":
        return
    if target.nested and target.status == "in_force" and draft.recalled and draft.status == "signed":
        return  # «Утверждён план по реализации договора. Договор заключён в 2013 году»
    if target.unsure and draft.status == "planned" or STATUS_RANK[draft.status] > STATUS_RANK[target.status]:
        if target.status in TO_COME and draft.status == "signed":
            target.sentence = target.scene = draft.sentence  # announced before, signed here
        renewed = target.renewing and draft.refer and draft.status == "signed"  # «решили продлить. Документ подписали 14 июня»
        target.status, target.unsure = "prolonged" if renewed else draft.status, draft.unsure


def _join_parties(story: Story, target: Draft, draft: Draft) -> None:
    """Told parties outrank guessed ones; of two tellings the longer, with the organs that either names."""
    if draft.explicit:
        _join_told_parties(story, target, draft)
    elif not target.explicit and len(target.parties) > 1 and len(draft.parties) > 1:
        if draft.lent_parties and target.lent_parties:
            target.parties = draft.parties
    elif not target.explicit:
        target.parties += [p for p in draft.parties if not any(story.registry.same_side(p, q) for q in target.parties)]


def _join_told_parties(story: Story, target: Draft, draft: Draft) -> None:
    if draft.refer and target.explicit:
        # where nothing is shared, the organs of those who sign stand for the territories already named
        if shared_parties(story, target, draft) and (draft.partnered or len(target.parties) < 2):
            target.parties += [p for p in draft.parties if not _known(story, p, target)]
    elif not target.explicit or len(draft.parties) > len(target.parties):
        target.parties, target.explicit = draft.parties, True
    target.parties = [_fuller(story, p, draft.parties) for p in target.parties]


def _fuller(story: Story, party: str, others: list[str]) -> str:
    """The government or other organ that another mention names for a territory, else the party itself."""
    if party not in story.registry.places:
        return party
    return next((o for o in others if o in story.registry.bodies and story.registry.same_side(party, o)), party)


def _known(story: Story, party: str, target: Draft) -> bool:
    """Whether a party is among the target's, or is a country that stands for one of them."""
    place = story.registry.places.get(party)
    if place is None and story.registry.bodies[party].kind not in ORGANS_OF_POWER:
        return True  # the firm of a signatory is no third party
    return place is not None and place.kind == "country" or any(story.registry.same_side(party, q) for q in target.parties)


def _join_lists(target: Draft, draft: Draft) -> None:
    """People and spheres are added, those already known left out."""
    target.signatories += [s for s in draft.signatories if s[0] not in [x[0] for x in target.signatories]]
    target.witnesses += [w for w in draft.witnesses if w not in target.witnesses]
    target.spheres += [s for s in draft.spheres if s not in target.spheres]


def _join_values(target: Draft, draft: Draft) -> None:
    """The first term and place, the fullest date («5 мая 2020» over «2020»), the title that tells most."""
    known = None if target.approved and draft.signed and not draft.approved else target.signed
    target.approved = target.approved and (draft.approved or draft.signed is None)
    if known is None or (draft.signed and len(draft.signed.value) > len(known.value) and not known.yearless):
        target.signed = draft.signed or known
    if target.term is None or draft.term and draft.term.from_ and not target.term.from_:
        target.term = draft.term or target.term  # «на три года», «до 2023 года» and then «на 2021–2023 годы»
    target.place = target.place or draft.place
    if draft.title and not draft.refer and draft.kind == target.kind and _telling(draft.title) > _telling(target.title):
        target.title = draft.title


def _telling(title: str | None) -> int:
    """How much a title says of its document: its subject, its sides, its years; 0 for none."""
    return 1 + len(_TELLING & set(title.lower().split())) if title else 0

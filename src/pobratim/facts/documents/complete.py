"""What the whole page adds to its documents: missing parties, dates, venues; and which drafts are none."""

from __future__ import annotations

import re

from pobratim.core.date import PartialDate
from pobratim.facts.principal import Principals
from pobratim.facts.scene import scene_date
from pobratim.facts.story import Story
from pobratim.lexicon.actors import guest_words
from pobratim.lexicon.documents import group
from pobratim.lexicon.phrase import phrases

from .agree import shared_parties
from .content import add_content
from .draft import TO_COME, Draft
from .sides.parties import distinct
from .venue import Venue, of_forum, scene_venue, venue_in, venue_told_after

_SIDES = group("generic-side") | {"коллега", "побратим"}
_COMING_DAYS = 45
_FIRST_DAY = re.compile(r"\b[Вв] первый (?:же )?день\b")  # the first day of a stay is its first
_OTHER_TIMES = group("other-time")
_ALSO = frozenset(("также", "кроме", "ещё", "еще", "тогда", "здесь", "тот", "этот"))


def complete(story: Story, drafts: list[Draft], principals: Principals) -> list[Draft]:
    """The drafts that are documents, completed, in order.

    «Стороны подписали соглашение» on a page about Ufa and Gomel gets both, and the day that the page stands at.
    """
    told = _told_signing(drafts)
    past = frozenset(d.scene or d.sentence for d in drafts if d.recalled)
    for draft in drafts:
        _parties_from_hands(story, draft)
        _parties_from_page(story, draft, principals)
        if len(draft.parties) < 2 and not any(d.explicit and len(d.parties) > 1 for d in drafts if d is not draft):
            _only_pair(story, draft, principals)
        _inherit_date(story, draft, told, drafts)
        _find_venue(story, draft, past, frozenset(n for d in drafts if d is not draft for n in d.mentions))
    add_content(story, drafts)
    _recall_parents(drafts)
    for draft in drafts:
        _inherit_spheres(draft)
        if draft.status == "proposed":
            draft.signatories = []  # «губернатор предложил заключить соглашение»: who proposes does not sign
            draft.evidence.pop("signatories", None)
    return [d for d in drafts if _is_document(story, d)]


def _recall_parents(drafts: list[Draft]) -> None:
    """«Подписали план по реализации соглашения»: the agreement is background, unless it has the day of the plan."""
    for child in drafts:
        parent = child.parent
        if parent is None or not parent.parental or child.recalled:
            continue
        if child.status in TO_COME and parent.status == "signed" and not parent.nested:
            continue  # signed today, and a plan to carry it out will follow
        if parent.signed is None or parent.signed != child.signed:
            parent.recalled = True


def _parties_from_hands(story: Story, draft: Draft) -> None:
    """A document whose sides are not told is between those for whom its hands sign."""
    sides = [side for _, side in draft.signatories if side]
    if draft.explicit:
        return
    hands = distinct(story, map(story.registry.territory, sides))
    told = len(hands) > 1 and all(side in story.registry.bodies for side in hands)  # «директор музея А и директор музея Б»
    draft.parties = hands if told else distinct(story, [*draft.parties, *hands])


def _parties_from_page(story: Story, draft: Draft, principals: Principals) -> None:
    """A document with one side or none, in the news of the page, is between those the page is about."""
    if draft.explicit or len(draft.parties) >= 2 or draft.refer:
        return
    if draft.parent and len(draft.parent.parties) >= 2:
        draft.parties = list(draft.parent.parties)
        return
    pair = principals.headline
    if pair and (not draft.parties or any(story.registry.same_side(p, q) for p in pair for q in draft.parties)):
        draft.parties = distinct(story, [*draft.parties, *pair])


def _only_pair(story: Story, draft: Draft, principals: Principals) -> None:
    """«Проект соглашения на столе у главы Ступина. Ждут ответа из Циндао.»: the only two sides that a page names."""
    known = draft.parties
    if draft.explicit or draft.refer or draft.plural or draft.status == "in_force":
        return
    if _with_common_noun(story, draft):
        return  # «Отец подписал договор с заводом»
    pair = principals.of_page(known)
    if len(pair) == 2 and all(any(story.registry.same_side(p, q) for q in pair) for p in known):
        draft.parties = distinct(story, [*known, *pair])
        draft.rules.append(("parties", "only-pair-of-page"))


def _with_common_noun(story: Story, draft: Draft) -> bool:
    """Whether «с» behind a document's noun brings one that is no side («с заводом»), and no «с соседями», «с гостями»."""
    tokens = story.sentences[draft.sentence].tokens
    words = [t for t in tokens if draft.start <= t.start < max(draft.end, draft.start + 1)]
    at = next((t.index for t in words if t.lower in ("с", "со")), None)
    if at is None and words and words[-1].index + 1 < len(tokens) and tokens[words[-1].index + 1].lower in ("с", "со"):
        at = words[-1].index + 1
    if at is None or at + 1 >= len(tokens):
        return False
    noun = next((t for t in tokens[at + 1 : at + 4] if t.forms and t.forms[0].pos == "NOUN"), None)
    return noun is not None and not noun.is_capital and not noun.lemmas & (_SIDES | guest_words())


def _find_venue(story: Story, draft: Draft, past: frozenset[int], others: frozenset[int]) -> None:
    """Where it was signed; a document of the past only where its own sentence tells it.

    `past` are the sentences that recall a document: they stand elsewhere («в июне 2023 года на полях форума подписано …»);
    `others` those that speak of other documents.
    """
    if draft.place is not None or draft.status in ("in_force", "proposed", "terminated"):
        return
    found = _venue_of(story, draft, past, others)
    if found:
        draft.place = found.entity
        draft.prove("place", story.quote(found.mention.start, found.mention.end), "venue")


def _venue_of(story: Story, draft: Draft, past: frozenset[int], others: frozenset[int]) -> Venue | None:
    """The venue of its sentence, of another that tells its signing, of what stands before, of the ceremony told after."""
    at = draft.scene or draft.sentence
    if (here := venue_in(story, at)) is not None:
        return of_forum(story, here)
    told = next((found for n in draft.mentions if n != at and (found := venue_in(story, n))), None)
    if told is not None or draft.recalled:
        return told
    return scene_venue(story, at, past, lead=draft.status != "planned") or venue_told_after(story, at, others)


def _inherit_spheres(draft: Draft) -> None:
    """A plan has the spheres of what it implements."""
    if not draft.spheres and draft.parent and draft.parent.sentence == draft.sentence and draft.parent.parental:
        draft.spheres = list(draft.parent.spheres)


def _told_signing(drafts: list[Draft]) -> PartialDate | None:
    """The day of the page's signing, where its news has just one."""
    days = {
        d.signed.value: d.signed
        for d in drafts
        if d.signed and d.status == "signed" and not d.recalled and d.signed.precision == "day"
    }
    return next(iter(days.values())) if len(days) == 1 else None


def _inherit_date(story: Story, draft: Draft, told: PartialDate | None, drafts: list[Draft]) -> None:
    """A signing told without its day happened on the day the story stands at, if that is told nearby."""
    if draft.signed is None and draft.status == "planned":
        _coming_day(story, draft)
    if draft.signed is not None or draft.status not in ("signed", "prolonged") or draft.recalled:
        return
    if _vague(story, draft):
        return
    later = _days_of_later(story, draft, drafts)
    if told and later.intersection(e.start for e in told.evidence):
        told = None
    stays = _FIRST_DAY.search(story.sentences[draft.sentence].text) is not None
    near = told or scene_date(story, draft.scene or draft.sentence, stays=stays, foreign=draft.foreign_days | later)
    if near is not None and not _to_come(story, near):
        draft.signed = near
        if near.evidence:
            draft.prove("signed", near.evidence[0], "scene-date")


def _coming_day(story: Story, draft: Draft) -> None:
    """«14 сентября мэр примет гостей. Соглашение будет подписано в ратуше.»: the one day to come of the sentence before.

    Only for what will be signed by its own verb, in the same paragraph, where neither sentence tells another time; fails where
    the guests sign on another day of their visit.
    """
    at, published = draft.scene or draft.sentence, story.clock.published
    if published is None or not at or story.sentences[at - 1].paragraph != story.sentences[at].paragraph:
        return
    told = [m for m in story.dates[at - 1] if m.shape != "weekday"]  # «в четверг, 14 сентября»
    if story.dates[at] or len(told) != 1 or told[0].span or not _will_be_signed(draft):
        return
    if _vague(story, draft) or not story.sentences[at].words.isdisjoint(_OTHER_TIMES):
        return
    coming = story.value_at.get(told[0].start)
    day = coming.day() if coming else None
    if coming is not None and day is not None and 0 <= (day - published).days < _COMING_DAYS:
        draft.signed = coming
        draft.prove("signed", coming.evidence[0], "day-to-come")


def _will_be_signed(draft: Draft) -> bool:
    """«будет подписано», «подпишут»; what is only being prepared or wished has no day yet."""
    return any(rule in ("future", "will-be-signed", "on-agenda") for field, rule in draft.rules if field == "status")


def _to_come(story: Story, value: PartialDate) -> bool:
    """Whether a day lies after the publication: «Он вступает в силу 1 июля» is no day of what is signed."""
    day, published = value.day(), story.clock.published
    return day is not None and published is not None and (day - published).days > 1


def _days_of_later(story: Story, draft: Draft, drafts: list[Draft]) -> set[int]:
    """Where the days begin of documents that later sentences tell of other sides, with no word of the same occasion.

    «А и Б подписали соглашение. … 27 апреля А и В подписали договор.»: the day is none of the first.
    """
    return {
        evidence.start
        for d in drafts
        if d.signed and d.explicit and draft.explicit and d.sentence > draft.sentence
        if shared_parties(story, d, draft) < 2 and not _ALSO & story.sentences[d.sentence].words
        for evidence in d.signed.evidence
    }


def _vague(story: Story, draft: Draft) -> bool:
    """Whether the document's own sentence says when without a day («в те же дни»): the story's day is not its own."""
    text = story.sentences[draft.sentence].text.lower()
    return phrases("documents/vague_times.txt").search(text) is not None


def _is_document(story: Story, draft: Draft) -> bool:
    """Whether a draft is a record: signed, planned … with a side; in force only with both sides or a date."""
    if draft.refer and len(draft.parties) < 2:
        return False
    if draft.status == "in_force":
        return len(draft.parties) >= 2 and (draft.explicit or draft.partnered or draft.signed is not None or draft.parental)
    if draft.status == "terminated" or draft.kind == "contract":
        return len(draft.parties) >= 2
    if draft.status in TO_COME:
        return len(draft.parties) >= 1 and (len(draft.parties) >= 2 or draft.explicit)
    return bool(draft.parties)

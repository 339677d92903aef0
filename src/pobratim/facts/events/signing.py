"""Signings: the documents of a page gathered by occasion, and the ceremonies that are ahead or were called off."""

from __future__ import annotations

import re

from pobratim.core.date import PartialDate
from pobratim.facts.documents.draft import Draft
from pobratim.facts.listed_sides import listed_from
from pobratim.facts.sides import preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.events import occasion_phrases
from pobratim.text.offset import token_at
from pobratim.text.time_words import NUMBERS
from pobratim.text.token import Token

from .draft import EventDraft
from .mood import cue_of, noun_status
from .place import add_party, related
from .told import is_past, years_ago
from .view import EventView

_ITEM = re.compile(r"\s*(?:[-–—•·*▪●]|\d{1,2}[.)]|[а-я]\))\s*[^-–—•·*▪●\s]")
_SIGN = frozenset(("подписать", "подписанный", "заключить", "подписание"))
_PAPERS = frozenset(("соглашение", "документ", "меморандум", "договор", "бумага"))
_SIGNED = frozenset(("signed", "prolonged"))
_CEREMONY = frozenset(("церемония", "подписание"))
_OCCASION = frozenset(("церемония", "визит", "форум", "там"))
_GATHERED = frozenset(("церемония", "подписание", "мероприятие"))
_ATTENDING = frozenset(("присутствовать", "участие", "участвовать"))
_CEREMONY_REACH = 3  # sentences after a planned document in which its ceremony may be announced
_WITNESS_REACH = 2  # sentences after a signing in which «в присутствии» may stand


def signings_of(story: Story, views: list[EventView], drafts: list[Draft], events: list[EventDraft]) -> list[EventDraft]:
    """One signing an occasion, in order: held ones of signed documents, then the planned and cancelled ones.

    A document that is only recalled makes none, nor does one whose ceremony has neither day nor place nor occasion:
    a planned forum or visit among `events`.
    """
    news = [d for d in drafts if not d.recalled and not d.nested]
    found: list[EventDraft] = []
    called_off = any(_is_called_off(view) for view in views)
    occasion = any(e.status == "planned" and e.kind in ("forum", "visit") and not e.weak for e in events)
    for document in news:
        if document.status in ("planned", *_SIGNED) and _is_called_off(views[document.sentence]):
            _add(story, views, found, document, "cancelled")
        elif document.status in _SIGNED and not _is_history(story, views, document):
            _add(story, views, found, document, "held")
        elif document.status == "planned" and (called_off or occasion or _has_ceremony(views, document)):
            _add(story, views, found, document, "cancelled" if called_off else "planned")
    for draft in found:
        _add_witnesses(story, views, draft)
    return found


def _add(story: Story, views: list[EventView], found: list[EventDraft], document: Draft, status: str) -> None:
    occasion = next((o for o in reversed(found) if o.status == status and _same_occasion(story, views, o, document)), None)
    if occasion is None:
        occasion = EventDraft("signing", document.sentence, document.start, document.end, status=status)
        found.append(occasion)
    _fill(story, views, occasion, document)


def _same_occasion(story: Story, views: list[EventView], occasion: EventDraft, document: Draft) -> bool:
    """Whether a document was signed with those before it: in one list, or on one day by a common side."""
    if any(_one_act(d, document) for d in occasion.documents) or _one_list(views, occasion.documents[-1], document):
        return True
    if not _days_agree(occasion.date, document.signed):
        return False
    words = views[document.sentence].sentence.text.lower()
    if _says(words, "together") or _told_as_one(views) and not _says(words, "apart"):
        return True
    last = max(d.sentence for d in occasion.documents)
    between = " ".join(v.sentence.text.lower() for v in views[last + 1 : document.sentence + 1])
    if _says(between, "apart"):
        return False
    if _says(words, "present"):
        return True
    hands = {p for d in occasion.documents for p, _ in d.signatories} & {p for p, _ in document.signatories}
    return bool(hands) or any(related(story, p, q) for p in occasion.parties for q in document.parties)


def _told_as_one(views: list[EventView]) -> bool:
    """Whether the headline or the lead counts what was signed («пять документов подписаны сегодня на форуме»)."""
    for view in views:
        if view.sentence.paragraph > 1:
            return False
        if not view.lemmas & _SIGN or view.spoken:
            continue
        for token in view.tokens:
            if token.lemmas & _PAPERS and any(_is_count(t) for t in view.tokens[max(0, token.index - 3) : token.index]):
                return True
    return False


def _is_count(token: Token) -> bool:
    return token.lower in NUMBERS or token.lemma in ("несколько", "оба", "два", "пакет", "серия")


def _says(words: str, kind: str) -> bool:
    return any(f" {phrase}" in f" {words}" for phrase in occasion_phrases(kind))


def _is_history(story: Story, views: list[EventView], document: Draft) -> bool:
    """Whether a document that is not marked as recalled was signed long ago by its own date or by that of its act."""
    if document.signed is not None:
        return is_past(story, document.signed)
    for evidence in document.evidence.get("status", ())[:1]:
        n = _sentence_at(views, evidence.start)
        if n is not None:
            return years_ago(views[n], token_at(views[n].tokens, evidence.start))
    return False


def _one_act(a: Draft, b: Draft) -> bool:
    """Whether both hang on one act word («были подписаны:») or stand in one sentence."""
    x, y = a.evidence.get("status"), b.evidence.get("status")
    return a.sentence == b.sentence or bool(x and y and x[0] == y[0])


def _one_list(views: list[EventView], a: Draft, b: Draft) -> bool:
    """Whether both stand in items of one list, one after another."""
    x, y = views[a.sentence].sentence, views[b.sentence].sentence
    return _ITEM.match(x.text) is not None and _ITEM.match(y.text) is not None and y.paragraph - x.paragraph == 1


def _days_agree(x: PartialDate | None, y: PartialDate | None) -> bool:
    if x is None or y is None:
        return True
    return x.value == y.value or x.value.startswith(y.value) or y.value.startswith(x.value)


def _fill(story: Story, views: list[EventView], occasion: EventDraft, document: Draft) -> None:
    occasion.documents.append(document)
    for party in document.parties:
        add_party(story, occasion.parties, party)
    for person, side in document.signatories:
        occasion.attend(person, "participant", side)
    for witness in document.witnesses:
        occasion.attend(witness, "participant", story.side_of(witness))
    for field, source in (("kind", "status"), ("date", "signed"), ("parties", "parties")):
        for evidence in document.evidence.get(source, ())[:1]:
            occasion.prove(field, evidence, f"document-{source}" if field not in occasion.evidence else "")
    if occasion.date is None or document.signed and len(document.signed.value) > len(occasion.date.value):
        occasion.date = document.signed
    if occasion.place is None:
        _add_place(story, views, occasion, document)


def _add_place(story: Story, views: list[EventView], occasion: EventDraft, document: Draft) -> None:
    """The document's own place, else the one told in its sentence, in its act's, or just before in its paragraph."""
    if document.place:
        occasion.place = document.place
        return
    acts = {_sentence_at(views, e.start) for e in document.evidence.get("status", ())}
    near = [document.sentence, *sorted(n for n in acts if n is not None and n != document.sentence), document.sentence - 1]
    for n in near:
        if n < 0 or n == document.sentence - 1 and views[n].sentence.paragraph != views[document.sentence].sentence.paragraph:
            continue
        where = views[n].place()
        if where and where.actor:
            occasion.place = story.registry.entity(where.actor)
            occasion.prove("place", story.quote(where.start, where.end), "where")
            return


def _sentence_at(views: list[EventView], offset: int) -> int | None:
    return next((v.sentence.index for v in views if v.sentence.start <= offset < v.sentence.end), None)


def _has_ceremony(views: list[EventView], document: Draft) -> bool:
    """Whether a planned document has a day, a place or an occasion told for its signing."""
    if document.signed is not None:
        return True
    acts = [n for e in document.evidence.get("status", ()) if (n := _sentence_at(views, e.start)) is not None]
    for n in {document.sentence, *acts}:
        view = views[n]
        if view.place() is not None or view.lemmas & _OCCASION:
            return True
    later = views[document.sentence + 1 : document.sentence + 1 + _CEREMONY_REACH]
    return any(v.lemmas & _CEREMONY and _ahead(v) for v in later if not v.spoken)


def _ahead(view: EventView) -> bool:
    """«Церемония пройдёт в Тюмени», «подписание состоится в мае»."""
    for token in view.tokens:
        if token.is_word and token.lemma in _CEREMONY:
            status, rule = noun_status(view.sentence, token.index)
            return status == "planned" and rule.startswith("hold")
    return False


def _is_called_off(view: EventView) -> bool:
    """Whether a sentence says that a ceremony was put off or dropped («подписание перенесли на весну»)."""
    if "cue" not in view.sentence.uses or view.spoken or view.lemmas.isdisjoint(_CEREMONY):
        return False
    cancels = [t for t in view.tokens if cue_of(t) == "cancel"]
    return any(not (t.index and view.tokens[t.index - 1].lower == "не") for t in cancels)


def _add_witnesses(story: Story, views: list[EventView], draft: EventDraft) -> None:
    """«В присутствии министра …», «в церемонии приняли участие мэры …»: people of the event."""
    last = draft.documents[-1].sentence
    for view in views[draft.sentence : last + 1 + _WITNESS_REACH]:
        if not (view.lemmas.isdisjoint(_ATTENDING) or view.lemmas.isdisjoint(_GATHERED) or view.spoken):
            for side in view.sides:
                if side.person and "nomn" in side.cases and preposition_before(view.sentence, side.first) is None:
                    draft.attend(side.person.person, "participant", story.side_of(side.person.person))
        for token in view.tokens:
            if token.lower == "присутствии" and token.index and view.tokens[token.index - 1].lower == "в":
                for side in listed_from(view.sentence, view.sides, token.index + 1, "gent", len(view.tokens)):
                    if side.person:
                        draft.attend(side.person.person, "participant", story.side_of(side.person.person))

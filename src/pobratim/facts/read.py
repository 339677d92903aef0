"""`read`: from a page to its facts, a pure function; and the same with the rule that decided each field."""

from __future__ import annotations

from typing import cast

from pobratim.annotate.name import NameTagger
from pobratim.annotate.reading import annotate
from pobratim.annotate.tagger import default_tagger
from pobratim.core.facts import Document, DocumentKind, DocumentStatus, Facts, Relation, RelationKind, Signatory
from pobratim.core.garbage import cycles_kept, loaded_by_second_page
from pobratim.core.page import Page

from .actors.agency import without_agencies
from .actors.authorities import find_authorities
from .actors.find import find_actors
from .actors.generic import find_generic
from .actors.headline import stand_for_territories
from .actors.link import link_actors
from .actors.registry import ActorRegistry
from .clock import clock_of
from .documents.draft import Draft
from .documents.find import find_documents
from .events.find import find_events
from .people import find_people
from .people.mention import PersonMention
from .proof import Decision, Proven
from .relevance import other_domain
from .seats import tie_posts
from .story import Story, dates_by_sentence, resolve_dates


def read(page: Page, tagger: NameTagger | None = None) -> Facts:
    """Everything a page says. The same page always gives the same facts.

    >>> from pobratim.core.page import Page
    >>> facts = read(Page(text="Тверская область и Минская область подписали соглашение о сотрудничестве."))
    >>> [d.kind for d in facts.documents]
    ['agreement']
    """
    return _read(page, tagger)[0]


def read_explained(page: Page, tagger: NameTagger | None = None) -> tuple[Facts, list[Decision]]:
    """The facts of a page, and the decisions behind its documents and events in their order."""
    facts, told, domain = _read(page, tagger)
    decisions = [decision for record, draft in told for decision in draft.decisions(record)]
    if domain is not None:
        decisions.append(Decision("page", "relevance", f"another-domain:{domain}", None))
    return facts, decisions


def _read(page: Page, tagger: NameTagger | None) -> tuple[Facts, list[tuple[str, Proven]], str | None]:
    """The facts; each document's and event's id with the draft that it was made of; the domain of a page that is none of ours."""
    loaded_by_second_page()
    with cycles_kept():
        return _told(build_story(page, tagger or default_tagger()))


def _told(story: Story) -> tuple[Facts, list[tuple[str, Proven]], str | None]:
    domain = other_domain(story)
    relevant = domain is None
    drafts = find_documents(story) if relevant else []
    ids = {id(draft): f"d{n}" for n, draft in enumerate(drafts, 1)}
    documents = [_document(story, draft, ids) for draft in drafts]
    events, event_drafts = find_events(story, drafts, ids) if relevant else ([], [])
    statements = story.statements()
    facts = Facts(page=story.reading.page, people=story.people.people, documents=documents, events=events, statements=statements)
    _keep_used_actors(story, facts)
    records = [*[document.id for document in documents], *[event.id for event in events]]
    return facts, list(zip(records, (*drafts, *event_drafts), strict=True)), domain


def build_story(page: Page, tagger: NameTagger) -> Story:
    """The reading of a page with its actors, people and dates found."""
    reading = annotate(page, tagger)
    people = find_people(reading)
    persons: list[list[PersonMention]] = [[] for _ in reading.sentences]
    for mention in people.mentions:
        persons[mention.sentence].append(mention)
    named = [[(m.start, m.end) for m in row if m.kind == "name"] for row in persons]
    actors = without_agencies(reading, find_actors(reading, named))
    registry = ActorRegistry(reading.text)
    link_actors(actors)
    dates = dates_by_sentence(reading)
    story = Story(reading, registry, actors, people, persons, clock_of(page, reading, dates), dates)
    for row in actors:
        if len(row) > 1:
            registry.note_abbreviations(row)
    for row in actors:
        for actor in row:
            registry.entity(actor)
    if story.has_headline:
        stand_for_territories(reading.sentences[0], actors, persons[0], registry)
    told = zip(find_generic(reading, actors, registry), find_authorities(reading, actors, registry), strict=True)
    story.generics = [generic + authorities for generic, authorities in told]
    resolve_dates(story)
    tie_posts(story)
    return story


def _document(story: Story, draft: Draft, ids: dict[int, str]) -> Document:
    relations = []
    if draft.parent is not None and id(draft.parent) in ids:
        relations.append(Relation(kind=cast(RelationKind, draft.relation), to=ids[id(draft.parent)]))
    return Document(
        id=ids[id(draft)],
        kind=cast(DocumentKind, draft.kind),
        title=draft.title,
        parties=draft.parties,
        signatories=[Signatory(person=p, for_=_party_for(story, draft, side)) for p, side in draft.signatories],
        witnesses=draft.witnesses,
        signed=draft.signed,
        place=draft.place,
        term=draft.term,
        spheres=draft.spheres,
        status=cast(DocumentStatus, draft.status),
        background=draft.recalled,
        relations=relations,
        evidence=draft.evidence,
    )


def _party_for(story: Story, draft: Draft, side: str | None) -> str | None:
    """The party of the document that a signatory's side stands for."""
    if side is None or side in draft.parties:
        return side
    registry = story.registry
    place = registry.place_of(side)
    for party in draft.parties:
        other = registry.place_of(party)
        if registry.same_side(side, party) or (place is not None and (place == other or registry.lies_in(place, other or ""))):
            return party
    return None


def _keep_used_actors(story: Story, facts: Facts) -> None:
    """All places and bodies of the page, in order of first mention; those named inside others' names come with them."""
    story.registry.tie_places()
    facts.places = sorted(story.registry.places.values(), key=lambda p: p.evidence[0].start)
    facts.bodies = sorted(story.registry.bodies.values(), key=lambda b: b.evidence[0].start)

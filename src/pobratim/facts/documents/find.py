"""All documents of a story: drafts gathered sentence by sentence, joined, and completed from the whole page."""

from __future__ import annotations

import itertools

from pobratim.facts.principal import Principals
from pobratim.facts.sides import Side, agents, between_groups
from pobratim.facts.story import Story

from .complete import complete
from .draft import Draft
from .gather import SentenceView, distinct, draft_of, party_of
from .implied import implied_drafts
from .instrument import InstrumentMention
from .merge import merge_drafts
from .recall import mark_recalled
from .views import build_views
from .witness import add_witnesses

_GENERIC_SIDES = frozenset(
    """сторона город регион область муниципалитет район вуз университет субъект они территория округ мы партнёр
    палата ведомство столица организация учреждение правительство администрация муниципальный глава губернатор
    мэр ректор руководитель сосед институт""".split()
)
_REFER_REACH = 6  # sentences
_ANY = frozenset("какой какой-либо какой-то любой каждый никакой всякий один-единственный чей".split())
_ANONYMOUS = frozenset("компания предприятие фирма бизнес организация предприниматель бизнесмен аграрий".split())


def find_documents(story: Story) -> list[Draft]:
    """The documents of a story in order of first mention, each with its evidence; nothing else is changed.

    «Готовимся подписать соглашение между А и Б» … «были подписаны: Соглашение между А и Б» gives one, signed.
    """
    principals = Principals(story)
    drafts: list[Draft] = []
    for view in build_views(story):
        drafts += _drafts_of(story, view, principals, drafts) or implied_drafts(story, view)
        _add_hands(story, view, drafts)
        add_witnesses(story, view, drafts)
        _told_by_pronoun(story, view, drafts)
    mark_recalled(story, drafts)
    merged = merge_drafts(story, drafts)
    return complete(story, merged, principals)


def _drafts_of(story: Story, view: SentenceView, principals: Principals, before: list[Draft]) -> list[Draft]:
    found: list[Draft] = []
    by_mention: dict[int, list[Draft]] = {}
    for mention in view.instruments:
        if not _tells_a_document(view, mention):
            continue
        own = draft_of(story, view, mention)
        if mention.act is None and own and own[0].headline and not own[0].explicit:
            continue
        own = [d for d in own if not _aggregate(mention, d)]
        for draft in own:
            _generic_parties(story, view, mention, draft, principals, before + found)
        by_mention[id(mention)] = own
        found += own
    _other_hands(story, view, found)
    _they(story, view, found)
    _implements_earlier(view, by_mention, before)
    for mention in view.instruments:
        inner = by_mention.get(id(mention.parent), []) if mention.parent else []
        for draft in by_mention.get(id(mention), []):
            if inner:
                draft.parent, draft.relation = inner[0], mention.relation or "implements"
                if not draft.explicit and inner[0].explicit:
                    draft.parties, draft.lent_parties = list(inner[0].parties), True
                elif draft.explicit and not inner[0].explicit:
                    inner[0].parties, inner[0].explicit = list(draft.parties), True
    return found


def _tells_a_document(view: SentenceView, mention: InstrumentMention) -> bool:
    """Whether a mention can be a record or add to one; an aggregate («более 30 соглашений») is neither."""
    if _not_wanted(view, mention):
        return False
    before = view.sentence.tokens[mention.first - 1].lower if mention.first else ""
    if mention.kind == "protocol" and before == "для" or mention.strength == "refer" and "такой" in mention.modifiers:
        return False
    if mention.modifiers & _ANY and not mention.between and not mention.partners:
        return False
    if mention.count and mention.count > 9:
        return False
    if mention.kind in ("contract", "programme") and mention.plural and mention.bare:
        return False
    before = [t.lemma for t in view.sentence.tokens[max(0, mention.first - 3) : mention.first]]
    many = {
        "десятка",
        "несколько",
        "более",
        "свыше",
        "около",
        "десяток",
        "ряд",
        "множество",
        "сотня",
        "порядка",
        "сколько",
        "столько",
    }
    return not (many & set(before) and mention.plural)


def _not_wanted(view: SentenceView, mention: InstrumentMention) -> bool:
    """«Отдельного плана не требуется», «соглашения пока нет»: the sentence says there is none."""
    if mention.act is not None and not mention.act.weak:
        return False
    after = view.sentence.tokens[mention.head : mention.head + 14]
    return any(
        t.lower == "нет" or t.lemma in ("требоваться", "понадобиться", "существовать") and before.lower == "не"
        for before, t in itertools.pairwise(after)
    )


_POINTING = frozenset("он она оно документ это принять разработать подготовить".split())


def _implements_earlier(view: SentenceView, by_mention: dict[int, list[Draft]], before: list[Draft]) -> None:
    """«Принят он во исполнение соглашения …»: the document last spoken of implements the one named here."""
    if not {t.lemma for t in view.sentence.tokens[:8]} & _POINTING:
        return
    last = next((d for d in reversed(before) if not d.parental and view.sentence.index - d.sentence <= 2), None)
    for mention in view.instruments:
        own = by_mention.get(id(mention), [])
        if last is not None and mention.within and mention.relation and own and last.parent is None:
            last.parent, last.relation = own[0], mention.relation
            own[0].parental = True
            own[0].parties = own[0].parties or list(last.parties)


def _aggregate(mention: InstrumentMention, draft: Draft) -> bool:
    """«Стороны подписали соглашения»: several documents of which nothing is said make no record."""
    return mention.plural and not (mention.count or draft.explicit or draft.partnered or mention.inherited)


def _generic_parties(
    story: Story, view: SentenceView, mention: InstrumentMention, draft: Draft, principals: Principals, before: list[Draft]
) -> None:
    """«между двумя городами», «стороны подписали»: the pair that the story is about at that point."""
    if draft.explicit or draft.refer and not draft.signatories:
        return
    words = {t.lemma for t in view.sentence.tokens if t.forms and t.forms[0].pos in ("NOUN", "NPRO")}
    if words & _ANONYMOUS and not draft.parties:
        return
    sides = [s[1] for s in draft.signatories if s[1]]
    if len(draft.parties) < 2:
        draft.parties = distinct(story, [*draft.parties, *(story.registry.territory(s) for s in sides if s)])
    if len(draft.parties) >= 2:
        return
    common = bool(words & _GENERIC_SIDES) and not draft.parties
    if common and (pair := _lifted(story, principals.of_headline, words)):
        draft.parties = distinct(story, pair)
        draft.rules.append(("parties", "principal-pair"))
        return
    if mention.nested and not draft.parties or _refers_back(mention, draft, before):
        return
    if len(draft.parties) == 1 and (not draft.refer or draft.partnered):
        other = principals.counterpart(view.sentence, draft.parties[0])
        if other:
            draft.parties = distinct(story, [*draft.parties, other])
            draft.explicit = draft.partnered
            draft.rules.append(("parties", "counterpart"))
            return
    if not draft.parties and draft.status != "in_force" and (pair := principals.in_sentence(view.sentence)):
        draft.parties = pair
        draft.rules.append(("parties", "named-in-sentence"))
        return
    if not draft.parties and draft.status != "in_force" and (local := principals.local_pair(view.sentence)):
        draft.parties = local
        draft.rules.append(("parties", "local-pair"))
        return
    if words & _GENERIC_SIDES or mention.inherited or draft.signatories or draft.parties:
        pair = _lifted(story, principals.at(view.sentence.index, before), words)
        if pair and (not draft.parties or any(story.registry.same_side(p, q) for p in pair for q in draft.parties)):
            draft.parties = distinct(story, [*draft.parties, *pair])
            draft.rules.append(("parties", "principal-pair"))


def _they(story: Story, view: SentenceView, drafts: list[Draft]) -> None:
    """«Они подписали …»: the people of the sentence before."""
    if not view.sentence.index or not any(t.lower in ("они", "оба") for t in view.sentence.tokens):
        return
    before = list(dict.fromkeys(m.person for m in story.persons[view.sentence.index - 1] if m.kind == "name"))
    for draft in drafts:
        if len(before) == 2 and not draft.signatories and draft.status in ("signed", "planned") and not draft.nested:
            draft.signatories = [(p, story.side_of(p)) for p in before]


def _other_hands(story: Story, view: SentenceView, drafts: list[Draft]) -> None:
    """«…; с казахстанской стороны подписи поставили акимы А и Б соответственно»: hands of an act without an instrument."""
    chosen = {id(m.act) for m in view.instruments}
    current = [d for d in drafts if not d.nested and d.status in ("signed", "planned", "prolonged")]
    if not current:
        return
    if len(current) == 1 and not current[0].signatories and any(a.rule == "signatures-put" for a in view.acts):
        for side in _owners_of_signatures(view):
            assert side.person
            current[0].signatories.append((side.person.person, party_of(story, side)))
    for act in view.acts:
        if (
            id(act) in chosen
            or act.kind not in ("sign", "prolong")
            or act.weak
            or act.voice == "participle"
            or act.mood not in ("done", "planned")
        ):
            continue
        doers = [s for s in agents(view.sentence, view.sides, act.token, "nomn" if act.voice == "active" else "ablt") if s.person]
        known = {person for d in current for person, _ in d.signatories}
        doers = [s for s in doers if s.person and s.person.person not in known]
        in_turn = len(doers) == len(current) > 1
        for n, draft in enumerate(current):
            for side in doers[n : n + 1] if in_turn else doers:
                assert side.person
                draft.signatories.append((side.person.person, party_of(story, side)))


_LEVELS = {"регион": "region", "область": "region", "субъект": "region", "город": "city", "район": "district"}


def _lifted(story: Story, pair: list[str], words: set[str]) -> list[str]:
    """«Наши регионы» are the regions of the pair, not its cities, where the page names them."""
    level = next((_LEVELS[w] for w in words if w in _LEVELS), None)
    if level is None:
        return pair
    return [story.registry.lifted(p, level) or story.registry.lowered(p, level) or p for p in pair]


def _told_by_pronoun(story: Story, view: SentenceView, drafts: list[Draft]) -> None:
    """«Подписано оно было 29 марта», «Заключён он между А и Б»: what a sentence says of the document before it."""
    act = next((a for a in view.acts if a.kind == "sign" and a.mood == "done" and a.voice == "passive"), None)
    last = next((d for d in reversed(drafts) if not d.parental), None)
    if act is None or view.instruments or last is None or view.sentence.index - last.sentence > 2:
        return
    if not any(t.lower in ("он", "она", "оно", "они") for t in view.sentence.tokens):
        return
    if last.status == "in_force":
        last.status, last.recalled = "signed", False
        last.prove("status", story.quote(act.start, act.end), "pronoun-act")
    groups = between_groups(view.sentence, view.sides, 0, len(view.sentence.tokens))
    if groups:
        last.parties, last.explicit = distinct(story, [p for p in (party_of(story, s) for s in groups[0]) if p]), True
        last.prove("parties", story.sentence_quote(view.sentence.index), "pronoun-act")
    if last.signed is None and view.dates:
        last.signed = story.date_value(view.dates[0], story.last_date(view.sentence))


def _owners_of_signatures(view: SentenceView) -> list[Side]:
    """«Под ним стоят подписи Травникова и Алимбаева»: the people in the genitive behind the noun."""
    at = next((t.index for t in view.sentence.tokens if t.lemma in ("подпись", "автограф")), None)
    return [] if at is None else [s for s in view.sides if s.person and s.first > at and "gent" in s.cases]


def _refers_back(mention: InstrumentMention, draft: Draft, before: list[Draft]) -> bool:
    """«Подписанное соглашение поможет …»: a bare noun after a document of its kind means that one, and no pair is guessed."""
    if draft.parties or draft.signatories or draft.topic or not mention.bare or draft.fresh or draft.renewed or draft.first:
        return False
    return any(d.kind == draft.kind and not d.nested and draft.sentence - d.sentence <= _REFER_REACH for d in before)


def _add_hands(story: Story, view: SentenceView, drafts: list[Draft]) -> None:
    """«Подписи поставили А и Б» and «от имени … – А» after a signing: hands of the document last spoken of."""
    if view.instruments or not drafts:
        return
    last = next((d for d in reversed(drafts) if not d.nested), None)
    if last is None or view.sentence.index - last.sentence > 2:
        return
    acts = [a for a in view.acts if a.kind == "sign" and not a.weak and a.mood in ("done", "planned")]
    on_behalf = any(
        t.lower in ("имени", "стороны", "лица") and t.index and view.sentence.tokens[t.index - 1].lower in ("от", "со", "с")
        for t in view.sentence.tokens
    )
    doers = []
    for act in acts:
        doers += agents(view.sentence, view.sides, act.token, "nomn" if act.voice == "active" else "ablt")
    if any(a.rule == "signatures-put" for a in acts):
        doers += [s for s in _owners_of_signatures(view) if s not in doers]
    if on_behalf and not view.acts:
        doers = [s for s in view.sides if s.person and "nomn" in s.cases]
    for side in doers:
        if side.person and side.person.person not in [s[0] for s in last.signatories]:
            last.signatories.append((side.person.person, party_of(story, side)))
            last.prove("signatories", story.quote(side.start, side.end), "hands-in-next-sentence")
    if not last.explicit:
        sides = [p for p in (party_of(story, d) for d in doers) if p]
        last.parties = distinct(story, [*last.parties, *sides])

"""Who takes part: people, actors and groups of travellers in the places that a word's frame gives them."""

from __future__ import annotations

from typing import NamedTuple

from pobratim.facts.listed_sides import between_partners, listed_from, with_partners
from pobratim.facts.shared_subject import verb_with_subject
from pobratim.facts.sides import Side, agents, preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.events import linked
from pobratim.text.token import Token

from .draft import EventDraft
from .group import Group
from .place import actor_of, add_party
from .view import EventView

_SUBJECT_REACH = 40  # tokens between a subject and its verb, a clause border counted as ten
_PARTNER_REACH = 16  # tokens between a word and «с»
_OBJECT_REACH = 16  # tokens between a verb and its object
_HEAD_REACH = 16  # tokens between «делегация» and «во главе с»
_POST_REACH = 5  # tokens from «во главе с» to whose head that is
_NO_MEETING = frozenset(("forum", "media", "company", "other"))
_LEADING = frozenset(("возглавить", "возглавлять", "привезти", "представлять"))


class Who(NamedTuple):
    """One who takes part: a person id with the actor it acts for, or an actor alone; `start`, `end` in code points.

    `role` is the role the words give («во главе с»), empty where they give none; `group` the group it stands for.
    """

    person: str | None
    actor: str | None
    start: int
    end: int
    role: str = ""
    group: Group | None = None


def who_of(story: Story, side: Side, role: str = "") -> Who:
    """The one who stands behind a side of a sentence."""
    return Who(side.person.person if side.person else None, actor_of(story, side), side.start, side.end, role)


def who_of_group(view: EventView, group: Group) -> list[Who]:
    """A group's sides, and who leads it; one without an actor where neither is told."""
    start, end = view.tokens[group.token].start, view.tokens[group.last - 1].end
    found = [Who(None, side, start, end, group=group) for side in group.sides]
    found += _named_behind(view, group)
    heads = group_heads(view, group)
    if not found and not heads and (side := _side_of_unnamed_head(view, group)) is not None:
        found.append(Who(None, side, start, end, group=group))
    for head in heads:
        one = who_of(view.story, head, "head")
        found.append(one._replace(actor=group.side or one.actor, group=group))
    return found or [Who(None, None, start, end, group=group)]


def _side_of_unnamed_head(view: EventView, group: Group) -> str | None:
    """«делегация во главе с заместителем министра Туркменистана»: whose head leads it, where nobody is named."""
    tokens = view.tokens
    for k in range(group.token, min(len(tokens) - 2, group.token + _HEAD_REACH)):
        if tokens[k].lower == "главе" and tokens[k + 1].lower in ("с", "со"):
            near = (s for s in view.sides if s.actor and k + 2 < s.first <= k + 2 + _POST_REACH and "gent" in s.cases)
            side = next(near, None)
            return actor_of(view.story, side) if side else None
    return None


def _named_behind(view: EventView, group: Group) -> list[Who]:
    """«с делегацией из Швеции: губернатором А и консулом Б»: the people a colon gives."""
    tokens = view.tokens
    colon = next((k for k in range(group.last, min(len(tokens), group.last + 3)) if tokens[k].text == ":"), None)
    if colon is None:
        return []
    for case in sorted(group.cases):
        people = [s for s in listed_from(view.sentence, view.sides, colon + 1, case, len(tokens)) if s.person]
        if people:
            return [who_of(view.story, s, "member")._replace(group=group) for s in people]
    return []


def subjects(view: EventView, at: int) -> list[Who]:
    """Who does what the verb at a token says: people, bodies and groups in the nominative, or whom «который» stands for."""
    story = view.story
    before = [s for s in (_antecedent(view, at),) if s is not None]
    sides = before or [s for s in agents(view.sentence, view.sides, at, "nomn") if s.person or _acts(s)]
    groups = (
        []
        if before
        else [
            g for g in view.groups if "nomn" in g.cases and _free(view, g.token) and view.distance(g.token, at) <= _SUBJECT_REACH
        ]
    )
    if not any(s.person for s in sides):
        sides += _after_pointing(view, at)
    if groups:
        nearest = min(groups, key=lambda g: (not g.full, view.distance(g.token, at)))
        sides = [s for s in sides if s.person and not nearest.token <= s.first < nearest.last]
        return [*who_of_group(view, nearest), *(who_of(story, s) for s in sides)]
    if not sides and (verb := verb_with_subject(view.sentence, at)) is not None:
        return subjects(view, verb)
    return [who_of(story, s) for s in sides]


def _after_pointing(view: EventView, at: int) -> list[Side]:
    """People in the nominative after «об этом», which is no preposition of theirs («Об этом губернатор сообщил»)."""
    return [
        s
        for s in view.sides
        if s.person
        and "nomn" in s.cases
        and s.first
        and view.tokens[s.first - 1].lemma in ("это", "этот", "тот")
        and view.distance(s.last, at) <= _SUBJECT_REACH
    ]


def _acts(side: Side) -> bool:
    return side.actor is not None and side.actor.layer == "body" and side.actor.kind not in _NO_MEETING


def _antecedent(view: EventView, at: int) -> Side | None:
    """Whom «который» before the verb stands for: the person last named before its comma."""
    for k in range(at - 1, max(0, at - 5), -1):
        token = view.tokens[k]
        if token.lower in ("который", "которая", "которые") and view.tokens[k - 1].text == ",":
            fit = [s for s in view.sides if s.last <= k and s.person]
            return max(fit, key=lambda s: s.last, default=None)
        if token.text in ",;:":
            return None
    return None


def partners(view: EventView, at: int) -> list[Who]:
    """With whom: what stands after «с» or «между» near a token."""
    story = view.story
    low, high = max(0, at - _PARTNER_REACH), min(len(view.tokens), at + _PARTNER_REACH)
    sides: list[Side] = []
    for k in range(low, high):
        if view.tokens[k].lower in ("с", "со", "между") and not (k and k - 1 != at and view.tokens[k - 1].lemma in linked()):
            listed = with_partners(view.sentence, view.sides, k, k + 1)
            listed = listed or between_partners(view.sentence, view.sides, k, k + 1)[0]
            sides += [s for s in listed if s not in sides and view.distance(s.first, at) <= _PARTNER_REACH + 4]
    if not sides:
        sides = _generic_partners(view, at, low, high)
    found = [who_of(story, s) for s in sides if s.person or s.actor and s.actor.kind not in _NO_MEETING]
    for group in view.groups:
        if "ablt" in group.cases and low <= group.token < high and _after_with(view, group.token):
            found += who_of_group(view, group)
    return found


def _generic_partners(view: EventView, at: int, low: int, high: int) -> list[Side]:
    """«провёл встречу с администрацией города»: whom a common noun behind «с» means."""
    return [
        Side(m.first, m.last, m.start, m.end, m.cases, actor=m)
        for m in view.story.generics[view.sentence.index]
        if m.layer == "body" or m.first + 1 < m.last
        if low <= m.first - 1 < high and "ablt" in m.cases and view.tokens[m.first - 1].lower in ("с", "со")
        if view.distance(m.first, at) <= _PARTNER_REACH
    ]


def _after_with(view: EventView, at: int) -> bool:
    """Whether «с» governs the noun at a token, itself or through the list it stands in («с мэрами А и вице-мэром Б»)."""
    if preposition_before(view.sentence, at) in ("с", "со", "между"):
        return True
    before = [g for g in view.groups if g.last < at and at - g.last <= 2 and "ablt" in g.cases]
    return any(view.tokens[g.last].lower in ("и", ",") and _after_with(view, g.token) for g in before)


def objects(view: EventView, at: int) -> list[Who]:
    """Whom: people and groups in the accusative under no preposition near a verb; «их», «гостей» give one without a name."""
    story = view.story
    host_before = any(s.person and s.last <= at and "nomn" in s.cases for s in view.sides)
    found = [
        who_of(story, s)
        for s in view.sides
        if s.person
        and "accs" in s.cases
        and view.distance(s.first, at) <= _OBJECT_REACH
        and _free(view, s.first)
        and (not s.cases & {"nomn", "ablt"} or host_before and s.first > at)
    ]
    for group in view.groups:
        near = abs(group.token - at) <= _OBJECT_REACH and _free(view, group.token)
        if "accs" in group.cases and near and (group.sides or not found):
            found += who_of_group(view, group)
    if not found and any(_is_pronoun(t) for t in view.tokens[max(0, at - 3) : at + 3]):
        found.append(Who(None, None, view.tokens[at].start, view.tokens[at].end))
    return found


def _free(view: EventView, at: int) -> bool:
    return preposition_before(view.sentence, at) is None


def _is_pronoun(token: Token) -> bool:
    return token.lower in ("их", "её", "ее", "его")


def owners(view: EventView, at: int) -> list[Who]:
    """Whose: the genitives right after a noun («встреча губернатора …», «визит делегации …»)."""
    near = next((g for g in view.groups if 0 < g.token - at <= 3 and "gent" in g.cases), None)
    if near:
        return who_of_group(view, near)
    sides = listed_from(view.sentence, view.sides, at + 1, "gent", min(len(view.tokens), at + 8))
    return [who_of(view.story, s) for s in sides if s.person or s.actor and s.actor.kind not in _NO_MEETING]


def group_heads(view: EventView, group: Group) -> list[Side]:
    """Who leads a group: «во главе с мэром», «возглавляемая ректором», «которую возглавил мэр», «привёз полпред»."""
    tokens = view.tokens
    for k in range(max(0, group.token - 3), group.token):
        if tokens[k].lemma in _LEADING and (leader := _antecedent(view, k)):
            return [leader]
    for k in range(group.token, min(len(tokens) - 1, group.token + _HEAD_REACH)):
        if tokens[k].lower == "главе" and tokens[k + 1].lower in ("с", "со"):
            return _people(listed_from(view.sentence, view.sides, k + 2, "ablt", len(tokens)))
        if tokens[k].lower == "руководством":
            return _people(listed_from(view.sentence, view.sides, k + 1, "gent", len(tokens)))
        if tokens[k].lemma == "возглавлять" and any(f.pos == "PRTF" for f in tokens[k].forms[:1]):
            return _people(listed_from(view.sentence, view.sides, k + 1, "ablt", len(tokens)))
        if tokens[k].is_word and tokens[k].lemma in _LEADING:
            return _people(agents(view.sentence, view.sides, k, "nomn"))
    return []


def _people(sides: list[Side]) -> list[Side]:
    return [s for s in sides if s.person][:1]


def join(story: Story, draft: EventDraft, found: list[Who], role: str = "participant") -> None:
    """Adds people and their sides to an event."""
    for one in found:
        if one.person:
            draft.attend(one.person, one.role or role, one.actor)
        add_party(story, draft.parties, one.actor)
        if one.actor or one.person:
            draft.prove("parties", story.quote(one.start, one.end), f"group:{one.group.lemma}" if one.group else "named")

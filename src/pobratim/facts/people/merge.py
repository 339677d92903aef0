"""Which names are one person: «Дрозденко», «А. Дрозденко» and «Александром Дрозденко» of one page."""

from __future__ import annotations

from msgspec import Struct

from pobratim.core.memo import remembered
from pobratim.text.declension import bases
from pobratim.text.person_name import PersonName, name_readings

from .mention import PostMention
from .name_span import NameSpan

_SURE_SURNAME = 0.25


class NamedMention(Struct, eq=False):
    """A name in the text with its posts and its possible readings, the likeliest first."""

    span: NameSpan
    text: str
    posts: list[PostMention]
    context: frozenset[str]
    readings: tuple[PersonName, ...]

    @property
    def full(self) -> bool:
        """Whether it has a surname and a given name or initials."""
        best = self.readings[0]
        return bool(best.surname and (best.given or best.initials))


class Identity(Struct, eq=False):
    """One person: the mentions so far and the readings of the name that all of them allow."""

    mentions: list[NamedMention] = []
    names: list[PersonName] = []

    @property
    def name(self) -> PersonName:
        """The fullest and likeliest name."""
        return self.names[0]


def identities(mentions: list[NamedMention]) -> list[Identity]:
    """The people behind the mentions: full names first, then lone surnames and given names, wherever they stand."""
    found: list[Identity] = []
    for mention in sorted((m for m in mentions if m.full), key=lambda m: -len(m.readings[0].text.split())):
        _add_full(found, mention)
    for mention in mentions:
        if not mention.full:
            _add_short(found, mention)
    for person in found:
        person.mentions.sort(key=lambda m: m.span.start)
    return sorted(found, key=lambda person: person.mentions[0].span.start)


def _add_full(found: list[Identity], mention: NamedMention) -> None:
    for person in found:
        common = _common(person.names, mention.readings)
        if common:
            person.names = common
            person.mentions.append(mention)
            return
    found.append(Identity([mention], list(mention.readings)))


def _common(names: list[PersonName], readings: tuple[PersonName, ...]) -> list[PersonName]:
    """The names that a second mention allows too, the fuller spelling of each, the likeliest first."""
    kept: list[tuple[float, PersonName]] = []
    for name in names:
        scores = [reading.score for reading in readings if _compatible(name, reading)]
        if scores:
            kept.append((name.score + max(scores), name))
    return [name for _, name in sorted(kept, key=lambda item: -item[0])]


@remembered(20_000)
def _plain(word: str | None) -> str:
    return (word or "").lower().replace("ё", "е")


def _compatible(a: PersonName, b: PersonName) -> bool:
    """Same surname, and nothing in given name, patronymic or initials that clashes."""
    if _plain(a.surname) != _plain(b.surname) or not a.surname:
        return False
    if a.gender and b.gender and a.gender != b.gender:
        return False
    if a.given and b.given and not _same_given(a.given, b.given):
        return False
    if a.patronymic and b.patronymic and _plain(a.patronymic) != _plain(b.patronymic):
        return False
    first_a, first_b = _plain(a.given or a.initials)[:1], _plain(b.given or b.initials)[:1]
    return not (first_a and first_b and first_a != first_b)


def _same_given(a: str, b: str) -> bool:
    return _plain(a) == _plain(b) or _plain(a).split()[0] == _plain(b).split()[0]


def _add_short(found: list[Identity], mention: NamedMention) -> None:
    """A lone surname or given name goes to the last person before it that it can be, else to the first after it."""
    fits = [person for person in found if _may_be(person, mention)]
    if fits:
        max(fits, key=lambda person: _last_before(person, mention.span.start)).mentions.append(mention)
        return
    found.append(Identity([mention], list(mention.readings)))


def _last_before(person: Identity, offset: int) -> int:
    """Where the person was last mentioned before an offset; -1 where only later."""
    return max((m.span.start for m in person.mentions if m.span.start < offset), default=-1)


def _may_be(person: Identity, mention: NamedMention) -> bool:
    word = mention.span.words[-1].lower if mention.span.words else mention.text.lower()
    best = mention.readings[0]
    for name in person.names[:3]:
        if best.patronymic:
            if _plain(name.given) == _plain(best.given) and _plain(name.patronymic or best.patronymic) == _plain(best.patronymic):
                return True
            continue
        if name.surname and _surname_form(name, word, len(mention.span.words)):
            return True
        if name.given and len(mention.span.words) == 1 and _form_of(word, "g", name.given, name.gender):
            return best.surname is None or person.name.surname is None
    return False


def _surname_form(name: PersonName, word: str, words: int) -> bool:
    surname = name.surname or ""
    if _plain(word) == _plain(surname):
        return True
    return words == 1 and _form_of(word, "s", surname, name.gender)


def _form_of(word: str, role: str, base: str, gender: str | None) -> bool:
    """Whether a form can be a case of a nominative name."""
    told = _nominatives(word, role).get(_plain(base), ())
    return bool(told) if gender is None else gender in told


@remembered(20_000)
def _nominatives(word: str, role: str) -> dict[str, list[str]]:
    """The nominatives that a form surely has, plainly written, each with its genders."""
    found: dict[str, list[str]] = {}
    for (_, sex), base in bases(word, role).items():
        if base.weight >= _SURE_SURNAME:
            found.setdefault(_plain(base.nominative), []).append(sex)
    return found


def cases_of(person: Identity, mention: NamedMention) -> frozenset[str]:
    """The cases a mention may stand in, now that the person's name is known."""
    name = person.name
    if mention.full:
        for reading in mention.readings:
            if _compatible(name, reading):
                return reading.cases
        return mention.readings[0].cases
    word = mention.span.words[-1].lower if mention.span.words else mention.text.lower()
    found: dict[str, float] = {}
    for role, base in (("s", name.surname), ("g", name.given)):
        for (case, sex), option in bases(word, role).items():
            if base and _plain(option.nominative) == _plain(base) and sex == (name.gender or sex):
                found[case] = max(found.get(case, 0.0), option.weight)
    if not found:
        return mention.readings[0].cases
    best = max(found.values())
    cases = frozenset(case for case, weight in found.items() if weight >= best - 0.3)
    return cases & mention.context or cases


def readings_of(text: str, context: frozenset[str], gender: str | None = None) -> tuple[PersonName, ...]:
    """The readings of a name in its context."""
    return name_readings(text, context, gender)

"""Forums, exhibitions, conferences, Days: gatherings at which something of the page happened."""

from __future__ import annotations

import re

from pobratim.core.memo import remembered
from pobratim.facts.sides import agents, preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.events import Gathering, gatherings, lemmas_of
from pobratim.text.token import Token, word_of

from .draft import EventDraft
from .mood import cue_of, noun_status
from .place import actor_of, add_party
from .told import is_past
from .view import EventView

_ROMAN = re.compile(r"[IVXLХ]+$")
_NUMBER = re.compile(r"\d{1,3}-(?:й|я|е|го|м|ю|ый|ий|ой|ая)$")  # «2-й форум», and not «провели 30 встреч»
_YEAR_TAIL = re.compile(r"-\d+$")  # «ПМЭФ-2024»
_YEAR = re.compile(r"-\d")
_ORDINAL = frozenset("первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый".split())
_OTHER_TIME = frozenset("следующий предыдущий прошлый прошлогодний прежний будущий очередной".split())
_BETWEEN_TWO = re.compile(r"[а-яё]+о-[а-яё]+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)")  # «российско-узбекский форум»
_SHOWS = frozenset(("выставка", "ярмарка"))  # things are shown there: whose they are is no name
_ASKED_REACH = 9  # tokens from «пригласил» to the gathering
_TAIL_REACH = 5  # tokens after «Дни» within which its territory stands


def forums_of(story: Story, view: EventView) -> list[EventDraft]:
    """The gatherings of a sentence; those of other years are left out, those told in speech are weak.

    «На XI Форуме регионов Беларуси и России в Витебске» gives one; a bare «форум» gives one without a name, which
    only adds to a named one. Fails on names that have no head word.
    """
    if not _may_name(view) or view.recalled or view.lemmas & lemmas_of("habit"):
        return []
    found = []
    table = gatherings().keys()
    told = view.sentence.uses.get("gathering", ())
    for token in view.tokens:
        if not (token.index in told or token.lower in table or token.lower[-1].isdigit()):
            continue  # nearly every word
        if not token.is_word or len(token.text) < 3:
            continue
        known = _gathering(token.text)
        if known is not None and _invited_to(view, token):
            continue
        if known is None or _past(story, view, token) or known.name != "plural" and _of_other_time(view, token):
            continue
        named = _is_named(view, token, known)
        if (named or known.name == "no") and not any(s.person and s.first <= token.index < s.last for s in view.sides):
            draft = _draft(story, view, token, known)
            draft.named, draft.weak = named, view.says(token.start)
            found.append(draft)
    return found


def _may_name(view: EventView) -> bool:
    """Whether any word of a sentence may name a gathering: by a lemma, as it is written, or before a year («ПМЭФ-2024»)."""
    if "gathering" in view.sentence.uses or not gatherings().keys().isdisjoint(view.sentence.words):
        return True
    return _YEAR.search(view.sentence.text) is not None


@remembered(20_000)
def _gathering(text: str) -> Gathering | None:
    """The gathering that a word names, wherever it stands."""
    table, word = gatherings(), word_of(text)
    return table.get(_YEAR_TAIL.sub("", word.lower)) or next((table[x] for x in word.lemmas if x in table), None)


def _first(tokens: list[Token], at: int) -> int:
    k = at
    while k and _before_head(tokens[k - 1]):
        k -= 1
    return k


def _before_head(token: Token) -> bool:
    """Whether a word before the noun belongs to its name: an adjective, a number («XI», «2-й»), a dash."""
    return token.is_adjective or token.text == "-" or bool(_ROMAN.match(token.text) or _NUMBER.match(token.lower))


def _is_named(view: EventView, token: Token, known: Gathering) -> bool:
    tokens, at = view.tokens, token.index
    if known.name == "yes":
        return True
    if at + 1 < len(tokens) and tokens[at + 1].lower == "достижений":
        return False  # the exhibition grounds in Moscow
    before = tokens[_first(tokens, at) : at]
    numbered = any(_ROMAN.match(t.text) or _NUMBER.match(t.lower) or t.lemma in _ORDINAL and t.is_capital for t in before)
    if known.name == "number":
        return numbered
    if known.name == "plural":
        return _are_days(view, token)
    if known.name == "round" and not (at and tokens[at - 1].lemma == "круглый"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    quoted = after is not None and after.text in '«"' and at + 2 < len(tokens)
    capital = any(t.is_capital and t.index for t in [*before, token])
    between = any(_BETWEEN_TWO.fullmatch(t.lower) for t in before)
    return numbered or quoted or capital or between or _plural_tail(tokens, at) or _held_in(view, token, before)


def _invited_to(view: EventView, token: Token) -> bool:
    """«Пригласил мэра на урбанистический форум»: a gathering somebody is asked to, of which the page tells nothing."""
    first = _first(view.tokens, token.index)
    on = first > 0 and view.tokens[first - 1].lower in ("на", "в")
    asked = (t for t in view.tokens[max(0, first - _ASKED_REACH) : first] if cue_of(t) == "hope" and t.forms[0].pos == "VERB")
    return on and any("пригла" in t.lower for t in asked)


def _held_in(view: EventView, token: Token, before: list[Token]) -> bool:
    """«на инвестиционном форуме в Сочи»: what it is about and its town together are as good as a name."""
    if token.lemma in _SHOWS:
        return False
    behind = token.index + 1
    while behind < len(view.tokens) and len(view.tokens[behind].text) > 1 and _in_genitive(view.tokens[behind]):
        behind += 1  # «на форуме объединённых культур в Петербурге»
    if not before and behind == token.index + 1:
        return False
    return any(s.actor and s.first == behind + 1 for s in view.places()[:3])


def _in_genitive(token: Token) -> bool:
    return any(f.case == "gent" for f in token.forms[:2])


def _of_other_time(view: EventView, token: Token) -> bool:
    """«следующий, двенадцатый по счёту форум», «прошлогодняя выставка», «форумы» in general."""
    before = view.tokens[max(0, _first(view.tokens, token.index) - 6) : token.index]
    number = {f.number for f in token.forms if f.pos == "NOUN"}
    return any(t.lemma in _OTHER_TIME for t in before) or number == {"plur"}


def _plural_tail(tokens: list[Token], at: int) -> bool:
    """«форум регионов», «форум льноводов»: a common noun for those who gather, in the genitive plural, names it."""
    if at + 1 >= len(tokens) or not tokens[at + 1].is_word:
        return False
    if tokens[at + 1].lower.startswith(("регионов", "городов", "породнённых")):
        return True
    if at and tokens[at - 1].lemma in lemmas_of("scale"):
        return any(f.case == "gent" for f in tokens[at + 1].forms)  # «международный форум муниципальных практик»
    who = tokens[at + 1].forms[0] if tokens[at].lemma not in _SHOWS and tokens[at + 1].forms else None
    return who is not None and who.known and who.case == "gent" and who.number == "plur" and "anim" in who.tags


def _are_days(view: EventView, token: Token) -> bool:
    """«Дни Витебской области», «Дни культуры Ненецкого округа»: capital, plural, a territory after it."""
    if not token.is_capital or not any(f.number == "plur" and f.lemma == token.lemma for f in token.forms):
        return False
    return any(token.index < a.first <= token.index + _TAIL_REACH for a in view.story.actors[view.sentence.index])


def _past(story: Story, view: EventView, token: Token) -> bool:
    """Whether the sentence puts the gathering into another year."""
    dated = (view.date(token.index, status) for status in ("held", "planned"))
    return all(d is not None and is_past(story, d[0]) for d in dated)


def _draft(story: Story, view: EventView, token: Token, known: Gathering) -> EventDraft:
    status, rule = _status(story, view, token)
    sure = rule.startswith("gathering") or rule in ("day-ahead", "past-clause", "future-clause")
    name = _YEAR_TAIL.sub("", token.lemma)
    draft = EventDraft(known.kind, view.sentence.index, token.start, token.end, status=status, name=name, sure=sure)
    first = view.tokens[_first(view.tokens, token.index)]
    draft.prove("kind", story.quote(first.start, token.end), rule)
    dated = view.date(_clause_of(view, token), status)
    if dated and not (status == "held" and view.distance(token.index, token.index) > 0):
        draft.date = dated[0]
        draft.prove("date", story.quote(dated[1].start, dated[1].end), f"date-{dated[1].shape}")
    _add_place(story, view, draft)
    told_of = status == "planned" and "speech" in view.sentence.uses  # «губернатор напомнил: в мае пройдёт форум»
    for side in () if told_of else view.sides:
        if side.person and "nomn" in side.cases and preposition_before(view.sentence, side.first) is None:
            draft.attend(side.person.person, "participant", story.side_of(side.person.person))
    if known.name == "plural":
        for actor in story.actors[view.sentence.index]:
            if token.index < actor.first <= token.index + _TAIL_REACH:
                add_party(story, draft.parties, story.registry.entity(actor))
    return draft


def _clause_of(view: EventView, token: Token) -> int:
    """The token from which a gathering's day is looked for: its verb in «Дней Минска в Туле, которые пройдут с 25 по 27 мая»."""
    opener = next((t.index for t in view.tokens[token.index + 1 :] if t.lemma == "который"), None)
    if opener is None or view.tokens[opener - 1].text != ",":
        return token.index
    agrees = {f.number for f in token.forms} & {f.number for f in view.tokens[opener].forms}
    held = (t.index for t in view.tokens[opener : opener + 3] if cue_of(t) == "hold")
    return next(held, token.index) if agrees else token.index


def _status(story: Story, view: EventView, token: Token) -> tuple[str, str]:
    """A gathering is ahead where its own verb or day says so («форум, который пройдёт в Уфе»), else held."""
    verbs = [t for t in view.tokens if t.forms and t.forms[0].pos == "VERB"]
    own = [t for t in verbs if cue_of(t) in ("hold", "open") or t.lemma in ("принимать", "принять", "ждать")]
    if own:
        nearest = min(own, key=lambda t: view.distance(t.index, token.index))
        return ("planned" if "futr" in nearest.forms[0].tags else "held"), f"gathering:{nearest.lemma}"
    dated = view.date(token.index, "planned")
    sure = dated is not None and (dated[1].shape == "day" or dated[1].word == "завтра")
    day, published = dated[0].day() if dated and sure else None, story.clock.published
    if day and published and day > published:
        return "planned", "day-ahead"
    status, rule = noun_status(view.sentence, token.index)
    past = rule != "future-clause" and any("past" in t.forms[0].tags for t in verbs)
    return ("planned" if status == "planned" and not past else "held"), rule if past or status == "planned" else "untold"


def _add_place(story: Story, view: EventView, draft: EventDraft) -> None:
    where = view.place()
    if where and where.actor:
        draft.place = story.registry.entity(where.actor)
        draft.prove("place", story.quote(where.start, where.end), "where")
    for token in view.tokens:
        if token.lemma in ("принимать", "принять"):
            hosts = [h for h in agents(view.sentence, view.sides, token.index, "nomn") if h.actor]
            if hosts:
                draft.host = actor_of(story, hosts[0])
                draft.place = draft.place or draft.host
                return

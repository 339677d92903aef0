"""How words commit: what a word of taking on must govern, and which deeds to come are promises of themselves."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.lexicon.speech import deed_nouns, deeds, guests
from pobratim.text.morph import Form
from pobratim.text.token import Token

from .span import EDGES, Commitment, Voice, clause_start, spread

_REACH, _NEAR = 10, 4  # tokens from a word to the infinitive or noun that it governs


def denied(tokens: list[Token], at: int) -> bool:
    """Whether «не» or the like stands right before."""
    return any(token.lower in ("не", "ни", "никогда", "вряд") for token in tokens[max(0, at - 2) : at])


def future(tokens: list[Token], at: int) -> Commitment | None:
    """«откроем», «область откроет», «будем поставлять», «будет открыт»."""
    deed = _deed(tokens[at], lambda form: "futr" in form.tags or form.pos in ("PRTS", "INFN"))
    if deed is None or ("futr" in deed.tags and _may_be_now(tokens, at)):
        return None
    if deed.pos == "PRTS":
        be = _be_beside(tokens, at)
        return spread(tokens, at, "passive") if be is not None and not _by_another(tokens, at) else None
    if deed.pos == "INFN":
        be = _be_beside(tokens, at)
        return _governing(spread(tokens, at, _voice(be)), at, _is_deed) if be is not None and "impf" in deed.tags else None
    if "Refl" in deed.tags or (deed.lemma.endswith("ся") and "3per" in deed.tags):
        return None
    return spread(tokens, at, _voice(deed))


def _may_be_now(tokens: list[Token], at: int) -> bool:
    """«проводят» is rather what goes on; «(соглашение), которое подпишем» says of a thing which it is."""
    relative = any("который" in token.lemmas for token in tokens[clause_start(tokens, at) : at])
    return relative or any(form.pos == "VERB" and "pres" in form.tags for form in tokens[at].forms)


def _deed(token: Token, fits: Callable[[Form], bool]) -> Form | None:
    return next((form for form in token.forms if form.lemma in deeds() and fits(form)), None)


def _voice(form: Form) -> Voice:
    """Whether the form itself says «мы», «я»."""
    return "own" if "1per" in form.tags else "subject"


def _be_beside(tokens: list[Token], at: int) -> Form | None:
    """«будет», «будем» before the word (within its clause), or right after it."""
    low = max(clause_start(tokens, at), at - 2 * _NEAR)
    for token in (*reversed(tokens[low:at]), *tokens[at + 1 : at + 2]):
        form = next((one for one in token.forms if one.lemma == "быть" and "futr" in one.tags), None)
        if form is not None:
            return None if denied(tokens, token.index) else form
    return None


def _by_another(tokens: list[Token], at: int) -> bool:
    """«будет построен инвестором»: somebody in the instrumental right behind does it."""
    return any(
        token.forms and token.forms[0].case == "ablt" and token.forms[0].pos in ("NOUN", "ADJF")
        for token in tokens[at + 1 : at + 2]
    )


def _intend(tokens: list[Token], at: int) -> Commitment | None:
    form = _now(tokens[at])
    deed = _governed(tokens, at, _is_deed)
    if form is None or deed is None:
        return None
    return _governing(spread(tokens, at, _voice(form)), deed, _is_deed)


def _plan(tokens: list[Token], at: int) -> Commitment | None:
    """«планируется открыть», «планируется открытие», «запланировано проведение»."""
    form = next((one for one in tokens[at].forms if one.pos == "PRTS" or "pres" in one.tags), None)
    if form is None:
        return None
    for fits in (_is_deed, _names_deed):
        deed = _governed(tokens, at, fits)
        if deed is not None:
            return _governing(spread(tokens, at, "passive"), deed, fits)
    return None


def _promise(tokens: list[Token], at: int) -> Commitment | None:
    """«обещаем передать», «обещаю, что построим»."""
    form = _now(tokens[at]) or next((one for one in tokens[at].forms if "past" in one.tags and one.number), None)
    if form is None:
        return None
    deed = _governed(tokens, at, _is_done)
    return None if deed is None else _governing(spread(tokens, at, _voice(form)), deed, _is_done)


def _agree(tokens: list[Token], at: int) -> Commitment | None:
    """«договорились провести», «договорился с соседями об обмене»."""
    form = next((one for one in tokens[at].forms if "past" in one.tags), None)
    if form is None:
        return None
    deed = _governed(tokens, at, _is_deed)
    if deed is not None:
        return _governing(spread(tokens, at, "own" if form.number == "plur" else "subject"), deed, _is_deed)
    about = next((one.index for one in tokens[at + 1 : at + _REACH] if one.lower in ("о", "об")), None)
    if about is not None and any(token.lemmas & deed_nouns() for token in tokens[about + 1 : about + 3]):
        return spread(tokens, at, "own" if form.number == "plur" else "subject")
    return None


def _ready(tokens: list[Token], at: int) -> Commitment | None:
    form = next((one for one in tokens[at].forms if one.pos == "ADJS"), None)
    deed = _governed(tokens, at, _is_deed)
    if form is None or deed is None:
        return None
    return _governing(spread(tokens, at, _voice(form)), deed, _is_deed)._replace(ready=True)


def _governing(found: Commitment, deed: int, fits: Callable[[Token], bool]) -> Commitment:
    return found._replace(deed=deed, governs=fits)


def _invite(tokens: list[Token], at: int) -> Commitment | None:
    """«приглашаем делегацию посетить», «пригласили школьников»; not «пригласили нас», not the public at large."""
    form = next((one for one in tokens[at].forms if one.pos == "VERB" and "impr" not in one.tags), None)
    if form is None or any(token.lower in ("нас", "меня") for token in tokens[max(0, at - 2) : at + 3]):
        return None
    whom = tokens[at + 1 : at + _REACH]
    known = any(token.lemmas & guests() for token in whom) or any(token.is_capital for token in whom)
    if not known:
        return None
    found = spread(tokens, at, "own" if form.number == "plur" else _voice(form))
    return found._replace(invites=True)


def _now(token: Token) -> Form | None:
    """The reading as present, future or short adjective: what was once planned is past."""
    return next((one for one in token.forms if one.pos == "ADJS" or "pres" in one.tags or "futr" in one.tags), None)


def _is_deed(token: Token) -> bool:
    return any(form.pos == "INFN" and form.lemma in deeds() for form in token.forms)


def _is_done(token: Token) -> bool:
    return any(form.pos == "INFN" and "perf" in form.tags for form in token.forms)


def _names_deed(token: Token) -> bool:
    return any(form.case == "nomn" and form.lemma in deed_nouns() for form in token.forms)


def _governed(tokens: list[Token], at: int, fits: Callable[[Token], bool]) -> int | None:
    """The first fitting word behind, within reach and the same clause."""
    for token in tokens[at + 1 : at + 1 + _REACH]:
        if token.text in EDGES and token.text not in '«»"':
            return None
        if fits(token):
            return token.index
    return None


#: Role of a word in `lexicon/speech/commitments.txt` → what it commits to.
RULES: dict[str, Callable[[list[Token], int], Commitment | None]] = {
    "intend": _intend,
    "plan": _plan,
    "promise": _promise,
    "agree": _agree,
    "ready": _ready,
    "invite": _invite,
}

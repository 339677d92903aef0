"""Where in a sentence somebody takes something on: the words that do it, and what kind of promise they make."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from pobratim.lexicon.speech import clause_ends, commitments, deed_nouns, deeds, guests
from pobratim.text.morph import Form, forms
from pobratim.text.token import Sentence, Token

Voice = Literal["own", "subject", "passive"]
_WORD = re.compile(r"[^\W\d_]+")
_EDGES = frozenset(',;:–—-()«»"„“”')
_REACH, _NEAR = 10, 4  # tokens from a word to the infinitive or noun that it governs


class Commitment(NamedTuple):
    """The words of a promise within a sentence's tokens, `first` … `last`; `at` is the word that commits.

    `voice`: `own` by its form («откроем»), `subject` where the subject tells («область откроет»), `passive` («будет
    открыт»). `ready`: an offer unless it names a time. `invites`: somebody is asked to come.
    """

    at: int
    first: int
    last: int
    voice: Voice
    ready: bool = False
    invites: bool = False


@lru_cache(maxsize=100_000)
def may_commit(word: str) -> bool:
    """Whether a form in lower case is worth a look: a deed to come, or a word of taking on."""
    return any(
        (form.lemma in deeds() and (form.pos in ("PRTS", "INFN") or "futr" in form.tags))
        or _role(form) not in (None, "wish", "if")
        for form in forms(word)
    )


def may_promise(text: str) -> bool:
    """Whether a text holds such a word at all; most do not, and are not cut into sentences."""
    return any(map(may_commit, _WORD.findall(text.lower())))


def commitment(sentence: Sentence) -> Commitment | None:
    """The first promise of a sentence; None where there is none, where it is asked, wished, or hangs on a condition."""
    tokens = sentence.tokens
    if tokens and tokens[-1].text == "?":
        return None
    roles = [_token_role(token) for token in tokens]
    if "if" in roles:
        return None
    for at, token in enumerate(tokens):
        if roles[at] == "wish" and not _denied(tokens, at):
            return None
        if token.is_word and may_commit(token.lower) and not _denied(tokens, at):
            found = _at(tokens, at, roles[at])
            if found:
                return found
    return None


def _token_role(token: Token) -> str | None:
    return next((role for form in token.forms if (role := _role(form))), None)


def _role(form: Form) -> str | None:
    return commitments().get(form.lemma)


def _denied(tokens: list[Token], at: int) -> bool:
    return any(token.lower in ("не", "ни", "никогда", "вряд") for token in tokens[max(0, at - 2) : at])


def _at(tokens: list[Token], at: int, role: str | None) -> Commitment | None:
    rule = _RULES.get(role or "")
    return (rule(tokens, at) if rule else None) or (None if role in _RULES else _future(tokens, at))


def _future(tokens: list[Token], at: int) -> Commitment | None:
    """«откроем», «область откроет», «будем поставлять», «будет открыт»."""
    deed = _deed(tokens[at], lambda form: "futr" in form.tags or form.pos in ("PRTS", "INFN"))
    if deed is None or ("futr" in deed.tags and _may_be_now(tokens, at)):
        return None
    if deed.pos == "PRTS":
        be = _be_beside(tokens, at)
        return _spread(tokens, at, "passive") if be is not None and not _by_another(tokens, at) else None
    if deed.pos == "INFN":
        be = _be_beside(tokens, at)
        return _spread(tokens, at, _voice(be)) if be is not None and "impf" in deed.tags else None
    if "Refl" in deed.tags or (deed.lemma.endswith("ся") and "3per" in deed.tags):
        return None
    return _spread(tokens, at, _voice(deed))


def _may_be_now(tokens: list[Token], at: int) -> bool:
    """«проводят» is rather what goes on; «(соглашение), которое подпишем» says of a thing which it is."""
    relative = any("который" in token.lemmas for token in tokens[_clause_start(tokens, at) : at])
    return relative or any(form.pos == "VERB" and "pres" in form.tags for form in tokens[at].forms)


def _deed(token: Token, fits: Callable[[Form], bool]) -> Form | None:
    return next((form for form in token.forms if form.lemma in deeds() and fits(form)), None)


def _voice(form: Form) -> Voice:
    """Whether the form itself says «мы», «я»."""
    return "own" if "1per" in form.tags else "subject"


def _be_beside(tokens: list[Token], at: int) -> Form | None:
    """«будет», «будем» before the word (within its clause), or right after it."""
    low = max(_clause_start(tokens, at), at - 2 * _NEAR)
    for token in (*reversed(tokens[low:at]), *tokens[at + 1 : at + 2]):
        form = next((one for one in token.forms if one.lemma == "быть" and "futr" in one.tags), None)
        if form is not None:
            return None if _denied(tokens, token.index) else form
    return None


def _by_another(tokens: list[Token], at: int) -> bool:
    """«будет построен инвестором»: somebody in the instrumental right behind does it."""
    return any(
        token.forms and token.forms[0].case == "ablt" and token.forms[0].pos in ("NOUN", "ADJF")
        for token in tokens[at + 1 : at + 2]
    )


def _intend(tokens: list[Token], at: int) -> Commitment | None:
    form = _now(tokens[at])
    if form is None or _governed(tokens, at, _is_deed) is None:
        return None
    return _spread(tokens, at, _voice(form))


def _plan(tokens: list[Token], at: int) -> Commitment | None:
    """«планируется открыть», «планируется открытие», «запланировано проведение»."""
    form = next((one for one in tokens[at].forms if one.pos == "PRTS" or "pres" in one.tags), None)
    if form is None or (_governed(tokens, at, _is_deed) is None and _governed(tokens, at, _names_deed) is None):
        return None
    return _spread(tokens, at, "passive")


def _promise(tokens: list[Token], at: int) -> Commitment | None:
    """«обещаем передать», «обещаю, что построим»."""
    form = _now(tokens[at]) or next((one for one in tokens[at].forms if "past" in one.tags and one.number), None)
    if form is None:
        return None
    if _governed(tokens, at, _is_done) is not None:
        return _spread(tokens, at, _voice(form))
    return None


def _agree(tokens: list[Token], at: int) -> Commitment | None:
    """«договорились провести», «договорился с соседями об обмене»."""
    form = next((one for one in tokens[at].forms if "past" in one.tags), None)
    if form is None:
        return None
    if _governed(tokens, at, _is_deed) is not None:
        return _spread(tokens, at, "own" if form.number == "plur" else "subject")
    about = next((one.index for one in tokens[at + 1 : at + _REACH] if one.lower in ("о", "об")), None)
    if about is not None and any(token.lemmas & deed_nouns() for token in tokens[about + 1 : about + 3]):
        return _spread(tokens, at, "own" if form.number == "plur" else "subject")
    return None


def _ready(tokens: list[Token], at: int) -> Commitment | None:
    form = next((one for one in tokens[at].forms if one.pos == "ADJS"), None)
    if form is None or _governed(tokens, at, _is_deed) is None:
        return None
    found = _spread(tokens, at, _voice(form))
    return found._replace(ready=True)


def _invite(tokens: list[Token], at: int) -> Commitment | None:
    """«приглашаем делегацию посетить», «пригласили школьников»; not «пригласили нас», not the public at large."""
    form = next((one for one in tokens[at].forms if one.pos == "VERB" and "impr" not in one.tags), None)
    if form is None or any(token.lower in ("нас", "меня") for token in tokens[max(0, at - 2) : at + 3]):
        return None
    whom = tokens[at + 1 : at + _REACH]
    known = any(token.lemmas & guests() for token in whom) or any(token.is_capital for token in whom)
    if not known:
        return None
    found = _spread(tokens, at, "own" if form.number == "plur" else _voice(form))
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
        if token.text in _EDGES and token.text not in '«»"':
            return None
        if fits(token):
            return token.index
    return None


def _clause_start(tokens: list[Token], at: int) -> int:
    start = at
    while start > 0 and tokens[start - 1].text not in _EDGES:
        start -= 1
    return start


def _spread(tokens: list[Token], at: int, voice: Voice) -> Commitment:
    """The clause around: back to the mark before it, on to the end of the sentence or of the thought."""
    last = len(tokens) - 1
    for k in range(at + 1, last):
        if tokens[k].text == ";" or (tokens[k].text in ",–—" and tokens[k + 1].lower in clause_ends()):
            last = k - 1
            break
    while last > at and not tokens[last].is_word and not tokens[last].text[0].isdigit() and tokens[last].text not in "»)":
        last -= 1
    first = _clause_start(tokens, at)
    while first < at and tokens[first].lower in ("и", "а", "но"):
        first += 1
    return Commitment(at, first, last, voice)


_RULES: dict[str, Callable[[list[Token], int], Commitment | None]] = {
    "intend": _intend,
    "plan": _plan,
    "promise": _promise,
    "agree": _agree,
    "ready": _ready,
    "invite": _invite,
}

"""Mood: whether an event was held, lies ahead, was called off, or is only wished for."""

from __future__ import annotations

from pobratim.lexicon.events import cues, during
from pobratim.text.morph import Form
from pobratim.text.token import Sentence, Token

_REACH = 14  # tokens between a word and the verb that governs it
_TOPICS = frozenset(("вопрос", "возможность", "идея", "перспектива", "тема"))
_PROGRAMME_REACH = 8  # tokens from «в планах» to what is planned
_CANCEL_REACH = 6  # tokens between what is put off and the verb
_FUTURE_BE = frozenset(("будет", "будут"))
_FINITE = frozenset(("VERB", "PRTS"))


def cue_of(token: Token) -> str | None:
    """The cue a word gives, if it is one (see `lexicon/events/cues.txt`)."""
    if "cue" not in token.uses:
        return None  # nearly every word
    table = cues()
    for form in token.forms:
        if form.lemma in table and form.score > 0.01:
            return table[form.lemma]
    return None


def verb_status(sentence: Sentence, at: int, form: Form) -> tuple[str | None, str]:
    """`(status, rule)` of an event told by a verb; the status is None where it is no event.

    «Встретился» is held, «встретится» planned, «предложил встретиться» none.
    """
    tokens = sentence.tokens
    before = [t.lower for t in tokens[max(0, at - 3) : at]]
    if before[-1:] == ["не"]:
        return None, "negated"
    if "бы" in before[-2:] or at + 1 < len(tokens) and tokens[at + 1].lower == "бы" or "чтобы" in before or "если" in before:
        return None, "conditional"
    if form.pos == "INFN":
        return _infinitive_status(sentence, at)
    if "futr" in form.tags or set(before) & _FUTURE_BE:
        return "planned", "future"
    if "impr" in form.tags:
        return None, "imperative"
    return "held", "present" if "pres" in form.tags else "past"


def _infinitive_status(sentence: Sentence, at: int) -> tuple[str | None, str]:
    tokens = sentence.tokens
    for k in [*range(at - 1, max(-1, at - 10), -1), *range(at + 1, min(len(tokens), at + 6))]:
        if tokens[k].lower in _FUTURE_BE:
            return "planned", "will"
        cue = cue_of(tokens[k])
        if cue == "managed":
            return "held", "managed-to"
        if cue == "hope":
            return None, "wish"
        if cue == "plan":
            return ("planned" if not (k and tokens[k - 1].lower == "не") else None), f"plan:{tokens[k].lemma}"
    return None, "infinitive"


def noun_status(sentence: Sentence, at: int) -> tuple[str | None, str]:
    """`(status, rule)` of an event named by a noun: the nearest word that says what became of it decides.

    «Визит запланирован» is planned, «встречу перенесли» cancelled, «в ходе встречи» held, «приглашение на
    встречу» none. Fails where a clause about something else stands nearer.
    """
    tokens = sentence.tokens
    if _only_talked_of(tokens, at):
        return None, "talked-of"
    if _in_programme(tokens, at):
        return "planned", "programme"
    taking_place = definite(tokens, at)
    best: tuple[int, str, Token] | None = None
    for k in sentence.uses.get("cue", ()):
        if k == at or not at - _REACH <= k < at + _REACH:
            continue
        cue = None if _by_invitation(tokens, k) or _of_title(tokens, k) else cue_of(tokens[k])
        if cue not in ("cancel", "hold", "hope", "plan") or taking_place and cue in ("hope", "plan") and not at - 3 <= k < at:
            continue
        if cue == "cancel" and (abs(k - at) > _CANCEL_REACH or at and tokens[at - 1].lower in ("на", "о")):
            continue
        cost = abs(k - at) + 6 * _borders(tokens, min(k, at), max(k, at))
        if best is None or cost < best[0]:
            best = (cost, cue, tokens[k])
    if best is None or best[0] > _REACH:
        return _tense(sentence, at)
    return _cued_status(sentence, best[1], best[2])


def _in_programme(tokens: list[Token], at: int) -> bool:
    """«В планах гостей встреча с мэром», «в программе – переговоры»: no verb says that it took place."""
    for k in range(max(1, at - _PROGRAMME_REACH), at):
        if tokens[k].lower in ("планах", "программе") and tokens[k - 1].lower == "в":
            return not any(t.forms and t.forms[0].pos in _FINITE for t in tokens[k:at])
    return False


def _by_invitation(tokens: list[Token], at: int) -> bool:
    """«по приглашению губернатора»: whoever comes so does come."""
    return at > 0 and tokens[at].lower == "приглашению" and tokens[at - 1].lower == "по"


def _of_title(tokens: list[Token], at: int) -> bool:
    """«протокол о намерениях»: the words of a document's name say nothing of what became of an event."""
    return at > 0 and tokens[at].lower == "намерениях" and tokens[at - 1].lower == "о"


def _only_talked_of(tokens: list[Token], at: int) -> bool:
    """«вопрос об ответном визите», «возможность встречи»: an event that somebody only speaks of."""
    k = at - 1
    while k > 0 and tokens[k].is_word and tokens[k].is_adjective:
        k -= 1
    about = k > 0 and tokens[k].lower in ("о", "об")
    return about and bool(tokens[k - 1].lemmas & _TOPICS)


def definite(tokens: list[Token], at: int) -> bool:
    """Whether the noun speaks of an event as a time or an occasion: «на встрече», «в ходе визита», «участники форума»."""
    return any(t.lower in during() for t in tokens[max(0, at - 3) : at])


def _cued_status(sentence: Sentence, cue: str, word: Token) -> tuple[str | None, str]:
    negated = word.index > 0 and sentence.tokens[word.index - 1].lower == "не"
    rule = f"{cue}:{word.lemma}"
    if cue == "hope":
        return None, rule
    if cue == "plan":
        return (None if negated else "planned"), rule
    if cue == "cancel":
        return (None if negated else "cancelled"), rule
    if negated:
        return "cancelled", rule
    form = word.forms[0]
    if form.pos == "INFN":
        return _infinitive_status(sentence, word.index)
    return ("planned" if "futr" in form.tags else "held"), rule


def _borders(tokens: list[Token], low: int, high: int) -> int:
    """How many clause borders stand between two tokens."""
    return sum(
        t.text in ";:" or t.lower == "который" or t.text == "," and _finite_near(tokens, t.index) for t in tokens[low + 1 : high]
    )


def _finite_near(tokens: list[Token], comma: int) -> bool:
    return any(t.forms and t.forms[0].pos in _FINITE for t in tokens[comma + 1 : comma + 5])


def _tense(sentence: Sentence, at: int) -> tuple[str | None, str]:
    """The tense of the nearest finite verb; a sentence without one tells what was."""
    near = [
        (abs(t.index - at), t) for t in sentence.tokens if t.forms and t.forms[0].pos in _FINITE and abs(t.index - at) <= _REACH
    ]
    if not near:
        return "held", "no-verb"
    token = min(near, key=lambda pair: pair[0])[1]
    if "futr" in token.forms[0].tags or token.lower in _FUTURE_BE:
        return "planned", "future-clause"
    return "held", "past-clause"

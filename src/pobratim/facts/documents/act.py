"""Acts: what a sentence says is done to a document, and whether it was done, is intended, or is an idea."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pobratim.lexicon.documents import Predicate, predicates
from pobratim.text.morph import Form
from pobratim.text.token import Sentence, Token

ActKind = Literal["sign", "prolong", "terminate", "force"]
Mood = Literal["done", "planned", "proposed", "negated"]
Voice = Literal["active", "passive", "noun", "participle"]

_FUTURE_BE = frozenset(("будет", "будут", "быть"))
_DONE_HELPERS = frozenset("удаться успеть смочь довестись посчастливиться удостоиться помочь".split())
_PLANNED_PREPOSITIONS = frozenset("для к ко перед".split())
_DONE_PREPOSITIONS = frozenset("при после ходе церемония церемонии время момента итогам результате торжественное".split())
_MODAL_SHORT = frozenset("должен должна должно должны готов готова готовы намерен намерена намерены".split())
_ACTIVE_REFLEXIVES = frozenset("обменяться расписаться присоединиться подписаться договориться".split())
_DECIDED = frozenset(("infinitive-after:решить", "noun-planned:решить", "infinitive-after:постановить"))
_REFUSED = frozenset("отказаться отказываться передумать".split())
_PUT_OFF = frozenset("перенести отложить переноситься откладываться".split())
_FELL_THROUGH = frozenset("сорваться отменить отмениться".split())
_SIGNATURES = frozenset(("подпись", "автограф"))
_FORCE_VERBS = frozenset("реализоваться действовать действующий реализовываться исполняться выполняться".split())
_SIGNATURE_VERBS = frozenset("оставить поставить ставить скрепить скреплять стоять появиться поставленный принадлежать".split())
_MAY = frozenset("может могут могла мог могли можно бы".split())


@dataclass(slots=True, eq=False)
class Act:
    """One act word in a sentence.

    `token` is its index; `voice` says where its agents stand: an active verb has them in the nominative, a passive
    or a noun in the instrumental. `cue` is the word that set the mood, where another word did.
    """

    sentence: int
    token: int
    kind: ActKind
    mood: Mood
    voice: Voice
    start: int
    end: int
    weak: bool = False
    rule: str = ""
    governor: int | None = None

    @property
    def anchor(self) -> int:
        """The token at which its doers stand: the verb that governs an infinitive («намерены подписать»), else the act."""
        return self.token if self.governor is None else self.governor


def find_acts(sentence: Sentence) -> list[Act]:
    """The acts of a sentence in order; `weak` ones speak of preparing or proposing a document without naming its act.

    >>> from pobratim.text.segment import sentences
    >>> [(a.kind, a.mood) for a in find_acts(sentences("Планируется подписать соглашение.")[0])]
    [('sign', 'planned')]
    """
    words = [_predicate(token, sentence) for token in sentence.tokens]
    found = []
    for i, predicate in enumerate(words):
        if predicate and predicate.act in ("sign", "prolong", "terminate"):
            found.append(_act(sentence, i, predicate, words))
        elif (
            predicate
            and predicate.lemma in _FORCE_VERBS
            and (form := _form(sentence.tokens[i], predicate.lemma)).pos in ("VERB", "PRTF", "ADJF")
        ):
            voice: Voice = "active" if form.pos == "VERB" else "participle"
            token = sentence.tokens[i]
            found.append(Act(sentence.index, i, "force", "done", voice, token.start, token.end, rule=f"force:{predicate.lemma}"))
    verbs = {a.token for a in found if sentence.tokens[a.token].lemma in ("скрепить", "скреплять")}
    found = [
        a for a in found if sentence.tokens[a.token].lemma not in _SIGNATURES or not any(abs(a.token - v) < 10 for v in verbs)
    ]
    if not any(a.kind == "sign" for a in found):
        found += _weak_acts(sentence, words)
    return sorted(found, key=lambda a: a.token)


def _predicate(token: Token, sentence: Sentence) -> Predicate | None:
    table = predicates()
    for form in token.forms:
        found = table.get(form.lemma)
        if found and form.score > 0.01 and (not found.beside or _beside(sentence, token.index, found.beside)):
            return found
    return None


def _beside(sentence: Sentence, at: int, wanted: frozenset[str]) -> bool:
    """Whether one of the lemmas stands within nine words of the token."""
    return any(t.lemmas & wanted for t in sentence.tokens[max(0, at - 9) : at + 10] if t.index != at)


def _act(sentence: Sentence, i: int, predicate: Predicate, words: list[Predicate | None]) -> Act:
    token = sentence.tokens[i]
    form = _form(token, predicate.lemma)
    mood, voice, rule = _mood(sentence, i, form, words)
    if form.lemma in _SIGNATURES and voice != "noun":
        i = _signature_verb(sentence, i) or i
    kind: ActKind = predicate.act  # type: ignore[assignment]
    if kind == "terminate" and (rule in _DECIDED or rule == "agreed-on-signing"):
        mood, rule = "done", "decided-to-end"
    governor = _governor(sentence, i, words) if form.pos == "INFN" else None
    return Act(sentence.index, i, kind, mood, voice, token.start, token.end, rule=rule, governor=governor)


def _governor(sentence: Sentence, i: int, words: list[Predicate | None]) -> int | None:
    """The finite cue to the left that governs the infinitive at `i`, within its clause."""
    for k in range(i - 1, max(-1, i - 12), -1):
        token = sentence.tokens[k]
        if token.text in ";:," or token.lower == "чтобы":
            return None
        cue = words[k]
        if token.lower in _MODAL_SHORT or token.lemmas & _DONE_HELPERS:
            return k
        if cue and cue.act in ("plan", "propose") and _form(token, cue.lemma).pos in ("VERB", "ADJS"):
            return k
    return None


def _form(token: Token, lemma: str) -> Form:
    return next((f for f in token.forms if f.lemma == lemma), token.forms[0])


def _mood(sentence: Sentence, i: int, form: Form, words: list[Predicate | None]) -> tuple[Mood, Voice, str]:
    tokens = sentence.tokens
    before = [t.lower for t in tokens[max(0, i - 4) : i]]
    voice: Voice = {"PRTS": "passive", "PRTF": "participle", "NOUN": "noun"}.get(form.pos or "", "active")  # type: ignore[assignment]
    if form.lemma not in _ACTIVE_REFLEXIVES and tokens[i].lower.endswith(("ся", "сь")):
        voice = "passive"
    if before[-1:] == ["не"] or before[-2:-1] == ["не"] and before[-1] in ("было", "был", "была", "были"):
        return "negated", voice, "negation"
    if form.pos == "NOUN" and form.lemma in _SIGNATURES:
        return _signature_mood(sentence, i, words)
    if form.pos == "NOUN":
        return _with_voice(_noun_mood(sentence, i, words), "noun")
    if form.pos == "INFN":
        return _with_voice(_infinitive_mood(sentence, i, words), "active")
    if form.pos in ("PRTS", "VERB") and set(before) & _MAY and form.pos == "PRTS":
        return "proposed", voice, "may-be-signed"
    if form.pos == "PRTS" and (set(before) | {t.lower for t in tokens[i + 1 : i + 3]}) & (_FUTURE_BE | _MODAL_SHORT):
        return "planned", voice, "will-be-signed"
    if form.pos == "VERB" and "futr" in form.tags:
        return "planned", voice, "future"
    if form.pos == "VERB" and "impr" in form.tags:
        return "proposed", voice, "imperative"
    if form.pos == "PRTF" and "pssv" in form.tags and "pres" in form.tags:
        return "planned", voice, "being-signed"
    if form.pos == "PRTF":
        return "done", voice, "participle"
    if "бы" in before[-2:] or (i + 1 < len(tokens) and tokens[i + 1].lower == "бы") or "чтобы" in before:
        return "proposed", voice, "conditional"
    return "done", voice, "present" if "pres" in form.tags and voice == "passive" else "past"


def _infinitive_mood(sentence: Sentence, i: int, words: list[Predicate | None]) -> tuple[Mood, str]:
    """The mood of «подписать»: what governs it, to the left first."""
    tokens = sentence.tokens
    for k in [*range(i - 1, max(-1, i - 12), -1), *range(i + 1, min(len(tokens), i + 8))]:
        token = tokens[k]
        if token.text in ";:":
            if k < i:
                continue
            break
        if token.lower == "чтобы" and k < i:
            return "proposed", "in-order-to"
        if token.lemmas & _DONE_HELPERS:
            return "done", "managed-to"
        if token.lemmas & _REFUSED:
            return "negated", "refused"
        if token.lower in _MODAL_SHORT:
            return "planned", "modal"
        cue = words[k]
        if cue and cue.act in ("plan", "propose"):
            if _form(token, cue.lemma).pos == "INFN" and k < i:
                continue  # «предложил разработать и подписать»: the finite verb farther left governs both
            if tokens[k - 1].lower == "не" and k:
                return "negated", "negated-intention"
            return ("planned" if cue.act == "plan" else "proposed"), f"infinitive-after:{cue.lemma}"
    return "planned", "infinitive"


def _with_voice(found: tuple[Mood, str], voice: Voice) -> tuple[Mood, Voice, str]:
    return found[0], voice, found[1]


def _signature_mood(sentence: Sentence, i: int, words: list[Predicate | None]) -> tuple[Mood, Voice, str]:
    """«Подписи поставили …» is active, «подписи поставлены …» passive; without a verb near it is a noun's mood."""
    at = _signature_verb(sentence, i)
    for t in sentence.tokens[at : at + 1] if at is not None else ():
        if t.lemmas & _SIGNATURE_VERBS:
            form = next((f for f in t.forms if f.lemma in _SIGNATURE_VERBS), t.forms[0])
            if form.pos == "PRTS":
                return "done", "passive", "signatures-put"
            if form.pos == "INFN":
                return _with_voice(_infinitive_mood(sentence, t.index, words), "active")
            mood: Mood = "planned" if "futr" in form.tags else "done"
            if t.index and sentence.tokens[t.index - 1].lower == "не":
                mood = "negated"
            return mood, "active", "signatures-put"
    return _with_voice(_noun_mood(sentence, i, words), "noun")


def _signature_verb(sentence: Sentence, i: int) -> int | None:
    """The token of the verb that puts the signatures at `i`, the nearest one."""
    near = [t for t in sentence.tokens[max(0, i - 12) : i + 12] if t.lemmas & _SIGNATURE_VERBS]
    return min(near, key=lambda t: abs(t.index - i)).index if near else None


def _noun_mood(sentence: Sentence, i: int, words: list[Predicate | None]) -> tuple[Mood, str]:
    """The mood of «подписание»: a verb of taking place, a cue of planning, or the preposition before it."""
    tokens = sentence.tokens
    if i and tokens[i - 1].lower in _PLANNED_PREPOSITIONS:
        return "planned", "noun-for"
    if any(t.lemma in _PUT_OFF for t in tokens[max(0, i - 14) : i + 14]):
        return "planned", "put-off"
    if any(t.lemma in _FELL_THROUGH for t in tokens[max(0, i - 14) : i + 14]):
        return "negated", "fell-through"
    for k in sorted((k for k in range(len(tokens)) if words[k] and k != i and abs(k - i) <= 14), key=lambda k: abs(k - i)):
        cue = words[k]
        assert cue is not None
        form = _form(tokens[k], cue.lemma)
        if cue.act == "hold" and form.pos in ("VERB", "PRTS"):
            if k and tokens[k - 1].lower == "не":
                return "negated", "not-held"
            return ("planned" if "futr" in form.tags else "done"), f"noun-held:{cue.lemma}"
        if cue.act == "plan":
            return "planned", f"noun-planned:{cue.lemma}"
        if cue.act == "propose" and k < i:
            return "proposed", f"noun-proposed:{cue.lemma}"
    if i and tokens[i - 1].lower in ("о", "об"):
        return "planned", "agreed-on-signing"
    if any(t.lower in ("будет", "будут") for t in tokens[max(0, i - 6) : i + 6]):
        return "planned", "will-be"
    return "done", "noun"


def _weak_acts(sentence: Sentence, words: list[Predicate | None]) -> list[Act]:
    """«готовят дорожную карту», «проект соглашения», «предложил соглашение»: intent without an act of signing."""
    found = []
    finite = {
        i for i, cue in enumerate(words) if cue and cue.act == "propose" and _form(sentence.tokens[i], cue.lemma).pos == "VERB"
    }
    for i, cue in enumerate(words):
        if not cue or cue.act not in ("plan", "propose"):
            continue
        if finite and _form(sentence.tokens[i], cue.lemma).pos == "INFN":
            continue  # «предлагаю разработать …»: the finite verb says the mood
        token = sentence.tokens[i]
        if i and sentence.tokens[i - 1].lower == "не":
            continue
        mood: Mood = "planned" if cue.act == "plan" else "proposed"
        found.append(Act(sentence.index, i, "sign", mood, "active", token.start, token.end, weak=True, rule=f"weak:{cue.lemma}"))
    return found

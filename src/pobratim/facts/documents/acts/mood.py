"""Moods: whether an act was done, is planned, is only proposed, or is denied, from its form and the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.lexicon.documents import group
from pobratim.text.morph import Form
from pobratim.text.token import Sentence, Token

from .bare_signatures import stands_for_a_verb
from .noun_mood import noun_mood
from .ruling import Cues, Ruling, Voice, form_of

_ACTS_OF_POWER = group("act-of-power")
_ACTIVE_REFLEXIVES = group("active-reflexive")
_FUTURE_BE = group("future-be")
_MANAGING = group("managing")
_MAY = group("may")
_MODAL = group("modal")
_PUT_OFF = group("putting-off")
_REFUSING = group("refusing")
_SIGNATURES = group("signature")
_SIGNATURE_VERBS = group("signature-verb")
_NOT_DONE = frozenset(("было", "был", "была", "были", "будет", "будут", "стал", "стала", "стало", "стали", "станет", "станут"))
_WOULD_REACH = 6  # tokens from «вот бы» to «подписать»
_LEFT_REACH, _RIGHT_REACH = 12, 8  # tokens before and after an infinitive in which its governor may stand


def mood_of(sentence: Sentence, at: int, form: Form, cues: Cues) -> tuple[Ruling, Voice]:
    """The mood of the act at token `at`, read as `form`, and where its doers stand.

    «подписали» is done and active, «будет подписано» planned and passive, «предложил подписать» proposed and active.
    Fails on irony and on what somebody else is said to have claimed.
    """
    voice = _voice(sentence.tokens[at], form)
    if form.pos == "INFN" and [t.lower for t in sentence.tokens[at + 1 : at + 2]] == ["ли"]:
        return Ruling("proposed", "whether-to"), voice  # «Не заключить ли нам соглашение?»
    if _negated(sentence.tokens, at):
        return Ruling("negated", "negation"), voice
    if form.pos == "NOUN" and form.lemma in _SIGNATURES:
        return _signature_mood(sentence, at, cues)
    if form.pos == "NOUN":
        return noun_mood(sentence, at, cues), "noun"
    if form.pos == "INFN":
        return _infinitive_mood(sentence, at, cues), "active"
    if form.pos == "PRTS" and (ruled := _short_participle_mood(sentence.tokens, at)):
        return ruled, voice
    if form.pos == "PRTF":
        coming = "pssv" in form.tags and "pres" in form.tags
        return Ruling("planned", "being-signed") if coming else Ruling("done", "participle"), voice
    return _finite_mood(sentence.tokens, at, form, voice), voice


def _voice(token: Token, form: Form) -> Voice:
    """«подписывается» is passive by its «-ся», «обменяться» is not."""
    if form.lemma not in _ACTIVE_REFLEXIVES and token.lower.endswith(("ся", "сь")):
        return "passive"
    voices: dict[str, Voice] = {"PRTS": "passive", "PRTF": "participle", "NOUN": "noun"}
    return voices.get(form.pos or "", "active")


def _before(tokens: Sequence[Token], at: int) -> list[str]:
    """The four words before a token, in lower case."""
    return [t.lower for t in tokens[max(0, at - 4) : at]]


def _negated(tokens: Sequence[Token], at: int) -> bool:
    """«не подписали», «не было подписано», «подписано не было», «не стали продлевать»."""
    before = _before(tokens, at)
    after = [t.lower for t in tokens[at + 1 : at + 3]]
    if after[:1] == ["ли"]:
        return False  # «обсудили, не заключить ли договор»
    if after[:1] == ["не"] and after[1:] in (["был"], ["была"], ["было"], ["были"]):
        return True
    return before[-1:] == ["не"] or before[-2:-1] == ["не"] and before[-1] in _NOT_DONE


def _short_participle_mood(tokens: Sequence[Token], at: int) -> Ruling | None:
    """«может быть подписан» is proposed, «будет подписано» planned; None where the participle stands alone."""
    before = set(_before(tokens, at))
    if before & _MAY:
        return Ruling("proposed", "may-be-signed")
    if (before | {t.lower for t in tokens[at + 1 : at + 3]}) & (_FUTURE_BE | _MODAL):
        return Ruling("planned", "will-be-signed")
    return None


def _finite_mood(tokens: Sequence[Token], at: int, form: Form, voice: Voice) -> Ruling:
    """«подпишут» is planned, «подпишем!» proposed, «подписали бы» proposed, else done."""
    if form.pos == "VERB" and "futr" in form.tags:
        return Ruling("planned", "future")
    if form.pos == "VERB" and "impr" in form.tags:
        return Ruling("proposed", "imperative")
    before = _before(tokens, at)
    if "бы" in before[-2:] or "чтобы" in before or (at + 1 < len(tokens) and tokens[at + 1].lower == "бы"):
        return Ruling("proposed", "conditional")
    return Ruling("done", "present" if "pres" in form.tags and voice == "passive" else "past")


def _infinitive_mood(sentence: Sentence, at: int, cues: Cues) -> Ruling:
    """The mood of «подписать»: what governs it, to the left first."""
    tokens = sentence.tokens
    if any(t.lower == "бы" for t in tokens[max(0, at - _WOULD_REACH) : at]):
        return Ruling("proposed", "would-be-good")  # «хорошо бы подписать договор»
    if not sentence.lemmas.isdisjoint(_PUT_OFF):
        return Ruling("planned", "put-off")  # «хотели подписать в мае, но перенесли на сентябрь»
    for k in range(at - 1, max(-1, at - _LEFT_REACH), -1):
        if tokens[k].text in ";:":
            continue
        if tokens[k].lower == "чтобы":
            return Ruling("proposed", "in-order-to")
        if ruled := _governed(sentence, k, cues, left=True):
            return ruled
    for k in range(at + 1, min(len(tokens), at + _RIGHT_REACH)):
        if tokens[k].text in ";:":
            break
        if ruled := _governed(sentence, k, cues, left=False):
            return ruled
    return Ruling("planned", "infinitive")


def _governed(sentence: Sentence, k: int, cues: Cues, *, left: bool) -> Ruling | None:
    """The mood that the word at `k` gives an infinitive («удалось» done, «готовы» planned), or None."""
    token = sentence.tokens[k]
    if token.lemmas & _MANAGING:
        future = any("futr" in f.tags for f in token.forms[:1])
        return Ruling("planned", "will-manage-to") if future else Ruling("done", "managed-to")
    if token.lemmas & _REFUSING:
        return Ruling("negated", "refused")
    if "стать" in token.lemmas and k and sentence.tokens[k - 1].lower == "не":
        return Ruling("negated", "would-not")  # «подписывать не стали»
    if token.lower in _MODAL:
        return Ruling("planned", "modal")
    if left and (token.lemma == "решение" or token.lemma in _ACTS_OF_POWER):
        return Ruling("planned", "infinitive-after:решить")  # «принял решение расторгнуть», «распоряжение прекратить»
    cue = cues[k]
    if not cue or cue.act not in ("plan", "propose"):
        return None
    if left and form_of(token, cue.lemma).pos == "INFN":
        return None  # «предложил разработать и подписать»: the finite verb farther left governs both
    if k and sentence.tokens[k - 1].lower == "не":
        return Ruling("negated", "negated-intention")
    return Ruling("planned" if cue.act == "plan" else "proposed", f"infinitive-after:{cue.lemma}")


def _signature_mood(sentence: Sentence, at: int, cues: Cues) -> tuple[Ruling, Voice]:
    """«Подписи поставили …» is active, «подписи поставлены …» passive; without a verb near it is a noun's mood."""
    if stands_for_a_verb(sentence, at):
        return Ruling("done", "signatures-put"), "active"
    verb = signature_verb(sentence, at)
    if verb is None:
        return noun_mood(sentence, at, cues), "noun"
    token = sentence.tokens[verb]
    form = next((f for f in token.forms if f.lemma in _SIGNATURE_VERBS), token.forms[0])
    if form.pos == "PRTS":
        return _short_participle_mood(sentence.tokens, verb) or Ruling("done", "signatures-put"), "passive"
    if form.pos == "INFN":
        return _infinitive_mood(sentence, verb, cues), "active"
    if verb and sentence.tokens[verb - 1].lower == "не":
        return Ruling("negated", "signatures-put"), "active"
    return Ruling("planned" if "futr" in form.tags else "done", "signatures-put"), "active"


def signature_verb(sentence: Sentence, at: int) -> int | None:
    """The token of the verb that puts the signatures named at `at`, the nearest one («Подписи под документом поставили …»)."""
    near = [t for t in sentence.tokens[max(0, at - 12) : at + 12] if t.lemmas & _SIGNATURE_VERBS]
    return min(near, key=lambda t: abs(t.index - at)).index if near else None

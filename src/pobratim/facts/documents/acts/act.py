"""Acts: what a sentence says is done to a document. Whether it was done or is intended: `mood.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from pobratim.lexicon.documents import Predicate, group, instruments, predicates
from pobratim.text.token import Sentence, Token

from .bare_signatures import stands_for_a_verb
from .mood import mood_of, signature_verb
from .ruling import Cues, Mood, Voice, form_of
from .rumour import is_denied

ActKind = Literal["sign", "prolong", "terminate", "force"]

_DECIDED = frozenset(("infinitive-after:решить", "noun-planned:решить", "infinitive-after:постановить", "agreed-on-signing"))
_FORCE_VERBS = group("in-force")
_MANAGING = group("managing")
_WISHES = frozenset(("надеяться", "рассчитывать", "обещать"))
_DRAFT_NOUNS = frozenset(("проект", "инициатива", "подготовка"))
_MODAL = group("modal")
_REFUSING = group("refusing")
_RENEWED = group("renewed")
_SEALING = group("sealing")
_SIGNATURES = group("signature")
_ACTS_OF_POWER = group("act-of-power")
_BINDING = group("binding")
_HAS_BOUND = "связать"  # «города связало соглашение» is news, «города связывает соглашение» none
_DEEMING = frozenset(("признать", "признавать", "считать", "объявить"))
_NOT_YET = frozenset(("ещё", "еще", "пока"))
_BESIDE_REACH = 9  # tokens on either side in which a word that a predicate needs must stand
_WISH_REACH = 4  # tokens between a verb and the noun of a wish behind it
_GOVERNOR_REACH = 12  # tokens to the left in which the governor of an infinitive may stand


class Act(Struct, eq=False):
    """One act word in a sentence.

    `token` is its index; `voice` says where its agents stand: an active verb has them in the nominative, a passive
    or a noun in the instrumental. `governor` is the index of the verb that governs an infinitive; `weak` acts speak
    of preparing or proposing a document without naming its act; `rule` is what decided the mood.
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

    @property
    def doer_case(self) -> str:
        """The case of its doers: «подписали главы» nominative, «подписано главами» instrumental."""
        return "nomn" if self.voice == "active" else "ablt"


def find_acts(sentence: Sentence) -> list[Act]:
    """The acts of a sentence in order; weak ones only where no act of signing is named.

    >>> from pobratim.text.segment import sentences
    >>> [(a.kind, a.mood) for a in find_acts(sentences("Планируется подписать соглашение.")[0])]
    [('sign', 'planned')]
    """
    if "predicate" not in sentence.uses:
        return []
    cues: list[Predicate | None] = [None] * len(sentence.tokens)
    for i in sentence.uses["predicate"]:
        cues[i] = _predicate(sentence.tokens[i], sentence)
    found = []
    for i in sentence.uses["predicate"]:
        cue = cues[i]
        if cue and cue.lemma in _REFUSING and not _gives_up(sentence, i, cues):
            continue
        if cue and cue.act in ("sign", "prolong", "terminate"):
            found.append(_act(sentence, i, cue, cues))
        elif cue and cue.lemma in _FORCE_VERBS and (act := _force_act(sentence, i, cue)):
            found.append(act)
    found = _without_sealed(sentence, found)
    if not any(a.kind == "sign" for a in found):
        found += _weak_acts(sentence, cues)
    return sorted(found, key=lambda a: a.token)


def _gives_up(sentence: Sentence, i: int, cues: Cues) -> bool:
    """«отказался от соглашения»; who refuses to sign, or gives up signing, ends nothing."""
    return sentence.tokens[i + 1 : i + 2] != [] and sentence.tokens[i + 1].lower == "от" and not any(cues[i + 2 : i + 4])


def _predicate(token: Token, sentence: Sentence) -> Predicate | None:
    """What the lexicon knows of a token, of whichever of its readings, if the words that it needs stand near."""
    table = predicates()
    for form in token.forms:
        found = table.get(form.lemma)
        if found and form.pos == "PRTF" and form.lemma in _RENEWED:
            continue  # «подписали обновлённое соглашение»
        if found and form.score > 0.01 and (not found.beside or _beside(sentence, token.index, found.beside)):
            return found
        if found and found.lemma in _SIGNATURES and stands_for_a_verb(sentence, token.index):
            return found
    return None


def _beside(sentence: Sentence, at: int, wanted: frozenset[str]) -> bool:
    """Whether one of the lemmas stands near the token."""
    if sentence.lemmas.isdisjoint(wanted):
        return False
    # «План мероприятий по реализации … от 3 июня утверждён»: the subject is far
    short = sentence.tokens[at].lemma == "утвердить" and (
        sentence.tokens[at].forms[0].pos == "PRTS" or bool(sentence.tokens[0].lemmas & wanted)
    )
    near = sentence.tokens[0 if short else max(0, at - _BESIDE_REACH) : at + _BESIDE_REACH + 1]
    return any(t.lemmas & wanted for t in near if t.index != at)


def _act(sentence: Sentence, i: int, cue: Predicate, cues: Cues) -> Act:
    token = sentence.tokens[i]
    form = form_of(token, cue.lemma)
    (mood, rule), voice = mood_of(sentence, i, form, cues)
    if form.pos == "PRTF" and i and sentence.tokens[i - 1].lemma in _DEEMING:
        voice = "active"  # «признали утратившим силу соглашение», «договор считают утратившим силу»
    if form.lemma in _SIGNATURES and voice != "noun":
        i = signature_verb(sentence, i) or i
    kind: ActKind = cue.act  # type: ignore[assignment]
    if is_denied(sentence, i):
        mood, rule = "negated", "denied"
    if kind == "terminate" and rule in _DECIDED:
        mood, rule = "done", "decided-to-end"  # «решили разорвать» is an end, while «решили подписать» is a plan
    governor = _governor(sentence, i, cues, ends=kind == "terminate") if form.pos == "INFN" else None
    return Act(sentence.index, i, kind, mood, voice, token.start, token.end, rule=rule, governor=governor)


def _force_act(sentence: Sentence, i: int, cue: Predicate) -> Act | None:
    """«Действует соглашение», «действующее соглашение», «связаны соглашением»; «больше не действует» is an end; else None."""
    token = sentence.tokens[i]
    pos = form_of(token, cue.lemma).pos
    if pos not in ("VERB", "PRTF", "ADJF") and not (pos == "PRTS" and cue.lemma in _BINDING):
        return None
    before = [t.lower for t in sentence.tokens[max(0, i - 2) : i]]
    if pos == "VERB" and cue.lemma == _HAS_BOUND and "past" in form_of(token, cue.lemma).tags and before[-1:] != ["не"]:
        return Act(sentence.index, i, "sign", "done", "active", token.start, token.end, rule="has-bound")
    if pos == "VERB" and before[-1:] == ["не"]:
        if not _NOT_YET.isdisjoint(before):
            return None
        return Act(sentence.index, i, "terminate", "done", "active", token.start, token.end, rule=f"no-longer:{cue.lemma}")
    voice: Voice = "active" if pos in ("VERB", "PRTS") else "participle"
    return Act(sentence.index, i, "force", "done", voice, token.start, token.end, rule=f"force:{cue.lemma}")


def _without_sealed(sentence: Sentence, acts: list[Act]) -> list[Act]:
    """«Скрепили подписями» is one act: the noun near the verb is none."""
    tokens = sentence.tokens
    verbs = {a.token for a in acts if tokens[a.token].lemma in _SEALING}
    return [a for a in acts if tokens[a.token].lemma not in _SIGNATURES or not any(abs(a.token - v) < 10 for v in verbs)]


def _governor(sentence: Sentence, i: int, cues: Cues, *, ends: bool = False) -> int | None:
    """The finite cue to the left that governs the infinitive at `i`, within its clause; `ends`: of one that ends a document.

    «Дума приняла решение заключить …»: the duma is the side; one that resolved to end a treaty may be its town's.
    """
    for k in range(i - 1, max(-1, i - _GOVERNOR_REACH), -1):
        token = sentence.tokens[k]
        if token.text in ";:," or token.lower == "чтобы":
            return None
        cue = cues[k]
        if token.lower in _MODAL or token.lemmas & _MANAGING:
            return k
        if cue and cue.act in ("plan", "propose") and form_of(token, cue.lemma).pos in ("VERB", "ADJS"):
            return k
        if cue and cue.act in ("plan", "propose") and k and (verb := _verb_of_wish(sentence, k)) is not None:
            return verb
        if token.lemma == "решение" and k and not ends and "принять" in sentence.tokens[k - 1].lemmas:
            return k - 1
    return None


def _verb_of_wish(sentence: Sentence, k: int) -> int | None:
    """The verb before the noun of a wish at `k` («сказал о необходимости», «выразил желание», «заявил о готовности»), or None."""
    for j in range(k - 1, max(-1, k - _WISH_REACH), -1):
        token = sentence.tokens[j]
        if token.text in ",;:":
            return None
        if token.forms and token.forms[0].pos == "VERB":
            return j
    return None


def _weak_acts(sentence: Sentence, cues: Cues) -> list[Act]:
    """«готовят дорожную карту», «проект соглашения», «предложил соглашение»: intent without an act of signing."""
    found = []
    tokens = sentence.tokens
    told = [(tokens[i], cue) for i in sentence.uses["predicate"] if (cue := cues[i]) and cue.act in ("plan", "propose")]
    proposed = any(cue.act == "propose" and form_of(token, cue.lemma).pos == "VERB" for token, cue in told)
    for token, cue in told:
        if proposed and form_of(token, cue.lemma).pos == "INFN":
            continue  # «предлагаю разработать …»: the finite verb says the mood
        if token.index and tokens[token.index - 1].lower == "не":
            continue
        if cue.lemma in _DRAFT_NOUNS and not _of_document(tokens, token.index):
            continue  # «развитие совместных проектов», «подготовка кадров» prepare no document
        if cue.lemma in _WISHES and not any(
            t.forms and t.forms[0].pos == "INFN" for t in tokens[token.index + 1 : token.index + 7]
        ):
            continue  # «надеюсь, соглашение придаст …» intends nothing
        mood: Mood = "planned" if cue.act == "plan" else "proposed"
        found.append(
            Act(sentence.index, token.index, "sign", mood, "active", token.start, token.end, weak=True, rule=f"weak:{cue.lemma}")
        )
    return found


def _of_document(tokens: Sequence[Token], at: int) -> bool:
    """«проект соглашения», «документ пока в проекте», «инициатива заключить»: the noun is of a document or its signing."""
    if at and (tokens[at - 1].lower in ("в", "по") or tokens[at - 1].lemma in ("стадия", "этап")):
        return True
    behind = tokens[at + 1 : at + 6]
    if behind and behind[0].lemma in _ACTS_OF_POWER:
        return False  # «проект закона о ратификации договора»
    return any(t.lemmas & instruments().keys() or t.forms and t.forms[0].pos == "INFN" for t in behind)

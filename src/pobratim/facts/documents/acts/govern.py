"""Government: which act of a sentence is done to the instrument that a mention names."""

from __future__ import annotations

from pobratim.facts.sides import is_finite, verbs_between
from pobratim.lexicon.documents import group
from pobratim.text.token import Token

from ..mention import InstrumentMention
from ..view import SentenceView
from .act import Act

FAR = 220  # an act that costs more than this (tokens, clause borders counted tenfold) is not the mention's
_AMONG = group("naming")
_CONFIRMING = group("confirming")
_AMONG_REACH = 3  # tokens from «среди» to its participle
_IT = frozenset(("его", "её", "ее"))
_COMMA_COST = 4
_WEAK_COST = 25
_PARTICIPLE_REACH = 16  # tokens between a participle and the noun after it
_CLAUSE_REACH = 16  # tokens between «который» and its verb
_ENDING_COST = 60


def choose_act(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """The act that governs a mention: a participle beside it, else the nearest with the fewest clause borders between.

    «Подписали план по реализации соглашения, заключённого в 2020 году»: the plan is signed, and the agreement was.
    A nested instrument («по реализации соглашения») has an act only from its own participle.
    """
    beside = participle_of(view, mention) or _relative(view, mention)
    if beside:
        return _ending(view, mention) or _signing_of_one_at_work(view, mention, beside) or beside
    if mention.nested or mention.within or _confirmed(view, mention):
        return None
    claimed = [_relative(view, m) for m in view.instruments if m is not mention]
    free = [a for a in view.acts if a.voice != "participle" and not any(a is c for c in claimed)]
    free = [a for a in free if not _of_title(mention, a)] or free
    free = [a for a in free if not (_beyond_relative(view, mention, a) or _of_aside(view, mention, a))]
    if (changed := _changed_by_pronoun(view, mention)) is not None:
        return changed
    ended = any(a.kind == "terminate" and a.mood == "done" for a in free)
    if ended:  # «не расторгнуто, а лишь приостановлено»
        free = [a for a in free if not (a.kind == "terminate" and a.mood == "negated")]
    if len(view.instruments) == 1:  # «действовало до 31 марта и не было продлено»
        free = [a for a in free if a.kind == "prolong" and a.rule == "negation"] or free
    best = min(((_cost(view, mention, a), n) for n, a in enumerate(free)), default=None)
    return free[best[1]] if best and best[0] <= FAR else view.inherited or _among_signed(view, mention)


def _confirmed(view: SentenceView, mention: InstrumentMention) -> bool:
    """«Города подтвердили соглашение 2003 года: новый протокол мэры подписали вчера»: what is confirmed is the older one."""
    if view.sentence.lemmas.isdisjoint(_CONFIRMING) or mention.first == 0:
        return False  # most sentences
    return not view.sentence.tokens[mention.first - 1].lemmas.isdisjoint(_CONFIRMING)


def _among_signed(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """«Среди подписанных документов – меморандум …»: the participle of those that the sentence opens with."""
    if view.sentence.tokens[0].lower not in _AMONG:
        return None
    opened = (a for a in view.acts if a.voice == "participle" and a.kind == "sign" and a.mood == "done")
    return next((a for a in opened if a.token <= _AMONG_REACH < mention.head), None)


def _changed_by_pronoun(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """«Срок соглашения истёк, и вчера мэры продлили его»: what was done in the end to the only document of the sentence."""
    if len(view.instruments) > 1 or view.sentence.words.isdisjoint(_IT):
        return None
    tokens = view.sentence.tokens
    changed = (
        a for a in view.acts if a.kind == "prolong" and a.mood == "done" and a.voice == "active" and a.token > mention.head
    )
    return next((a for a in changed if any(t.lower in _IT for t in tokens[a.token - 1 : a.token + 2])), None)


def _of_title(mention: InstrumentMention, act: Act) -> bool:
    """«Протокол о намерении заключения соглашений», «… о намерении заключить»: what a title names is not done to its document."""
    if not mention.head < act.token:
        return False
    return act.voice == "noun" and act.token < mention.last or act.rule == "infinitive-after:намерение"


def _beyond_relative(view: SentenceView, mention: InstrumentMention, act: Act) -> bool:
    """«Подписали декларацию, которая подтверждает договор 1998 года»: the treaty is the object of the relative clause's verb."""
    tokens = view.sentence.tokens
    opener = next((k for k in range(act.token + 1, mention.head) if tokens[k].lemma == "который"), None)
    verb = next((k for k in range(opener, mention.head) if is_finite(tokens[k])), None) if opener else None
    if verb is None or any(a.token == verb for a in view.acts):
        return False
    return not any(t.text in ",;:" for t in tokens[verb : mention.head])


def _of_aside(view: SentenceView, mention: InstrumentMention, act: Act) -> bool:
    """«Документ расширит связи, начатые в 2019 году, когда был подписан первый план»: the clause tells of another document."""
    if mention.strength != "refer" or act.token < mention.head or "когда" not in view.sentence.words:
        return False
    between = [t.lower for t in view.sentence.tokens[mention.head : act.token]]
    return "когда" in between and "," not in between[between.index("когда") :]


def _cost(view: SentenceView, mention: InstrumentMention, act: Act) -> int:
    """How unlikely it is that an act speaks of a mention, by what stands between."""
    low, high = sorted((act.token, mention.head))
    commas = sum(t.text == "," for t in view.sentence.tokens[low:high])
    return view.cost(act.token, mention.head) + _COMMA_COST * commas + (_WEAK_COST if act.weak else 0)


def participle_of(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """The act told by the mention's own participle («подписанное … соглашение», «соглашение, подписанное …»), or None."""
    return next(
        (a for a in view.acts if a.voice == "participle" and _beside(view, mention, a) and _nearest(view, a) is mention), None
    )


def _beside(view: SentenceView, mention: InstrumentMention, act: Act) -> bool:
    """Whether a participle stands before the noun, just behind its words, or among them and agrees with it.

    The words of «протокол … по реализации соглашения …, подписанный главами» go on to the end of the agreement's.
    """
    if _before_noun(view, mention, act):
        return True
    inner = mention.parent.last if mention.parent and mention.parent.nested and mention.parent.first >= mention.head else 0
    last = max(mention.last, inner)
    behind = 0 < act.token - last <= 2 or mention.head < act.token < last
    return behind and _participle_agrees(view, mention, act)


def _participle_agrees(view: SentenceView, mention: InstrumentMention, act: Act) -> bool:
    """Whether a participle behind the noun can be of it: the same case, number and gender."""
    tokens = view.sentence.tokens
    noun = {(f.case, f.number, f.gender if f.number == "sing" else None) for f in tokens[mention.head].forms if f.pos == "NOUN"}
    own = {(f.case, f.number, f.gender if f.number == "sing" else None) for f in tokens[act.token].forms if f.pos == "PRTF"}
    return not noun or not own or bool(noun & own)


def _nearest(view: SentenceView, act: Act) -> InstrumentMention:
    """The instrument whose noun is nearest to a participle and agrees with it, those that begin after it left out."""
    fit = [m for m in view.instruments if m.head > act.token or _participle_agrees(view, m, act)] or view.instruments
    return min(fit, key=lambda m: abs(m.head - act.token) if m.head < act.token or m.first <= act.token else 99)


def _before_noun(view: SentenceView, mention: InstrumentMention, act: Act) -> bool:
    """Whether a participle stands before the noun and agrees with it («заключённый 20 июня между А и Б договор»)."""
    if not 0 < mention.head - act.token <= _PARTICIPLE_REACH:
        return False
    if mention.first <= act.token:
        return True
    noun = {(f.case, f.number) for f in view.sentence.tokens[mention.head].forms if f.pos == "NOUN"}
    agrees = any((f.case, f.number) in noun for f in view.sentence.tokens[act.token].forms if f.pos == "PRTF")
    return agrees and not verbs_between(view.sentence, act.token, mention.head)


def _ending(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """A finite act of prolonging or ending outranks a participle («продлили договор, действующий с 2004 года»)."""
    if mention.nested or mention.within:
        return None
    ends = [
        a for a in view.acts if a.kind in ("prolong", "terminate") and a.voice != "participle" and a.mood in ("done", "planned")
    ]
    ends.sort(key=lambda a: a.mood != "done")  # «договор, который должен был истечь в июле, продлён»
    return next((a for a in ends if view.cost(a.token, mention.head) <= _ENDING_COST), None)


def _signing_of_one_at_work(view: SentenceView, mention: InstrumentMention, beside: Act) -> Act | None:
    """«Действующее соглашение подписано в 2000 году»: the passive verb outranks the participle that says only that it holds."""
    if beside.kind != "force" or beside.token > mention.head or mention.nested or mention.within:
        return None
    signed = (a for a in view.acts if a.kind == "sign" and a.voice == "passive" and a.mood == "done" and not a.weak)
    behind = next((a for a in signed if mention.head < a.token <= mention.head + _CLAUSE_REACH), None)
    if behind is None or any(mention.head < m.head < behind.token for m in view.instruments):
        return None
    return None if verbs_between(view.sentence, mention.head, behind.token) else behind


def _relative(view: SentenceView, mention: InstrumentMention) -> Act | None:
    """The act of the relative clause behind a mention («соглашение, которое города заключили в 2023 году»)."""
    tokens = view.sentence.tokens
    window = tokens[mention.last : mention.last + 4]
    opener = next((t for t in window if t.lemma == "который"), None)
    if opener is None or not any(t.text == "," for t in window) or not _agree(tokens[mention.head], opener):
        return None
    return next((a for a in view.acts if opener.index < a.token < opener.index + _CLAUSE_REACH and not a.weak), None)


def _agree(noun: Token, pronoun: Token) -> bool:
    """Whether «который» can mean the noun: the same number, and in the singular the same gender."""
    wanted = {(f.number, f.gender if f.number == "sing" else None) for f in noun.forms if f.pos == "NOUN"}
    return any((f.number, f.gender if f.number == "sing" else None) in wanted for f in pronoun.forms)

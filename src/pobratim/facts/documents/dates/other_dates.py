"""Dates that are no day of a document's signature: of speech, of other acts and clauses; of terms: `term_dates.py`."""

from __future__ import annotations

from pobratim.facts.sides import is_finite, verbs_between
from pobratim.facts.way_home import is_of_return
from pobratim.lexicon.documents import group, predicates
from pobratim.lexicon.events import gatherings
from pobratim.text.date_mention import DateMention
from pobratim.text.speech_verb import speech_form

from ..acts.act import Act
from ..draft import PLAN_KINDS
from ..mention import InstrumentMention
from ..view import SentenceView
from .term_dates import token_of

_TELLING = frozenset(lemma for lemma, known in predicates().items() if known.act in ("hold", "plan"))
_PLANNING = frozenset(lemma for lemma, known in predicates().items() if known.act == "plan")
_SET_FOR = _PLANNING | {"назначить", "назначенный"}
_REPORTING = frozenset(("что", "как"))
_FEASTS = group("feast")
_MEETINGS = frozenset(("встреча", "церемония", "визит", "заседание", "совещание", "сессия", "переговоры"))
_CLAUSE_END = 5  # tokens from a day to the comma that ends its clause
_CLAUSE_OPENERS = group("later-clause")
_NOWADAYS = 2  # tokens from a day to the verb of what is at work («сегодня действуют»)
_FORUM_REACH = 6  # tokens between «форум» and «который»
_SPEECH_REACH = 6  # tokens before a day within which the verb of the speech may stand
_TOLD_REACH = 4  # tokens between a verb of speech and its day behind what was told
_PARTICIPLE_REACH = 8  # tokens between a participle and its date
_PARTICIPLE_CLAIM = 5  # tokens behind a participle within which a date is its own


def tells_plan_year(mention: InstrumentMention, date: DateMention) -> bool:
    """Whether a year stands in a plan's own words («план мероприятий по … в 2024 году»): it is when the plan is carried out."""
    return mention.kind in PLAN_KINDS and date.shape == "year" and mention.start <= date.start < mention.end


def of_inner(view: SentenceView, mention: InstrumentMention, date: DateMention) -> bool:
    """Whether a date stands in the words of a nested instrument («в развитие соглашения 2009 года»); «вчера» is never its own.

    Of several dates the first is: «в рамках соглашения от 3 марта 2018 года А и Б 12 апреля утвердили план».
    """
    if date.shape in ("relative", "weekday"):
        return False
    return any(
        o is not mention
        and o.nested
        and o.start <= date.start < o.end
        and not any(o.start <= d.start < date.start for d in view.dates)
        for o in view.instruments
    )


def of_another(view: SentenceView, mention: InstrumentMention, act: Act, date: DateMention, at: int) -> bool:
    """Whether a date belongs to a nested instrument, to another act, or to another verb, and not to the mention's act."""
    return (
        of_inner(view, mention, date)
        or any(a is not act and a.voice == "participle" and _claims(view, mention, a, at) for a in view.acts)
        or _of_other_act(view, act, at)
        or any(a is not act and a.kind == "force" and 0 < a.token - at <= _NOWADAYS for a in view.acts)
        or of_speech(view, act, at)
        or told_later(view, act, date, at)
        or _of_participle_clause(view, act, at)
        or is_of_return(view.sentence, at)
        or (act.mood == "done" or act.rule == "put-off")
        and _intended_for(view, at)
        or at > act.token
        and (_verbs_to(view, act, at) > 0 or _of_next_clause(view, act, at))
        and not _of_gathering(view, act, date, at)
        or act.voice == "participle"
        and (abs(at - act.token) > _PARTICIPLE_REACH or at < mention.first - 1)
    )


def of_speech(view: SentenceView, act: Act, at: int) -> bool:
    """«Мэр сегодня сообщил, что города подпишут соглашение», «Как сообщили 17 июня, …»: the day is of the speech."""
    if at > act.token or view.sentence.words.isdisjoint(_REPORTING):
        return False
    tokens = view.sentence.tokens
    if tokens[0].lower == "как":
        comma = next((k for k in range(at, act.token) if tokens[k].text == ","), None)
        if comma is not None and any(speech_form(t.lower) for t in tokens[1:at]):
            return True
    that = next((k for k in range(at + 1, act.token) if tokens[k].lower == "что" and tokens[k - 1].text == ","), None)
    return that is not None and any(speech_form(t.lower) for t in tokens[max(0, at - _SPEECH_REACH) : that])


def _of_participle_clause(view: SentenceView, act: Act, at: int) -> bool:
    """«Договор, одобренный думой 1 ноября, подписали вчера»: behind a comma a participle of another deed has the day.

    What was held then («на форуме, прошедшем 1 ноября») is where they signed.
    """
    tokens = view.sentence.tokens
    comma = next((k for k in range(at - 1, 0, -1) if tokens[k].text == ","), None)
    if comma is None or comma < act.token < at or tokens[comma + 1].index == act.token:
        return False
    opener = tokens[comma + 1]
    if not opener.forms or opener.forms[0].pos != "PRTF" or any(a.token == opener.index for a in view.acts):
        return False
    if not any(t.text == "," for t in tokens[at : at + _CLAUSE_END]):
        return False  # the clause goes on with the act itself
    held = tokens[comma - 1]
    return not (held.lemma in gatherings() or held.lemma in _FEASTS or held.lemma in _MEETINGS)


def told_later(view: SentenceView, act: Act, date: DateMention, at: int) -> bool:
    """«О том, что города подписали договор, мэр сообщил вчера»: behind the comma a verb of speech has the day."""
    if at < act.token or _of_gathering(view, act, date, at):
        return False
    tokens = view.sentence.tokens
    comma = next((k for k in range(at - 1, act.token, -1) if tokens[k].text == ","), None)
    if comma is None:
        return False
    return any(speech_form(t.lower) for t in tokens[max(comma, at - _TOLD_REACH) : at + _TOLD_REACH] if t.text != ",")


def _intended_for(view: SentenceView, at: int) -> bool:
    """«Подписание, намеченное на 5 июня, состоялось вчера»: the day on which it was to be."""
    tokens = view.sentence.tokens
    cue = tokens[at - 2] if at > 1 and tokens[at - 1].lower == "на" else None
    return cue is not None and bool(cue.forms) and cue.forms[0].pos in ("PRTF", "ADJF") and bool(cue.lemmas & _SET_FOR)


def _of_gathering(view: SentenceView, act: Act, date: DateMention, at: int) -> bool:
    """«подписали договор на форуме, который открылся сегодня»: the one day of the forum at which they signed.

    Fails where the forum goes on and they signed on another of its days.
    """
    if act.mood != "done" or date.span or "который" not in view.sentence.lemmas:
        return False
    tokens = view.sentence.tokens
    opener = next((k for k in range(act.token + 1, at) if tokens[k].lemma == "который"), None)
    if opener is None:
        return False
    before = tokens[max(act.token, opener - _FORUM_REACH) : opener]
    if not any(t.lemma in gatherings() or t.lemma in _FEASTS for t in before):
        return False
    verb = next((t for t in tokens[opener:] if is_finite(t)), None)
    return verb is not None and "futr" not in verb.forms[0].tags and not any(t.text == "," for t in tokens[opener:at])


def _claims(view: SentenceView, mention: InstrumentMention, participle: Act, at: int) -> bool:
    """Whether a date stands just behind a participle; «действующий меморандум» before its noun has none of its own."""
    bare = participle.kind == "force" and mention.first <= participle.token < mention.head
    if participle.token > mention.head and any(t.text == "," for t in view.sentence.tokens[participle.token : at]):
        return False  # «Соглашение, связывавшее города, вчера продлено»
    return not bare and 0 <= at - participle.token <= _PARTICIPLE_CLAIM


def _verbs_to(view: SentenceView, act: Act, at: int) -> int:
    """How many verbs stand between an act and a date behind it; the one by which a noun is told counts for none.

    «подписание состоялось 19 ноября», «подписание намечено на 14 марта», «подписать документ планируют в июне».
    """
    count = verbs_between(view.sentence, at, act.token)
    between = view.sentence.tokens[act.token + 1 : at]
    told = act.voice == "noun" and any(t.lemmas & _TELLING for t in between)
    told = told or act.rule.startswith("infinitive-after") and any(t.lemmas & _PLANNING for t in between)
    return count - 1 if told and count else count


def of_clause_behind(view: SentenceView, act: Act, date: DateMention) -> bool:
    """Whether a date stands behind the act in a clause of its own («…, который пройдёт 12 сентября»)."""
    at = token_of(view, date)
    if at <= act.token or _of_gathering(view, act, date, at):
        return False
    relative = any(t.lemma == "который" for t in view.sentence.tokens[act.token + 1 : at])
    return relative or _of_next_clause(view, act, at)


def _of_next_clause(view: SentenceView, act: Act, at: int) -> bool:
    """«…, а в мае делегация приедет в Гродно»: the date stands in a clause of its own verb behind the act's."""
    tokens = view.sentence.tokens
    first = next((k for k in range(at, act.token, -1) if tokens[k].text == ","), None)
    if first is None or tokens[first + 1].lower not in _CLAUSE_OPENERS:
        return False
    last = next((k for k in range(at, len(tokens)) if tokens[k].text in ",;"), len(tokens))
    return any(is_finite(t) for t in tokens[at:last])


def _of_other_act(view: SentenceView, act: Act, at: int) -> bool:
    """Whether the date at token `at` stands nearer to an act of another kind or mood.

    «продлить договор, который был подписан в 2004»: the year is of the signing.
    """
    others = [a for a in view.acts if not a.weak and a.kind != "force"]
    other = min(others, key=lambda a: view.cost(at, a.token), default=act)
    unlike = (other.kind, other.mood) != (act.kind, act.mood)
    low, high = sorted((at, act.token))
    parted = any(t.text == "," for t in view.sentence.tokens[low:high])  # «который должен был истечь в июле, продлён»
    return other is not act and unlike and view.cost(at, other.token) < view.cost(at, act.token) + parted

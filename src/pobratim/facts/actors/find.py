"""All actors of a page: what the grammar reads, and the names that only the tagger knows («АвтоВАЗ», «Совкомбанк»)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from pobratim.annotate.name import Name
from pobratim.annotate.reading import Reading
from pobratim.lexicon.actors import heads
from pobratim.lexicon.documents import instruments
from pobratim.text.morph import lemma
from pobratim.text.nominative import adjective_nominative, like, phrase_nominative
from pobratim.text.offset import token_range
from pobratim.text.token import Sentence, Token

from .abbreviation import is_abbreviation
from .elided import with_elided
from .grammar.mentions import find_mentions
from .grammar.tail import place_tail
from .mention import ALL_CASES, ActorMention

_FIRST = attrgetter("first")
_TOWN = re.compile(r"(.{2,}(?:[сц]к|град|бург|поль))(?:а|у|ом|е)")
_CABINET = ("Кабинет министров", "Кабинет Министров")
_UNIVERSITY_ENDS = ("ГУ", "ТУ", "ФУ", "МУ", "ГТУ", "ГМУ", "ГПУ", "ГАУ", "ГИК", "ВШЭ", "МГИМО", "ГУАП")


def find_actors(reading: Reading, people: Sequence[Sequence[tuple[int, int]]]) -> list[list[ActorMention]]:
    """The actor mentions of every sentence, in order; `people` are the spans of names of people in each, which are none."""
    found: list[list[ActorMention]] = []
    for sentence, persons in zip(reading.sentences, people, strict=True):
        mentions = with_elided(sentence, find_mentions(sentence, reading.text), found[-1] if found else ())
        if persons:
            mentions = [n for m in mentions if (n := _clear_of(sentence, m, persons)) is not None]
        # The grammar puts organs and their places together better, in the nominative: it gets the names inside them.
        names = [one for whole in reading.names_of(sentence) for one in whole.inner or (whole,) if one.kind != "PER"]
        taken = [*persons, *(span for m in mentions for span in _spans(m))] if names else []
        for name in names:
            if not _beside(taken, name.start, name.end) and (extra := _tagged(reading, sentence, name)):
                mentions.append(extra)
                taken += _spans(extra)
        found.append(sorted(mentions, key=_FIRST) if len(mentions) > 1 else mentions)
    return found


def _clear_of(sentence: Sentence, mention: ActorMention, persons: Sequence[tuple[int, int]]) -> ActorMention | None:
    """A mention as it stands beside people: a place that shares a letter with a name is none; a body keeps the name inside
    it («университет имени Андрея Белого»), and loses the one that only begins in it («глава администрации города Иван Петров»).
    """
    at = next((first for first, last in persons if first < mention.end and mention.start < last), None)
    if at is None:
        return mention
    if mention.layer != "body" or mention.last - mention.first <= 2:
        return None
    if not any(first == at and last > mention.end for first, last in persons):
        return mention
    territory = mention.parent if mention.parent is not None and mention.parent.start < at < mention.parent.end else None
    cut = territory.start if territory is not None else at
    last = next(t.index for t in sentence.tokens if t.start >= cut)
    if territory is None or last - mention.first < 2:
        return None  # «администрация», «правительство»: common nouns, which mean what the page names elsewhere
    name = mention.name[: len(mention.name) - (mention.end - cut)].rstrip()
    end = sentence.tokens[last - 1].end
    return ActorMention(sentence.index, mention.first, last, mention.start, end, "body", mention.kind, name, mention.cases)


def _beside(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether `text[start:end]` shares a letter with one of the spans."""
    for first, last in taken:  # noqa: SIM110  (asked of every name: a generator would cost more than it saves)
        if first < end and start < last:
            return True
    return False


def _spans(mention: ActorMention) -> list[tuple[int, int]]:
    """Where a mention stands, and where the territory that is named with it does."""
    return [(one.start, one.end) for one in (mention, mention.parent) if one is not None]


def _tagged(reading: Reading, sentence: Sentence, name: Name) -> ActorMention | None:
    """A mention for an organisation the grammar did not see."""
    first, last = token_range(sentence.tokens, name.start, name.end)
    tokens = sentence.tokens[first:last]
    if not tokens or not any(t.is_word and t.is_capital for t in tokens):
        return None
    if len(tokens) == 1 and (tokens[0].lemma in heads() or len(tokens[0].text) < 2 or _common(sentence, tokens[0])):
        return None
    if not tokens[0].is_capital and tokens[0].text not in '«"' or any(t.lemma in instruments() for t in tokens):
        return None
    if name.kind == "LOC" and not is_abbreviation(tokens[0].text):
        return _tagged_place(reading, sentence, tokens)
    first, last = _with_quotes(sentence.tokens, first, last)
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    title = _name(reading, sentence.tokens[first:last])
    parent, after = place_tail(sentence, reading.text, last) if len(tokens) == 2 else (None, last)
    if parent is not None:  # «Кабинет министров Абхазии»
        title += reading.text[end : sentence.tokens[after - 1].end]
        last, end = after, sentence.tokens[after - 1].end
    kind = "government" if title.startswith(_CABINET) else _kind(tokens)
    whole = sentence.tokens[first:last]
    cases = frozenset(f.case for f in whole[1].forms if f.case) if _declined_quote(whole) else _cases(tokens)
    return ActorMention(sentence.index, first, last, start, end, "body", kind, title, cases, parent)


def _common(sentence: Sentence, token: Token) -> bool:
    """Whether a single word is a common noun the tagger took for a name («Делегация» at the head of a sentence)."""
    quoted = token.index > 0 and sentence.tokens[token.index - 1].text in '«"'
    best = token.forms[0] if token.forms else None
    return (
        best is not None
        and best.known
        and not quoted
        and not token.text.isupper()
        and not best.tags & {"Orgn", "Trad", "Geox", "Abbr", "Name"}
    )


def _tagged_place(reading: Reading, sentence: Sentence, tokens: list[Token]) -> ActorMention | None:
    """A toponym that only the tagger knows («Тюлем», «Дадукоу»); an adjective or a common noun is none."""
    if len(tokens) > 2 or not tokens[-1].is_capital or tokens[-1].is_adjective and tokens[-1].forms[0].pos != "NOUN":
        return None
    return ActorMention(
        sentence.index,
        tokens[0].index,
        tokens[-1].index + 1,
        tokens[0].start,
        tokens[-1].end,
        "place",
        "other",
        _name(reading, tokens),
        _cases(tokens),
    )


def _with_quotes(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    if first and tokens[first - 1].text == "«" and last < len(tokens) and tokens[last].text == "»":
        return first - 1, last + 1
    open_quote = sum((t.text == "«") - (t.text == "»") for t in tokens[first:last]) > 0
    return first, last + (open_quote and last < len(tokens) and tokens[last].text == "»")  # «АБ «Россия»»


def _kind(tokens: list[Token]) -> str:
    word = next((t.text for t in tokens if t.text.isupper() and len(t.text) > 2), "")
    if word.endswith(_UNIVERSITY_ENDS):
        return "university"
    if any(ch.isdigit() for t in tokens for ch in t.text):
        return "other"
    return "company" if any(t.text in '«"' for t in tokens) or not word and len(tokens) == 1 else "other"


def _two_words(tokens: list[Token], text: str) -> str:
    """«Киргизской Республике» → «Киргизская Республика», «Кабинета Министров» → «Кабинет Министров»."""
    first, second = tokens
    if first.is_adjective and second.forms and second.forms[0].pos == "NOUN":
        return f"{adjective_nominative(first.text, second.forms[0].gender)} {like(second.forms[0].lemma, second.text)}"
    best = first.forms[0] if first.forms else None
    headed = best is not None and best.case != "nomn" and "gent" in {f.case for f in second.forms[:1]}  # «Кабинетом министров»
    if best is not None and best.known and best.pos == "NOUN" and best.number == "sing" and (best.case == "gent" or headed):
        return f"{like(best.lemma, first.text)} {second.text}"
    return text


def _cases(tokens: list[Token]) -> frozenset[str]:
    if len(tokens) == 1 and not tokens[0].text.isupper():
        cases = {f.case for f in tokens[0].forms if f.case and f.pos == "NOUN"}
        return frozenset(cases) or ALL_CASES
    return ALL_CASES


def _declined_quote(tokens: list[Token]) -> bool:
    """Whether the first word in quotation marks stands in the instrumental («с «Третьим парком»»), as names kept whole do not."""
    if len(tokens) < 3 or tokens[0].text != "«" or not tokens[1].forms:
        return False
    cases = {f.case for f in tokens[1].forms}
    return "ablt" in cases and "nomn" not in cases


def _stem_of(token: Token) -> str:
    """A declined word in the nominative, its capitals kept («КамАЗом» → «КамАЗ»)."""
    lemma_ = token.forms[0].lemma
    return token.text[: len(lemma_)] if token.lower.startswith(lemma_) else like(lemma_, token.text)


def _only_instrumental(token: Token) -> bool:
    """Whether a word can be nothing but a noun in the instrumental («нефтью»)."""
    return bool(token.forms) and token.forms[0].known and all(f.pos == "NOUN" and f.case == "ablt" for f in token.forms)


def _name(reading: Reading, tokens: list[Token]) -> str:
    text = reading.text[tokens[0].start : tokens[-1].end]
    if is_abbreviation(text):
        return text
    if _declined_quote(tokens) and len(tokens) == 3:
        return f"«{_stem_of(tokens[1])}»"  # «с «Газпромом»»
    if _declined_quote(tokens) and len(tokens) == 4 and tokens[1].is_adjective:
        return f"«{phrase_nominative(tokens[1:3], 1, reading.text)}»"
    if len(tokens) == 4 and tokens[0].text == "«" and tokens[3].text == "»" and _only_instrumental(tokens[2]):
        return f"«{tokens[1].text} {like(tokens[2].forms[0].lemma, tokens[2].text)}»"  # «с «Газпром нефтью»»
    if len(tokens) == 2 and all(t.text.isalpha() and not t.text.isupper() for t in tokens):
        return _two_words(tokens, text)
    if len(tokens) == 1 and not text.isupper() and text.isalpha():
        form = tokens[0].forms[0]
        town = None if form.known else _TOWN.fullmatch(text)
        if town:
            return town[1]  # «Хольмска» is no «Хольмска» in the nominative
        if form.pos == "NOUN" and form.case != "nomn" and len(form.lemma) <= len(text) + 2:
            return like(lemma(tokens[0].lower), text)  # «Минобр» is no guess of the dictionary's «Минобразец»
    return _headed(tokens, text) if len(tokens) > 2 else text


def _headed(tokens: list[Token], text: str) -> str:
    """«Организации содействия торговле» → «Организация содействия торговле»: the head noun, with a genitive behind it."""
    best, after = (t.forms[0] if t.forms else None for t in tokens[:2])
    if best is None or after is None or not best.known or best.pos != "NOUN" or best.number != "sing" or best.case == "nomn":
        return text
    if best.tags & {"Name", "Surn", "Patr", "Geox"} or after.case != "gent" or tokens[1].is_capital:
        return text
    return like(best.lemma, tokens[0].text) + text[len(tokens[0].text) :]

"""Names that are no people of the story: streets and prizes, bylines, places and adjectives that the tagger took for people."""

from __future__ import annotations

import re

from pobratim.annotate.toponym import toponym_at
from pobratim.lexicon.gazetteer import place_by_adjective
from pobratim.lexicon.people import byline_triggers, eponym_triggers, posts
from pobratim.text.declension import is_given
from pobratim.text.token import Sentence

from .attached import plausible_cases
from .name_span import NameSpan, is_type_word

_MAX_BYLINE_TOKENS = 14
_TITLES = frozenset(("honour", "military", "culture", "monarch", "clergy", "state_head", "academic", "degree"))
_REPORTERS = frozenset(("корр", "спецкор", "собкор"))
_LETTERS = re.compile(r"[А-ЯЁ][а-яё]+[А-ЯЁ]{2,}$")  # «ОрГМУ», «КазНУ»
_OF_REGION = ("ская", "ской", "скую", "цкая", "цкой", "цкую")
_OF_DISTRICT = ("ский", "ским", "цкий", "цким")
_LAND = re.compile(r"щин(?:а|ы|е|у|ой|ою)$|(?:чан|ян)(?:е|ам|ами|ах)$|(?:нц|йц)(?:ы|ам|ами|ах|ев)$")


def is_eponym(span: NameSpan) -> bool:
    """Whether the name belongs to a street, a university, a prize («имени А.С. Пушкина», «улица Ленина»).

    Between the trigger and the name may stand words in the genitive («имени первого Президента России Б. Н. Ельцина»,
    «мемориала Героя России …»). «имя» itself names a person («имя Ивана Петрова»), «имени» an eponym.
    """
    return _behind_eponym(span) and (any(t.text == "." for t in span.tokens) or "gent" in plausible_cases(span))


def _behind_eponym(span: NameSpan) -> bool:
    """Whether the words before a name are those of an eponym."""
    tokens, triggers = span.sentence.tokens, eponym_triggers()
    k, titled = span.first - 1, False
    while k >= 0 and span.first - k < 10:
        token = tokens[k]
        if token.is_capital and len(token.text) > 1 and k != span.first - 1 and is_given(token.lower):
            return False
        if token.text in ("имени", "им") or (token.text == "." and k and tokens[k - 1].lower in ("им", "ул")):
            return True
        if (titled or k == span.first - 1) and token.lemma in triggers and token.lemma != "имя":
            return True
        titled = titled or "post" in token.uses and any(posts().get(lemma) in _TITLES for lemma in token.lemmas)
        if token.text != "." and not any(f.case == "gent" for f in token.forms):
            return False
        k -= 1
    return False


def is_byline(sentence: Sentence) -> bool:
    """Whether a short sentence is a byline or a photo credit («Фото Ивана Петрова», «Иван Петров, корр. ТАСС»)."""
    tokens = sentence.tokens
    if not tokens or len(tokens) > _MAX_BYLINE_TOKENS:
        return False
    opens = tokens[0].lower in byline_triggers()
    if not opens and (sentence.words.isdisjoint(_REPORTERS) or not any(t.lower in _REPORTERS for t in tokens[2:6])):
        return False
    if opens and len(tokens) > 1 and tokens[1].text in ":—–-/":
        return True
    return not any(f.pos in ("VERB", "PRTS") and f.score > 0.3 for t in tokens[1:] for f in t.forms[:1])


def is_place(span: NameSpan) -> bool:
    """Whether the tagger took a place or its people for a person («Чачак», «Гомельщина», «гродненцы»)."""
    tokens = span.sentence.tokens
    if len(span.words) == 1 and _LAND.search(span.words[0].lower):
        return True
    if len(span.words) == 1 and span.last < len(tokens) and is_type_word(tokens[span.last]):
        return True
    if len(span.words) == 1 and _is_elided_region(span):
        return True
    place = toponym_at(tokens, span.first)
    if place is None:
        return False
    return place.end >= span.last or (len(span.words) == 2 and toponym_at(tokens, place.end) is not None)


def _is_elided_region(span: NameSpan) -> bool:
    """«Архангельская область подписала с Навоийской»: a region's adjective alone, where «область» stands before it."""
    word = span.words[0]
    if word.lower.endswith(_OF_DISTRICT) and "район" in span.sentence.lemmas:
        return _is_elided_district(span)
    if not word.lower.endswith(_OF_REGION) or "область" not in span.sentence.lemmas:
        return False
    before = span.sentence.tokens[: word.index]
    return any("область" in t.lemmas for t in before) and bool(place_by_adjective(word.lower, "область"))


def _is_elided_district(span: NameSpan) -> bool:
    """«Псковский район подписал договор с Шарковщинским, Печорский – с Браславским»: between a clause's borders."""
    tokens, word = span.sentence.tokens, span.words[0]
    before = tokens[word.index - 1].lower if word.index else ""
    after = tokens[word.index + 1].text if word.index + 1 < len(tokens) else "."
    if before not in (",", "а", "и", "с", "со") or after not in (",", ".", ";", "–", "—", "и"):
        return False
    named = any("район" in t.lemmas and t.index and tokens[t.index - 1].is_capital for t in tokens[: word.index])
    return named and bool(place_by_adjective(word.lower, "район") or place_by_adjective(word.lower, "город"))


def is_modifier(span: NameSpan) -> bool:
    """Whether the tagger took an adjective of a post for a name («Чрезвычайным и Полномочным Послом»)."""
    if len(span.tokens) > 1 or span.last >= len(span.sentence.tokens):
        return False
    form, after = (span.tokens[0].forms or (None,))[0], span.sentence.tokens[span.last]
    known = form is not None and form.known and form.pos == "ADJF"
    return known and (after.lower == "и" or any(f.pos in ("NOUN", "ADJF") and f.score > 0.3 for f in after.forms))


def is_school(span: NameSpan) -> bool:
    """Whether the tagger took the letters of a university for a person («ОрГМУ»)."""
    return len(span.tokens) == 1 and _LETTERS.match(span.tokens[0].text) is not None

"""Scenes: the day that a story stands at, for deeds that are told without their own."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from pobratim.core.date import PartialDate
from pobratim.facts.sides import is_finite
from pobratim.facts.story import Story
from pobratim.facts.way_home import is_of_return
from pobratim.lexicon.documents import group
from pobratim.text.date_mention import DateMention
from pobratim.text.offset import token_at
from pobratim.text.speech_verb import speech_form
from pobratim.text.token import Sentence, Token

_PUBLISHING = group("publishing")
_STARTING = frozenset(("начаться", "начинаться", "стартовать"))
_NEWS_OPENERS = ("Об этом ", "Эту новость ", "Эту информацию ")
_SCENE_REACH = 5  # sentences
_DATELINE = 14  # words that a dateline may have
_REPORT = 7  # the first words of a sentence, among which its verb of speech stands («Об этом 11 июля сообщили …»)
_FEAST = re.compile(r"[\s,–—-]+(?:Д(?:ень|ня|ню|нём|нем|не)|[Пп]раздник\w*|[Юю]билей?\w*|[Гг]одовщин\w+)\b")


def scene_date(story: Story, sentence: int, *, stays: bool = True, foreign: AbstractSet[int] = frozenset()) -> PartialDate | None:
    """The day the story stands at in a sentence: told in it, shortly before it, or in the lead; None if too old.

    Without `stays` no day is taken from several («с 17 по 19 сентября») that another sentence tells: what happened
    on one of them is not told. `foreign` are the offsets of dates that are of other acts. Fails where a digression with
    its own day stands between.
    """
    own = story.sentences[sentence].paragraph
    for n in [sentence, *range(sentence - 1, max(-1, sentence - _SCENE_REACH), -1)]:
        if (n == sentence or not _is_aside(story, n, own)) and (days := _current_days(story, n, stays or n == sentence, foreign)):
            return days[-1]
    told = (n for n in story.lead if not _of_future(story, n) and (n <= sentence or _tells_when(story, n)))
    of_lead = (_current_days(story, n, stays, foreign) for n in told)
    return next((days[0] for days in of_lead if days), None)


def _is_aside(story: Story, n: int, paragraph: int) -> bool:
    """Whether a sentence tells of another time than those of a paragraph: of what will be, of the day before, of history."""
    if _of_future(story, n) or _of_day_before(story, n):
        return True
    return story.sentences[n].paragraph != paragraph and story.looks_back(n)


def _of_day_before(story: Story, n: int) -> bool:
    """«4 октября мэр принял гостей. Накануне они осмотрели завод. …»: a look at the day before that of the story."""
    return n > 0 and "накануне" in story.sentences[n].words and any(m.shape == "day" for m in story.dates[n - 1])


def _tells_when(story: Story, n: int) -> bool:
    """Whether a day of a later sentence can be that of the deed: not of what then began («Первая акция стартовала 16 июня»)."""
    return story.sentences[n].lemmas.isdisjoint(_STARTING) and not story.looks_back(n)


def _current_days(story: Story, n: int, stays: bool, foreign: AbstractSet[int]) -> list[PartialDate]:
    told = [m for m in story.dates[n] if m.start in story.value_at and m.start not in foreign and (stays or not m.span)]
    if told:
        told = [m for m in told if not _of_no_deed(story, n, m)]
    days = (story.value_at[m.start] for m in told)
    return [value for value in days if value.precision == "day" and story.is_current(value)]


def _of_no_deed(story: Story, n: int, day: DateMention) -> bool:
    """«Об этом накануне сообщили в администрации», «с прошедшим 25 октября Днём Республики», «вернулся вчера»: of no deed."""
    sentence = story.sentences[n]
    told_of = sentence.text.startswith(_NEWS_OPENERS) and any(speech_form(t.lower) for t in sentence.tokens[2:_REPORT])
    told_of = told_of or not sentence.lemmas.isdisjoint(_PUBLISHING) or {"подвести", "итог"} <= sentence.lemmas
    since = not day.span and story.text[day.start - 2 : day.start].lower() == "с "  # «работа шла с 14 февраля»
    home = since or is_of_return(sentence, token_at(sentence.tokens, day.start))
    return told_of or home or _FEAST.match(story.text, day.end) is not None


def _of_future(story: Story, n: int) -> bool:
    """Whether a sentence speaks of what will be («Форум пройдёт 26 июня») or is a mere dateline («(Саранск, 31 марта)»)."""
    if n not in story.ahead:
        story.ahead[n] = _tells_of_future(story.sentences[n])
    return story.ahead[n]


def _tells_of_future(sentence: Sentence) -> bool:
    if sentence.paragraph <= 1 and len(sentence.tokens) <= _DATELINE and not any(map(is_finite, sentence.tokens)):
        return sentence.paragraph == 1
    return any(map(_is_future, sentence.tokens))


def _is_future(token: Token) -> bool:
    """Whether a word is most likely a verb in the future tense."""
    return bool(token.forms) and token.forms[0].pos == "VERB" and "futr" in token.forms[0].tags

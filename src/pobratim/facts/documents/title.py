"""The title of a document as the text gives it, in the nominative and without what belongs to the sentence."""

from __future__ import annotations

from pobratim.facts.story import Story
from pobratim.lexicon.documents import group
from pobratim.text.nominative import phrase_nominative
from pobratim.text.time_words import number_word
from pobratim.text.token import Token

from .mention import InstrumentMention

_STOPS = group("title-stop")
_POINTING = group("title-pointing")
_TRAILING = group("title-trailing")
_JOINERS = ("и", ",", "-", "–", "—", "(", "или")
_ACCUSATIVE = ("на", "за", "по", "о", "об", "в", "во", "про", "через")
_GOVERNED = 5  # tokens a preposition may reach


def title_of(story: Story, mention: InstrumentMention) -> tuple[str | None, int]:
    """The words of a mention up to where the sentence goes on, and where in the page's text they end.

    Of a plan they are told with the agreement it implements. One of several documents («соглашения с А и Б») is named in the
    singular, without the partners. None where the item of a list has no words of its own.
    """
    if mention.model is not None:
        return None, mention.end
    sentence = story.sentences[mention.sentence]
    last = mention.parent.last if mention.parent and mention.relation == "implements" else mention.last
    first = mention.first
    while first < mention.head and (_names_nothing(sentence.tokens[first]) or _opens_speech(sentence.tokens[first:last])):
        first += 1
    tokens = sentence.tokens[first:last]
    tokens = tokens[: _end(story, mention, tokens)]
    while tokens and _trails(tokens):
        tokens = tokens[:-1]
    if not tokens or tokens[-1].index < mention.head:
        return story.text[mention.start : mention.end], mention.end
    return phrase_nominative(tokens, mention.head - first, story.text), tokens[-1].end


def _trails(tokens: list[Token]) -> bool:
    """Whether the last token is no part of the title; the full stop of «2023 г.» is."""
    last = tokens[-1]
    if last.text == "." and len(tokens) > 1 and tokens[-2].lower in ("г", "гг"):
        return False
    return last.text in ",.–—-(«;" or last.lower in _TRAILING


def _opens_speech(tokens: list[Token]) -> bool:
    """Whether the first token is a quotation mark that the title does not close: «Аналогичные документы подписали …»."""
    return tokens[0].text in "«„“" and not any(token.text in "»“”" for token in tokens[1:])


def _names_nothing(token: Token) -> bool:
    """Whether a word before the noun is no title: «этот», «3», «два»."""
    return token.lemma in _POINTING or number_word(token.text) is not None


def _end(story: Story, mention: InstrumentMention, tokens: list[Token]) -> int:
    """The index in `tokens` where the title ends."""
    dates = {d.start for d in story.dates[mention.sentence] if d.shape != "year"}
    behind = (n for n, token in enumerate(tokens) if token.index > mention.head)
    return next((n for n in behind if _ends(mention, tokens, n) or dates and _bare_date(tokens, n, dates)), len(tokens))


def _ends(mention: InstrumentMention, tokens: list[Token], n: int) -> bool:
    """Whether the sentence goes on at a token: «которое», a dash, a closing quote that opens nowhere, «с А» of several."""
    token = tokens[n]
    if token.lower in _STOPS or (token.text in '–—»"' and not _inside_quotes(tokens[:n])):
        return True
    if token.text == "," and n + 1 < len(tokens) and _goes_on(tokens[n + 1]):
        return True
    if token.text == "(" and "«" not in (t.text for t in tokens[n : n + 2]):
        return True
    return mention.plural and token.lower in ("с", "со", "между") or _new_subject(tokens, n)


def _new_subject(tokens: list[Token], n: int) -> bool:
    """Whether a noun in the nominative follows that no preposition governs («Подобное соглашение столица подписала …»).

    Fails where the nominative looks like the genitive («соглашение области подписали») and for names («соглашение Орлов»),
    for they stay in the nominative beside a noun («Республики Беларусь»).
    """
    token = tokens[n]
    best = token.forms[0] if token.forms and not token.is_capital else None
    if best is None or best.pos not in ("NOUN", "ADJF") or best.case not in ("nomn", "accs"):
        return False  # nearly every word
    if tokens[n - 1].lower in _JOINERS or _inside_quotes(tokens[:n]):
        return False
    cases = {form.case for form in token.forms if form.pos in ("NOUN", "ADJF")}
    governed = any(t.lower in _ACCUSATIVE for t in tokens[max(0, n - _GOVERNED) : n])
    return cases == {"nomn"} or cases == {"nomn", "accs"} and not governed and not tokens[n - 1].text.isdigit()


def _bare_date(tokens: list[Token], n: int, dates: set[int]) -> bool:
    """Whether a date begins that is no part of the title; «от 5 мая» and «с 2024 года» are."""
    return tokens[n].start in dates and tokens[n - 1].lower not in ("от", "с")


def _goes_on(token: Token) -> bool:
    """Whether a comma opens a participle or another clause and no list."""
    best = token.forms[0] if token.forms else None
    return best is not None and (best.pos in ("PRTF", "CONJ", "NPRO", "PREP", "VERB", "ADVB") or token.lower == "а")


def _inside_quotes(tokens: list[Token]) -> bool:
    texts = [t.text for t in tokens]
    return texts.count("«") > texts.count("»")

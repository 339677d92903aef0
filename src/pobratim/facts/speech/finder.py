"""Goes through the paragraphs of a page and collects the blocks of speech."""

from __future__ import annotations

import re

from pobratim.annotate.reading import Reading
from pobratim.facts.people.mention import PeopleFound
from pobratim.text.speech_verb import speech_use

from .block import Paragraph, Speech
from .quotation import Quotation, dash_pieces, is_long, opens_with_dash, quotations
from .tag import Tagger

_TAG_START = re.compile(r"[\s,.!?…»\"”]*[–—-]\s*|[\s!?…»\"”]*,\s*")
_GOES_ON = re.compile(r"[.!?]\s+[–—-]\s")


class SpeechFinder:
    """Goes through the paragraphs; remembers quoted ones that still lack a speaker, and who was announced by a colon."""

    def __init__(self, reading: Reading, people: PeopleFound) -> None:
        self._text = reading.text
        self._tagger = Tagger(people, reading.sentences)
        self._pending: list[Speech] = []
        self._announced: str | None = None
        self._running: Speech | None = None
        self._open = False
        self._begun: Speech | None = None
        self.found: list[Speech] = []

    def read(self, paragraph: Paragraph) -> None:
        """Adds the statements of one paragraph."""
        text = self._text[paragraph.start : paragraph.end]
        announced, self._announced = self._announced, None
        begun, self._begun = self._begun, None
        if opens_with_dash(text) or begun:
            speech = self._dashed(paragraph, announced)
            if speech:
                speech.pieces = (begun.pieces if begun else []) + speech.pieces
                self._add([speech])
                return
        if opens_with_dash(text) and _is_sentence(text):
            self._begun = Speech(None, True, [dash_pieces(self._text, paragraph.start, paragraph.end)[0]], -1)
        self._quoted_or_reported(paragraph, announced)
        if text.rstrip().endswith(":"):
            self._announced = self._tagger.opener(paragraph.sentences[-1], paragraph.end)

    def _quoted_or_reported(self, paragraph: Paragraph, announced: str | None) -> None:
        quotes = quotations(self._text, paragraph.start, paragraph.end, self._open)
        quotes = [q for q in quotes if is_long(q, self._text) or not q.closed]
        quoted = self._quoted(paragraph, quotes, announced)
        pieces = quoted + [r for r in self._reported(paragraph, quotes) if not _told_by_another(r, quoted)]
        self._open = bool(quotes) and not quotes[-1].closed
        pieces.sort(key=lambda speech: speech.start)
        if _is_bare_quote(self._text, paragraph, quotes) and not any(p.speaker for p in pieces):
            self._bare(paragraph, quotes[0])
        else:
            self._add(pieces)

    def _bare(self, paragraph: Paragraph, quote: Quotation) -> None:
        """A paragraph that is nothing but a quotation: it goes on with the last one, or waits for the next."""
        if self._running and not self._pending:
            self._running.pieces.append((quote.start, quote.end))
        else:
            self._pending.append(Speech(None, True, [(quote.start, quote.end)], -1))

    def _add(self, pieces: list[Speech]) -> None:
        """Pieces of one speaker in one sentence, or quoted side by side in a paragraph, are one statement."""
        merged: list[Speech] = []
        for piece in pieces:
            if merged and _is_one(merged[-1], piece):
                merged[-1].pieces += [p for p in piece.pieces if p[0] >= merged[-1].end]
                merged[-1].direct = merged[-1].direct or piece.direct
            else:
                merged.append(piece)
        first = merged[0] if merged else None
        if self._pending and first and first.direct and first.speaker:
            first.pieces = [p for speech in self._pending for p in speech.pieces] + first.pieces
        self._pending = []
        self._running = merged[-1] if merged and merged[-1].direct and merged[-1].speaker else None
        self.found += [speech for speech in merged if speech.speaker]

    def _dashed(self, paragraph: Paragraph, announced: str | None) -> Speech | None:
        """«– Текст, – сказал X. – Ещё текст.»"""
        pieces = dash_pieces(self._text, paragraph.start, paragraph.end)
        speaker, spoken, tagged = announced, [pieces[0]], False
        for low, high in pieces[1:]:
            if self._begins_with_tag(paragraph, low):
                tagged = True
                found = self._speaker(paragraph, low, high)
                speaker = found or speaker
            else:
                spoken.append((low, high))
        if not tagged and announced is None:
            return None
        return Speech(speaker, True, spoken, paragraph.sentences[0].index)

    def _begins_with_tag(self, paragraph: Paragraph, low: int) -> bool:
        """Whether a verb of speech stands among the first words of a piece that begins in lower case, or a name does."""
        tokens = [t for s in paragraph.sentences for t in s.tokens if t.start >= low][:7]
        if not tokens:
            return False
        verb = next((k for k, t in enumerate(tokens) if speech_use(t.lower)), None)
        if verb is None:
            return False
        return tokens[0].text.islower() or verb <= 3

    def _speaker(self, paragraph: Paragraph, low: int, high: int) -> str | None:
        for sentence in paragraph.sentences:
            if sentence.end > low and sentence.start < high:
                speaker = self._tagger.direct(sentence, low, min(high, sentence.end))
                if speaker:
                    return speaker
                return None
        return None

    def _quoted(self, paragraph: Paragraph, quotes: list[Quotation], announced: str | None) -> list[Speech]:
        """The quotations with a tag behind («…», – сказал X), inside, or before them (X: «…»)."""
        found: list[Speech] = []
        for number, quote in enumerate(quotes):
            limit = quotes[number + 1].start - 1 if number + 1 < len(quotes) else paragraph.end
            speaker, tagged = self._after(paragraph, quote, limit)
            if not tagged:
                speaker, tagged = self._inside(paragraph, quote)
            if not tagged:
                speaker = self._opener(paragraph, quote)
                if speaker is None and number == 0 and quote.start - paragraph.start <= 1:
                    speaker = announced
            if speaker is None and not tagged and found and self._continues(quote, quotes[number - 1]):
                speaker = found[-1].speaker
            if speaker or tagged:
                found.append(Speech(speaker, True, [(quote.start, quote.end)], _sentence_at(paragraph, quote.end)))
        return found

    def _after(self, paragraph: Paragraph, quote: Quotation, limit: int) -> tuple[str | None, bool]:
        match = _TAG_START.match(self._text, quote.end, limit)
        if not match or match.end() >= limit:
            return None, False
        sentence = next((s for s in paragraph.sentences if s.start <= match.end() < s.end), None)
        if sentence is None:
            return None, False
        high = min(limit, sentence.end)
        dash = _GOES_ON.search(self._text, match.end(), high)
        high = dash.start() if dash else high
        if not any(speech_use(t.lower) or t.lower == "слова" for t in sentence.tokens if match.end() <= t.start < high):
            return None, False
        return self._tagger.direct(sentence, match.end(), high), True

    def _inside(self, paragraph: Paragraph, quote: Quotation) -> tuple[str | None, bool]:
        """«Текст, – сказал X. – Ещё текст» with both halves in one pair of quotes."""
        for low, high in dash_pieces(self._text, quote.start, quote.end)[1:]:
            if self._begins_with_tag(paragraph, low) and self._text[low].islower():
                return self._speaker(paragraph, low, high), True
        return None, False

    def _opener(self, paragraph: Paragraph, quote: Quotation) -> str | None:
        """The speaker before a colon («X отметил: «…»»)."""
        before = self._text[paragraph.start : quote.start - 1].rstrip()
        if not before.endswith(":"):
            return None
        at = paragraph.start + len(before)
        sentence = next((s for s in paragraph.sentences if s.start < at <= s.end), None)
        return self._tagger.opener(sentence, at - 1) if sentence else None

    def _continues(self, quote: Quotation, before: Quotation) -> bool:
        return quote.start - before.end < 40 and self._text[before.end : quote.start].count(".") <= 1

    def _reported(self, paragraph: Paragraph, quotes: list[Quotation]) -> list[Speech]:
        """Reported speech outside the quotations."""
        tags = [tag for sentence in paragraph.sentences for tag in self._tagger.reported(sentence)]
        outside = [tag for tag in tags if not any(q.start <= tag.at < q.end for q in quotes)]
        return [Speech(tag.speaker, False, tag.pieces, tag.sentence) for tag in outside]


def _is_sentence(text: str) -> bool:
    """Whether a paragraph behind a dash is a sentence and no item of a list."""
    words = text.lstrip("–—- ")
    return words[:1].isupper() and words.endswith((".", "!", "?", "…"))


def _is_one(a: Speech, b: Speech) -> bool:
    if not a.speaker or a.speaker != b.speaker:
        return False
    return a.sentence == b.sentence or (a.direct and b.direct)


def _sentence_at(paragraph: Paragraph, offset: int) -> int:
    return next((s.index for s in paragraph.sentences if s.start <= offset <= s.end), paragraph.sentences[-1].index)


def _told_by_another(reported: Speech, quoted: list[Speech]) -> bool:
    """«Гость считает, что это так: «…», – подчеркнул X»: the tag of the quotation knows better who speaks."""
    return any(reported.start <= q.start < reported.end and q.speaker not in (None, reported.speaker) for q in quoted)


def _is_bare_quote(text: str, paragraph: Paragraph, quotes: list[Quotation]) -> bool:
    """Whether a paragraph begins with a quotation mark and holds nothing but the quotation."""
    if not quotes or quotes[0].start - paragraph.start > 1:
        return False
    return len(text[quotes[-1].end : paragraph.end].strip(' .,!?…»"”')) == 0

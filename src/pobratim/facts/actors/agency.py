"""News agencies: the name between the dateline's day and its dash is of who tells, and no actor of the story."""

from __future__ import annotations

import re

from pobratim.annotate.reading import Reading

from .mention import ActorMention

_PARAGRAPHS = 3  # the headline and the first two, where a dateline may stand
_REACH = 40  # characters before the name within which its day stands
_DAY = re.compile(r"\d\d?(?:\s+[а-яё]{3,8}\.?|\.\d\d)(?:[ .]+\d{2,4})?(?:\s*г(?:ода|\.)?)?[.,:]?[\s/(\[«]*$")
_DASH = re.compile(r"[»/)\].]*\s*[-–—]\s")


def without_agencies(reading: Reading, actors: list[list[ActorMention]]) -> list[list[ActorMention]]:
    """The actor mentions of every sentence without the agency of a dateline («Салехард. 4 февраля. ИНТЕРФАКС-УРАЛ – …»)."""
    for n, sentence in enumerate(reading.sentences):
        if sentence.paragraph >= _PARAGRAPHS:
            break
        row = actors[n]
        if row and row[0].layer == "body" and _tells(reading.text, row[0]):
            del row[0]
    return actors


def _tells(text: str, first: ActorMention) -> bool:
    """Whether a name stands between a day and a dash."""
    return bool(_DASH.match(text, first.end) and _DAY.search(text[max(0, first.start - _REACH) : first.start]))

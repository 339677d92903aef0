"""What a line of a flat text is when it is not the story: a heading of others' headlines, a button, a notice …

Every rule looks at one line alone and is sure; what is not surely something else stays the story's.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from pobratim.lexicon.word_list import folded_set, word_list, word_table

LONGEST_NOTICE = 400
LONGEST_BUTTON = 160
LONGEST_CREDIT = 160
_EDGES = " .:;,!?…»«\"'-–—|•·→←>‹›*#()[]{}▼▲↓↑"
_BEGINNING = 3  # letters; no heading is shorter
_NUMBER = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…:;](?:\s*[»\"”)])*$")


def fold(text: str) -> str:
    """Lower case with `ё` written `е`, without the marks at the edges.

    >>> fold("«Ещё по теме:»")
    'еще по теме'
    """
    return text.lower().replace("ё", "е").strip(_EDGES)


def folds_to(text: str, folded: str) -> bool:
    """Whether a text folded is another one, which is folded already; told of nearly every text by its length.

    >>> folds_to("«Ещё по теме:»", "еще по теме"), folds_to("Ещё", "еще по теме")
    (True, False)
    """
    stripped = text.strip(_EDGES)
    return len(stripped) == len(folded) and fold(stripped) == folded


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do, perhaps inside a closing quote."""
    return _SENTENCE_END.search(line) is not None


def related_heading(line: str) -> str | None:
    """What follows a heading of other stories on its own line (`""` where nothing does); None for other lines.

    >>> related_heading("Читайте также: В Туле открыли парк"), related_heading("Рекомендуем:"), related_heading("Парк")
    ('В Туле открыли парк', '', None)
    """
    if line.lstrip(_EDGES)[:_BEGINNING] not in _related_beginnings():
        return None  # nearly every line
    headings = folded_set("pages", "related_marker")
    if len(line) < 60 and fold(line) in headings:
        return ""
    head, colon, rest = line.partition(":")
    if colon and rest.strip() and len(head) < 40 and fold(head) in headings:
        return rest.strip()
    return None


@cache
def _related_beginnings() -> frozenset[str]:
    """With which letters headings of other stories begin, in every way to write them large and small."""
    either = {"е": "ЕеЁё"}
    beginnings = {heading[:_BEGINNING] for heading in folded_set("pages", "related_marker")}
    return frozenset("".join(way) for b in beginnings for way in product(*(either.get(c, c + c.upper()) for c in b)))


def comments_heading(line: str) -> tuple[bool, int | None]:
    """Whether a line heads the readers' comments, and their number where the line has it.

    >>> comments_heading("Комментарии (3)"), comments_heading("Комментарии экспертов")
    ((True, 3), (False, None))
    """
    if len(line) > 60:
        return False, None
    words = fold(_NUMBER.sub(" ", line))
    counted = words in folded_set("pages", "comments_counted")
    if not counted and words not in folded_set("pages", "comments_marker"):
        return False, None  # nearly every line
    numbers = _NUMBER.findall(line)
    if counted and len(numbers) == 1:
        return True, int(numbers[0])
    if words in folded_set("pages", "comments_marker"):
        return True, int(numbers[0]) if numbers else None
    return False, None


def mentions_comments(text: str) -> bool:
    """Whether a text holds a word that a heading of readers' comments begins with.

    >>> mentions_comments("Иван: Спасибо! Комментарии (3)"), mentions_comments("Иван: Спасибо!")
    (True, False)
    """
    folded = fold(text)
    return any(map(folded.__contains__, _comments_words()))


@cache
def _comments_words() -> frozenset[str]:
    headings = folded_set("pages", "comments_marker") | folded_set("pages", "comments_counted")
    return frozenset(heading.split(" ")[0] for heading in headings)


def is_share(line: str) -> bool:
    """Whether a line is made of buttons to share, print, like, or asks to subscribe."""
    if len(line) > LONGEST_BUTTON:
        return False
    folded = fold(line)
    exact, beginnings = _share_words()
    if not folded or folded in exact or folded.startswith(beginnings):
        return bool(folded)
    if len(line) > 80:
        return False
    rest = _share_pattern().sub(" ", " " + _NUMBER.sub(" ", folded) + " ")
    return not rest.strip(_EDGES + "/\\+&") and len(folded) > 2 and not folded.isdigit()


@cache
def _share_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole buttons, and beginnings of lines (`*` in the list)."""
    entries = folded_set("pages", "share")
    return frozenset(e for e in entries if not e.endswith("*")), tuple(e[:-1] for e in entries if e.endswith("*"))


@cache
def _share_pattern() -> re.Pattern[str]:
    """Any button inside a line of buttons."""
    words = sorted(_share_words()[0], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


def is_cookie_notice(line: str) -> bool:
    """Whether a line is a notice about cookies or personal data."""
    if len(line) > LONGEST_NOTICE:
        return False
    lower = line.lower()
    return any(map(lower.__contains__, word_list("pages", "cookie")))


def photo_credit(line: str) -> str | None:
    """Who took the picture, in the nominative where the credit's first word is known; None for other lines.

    >>> photo_credit("Фото пресс-службы Губернатора")
    'пресс-служба Губернатора'
    """
    if len(line) > LONGEST_CREDIT or "фото" not in line[:24].lower() and line[:1] not in "ИКСpPиксСА":
        return None
    lower = line.lower()
    for entry in _credit_entries():
        if lower.startswith(entry) and not lower[len(entry) : len(entry) + 1].isalpha():
            rest = line[len(entry) :]
            if entry[-1].isalpha() and not _may_be_credit(rest):
                return None
            return _nominative_credit(rest.strip(" .:,;-–—/©|"))
        if entry.endswith("+") and lower.startswith(entry[:-1]) and not lower[len(entry) - 1 : len(entry)].isalpha():
            return _nominative_credit(line[len("фото") :].strip(" .:,;"), whole=line.strip())
    return None


def _may_be_credit(rest: str) -> bool:
    """Whether what follows «Фото» without a colon is a name or an office, not a sentence («Фото драки попало в сеть.»)."""
    rest = rest.strip(" -–—/©|")
    first = rest.split(" ", 1)[0].lower()
    return (rest[:1].isupper() or first in word_table("pages", "credit_head")) and not (len(rest) > 80 and ends_sentence(rest))


@cache
def _credit_entries() -> tuple[str, ...]:
    """The longest beginnings first."""
    return tuple(sorted(word_list("pages", "credit"), key=len, reverse=True))


def _nominative_credit(credit: str, whole: str | None = None) -> str | None:
    """«пресс-службы Губернатора» → «пресс-служба Губернатора»; with an unknown first word `whole`, or the credit as it is."""
    first, space, rest = credit.partition(" ")
    nominative = word_table("pages", "credit_head").get(first.lower())
    if nominative is None:
        return whole or credit or None
    if first[:1].isupper():
        nominative = nominative[:1].upper() + nominative[1:]
    return nominative + space + rest


def labelled(line: str, name: str, *, colon: bool = True) -> str | None:
    """What follows a label of the list `name` on a line («Автор: Иван Петров» → «Иван Петров»), or None.

    Args:
        line: a line of the page.
        name: the list of labels, without its ending.
        colon: whether the label must be followed by a colon (or a dash).
    """
    lower = line.lower().replace("ё", "е").lstrip(" •·|[(")
    if not lower.startswith(_labels(name)):
        return None
    shift = len(line) - len(lower)
    for label in _labels(name):
        if lower.startswith(label):
            rest = lower[len(label) :]
            mark = rest.lstrip()[:1]
            if mark in (":", "–", "—") or (not colon and not rest[:1].isalpha()):
                return line[shift + len(label) :].strip(" :–—")
    return None


@cache
def _labels(name: str) -> tuple[str, ...]:
    """The longest labels first."""
    return tuple(sorted(folded_set("pages", name), key=len, reverse=True))


def is_footer(line: str) -> bool:
    """Whether a line belongs to the foot of a page; asked only where no story follows."""
    lower = line.lower().replace("ё", "е").strip()
    beginnings = _labels("footer")
    if not lower.startswith(beginnings):
        return False  # nearly every line
    return any(lower.startswith(b) and not lower[len(b) : len(b) + 1].isalpha() for b in beginnings)


def is_menu(line: str) -> bool:
    """Whether a line is an item of a menu or the name of a section, alone."""
    folded = fold(line)
    return not folded or folded in folded_set("pages", "menu") or folded in folded_set("pages", "section")

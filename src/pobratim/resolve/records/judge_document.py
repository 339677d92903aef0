"""Whether two nodes speak of one document. Every rule's first line is what people are shown."""

from __future__ import annotations

import re

from .content import Document, full_day
from .verdict import Rule, Verdict, decide
from .window import NEAR_DAYS, date_window, document_window

MEANT_ALIKE = {"roadmap": "plan", "programme": "plan"}  # «план мероприятий («дорожная карта»)»
TELLING_TITLE_CHARS = 40  # a shorter title («соглашение о сотрудничестве») fits too many documents
SPHERES_AGREE = 0.05
_YEARS = re.compile(
    r"\bна (?:\w+ ){0,2}?((?:19|20)\d\d)(?:[- ]+((?:19|20)\d\d))?\b"
)  # of a title without its marks: «на 2024-2026 годы»


def judge_document(a: Document, b: Document) -> Verdict:
    """The same, another, or unknown; the order of the two does not matter."""
    return decide(a, b, APART, SAME)


def other_kind(a: Document, b: Document) -> float:
    """One is an agreement, the other another kind of document."""
    return float(_kind(a) != _kind(b))


def other_parties(a: Document, b: Document) -> float:
    """The parties are not the same."""
    return float(not _parties_agree(a, b))


def other_time(a: Document, b: Document) -> float:
    """They were signed at different times."""
    if full_day(a.date) and full_day(b.date) and a.planned == b.planned:
        return float(not _near(a, b))
    one, two = document_window(a), document_window(b)
    return float(one is not None and two is not None and not one.meets(two))


def other_years(a: Document, b: Document) -> float:
    """Their titles are for different years."""
    one, two = _YEARS.search(a.title), _YEARS.search(b.title)
    return float(one is not None and two is not None and one.groups() != two.groups())


def other_ordinal(a: Document, b: Document) -> float:
    """A page, a list or a person tells of several that are alike: the first is not the second."""
    return float(a.ordinal != b.ordinal)


def same_day(a: Document, b: Document) -> float:
    """The same parties signed the same kind of document on the same day."""
    return _weighed(a, b, 0.95) if full_day(a.date) and a.date == b.date else 0.0


def day_within(a: Document, b: Document) -> float:
    """The same parties and kind; one page gives the day, the other the month or the year."""
    one, two = date_window(a.date), date_window(b.date)
    if a.date == b.date or a.planned or b.planned or one is None or two is None or not one.meets(two):
        return 0.0
    if full_day(a.date) and full_day(b.date):
        return 0.0
    return _weighed(a, b, 0.8 if min(len(a.date or ""), len(b.date or "")) == 7 else 0.5)


def same_stretch(a: Document, b: Document) -> float:
    """The same parties and kind, dated alike to the month or the year."""
    return _weighed(a, b, 0.5) if a.date and a.date == b.date and not full_day(a.date) else 0.0


def nearby_day(a: Document, b: Document) -> float:
    """The same parties and kind; the days given differ by three at most, as sites do over one signing."""
    return _weighed(a, b, 0.6) if full_day(a.date) and full_day(b.date) and a.date != b.date and _near(a, b) else 0.0


def announced_then_signed(a: Document, b: Document) -> float:
    """One page announced it, the other tells that the same parties signed it within the time expected."""
    if a.planned == b.planned or a.background or b.background:
        return 0.0
    return _weighed(a, b, 0.7) if _windows_meet(a, b) else 0.0


def announced_twice(a: Document, b: Document) -> float:
    """Both pages announce the same kind of document between the same parties for the same time."""
    return _weighed(a, b, 0.5) if a.planned and b.planned and _windows_meet(a, b) else 0.0


def told_as_news(a: Document, b: Document) -> float:
    """One page tells it as news without a date, and the time fits."""
    if a.planned or b.planned or (a.date and b.date) or not _windows_meet(a, b):
        return 0.0
    return _weighed(a, b, 0.65 if a.date or b.date else 0.55)


def same_title(a: Document, b: Document) -> float:
    """The titles are long and the same, and nothing else speaks against it."""
    return 0.6 if len(a.title) >= TELLING_TITLE_CHARS and a.title == b.title else 0.0


def recalled_alike(a: Document, b: Document) -> float:
    """Both pages recall a document of this kind between these parties and give no date."""
    open_both = document_window(a) is None and document_window(b) is None
    return _weighed(a, b, 0.3) if open_both and _spheres_fit(a, b) else 0.0


def _kind(document: Document) -> str:
    return MEANT_ALIKE.get(document.kind, document.kind)


def _parties_agree(a: Document, b: Document) -> bool:
    """Equal, or one page names two or more of those whom the other names; a lone party needs the same day as well."""
    one, two = frozenset(a.parties), frozenset(b.parties)
    common = len(one & two)
    if common < 2:
        return common == 1 and one == two and bool(full_day(a.date)) and a.date == b.date
    return one <= two or two <= one


def _near(a: Document, b: Document) -> bool:
    one, two = full_day(a.date), full_day(b.date)
    return one is not None and two is not None and abs((one - two).days) <= NEAR_DAYS


def _windows_meet(a: Document, b: Document) -> bool:
    one, two = document_window(a), document_window(b)
    return one is not None and two is not None and one.meets(two)


def _spheres_fit(a: Document, b: Document) -> bool:
    return not a.spheres or not b.spheres or not frozenset(a.spheres).isdisjoint(b.spheres)


def _weighed(a: Document, b: Document, strength: float) -> float:
    """Spheres that agree speak for it; spheres that have nothing in common leave it open."""
    if not _spheres_fit(a, b):
        return 0.0
    return strength + SPHERES_AGREE if a.spheres and a.spheres == b.spheres else strength


APART: tuple[Rule[Document], ...] = (other_kind, other_ordinal, other_parties, other_time, other_years)
SAME: tuple[Rule[Document], ...] = (
    same_day,
    day_within,
    same_stretch,
    announced_then_signed,
    told_as_news,
    nearby_day,
    same_title,
    announced_twice,
    recalled_alike,
)

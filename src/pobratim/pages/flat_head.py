"""The lines above the first paragraph: menus, the path, the day, the headline, a lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .breadcrumb import crumbs, looks_like_breadcrumb
from .byline import read_byline
from .dated_line import read_dated_line
from .mark import (
    comments_heading,
    fold,
    is_cookie_notice,
    is_footer,
    is_menu,
    is_share,
    labelled,
    photo_credit,
    related_heading,
)
from .related import read_related

if TYPE_CHECKING:
    from .story import Draft

LONGEST_TITLE = 300
SHORTEST_REPEATED = 15
LONGEST_LABELLED = 60
PATH_MARKS = "»›→⟩/\\|•·>—–-"
MENU_RUN = 4
MENU_WORDS = 3
SECTION_WORDS = 2
ABBREVIATIONS = ("г.", "гг.", "обл.", "р-н.", "им.", "др.", "руб.")


def read_head(lines: list[str], draft: Draft, known: frozenset[str]) -> None:
    """Read the lines above the first paragraph into `draft`: title, sections, days, credit; the rest is the lead.

    Args:
        lines: the lines above the first sure paragraph.
        draft: receives what is found.
        known: section names that the page shows elsewhere, folded.
    """
    named = _sections(lines)
    at = _title_index(lines, named)
    for number, line in enumerate(lines):
        if number == at:
            draft.title = line
        elif fold(line) == fold(lines[at] if at is not None else "") or (at is not None and fold(line) in named):
            continue
        elif path := _path(line, lines[at] if at is not None else None, known):
            draft.sections = draft.sections or path
        elif not _took_head(line, draft, above=at is not None and number < at):
            draft.body.append(line)
    if at is not None and not draft.sections:
        draft.sections = [day.section for _, day in draft.dates if day.section][:1]


def _took_head(line: str, draft: Draft, *, above: bool) -> bool:
    """Whether a line of the head is no story; what it says goes to `draft`. Above the headline nothing is."""
    if dated := read_dated_line(line):
        draft.dates.append(("above" if above else "under", dated))
        return True
    is_comments, count = comments_heading(line)
    if is_comments:
        draft.comments = count if count is not None else draft.comments
        return True
    label = labelled(line, "tag_label") if len(line) < LONGEST_LABELLED else None
    if label:
        draft.sections = draft.sections or [label]
        return True
    if credit := photo_credit(line):
        draft.photo_credit = draft.photo_credit or credit
        return True
    if names := read_byline(line):
        if labelled(line, "author_label"):
            draft.authors += names
        else:
            draft.names_alone += names
        return True
    return above or is_share(line) or is_cookie_notice(line) or is_menu(line)


def _title_index(lines: list[str], named: frozenset[str]) -> int | None:
    """The index of the headline, or None where no line is one; `named` are sections."""
    repeated = _repeated(lines, named)
    if repeated is not None:
        return repeated
    candidates = _candidates(lines, named)
    items = sum(1 for n, line in enumerate(lines) if is_menu(line) or n in candidates and _is_menu_like(line))
    if items >= MENU_RUN and candidates and _is_menu_like(lines[candidates[0]]):
        candidates = [n for n in candidates if not _is_menu_like(lines[n])] or candidates[-1:]
    return candidates[0] if candidates and _is_headline(lines[candidates[0]]) else None


def _repeated(lines: list[str], named: frozenset[str]) -> int | None:
    """The last line that ends or equals a line above it: a path ends with the headline, or with the name of a section."""
    for number in range(len(lines) - 1, 0, -1):
        line = fold(lines[number])
        if len(line) >= SHORTEST_REPEATED and line not in named and any(_repeats(line, fold(above)) for above in lines[:number]):
            return number
    return None


def _sections(lines: list[str]) -> frozenset[str]:
    """Names of two words at the end of a path, folded: of a section («Новости региона»), and of no headline."""
    ends = (fold(crumbs(one)[-1]) for one in lines if looks_like_breadcrumb(one))
    return frozenset(one for one in ends if len(one.split()) <= SECTION_WORDS)


def _repeats(line: str, above: str) -> bool:
    """Whether a line above is the same headline, alone or behind a path; a caption that ends a headline is no headline."""
    if not above.endswith(line):
        return False
    path = above[: len(above) - len(line)]
    if not path.strip() or path.rstrip()[-1] in PATH_MARKS:
        return True
    words = path.split()
    known = any(is_menu(" ".join(words[:end])) for end in range(1, len(words) + 1))
    return known or (len(line.split()) > MENU_WORDS and len(words) <= MENU_WORDS)


def _candidates(lines: list[str], named: frozenset[str]) -> list[int]:
    """Indexes of the lines that no rule knows as something else, without headlines of other stories."""
    found: list[int] = []
    number, others = 0, False
    while number < len(lines):
        line = lines[number]
        number += 1
        if fold(line) in named:
            continue
        if related_heading(line) is not None:
            _, number = read_related(lines, number, to_the_end=False)
            if number >= len(lines):  # the list runs into this story's own headline
                found, others = [len(lines) - 1], True
        elif not others and not _is_margin(line):
            found.append(number - 1)
    return found


def _is_margin(line: str) -> bool:
    """Whether a rule knows the line as no headline of this page."""
    return bool(
        is_menu(line)
        or is_share(line)
        or is_cookie_notice(line)
        or read_dated_line(line)
        or photo_credit(line)
        or comments_heading(line)[0]
        or looks_like_breadcrumb(line)
        or labelled(line, "author_label")
        or is_footer(line)
        or len(line) < LONGEST_LABELLED
        and labelled(line, "tag_label")
    )


def _is_menu_like(line: str) -> bool:
    """Short, few words, no mark at the end: an unknown item of a menu perhaps."""
    return len(line.split()) <= MENU_WORDS and len(line) <= 40 and line[-1:].isalnum()


def _is_headline(line: str) -> bool:
    """Whether a line can be a headline: not too long, without a full stop."""
    if len(line) > LONGEST_TITLE or line.endswith((":", ";", ",")):
        return False
    return not line.endswith(".") or line.endswith(("...", *ABBREVIATIONS))


def _path(line: str, title: str | None, known: frozenset[str]) -> list[str]:
    """The sections of a breadcrumb; empty for other lines. The headline at its end is cut off."""
    if title and len(line) > len(title) and fold(line).endswith(fold(title)):
        cut = line.rstrip(' .»"')
        at = cut.lower().rfind(title.lower().strip(' .»"«'))
        return crumbs(line[: at if at > 0 else len(line) - len(title)].rstrip(' «"'), known)
    if not looks_like_breadcrumb(line):
        return []
    path = crumbs(line, known)
    ends_with_title = title is not None and (title.startswith(path[-1].rstrip(".… ")) or len(path[-1]) > 60)
    return path[:-1] if ends_with_title else path

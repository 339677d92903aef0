"""The dry run of a list of agreements as its page shows it: the counts, the rows page by page, the sum of what was shown."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from pobratim.register.derive.draft import canonical
from pobratim.register.lists.dry import Fate, Plan, RowPlan, names_of
from pobratim.resolve.records.content import digest
from pobratim.web.words import in_words, word
from pobratim.words import codes

PER_PAGE = 50
#: What is chosen below the rows: to leave out those that cannot be read, to let the list be right.
_TICKED = ("skip", "wins")


class Line(NamedTuple):
    """A row as the page shows it: the fate, what it tells, and what is to be known of it."""

    plan: RowPlan
    title: str
    values: list[tuple[str, SafeString]]
    missing: list[tuple[str, SafeString]]
    differing: list[tuple[str, SafeString, SafeString]]
    problems: list[str]


def rows_of(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    """What the page shows of the dry run: the counts, and the rows page by page."""
    fates = Counter(one.fate for one in plan.rows)
    only = request.GET.get("fate", "")
    chosen = [one for one in plan.rows if not only or one.fate == only]
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("page"))
    kept_query = request.GET.copy()
    for name in ("page", "fate", *_TICKED):
        kept_query.pop(name, None)
    return {
        "looked": True,
        "fates": [(fate, word(codes.FATES, fate), fates[fate]) for fate in Fate if fates[fate]],
        "fate": only,
        "page": page,
        "lines": [_line(one) for one in page],
        "unreadable": fates[Fate.UNREADABLE],
        "differing": sum(bool(one.comparison.differing) for one in plan.rows),
        "work": fates[Fate.ADD] + fates[Fate.FILL],
        "asked": kept_query.urlencode(),
        "given": list(kept_query.items()),
        "ticked": [name for name in _TICKED if request.GET.get(name) == "1"],
        "seen": seen_of(plan),
    }


def seen_of(plan: Plan) -> str:
    """What was shown: what becomes of every row; what comes in is this and nothing else."""
    told = [
        [
            one.fate,
            one.match.record if one.match else "",
            one.entry.document.content if one.entry else "",
            one.same_as,
            one.comparison.missing,
            [[each.field, each.in_list, each.in_register] for each in one.comparison.differing],
        ]
        for one in plan.rows
    ]
    return digest(canonical(told))


def _line(one: RowPlan) -> Line:
    names = names_of(one)
    values = one.entry.document.values if one.entry else {}
    told = [(word(codes.FIELDS["d"], field), _value(field, value, names)) for field, value in values.items()]
    differing = [
        (
            word(codes.FIELDS["d"], each.field),
            _value(each.field, each.in_list, names),
            _value(each.field, each.in_register, names),
        )
        for each in one.comparison.differing
    ]
    missing = [(word(codes.FIELDS["d"], field), _value(field, value, names)) for field, value in one.comparison.missing.items()]
    problems = [f"{problem.column} {problem.in_words(gettext)} {_quoted(problem.text)}".strip() for problem in one.row.problems]
    raw = " · ".join(" ".join(cell.split()) for cell in one.row.cells.values() if cell)
    return Line(one, one.row.title or raw, told, missing, differing, problems)


def _value(field: str, value: Any, names: dict[str, str]) -> SafeString:
    """A value, or several, of a document's field in words."""
    many = value if isinstance(value, list) else [value]
    return format_html_join(", ", "{}", ((in_words("d", field, one, names),) for one in many))


def _quoted(text: str) -> str:
    return f"«{' '.join(text.split())[:80]}»" if text.strip() else ""

"""Terms of several pages: whether they can all be true."""

from __future__ import annotations

from pobratim.resolve.records.window import date_window

from .draft import Draft, Json


def note_rival_terms(draft: Draft) -> None:
    """Notes terms told as facts that cannot all be true, where no person decided.

    A document that was prolonged has had several terms: they do not contradict each other.
    """
    if "term" in draft.decided or any(value["status"] == "prolonged" for value in draft.all("status")):
        return
    found: list[Json] = []
    for one in draft.values.get("term", []):
        if one.told and (not found or any(disagree(one.value, other) for other in found)):
            found.append(one.value)
    if len(found) > 1:
        draft.contradictions["term"] = found


def disagree(one: Json, other: Json) -> bool:
    """Whether two terms name other years, another beginning or another end; what only one of them names is no matter.

    >>> disagree({"years": 3}, {"years": 5}), disagree({"years": 3}, {"to": {"value": "2026"}})
    (True, False)
    """
    years, others = one.get("years"), other.get("years")
    if years and others and years != others:
        return True
    if _ends(one) and other.get("open_ended") or _ends(other) and one.get("open_ended"):
        return True
    return any(_apart(one.get(edge), other.get(edge)) for edge in ("from", "to"))


def _ends(term: Json) -> bool:
    return bool(term.get("years") or term.get("to"))


def _apart(one: Json | None, other: Json | None) -> bool:
    """Whether two dates are known and cannot be one."""
    a, b = date_window(one["value"]) if one else None, date_window(other["value"]) if other else None
    return a is not None and b is not None and not (a.meets(b) or b.meets(a))

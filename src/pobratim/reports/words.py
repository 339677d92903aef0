"""Values of records as plain words, in the language that is active: what papers say, and pages too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext

from pobratim.register.selectors.day_words import partial_date
from pobratim.register.selectors.label import short
from pobratim.words import codes

#: Field → the codes that its value is one of, where the value is a bare code.
_CODES = {"d.kind": codes.DOCUMENT_KINDS, "e.kind": codes.EVENT_KINDS, "a.kind": codes.ACTOR_KINDS, "d.sphere": codes.SPHERES}


def word(known: Mapping[str, str], code: str) -> str:
    """A code in the language of the interface; itself if it is not known."""
    return gettext(known[code]) if code in known else code


def term_words(term: Mapping[str, Any], chars: int = 10_000) -> str:
    """A term in words: from, to, for how long, whether it is renewed; of the words of a page on that so many characters."""
    told = list(filter(None, [_stretch(*(((term.get(name) or {}).get("value") or "") for name in ("from", "to")))]))
    if term.get("years"):
        told.append(ngettext("for {number} year", "for {number} years", term["years"]).format(number=term["years"]))
    if term.get("open_ended"):
        told.append(gettext("without an end"))
    if term.get("renews"):
        told.append(word(codes.RENEWALS, term["renews"]))
    if term.get("step_years"):
        step = ngettext("each time for {number} year", "each time for {number} years", term["step_years"])
        told.append(step.format(number=term["step_years"]))
    if term.get("notice_months"):
        notice = ngettext("notice {number} month before", "notice {number} months before", term["notice_months"])
        told.append(notice.format(number=term["notice_months"]))
    if term.get("renewal"):
        told.append(gettext("renewal: {renewal}").format(renewal=short(str(term["renewal"]), chars)))
    return ", ".join(told) or gettext("unknown")


def _stretch(first: str, last: str) -> str:
    """From when until when; whole years as titles name them («на 2024–2026 годы»)."""
    if len(first) == len(last) == len("2024"):
        years = gettext("for {first}–{last}") if first != last else gettext("for the year {first}")
        return years.format(first=first, last=last)
    begin = gettext("from {date}").format(date=partial_date(first, genitive=True)) if first else ""
    return " ".join(filter(None, [begin, gettext("until {date}").format(date=partial_date(last)) if last else ""]))


def report_words(value: Mapping[str, Any]) -> str:
    """A report on a measure: the period, the state, the fact, who reported."""
    period = f"{partial_date(value['first'])} – {partial_date(value['last'])}"
    side = f", {word(codes.SIDES, value['side'])}" if value.get("side") else ""
    fact = f": {value['fact']}" if value.get("fact") else ""
    author = f" ({value['author']})" if value.get("author") else ""
    return f"{period}{side}: {word(codes.MEASURE_STATES, value['state'])}{fact}{author}"


def outcome_words(value: Mapping[str, Any]) -> str:
    """What became of a promise."""
    day = f", {partial_date(value['on'])}" if value.get("on") else ""
    fact = f": {value['fact']}" if value.get("fact") else ""
    return f"{word(codes.OUTCOMES, value['state'])}{day}{fact}"


def plain(kind: str, field: str, value: Any, names: Mapping[str, str]) -> str:
    """One value of a field as plain text; of a value of several parts what tells it from others.

    Args:
        kind: of the record, the first letter of its key.
        field: as in `register.field.FIELDS`.
        value: in its canonical form.
        names: key → what the record is called.
    """
    if value is None:
        return gettext("unknown")
    if isinstance(value, str):
        return word(_CODES.get(f"{kind}.{field}", {}), value)
    if "node" in value:
        return names.get(value["node"], gettext("unknown"))
    if field == "term":
        return term_words(value)
    if "precision" in value:
        return partial_date(value["value"])
    if "status" in value:
        return word(codes.STATUSES, value["status"])
    ref = value.get("actor") or value.get("person") or value.get("to")
    if isinstance(ref, dict):
        return names.get(ref.get("node", ""), gettext("unknown"))
    return str(value.get("name") or value.get("title") or value.get("text") or value.get("wording") or gettext("unknown"))

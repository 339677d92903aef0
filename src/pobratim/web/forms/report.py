"""The form of a report on a measure: state, period, side, what was done, and by what it is seen."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pobratim.register.errors import NoSuchRecord
from pobratim.register.selectors.record import record_of
from pobratim.register.values.plain import LINE_CHARS, TEXT_CHARS
from pobratim.words import codes

_KEY = re.compile(r"(?<![0-9a-z])[apdesm][0-9a-f]{20}(?![0-9a-z])")


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date", "max": "9999-12-31"}, format="%Y-%m-%d"))


class ReportForm(forms.Form):
    """`told` is the report as the service takes it, without its files; `kept` are those at the measure to choose among."""

    state = forms.ChoiceField(
        label=_("State"), choices=lambda: [(code, gettext(name)) for code, name in codes.MEASURE_STATES.items()]
    )
    first = _day(_("First day of the period"))
    last = _day(_("Last day of the period"))
    side = forms.ChoiceField(label=_("Who reports"), required=False)
    fact = forms.CharField(label=_("What was done"), required=False, max_length=TEXT_CHARS, widget=forms.Textarea({"rows": 4}))
    page = forms.URLField(
        label=_("Page that says so"), required=False, max_length=LINE_CHARS, assume_scheme="https", help_text=_("its address")
    )
    record = forms.CharField(
        label=_("Record that shows it"),
        required=False,
        max_length=LINE_CHARS,
        help_text=_("the address of an event or document in this register"),
    )
    kept = forms.MultipleChoiceField(label=_("Files at this measure"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, sides: dict[str, str], files: list[tuple[int, str]], *arguments: Any, **rest: Any) -> None:
        super().__init__(*arguments, **rest)
        joint = gettext(codes.SIDES["joint"])
        self.fields["side"].choices = [("", "—"), *sides.items(), ("joint", joint)]  # type: ignore[attr-defined]
        self.fields["kept"].choices = [(str(number), name) for number, name in files]  # type: ignore[attr-defined]
        if not files:
            del self.fields["kept"]

    def clean_record(self) -> str:
        """The key of the record; empty for none."""
        typed = self.cleaned_data["record"].strip()
        if not typed:
            return ""
        found = _KEY.search(typed)
        try:
            return record_of(found[0] if found else "").key
        except NoSuchRecord:
            raise ValidationError(gettext("There is no such record.")) from None

    def clean(self) -> dict[str, Any]:
        """What was typed, if the period does not end before it begins."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("first") and found.get("last") and found["last"] < found["first"]:
            self.add_error("last", gettext("the period ends before it begins"))
        return found

    @property
    def told(self) -> dict[str, Any]:
        """The report."""
        typed = self.cleaned_data
        return {
            "state": typed["state"],
            "first": typed["first"].isoformat(),
            "last": typed["last"].isoformat(),
            "side": typed["side"],
            "fact": typed["fact"].strip(),
            "pages": [typed["page"]] if typed["page"] else [],
            "evidence": [{"node": typed["record"]}] if typed["record"] else [],
            "files": [int(one) for one in typed.get("kept", [])],
        }

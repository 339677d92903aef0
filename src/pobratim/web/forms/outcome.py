"""What became of a promise: the form in which a person says it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from pobratim.register.errors import NoSuchRecord
from pobratim.register.selectors.page import current_number
from pobratim.register.selectors.promise import STATES
from pobratim.words import codes

from .choosing import ChoosingField


class OutcomeForm(forms.Form):
    """State, day, fact, and by what that is seen: an event, a document, a page by its address."""

    state = forms.ChoiceField(label=gettext_lazy("What became of it"))
    on = forms.DateField(
        label=gettext_lazy("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    fact = forms.CharField(
        label=gettext_lazy("In words"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    event = ChoosingField("e", label=gettext_lazy("Seen by the event"), required=False)
    document = ChoosingField("d", label=gettext_lazy("Seen by the document"), required=False)
    page = forms.CharField(label=gettext_lazy("Seen by the page (address)"), required=False, max_length=2000)

    def __init__(self, *arguments: Any, **rest: Any) -> None:
        super().__init__(*arguments, **rest)
        self.fields["state"].choices = [(state, gettext(codes.OUTCOMES[state])) for state in STATES]  # type: ignore[attr-defined]

    def clean_page(self) -> str:
        """The address of a page of the register.

        Raises:
            ValidationError: the register has no such page.
        """
        address = str(self.cleaned_data["page"]).strip()
        try:
            if address:
                current_number(address)
        except NoSuchRecord:
            raise forms.ValidationError(gettext("The register has no page of this address.")) from None
        return address

    def outcome(self) -> dict[str, Any]:
        """The value, as `register.values.follow_up.Outcome`."""
        told = self.cleaned_data
        return {
            "state": told["state"],
            "on": told["on"].isoformat() if told["on"] else None,
            "fact": told["fact"].strip(),
            "evidence": [ref for ref in (told["event"], told["document"]) if ref],
            "pages": [told["page"]] if told["page"] else [],
        }

"""What is told with a plan's file: which plan it is, or the title and sides of a new one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pobratim.register.measure import PLAN_KINDS
from pobratim.words import codes

from .choosing import ChoosingField

_CHARS = 500


class PlanUploadForm(forms.Form):
    """Either `plan` is chosen, or `title` and two sides are typed."""

    plan = ChoosingField("d", may_be_new=False, required=False, label=_("Plan that the register has"))
    title = forms.CharField(label=_("Title of the new plan"), required=False, max_length=_CHARS)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=lambda: [(code, gettext(codes.DOCUMENT_KINDS[code])) for code in PLAN_KINDS]
    )
    side_a = forms.CharField(label=_("Side A"), required=False, max_length=_CHARS)
    side_b = forms.CharField(label=_("Side B"), required=False, max_length=_CHARS)

    def clean(self) -> dict[str, Any]:
        """What was typed, if it names one plan."""
        found: dict[str, Any] = super().clean() or {}
        new = [found.get(name, "").strip() for name in ("title", "side_a", "side_b")]
        if "plan" in found and found["plan"] is None and not all(new):
            raise ValidationError(gettext("Choose a plan, or type the title and both sides of a new one."))
        if found.get("plan") and any(new):
            raise ValidationError(gettext("Either choose a plan or type a new one, not both."))
        return found

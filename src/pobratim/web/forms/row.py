"""The inputs of one value, and what they hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.functional import cached_property

from .choosing import Typed
from .shape import Shape


class RowForm(forms.Form):
    """The inputs of one value."""

    def __init__(self, shape: Shape, prefix: str, data: Mapping[str, Any], known: Collection[str], *, judged: bool) -> None:
        super().__init__(data, prefix=prefix, auto_id="f-%s")
        self.shape = shape
        self.fields = {name: make() for name, make in shape.inputs.items()}
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                choices: list[tuple[str, Any]] = list(field.choices)  # type: ignore[arg-type]
                field.choices = [*choices, *((code, code) for code in sorted(known) if code not in dict(choices))]
        if not judged:
            self._errors = forms.utils.ErrorDict()

    @cached_property
    def raw(self) -> list[Any]:
        """What the inputs hold, whatever the browser made of spaces and line ends."""
        return [raw_of(self[name].data) for name in self.fields]

    @cached_property
    def empty(self) -> bool:
        """Whether there is no value here: nothing is typed, or it is to be taken away."""
        held = dict(zip(self.fields, self.raw, strict=True))
        return bool(self.data.get(f"{self.prefix}-off")) or not any(held[name] for name in self.shape.main)

    def take_focus(self) -> None:
        """What is typed next goes into the first input of this row."""
        next(iter(self.fields.values())).widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        """The value that the inputs make, under `made`."""
        typed = {name: self.cleaned_data.get(name) for name in self.fields}
        if not self._errors:
            self.cleaned_data["made"] = self.shape.value(typed)
        return self.cleaned_data


def raw_of(held: Any) -> Any:
    """What an input holds, as it is compared."""
    if isinstance(held, Typed):
        return [held.text, held.key if held.untouched else "", held.picked] if held.text else ""
    if isinstance(held, list):
        return sorted(map(str, held))
    return " ".join(str(held).split()) if held not in (None, False) else ""

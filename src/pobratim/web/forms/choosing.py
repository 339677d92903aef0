"""An input in which a record is chosen: by its name, by its address, from those that bear the name, or entered anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext

from pobratim.register.errors import NoSuchRecord
from pobratim.register.selectors.lookup import Offer, key_in, lookup
from pobratim.register.selectors.record import record_of
from pobratim.register.services import New
from pobratim.register.values.plain import NAME_CHARS
from pobratim.resolve.records.content import plain
from pobratim.words import codes

NEW = "new"


class Typed(NamedTuple):
    """What the inputs hold: the name typed; key and name that stood there (`said`); what was picked of those asked for."""

    text: str = ""
    key: str = ""
    said: str = ""
    pick: str = ""
    asked: str = ""
    new_kind: str = ""

    @property
    def untouched(self) -> bool:
        """Whether the record that stood there still does."""
        return bool(self.key) and self.text == self.said

    @property
    def picked(self) -> str:
        """What was picked, if the name is still the one asked for."""
        return self.pick if self.pick and self.text == self.asked else ""


class ChoosingInput(forms.TextInput):
    """Reads the inputs that `web/parts/choosing.html` shows."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        """What was typed and picked."""
        parts = (name, f"{name}-key", f"{name}-said", f"{name}-pick", f"{name}-asked", f"{name}-kind")
        return Typed(*(" ".join(str(data.get(part) or "").replace("\0", "").split()) for part in parts))


class ChoosingField(forms.Field):
    """A reference to a record, or `New`; None where nothing is typed."""

    widget = ChoosingInput

    def __init__(self, kind: str, *, may_be_new: bool = True, **rest: Any) -> None:
        super().__init__(**rest)
        self.kind = kind
        self.may_be_new = may_be_new and kind in "ap"
        self.actor_kinds = [(code, gettext(name)) for code, name in codes.ACTOR_KINDS.items()] if kind == "a" else []
        self.offers: list[Offer] = []
        self.asked = ""

    def clean(self, value: Typed) -> dict[str, str] | New | None:
        """The reference.

        Raises:
            ValidationError: nothing is typed where something is needed, or it is not plain which record is meant; then
                `offers` are those to choose among.
        """
        if not value.text:
            if self.required:
                raise ValidationError(gettext("This is needed."))
            return None
        if value.picked == NEW and self.may_be_new:
            return self._new(value)
        key = value.key if value.untouched else value.picked or key_in(self.kind, value.text) or self._named(value.text)
        try:
            record = record_of(key)
        except NoSuchRecord:
            raise ValidationError(gettext("There is no such record.")) from None
        if record.key[0] != self.kind:
            raise ValidationError(gettext("There is no such record."))
        return {"node": record.key}

    def _new(self, value: Typed) -> New:
        if len(value.text) > NAME_CHARS:
            raise ValidationError(gettext("The name is too long."))
        return New(self.kind, value.text, value.new_kind if value.new_kind in codes.ACTOR_KINDS else "other")

    def _named(self, text: str) -> str:
        """The key of the only record of that name."""
        self.look_up(text)
        same = [one for one in self.offers if plain(one.name) == plain(text)]
        if len(same) == 1:
            return same[0].key
        if self.offers:
            raise ValidationError(gettext("Choose which one is meant."))
        if self.may_be_new:
            raise ValidationError(gettext("The register knows none of this name: enter it as new, or type another."))
        raise ValidationError(gettext("The register knows no such record."))

    def look_up(self, text: str) -> None:
        """Finds what there is to choose."""
        self.offers, self.asked = lookup(self.kind, text) if text else [], text

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> BoundField:
        """With what a choice was made of, where one was."""
        bound = super().get_bound_field(form, field_name)
        if form.is_bound and not self.asked and bound.data.picked:
            self.look_up(bound.data.text)
        return bound


def cells(name: str, ref: Mapping[str, str] | None, names: Mapping[str, str]) -> dict[str, str]:
    """What the inputs hold for a reference."""
    key = ref["node"] if ref else ""
    text = " ".join(names.get(key, key).split())
    return {name: text, f"{name}-key": key, f"{name}-said": text} if key else {}

"""Texts, days and codes, with what they may hold."""

from __future__ import annotations

from typing import Annotated

import msgspec

#: Characters that a person's name, a line (a title, a post, the name of a partner) and a text may have.
NAME_CHARS, LINE_CHARS, TEXT_CHARS = 500, 2_000, 20_000

PersonName = Annotated[str, msgspec.Meta(min_length=1, max_length=NAME_CHARS)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=LINE_CHARS)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=TEXT_CHARS)]
#: What may be left empty.
AnyLine = Annotated[str, msgspec.Meta(max_length=LINE_CHARS)]
AnyText = Annotated[str, msgspec.Meta(max_length=TEXT_CHARS)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
DayOfYear = Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]{0,39}$")]

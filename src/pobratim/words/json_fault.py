"""What is wrong with JSON that came from outside, in the language of the interface: `msgspec` says it in English alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from .speech import mark

#: What `msgspec` says → what we say; places and names are put in.
_FAULTS = (
    (r"JSON is malformed: (?P<why>.+) \(byte (?P<byte>\d+)\)", mark("no JSON from byte {byte} on")),
    (r"Input data was truncated", mark("the JSON breaks off")),
    (r"Object missing required field `(?P<name>[^`]+)`", mark("{at}: the field {name} is missing")),
    (r"Object contains unknown field `(?P<name>[^`]+)`", mark("{at}: there is no field {name}")),
    (r"Expected `(?P<wanted>[^`]+)`, got `(?P<given>[^`]+)`", mark("{at}: {wanted} is needed, not {given}")),
    (r"Invalid enum value (?P<name>'.*'|\d+)", mark("{at}: there is no such value: {name}")),
    (r"Invalid value (?P<name>'.*'|\d+)", mark("{at}: there is no such value: {name}")),
)
_WHERE = r"(?: - at `(?:key in )?(?P<at>[^`]+)`)?"


def json_fault(error: Exception, translate: Callable[[str], str]) -> str:
    """The error in words; as `msgspec` says it where it says something else.

    Args:
        error: of `msgspec`.
        translate: a message into the language of the interface.

    >>> json_fault(ValueError("Object missing required field `page` - at `$[0]`"), str)
    '$[0]: the field page is missing'
    """
    for pattern, message in _FAULTS:
        found = re.fullmatch(pattern + _WHERE, str(error), re.DOTALL)
        if found:
            told = {name: value or "$" for name, value in found.groupdict().items()}
            return translate(message).format(**told)
    return str(error)

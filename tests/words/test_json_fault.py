"""What is wrong with JSON is said in the language of the interface."""

from __future__ import annotations

import msgspec
import pytest

from pobratim.words.json_fault import json_fault


class _Told(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    kinds: list[str] = []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"name": nay}', "no JSON from byte 13 on"),
        (b'{"name": "a"', "the JSON breaks off"),
        (b"{}", "$: the field name is missing"),
        (b'{"name": "a", "age": 1}', "$: there is no field age"),
        (b'{"name": 1}', "$.name: str is needed, not int"),
        (b'{"name": "a", "kinds": [1]}', "$.kinds[0]: str is needed, not int"),
    ],
)
def test_each_kind_of_fault(line: bytes, told: str) -> None:
    with pytest.raises(msgspec.DecodeError) as raised:
        msgspec.json.decode(line, type=_Told)
    assert json_fault(raised.value, str) == told


def test_another_fault_is_told_as_it_is() -> None:
    assert json_fault(ValueError("Something new"), str) == "Something new"

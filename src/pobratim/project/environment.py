"""What the environment says. A secret may lie in a file instead, which `NAME_FILE` names: what starts containers hands
secrets over so, and they are seen in no list of processes.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

_YES, _NO = frozenset(("1", "true", "yes", "on")), frozenset(("", "0", "false", "no", "off"))


class WrongSetting(ValueError):
    """What the environment says cannot be."""


def told(name: str, default: str = "") -> str:
    """The value of a variable, else what the file says that `NAME_FILE` names, without the end of its line; else `default`.

    Raises:
        WrongSetting: both are told, or the file cannot be read.
    """
    value, path = os.environ.get(name, ""), os.environ.get(f"{name}_FILE", "")
    if value and path:
        raise WrongSetting(f"{name} and {name}_FILE are both told: one of them is enough")
    if not path:
        return value or default
    try:
        return Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSetting(f"{name}_FILE: {path} cannot be read: {error}") from error


def one_of(name: str, *values: str) -> str:
    """Which of some words a variable says, in capitals or not; the first where it says nothing.

    A slip of the pen must not open what was to be closed, so any other word is refused.

    Raises:
        WrongSetting: it says another.
    """
    said = told(name).strip().lower()
    if said and said not in values:
        raise WrongSetting(f"{name} must be {' or '.join(values)}, not {said[:40]}")
    return said or values[0]


def flag(name: str) -> bool:
    """Whether a variable says yes (`1`, `true`, `yes`, `on`); no where it says nothing, `0`, `false`, `no` or `off`.

    Raises:
        WrongSetting: it says anything else.
    """
    said = told(name).strip().lower()
    if said not in _YES | _NO:
        raise WrongSetting(f"{name} must be 1 or 0, not {said[:40]}")
    return said in _YES


def number(name: str, default: int) -> int:
    """The whole number from 1 on that a variable says, else `default`.

    Raises:
        WrongSetting: it says something else.
    """
    said = told(name).strip()
    if not said:
        return default
    if not said.isascii() or not said.isdecimal() or int(said) < 1:
        raise WrongSetting(f"{name} must be a whole number from 1 on, not {said[:40]}")
    return int(said)


def web_address(name: str, default: str) -> str:
    """The address of a site that a variable says (`https://register.example.org`), else `default`; no slash at its end.

    Raises:
        WrongSetting: it says something else.
    """
    said = told(name).strip()
    try:
        parts = urlsplit(said or default)
        there = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        there = False
    if not there:
        raise WrongSetting(f"{name} must be an address like https://register.example.org, not {said[:40]}")
    return (said or default).rstrip("/")


def time_zone(name: str, default: str) -> str:
    """The time zone that a variable names, as `Asia/Bishkek`, else `default`.

    Raises:
        WrongSetting: there is none of that name.
    """
    said = told(name).strip()
    try:
        ZoneInfo(said or default)
    except (ValueError, OSError, KeyError) as error:
        raise WrongSetting(f"{name} must be a time zone like {default}, not {said[:40]}") from error
    return said or default

"""What the environment says. A secret may lie in a file instead, which `NAME_FILE` names: what starts containers hands
secrets over so, and they are seen in no list of processes.
"""

from __future__ import annotations

import os
from pathlib import Path


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

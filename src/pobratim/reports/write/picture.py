"""Pictures as files: SVG as it is, and PNG, drawn by Typst, which needs no system library."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

import typst

_PPI = 200
_SOURCE = b"""
#let data = json(bytes(sys.inputs.data))
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(data.svg), format: "svg")
"""


class Format(NamedTuple):
    """How a picture is written, and what kind of file that is."""

    made: Callable[[str], bytes]
    media_type: str


def png(svg: str) -> bytes:
    """The picture in 200 dots an inch on white; letters are those that Typst carries."""
    inputs = {"data": json.dumps({"svg": svg})}
    made = typst.compile(_SOURCE, format="png", ppi=_PPI, sys_inputs=inputs, ignore_system_fonts=True)
    if not isinstance(made, bytes):
        raise TypeError("one picture makes one page")
    return made


def svg(drawn: str) -> bytes:
    """The picture as a file of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.encode()


#: Ending of the file → how it is written.
FORMATS = {"svg": Format(svg, "image/svg+xml"), "png": Format(png, "image/png")}

"""Pictures as PNG, for formats that take no SVG: drawn by Typst, which needs no system library."""

from __future__ import annotations

import json

import typst

_PPI = 200
_SOURCE = b"""
#let data = json(bytes(sys.inputs.data))
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(data.svg), format: "svg")
"""


def png(svg: str) -> bytes:
    """The picture in 200 dots an inch; letters are those that Typst carries."""
    inputs = {"data": json.dumps({"svg": svg})}
    made = typst.compile(_SOURCE, format="png", ppi=_PPI, sys_inputs=inputs, ignore_system_fonts=True)
    if not isinstance(made, bytes):
        raise TypeError("one picture makes one page")
    return made

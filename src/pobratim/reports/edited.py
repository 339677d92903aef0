"""A paper whose text a person has changed before saving: what is worked out stays, what is changed says by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from django.utils import translation
from django.utils.translation import gettext

from .paper import Block, Bullets, Heading, Line, Paper, Paragraph
from .sources import numbered

#: Characters of a line at most.
MOST_CHARS = 5000
_SIGN = 16


class Part(NamedTuple):
    """A block of a paper as it is edited: its lines with their signs, where they may be changed; else none."""

    block: Block
    lines: tuple[tuple[str, Line], ...]


def parts(paper: Paper) -> list[Part]:
    """The blocks of a paper; lines of running text and lists have signs by which a form names them, but what is computed."""
    signs = _signs(paper)
    return [Part(block, tuple((next(signs), line) for line in _text(block))) for block in paper.blocks]


def edited(paper: Paper, texts: Mapping[str, str], by: str) -> Paper:
    """The paper with other texts: each that is changed says by whom, one left empty goes.

    Lines of which the register says something else by now are kept at the end with what the person wrote.

    Args:
        paper: as it is made now.
        texts: sign of a line → its text as the person left it.
        by: the person's name; empty for nobody signed in.
    """
    with translation.override(paper.language):
        known: set[str] = set()
        blocks: list[Block] = []
        for part in parts(paper):
            known |= {sign for sign, _ in part.lines}
            block = _changed(part, texts, by)
            if block is not None:
                blocks.append(block)
        lost = [" ".join(text.split()) for sign, text in texts.items() if sign not in known and text.strip()]
        if lost:
            blocks.append(Heading(gettext("Edited, while the register has changed")))
            blocks.append(Bullets(tuple(Line(_signed(text[:MOST_CHARS], by)) for text in lost)))
        return numbered(replace(paper, blocks=blocks), paper.sources)


def _changed(part: Part, texts: Mapping[str, str], by: str) -> Block | None:
    """The block with the new texts; None where no line of it is left."""
    if not isinstance(part.block, Paragraph | Bullets):
        return part.block
    new = {id(line): _line(line, texts.get(sign), by) for sign, line in part.lines}
    lines = tuple(kept for line in part.block.lines if (kept := new.get(id(line), line)) is not None)
    return replace(part.block, lines=lines) if lines else None


def _line(line: Line, text: str | None, by: str) -> Line | None:
    told = line.text if text is None else " ".join(text.split())[:MOST_CHARS]
    if told == " ".join(line.text.split()) or text is None:
        return line
    return replace(line, text=_signed(told, by)) if told else None


def _signed(text: str, by: str) -> str:
    """The text with a word on who changed it."""
    said = gettext("edited by {name}").format(name=by) if by else gettext("edited")
    return f"{text} ({said})"


def _text(block: Block) -> Iterator[Line]:
    if isinstance(block, Paragraph | Bullets):
        yield from (line for line in block.lines if not line.computed)


def _signs(paper: Paper) -> Iterator[str]:
    """A sign for each line, by its text and how many stood before it with the same."""
    seen: dict[str, int] = {}
    for block in paper.blocks:
        for line in _text(block):
            seen[line.text] = seen.get(line.text, 0) + 1
            yield sha256(f"{seen[line.text]} {line.text}".encode()).hexdigest()[:_SIGN]

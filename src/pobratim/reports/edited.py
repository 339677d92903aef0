"""A paper whose text a person has changed: what is worked out stays, what is changed says by whom, what was lost is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


class Change(NamedTuple):
    """What a person typed in place of a line: the line's sign, what the register told, what was typed, by whom and when.

    `was` is empty where nobody knows; `now` where the line is left out; `on` is a day.
    """

    sign: str
    was: str
    now: str
    by: str
    on: str


def parts(paper: Paper) -> list[Part]:
    """The blocks of a paper; lines of running text and lists have signs by which a form names them, but what is computed."""
    signs = _signs(paper)
    return [Part(block, tuple((next(signs), line) for line in _text(block))) for block in paper.blocks]


def changes(paper: Paper, texts: Mapping[str, str], by: str, on: str, before: Iterable[Change] = ()) -> list[Change]:
    """What a person changed, and what others had before and is left as it was.

    Args:
        paper: as the register tells it now.
        texts: sign of a line → its text as the person left it.
        by: the person's name; empty for nobody signed in.
        on: the day.
        before: what was changed earlier.
    """
    known = {sign: line.text for part in parts(paper) for sign, line in part.lines}
    earlier = {one.sign: one for one in before}
    found = [one for one in earlier.values() if one.sign not in texts]
    for sign, text in texts.items():
        told, old = _clean(text), earlier.get(sign)
        if sign in known and told == _clean(known[sign]):
            continue
        if old and old.now == told:
            found.append(old)
        elif told or sign in known:
            found.append(Change(sign, known.get(sign, old.was if old else ""), told, by, on))
    return found


def edited(paper: Paper, made: Iterable[Change]) -> Paper:
    """The paper with what was typed: each line that is changed says by whom, one left empty goes.

    Lines of which the register says something else by now are kept at the end with what the person wrote.
    """
    with translation.override(paper.language):
        told = {one.sign: one for one in made}
        whole = parts(paper)
        blocks = [block for part in whole if (block := _changed(part, told)) is not None]
        known = {sign for part in whole for sign, _ in part.lines}
        lost = [one for one in told.values() if one.sign not in known and one.now]
        if lost:
            blocks.append(Heading(gettext("Edited, while the register has changed")))
            blocks.append(Bullets(tuple(Line(_signed(one), was=one.was) for one in lost)))
        return numbered(replace(paper, blocks=blocks), paper.sources)


def lost(paper: Paper, made: Iterable[Change]) -> list[Change]:
    """What was typed in place of lines that the register no longer tells so."""
    known = {sign for part in parts(paper) for sign, _ in part.lines}
    return [one for one in made if one.sign not in known]


def _changed(part: Part, told: Mapping[str, Change]) -> Block | None:
    """The block with the new texts; None where no line of it is left."""
    if not isinstance(part.block, Paragraph | Bullets):
        return part.block
    new = {id(line): _line(line, told.get(sign)) for sign, line in part.lines}
    lines = tuple(kept for line in part.block.lines if (kept := new.get(id(line), line)) is not None)
    return replace(part.block, lines=lines) if lines else None


def _line(line: Line, change: Change | None) -> Line | None:
    if change is None:
        return line
    return replace(line, text=_signed(change), was=line.text) if change.now else None


def _signed(change: Change) -> str:
    """The text with a word on who changed it."""
    said = gettext("edited by {name}").format(name=change.by) if change.by else gettext("edited")
    return f"{change.now} ({said})"


def _clean(text: str) -> str:
    return " ".join(text.split())[:MOST_CHARS]


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

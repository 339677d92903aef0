"""Nodes that are linked become clusters, as far as nothing keeps them apart. The same whatever order they come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple


class Link(NamedTuple):
    """Two nodes that are one thing, how surely (0–1), and by which rule. `a < b`."""

    a: str
    b: str
    strength: float
    rule: str


class Constraint(NamedTuple):
    """What a person said of two nodes; of contradicting ones the newer (`number` is higher) holds."""

    number: int
    a: str
    b: str
    together: bool


class _Groups:
    """Disjoint sets of nodes, and the pairs that must never meet in one."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self.members = {node: [node] for node in nodes}
        self.never: set[tuple[str, str]] = set()

    def one(self, a: str, b: str) -> bool:
        return self.members[a] is self.members[b]

    def join(self, a: str, b: str) -> None:
        small, large = sorted((self.members[a], self.members[b]), key=len)
        large.extend(small)
        for node in small:
            self.members[node] = large

    def cross(self, a: str, b: str) -> Iterator[tuple[str, str]]:
        return ((min(pair), max(pair)) for pair in product(self.members[a], self.members[b]))

    def forbidden(self, a: str, b: str) -> bool:
        return any(pair in self.never for pair in self.cross(a, b)) if self.never else False


def partition(
    nodes: Iterable[str],
    links: Iterable[Link],
    constraints: Iterable[Constraint] = (),
    apart: Callable[[str, str], bool] = lambda a, b: False,
) -> list[list[str]]:
    """The clusters of some nodes: a person's word first, then links from the strongest to the weakest.

    A link is passed over where it would bring together two nodes that a person parted or that are `apart`.

    Args:
        nodes: keys; links and constraints that reach beyond them are ignored.
        links: who is one with whom.
        constraints: what people said.
        apart: whether two nodes (`a < b`) are known to be different things.

    Returns: sorted lists in the order of their smallest keys.

    >>> partition("abc", [Link("a", "b", 0.9, ""), Link("b", "c", 0.5, "")], apart=lambda a, b: (a, b) == ("a", "c"))
    [['a', 'b'], ['c']]
    """
    groups = _Groups(nodes)
    known = groups.members.keys()
    for one in sorted(constraints, key=lambda one: (-one.number, one.a, one.b)):
        if one.a in known and one.b in known:
            _apply(groups, one)
    for link in sorted(links, key=lambda link: (-link.strength, link.a, link.b)):
        if link.a not in known or link.b not in known or groups.one(link.a, link.b) or groups.forbidden(link.a, link.b):
            continue
        if not any(apart(*pair) for pair in groups.cross(link.a, link.b)):
            groups.join(link.a, link.b)
    found = {id(members): sorted(members) for members in groups.members.values()}
    return sorted(found.values())


def _apply(groups: _Groups, one: Constraint) -> None:
    """Join what a person joined unless a newer word parts it; part what a person parted unless a newer word joins it."""
    if one.together:
        if not groups.one(one.a, one.b) and not groups.forbidden(one.a, one.b):
            groups.join(one.a, one.b)
    elif not groups.one(one.a, one.b):
        groups.never.add((min(one.a, one.b), max(one.a, one.b)))

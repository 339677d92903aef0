"""How many cells of the twelve plans come out as gold says; `?` in gold is a due that a person must look at, its words kept.

`python -m tests.register.plans.scoring` prints the figure, and every cell that came out otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pobratim.register.plans.mapping import PLAN, with_sides
from pobratim.register.plans.read import read_rows
from pobratim.register.plans.row import PlanRow
from pobratim.tables import read_book

from .offices import GOLD, OFFICES, Office
from .shapes import SHAPES


class Score(NamedTuple):
    """A cell: where it is, what gold says, what was read."""

    where: str
    gold: Any
    read: Any

    @property
    def right(self) -> bool:
        return bool(self.gold == self.read)


def rows_of(office: Office) -> list[PlanRow]:
    """The rows of a plan as they are read."""
    table = max(read_book(office.raw, office.name).tables, key=lambda one: len(one.rows))
    columns = with_sides(table, PLAN.guess(table), office.context.sides)
    return list(read_rows(table, columns, office.context))


def scores(makes: Iterable[Callable[[], Office]] = (*OFFICES, *SHAPES)) -> Iterator[Score]:
    """Every cell of these plans that gold or the reader takes for filled."""
    for make in makes:
        office = make()
        read = {row.number: row for row in rows_of(office)}
        gold = {int(line.split("\t")[0]): line.split("\t") for line in _lines(make.__name__)}
        for number in sorted(read.keys() | gold.keys()):
            for field, told in _gold(office, number, gold.get(number)).items():
                found = _read(read.get(number))[field]
                if told or found:
                    yield Score(f"{make.__name__} {number} {field}", told, found)


def _lines(name: str) -> list[str]:
    return (GOLD / f"{name}.tsv").read_text(encoding="utf-8").splitlines()


def _gold(office: Office, number: int, line: list[str] | None) -> dict[str, str]:
    if line is None:
        return dict.fromkeys(("number", "section", "due", "executor", "sphere", "text", "expected"), "")
    cells = office.cells[number]
    text = cells[office.text]
    if line[1] and text.startswith(line[1]):
        text = text.removeprefix(line[1]).strip()
    expected = "\n".join(cells[one] for one in office.expected if cells[one])
    names = ("number", "section", "due", "executor", "sphere")
    return {**dict(zip(names, line[1:], strict=True)), "text": text, "expected": expected}


def _read(row: PlanRow | None) -> dict[str, str]:
    told = row.values if row else {}
    due = told.get("due")
    asked = row is not None and not row.understood
    days = f"{due['first'] or ''}..{due['last'] or ''} {due['recurring'] or ''}".strip() if due else ""
    return {
        "number": told.get("number", ""),
        "section": told.get("section", ""),
        "due": "?" if asked and days == ".." else days,
        "executor": " | ".join(f"{one['side']}:{one['name']}" for one in told.get("executor", [])),
        "sphere": ",".join(told.get("sphere", [])),
        "text": told.get("text", ""),
        "expected": told.get("expected", ""),
    }


def main() -> None:
    """Prints what came out otherwise, and the share of what came out right."""
    found = list(scores())
    for one in found:
        if not one.right:
            print(f"{one.where}: {one.gold!r} was read as {one.read!r}")
    right = sum(one.right for one in found)
    print(f"{right} of {len(found)} cells, {right / len(found):.1%}")


if __name__ == "__main__":
    main()

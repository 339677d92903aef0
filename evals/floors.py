"""The floors: figures that a change may not go under, and the record of every change of them.

`floors.json` holds part → figure → floor; `FLOORS.md` has one table row for each change, with its reason.
The file is right only if it says what the last rows say, so a floor cannot be lowered silently.
"""

from __future__ import annotations

import datetime
import json
import math
from pathlib import Path

from .figures import Figure

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
RECORD = HERE / "FLOORS.md"
TOLERANCE = 0.005
CEILINGS = ("false alarms",)  # figures where less is better

Floors = dict[str, dict[str, float]]


def read_floors(path: Path | None = None) -> Floors:
    """Part → figure → floor; empty where nothing is pinned yet."""
    path = path or FLOORS
    floors: Floors = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def recorded(path: Path | None = None) -> Floors:
    """The floors as the record's last rows give them.

    Raises:
        ValueError: a row lowers a floor and gives no reason.
    """
    floors: Floors = {}
    path = path or RECORD
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| 2"):
            continue
        _, part, figure, floor, reason = cells
        before = floors.setdefault(part, {}).get(figure)
        if before is not None and worse(figure, float(floor), before) and not reason:
            raise ValueError(f"{path.name}: {part} {figure} goes from {before} to {floor} without a reason")
        floors[part][figure] = float(floor)
    return floors


def worse(figure: str, value: float, floor: float) -> bool:
    """Whether a value lies on the bad side of a floor (for false alarms: of a ceiling)."""
    return value > floor if figure in CEILINGS else value < floor


def breaches(part: str, figures: dict[str, Figure], floors: Floors) -> list[str]:
    """What lies below its floor by more than the tolerance, one line each."""
    found = []
    for name, floor in floors.get(part, {}).items():
        value = figures[name].value or 0.0
        slack = TOLERANCE if name in CEILINGS else -TOLERANCE
        if worse(name, value, floor + slack):
            found.append(f"{part}: {name} is {value:.3f}, its floor {floor:.3f}")
    return found


def pin(part: str, figures: dict[str, Figure], reason: str, *, lower: bool = False) -> list[str]:
    """Writes the measured figures as floors and records the changes; worse ones only with `lower`.

    Returns:
        The rows added to the record, in the figures' order.
    """
    floors = read_floors()
    own = floors.setdefault(part, {})
    rows = []
    for name, figure in figures.items():
        value = _rounded(name, figure.value)
        if value is None or value == own.get(name) or (name in own and worse(name, value, own[name]) and not lower):
            continue
        own[name] = value
        rows.append(f"| {datetime.date.today().isoformat()} | {part} | {name} | {value:.3f} | {reason} |")
    FLOORS.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    with RECORD.open("a", encoding="utf-8") as record:
        record.writelines(row + "\n" for row in rows)
    return rows


def _rounded(name: str, value: float | None) -> float | None:
    if value is None:
        return None
    return math.ceil(value * 1000) / 1000 if name in CEILINGS else math.floor(value * 1000) / 1000

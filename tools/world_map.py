"""Makes `src/pobratim/pictures/world/world.svg`, the outlines under the map of ties, from Natural Earth.

    python -m tools.world_map [--package FILE]

The outlines come as TopoJSON in the npm package world-atlas (`npm pack world-atlas@2.0.2`). They are projected, thinned out
(Visvalingam and Whyatt: the point goes whose triangle is the smallest) and written as two paths: land and borders.
"""

from __future__ import annotations

import argparse
import heapq
import json
import subprocess
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from pobratim.pictures.projection import HEIGHT, SOUTH, WIDTH, east, on_map

PACKAGE = "world-atlas@2.0.2"
MEMBER = "package/countries-50m.json"
TARGET = Path(__file__).resolve().parent.parent / "src/pobratim/pictures/world/world.svg"
FINER = 4  # parts of a unit
THIN = 0.2  # square units of the map: triangles below that cannot be seen
SMALLEST_ISLAND = 0.6
Point = tuple[float, float]
Line = list[Point]


def topology(package: Path | None) -> dict[str, Any]:
    """The TopoJSON of the package, fetched with npm unless it is given."""
    with tempfile.TemporaryDirectory() as folder:
        if package is None:
            told = subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, capture_output=True, text=True)
            package = Path(folder) / told.stdout.strip()
        with tarfile.open(package) as archive:
            file = archive.extractfile(MEMBER)
            assert file is not None
            found: dict[str, Any] = json.load(file)
            return found


def arcs(topology: dict[str, Any]) -> list[Line]:
    """The arcs as longitude and latitude in degrees; in the file they are steps of whole numbers."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for steps in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            line.append((x * scale_x + shift_x, y * scale_y + shift_y))
        found.append(line)
    return found


def projected(line: Line) -> Line:
    """The line on the map. An island lies whole on one side of the cut; no other line crosses it."""
    if line[0] != line[-1]:
        return [on_map(y, east(x)) for x, y in line]
    turns = [line[0][0]]
    for x, _ in line[1:]:
        turns.append(x + round((turns[-1] - x) / 360) * 360)  # as near to the point before as can be
    middle = sum(turns) / len(turns)
    shift = east(middle) - middle
    return [on_map(y, turn + shift) for turn, (_, y) in zip(turns, line, strict=True)]


def thinned(line: Line) -> Line:
    """The line without the points that make no visible corner; its ends stay."""
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = {number: _triangle(line[number - 1 : number + 2]) for number in range(1, len(line) - 1)}
    heap = [(size, number) for number, size in sizes.items()]
    heapq.heapify(heap)
    while heap:
        size, number = heapq.heappop(heap)
        if sizes.get(number) != size:
            continue
        if size >= THIN:
            break
        del sizes[number]
        a, b = before[number], after[number]
        after[a], before[b] = b, a
        for one in (a, b):
            if one in sizes:
                sizes[one] = max(size, _triangle([line[before[one]], line[one], line[after[one]]]))
                heapq.heappush(heap, (sizes[one], one))
    return [point for number, point in enumerate(line) if number in sizes or number in (0, len(line) - 1)]


def _triangle(corners: Line) -> float:
    (ax, ay), (bx, by), (cx, cy) = corners
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a geometry as numbers of arcs (`~number`: backwards)."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        yield from polygon


def joined(numbers: Iterable[int], lines: list[Line]) -> Line:
    """The arcs of a ring put together."""
    found: Line = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        found += line[1:] if found else line
    return found


def area(ring: Line) -> float:
    """In square units of the map."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def path(lines: Iterable[Line], end: str) -> str:
    """The `d` of a path: in whole parts of a unit, each point as the step from the one before."""
    told = []
    for line in lines:
        points = [(round(x * FINER), round(y * FINER)) for x, y in line]
        steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points)]
        drawn = "".join(f"{dx:+d}{dy:+d}" for dx, dy in steps if dx or dy)
        if drawn:
            told.append(f"M{points[0][0]} {points[0][1]}l{drawn}{end}")
    return "".join(told)


def outlines(topology: dict[str, Any]) -> str:
    """The file: land and the borders between countries; Antarctica left out."""
    degrees = arcs(topology)
    lines = [thinned(projected(line)) for line in degrees]
    land, shared = [], Counter[int]()
    for country in topology["objects"]["countries"]["geometries"]:
        own: set[int] = set()
        for ring in rings(country):
            if max(y for number in ring for _, y in degrees[number if number >= 0 else ~number]) < SOUTH:
                continue
            own |= {number if number >= 0 else ~number for number in ring}
            drawn = joined(ring, lines)
            if area(drawn) >= SMALLEST_ISLAND:
                land.append(drawn)
        shared.update(own)
    borders = [lines[number] for number, times in sorted(shared.items()) if times > 1]
    thin = 'vector-effect="non-scaling-stroke"'  # lines stay thin however near one looks
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * FINER:.0f} {HEIGHT * FINER:.0f}">\n'
        "<!-- Outlines and borders as Natural Earth draws them, public domain; made by tools/world_map.py. -->\n"
        f'<g id="world"><path {thin} d="{path(land, "z")}"/>\n'
        f'<path {thin} fill="none" d="{path(borders, "")}"/></g>\n</svg>\n'
    )


def main() -> None:
    """Writes the file and says how large it is."""
    parser = argparse.ArgumentParser(prog="python -m tools.world_map", description=__doc__)
    parser.add_argument("--package", type=Path, help="the package as npm packs it, instead of fetching it")
    drawn = outlines(topology(parser.parse_args().package))
    TARGET.write_text(drawn, encoding="utf-8")
    print(f"{TARGET.name}: {len(drawn):,} bytes")


if __name__ == "__main__":
    main()

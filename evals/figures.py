"""Pooled figures of many pages, with bootstrap intervals, as numbers and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .score import Count

F1_FIGURES = (
    "documents",
    "documents strict",
    "parties",
    "signatories",
    "spheres",
    "implements",
    "events",
    "events strict",
    "people",
    "statements",
    "links",
)
SHARES = (
    "kind",
    "status",
    "background",
    "date",
    "date, stated",
    "date, less precise too",
    "place",
    "place, stated",
    "term",
    "term, stated",
    "posts",
    "false alarms",
)
RESAMPLES = 1000
SEED = 20_240_601
INTERVAL = (0.025, 0.975)


@dataclass(frozen=True)
class Figure:
    """One pooled figure; `value` is F1, or the share of the matched; None where there is nothing to count."""

    right: int
    gold: int
    found: int
    low: float | None
    high: float | None

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found."""
        return self.right / self.gold if self.gold else None

    @property
    def value(self) -> float | None:
        """F1; for a share of the matched the same number is the share."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else None


def pooled(pages: Sequence[dict[str, Count]]) -> dict[str, Figure]:
    """Every figure over all pages; the interval is a 95 % percentile bootstrap over pages."""
    draws = np.random.default_rng(SEED).integers(0, len(pages), (RESAMPLES, len(pages)))
    return {name: _figure(np.array([page.get(name, (0, 0, 0)) for page in pages]), draws) for name in F1_FIGURES + SHARES}


def _figure(rows: np.ndarray, draws: np.ndarray) -> Figure:
    right, gold, found = (int(total) for total in rows.sum(axis=0))
    drawn = rows[draws].sum(axis=1)
    sizes = drawn[:, 1] + drawn[:, 2]
    values = 2 * drawn[sizes > 0, 0] / sizes[sizes > 0]
    low, high = np.quantile(values, INTERVAL) if len(values) else (None, None)
    return Figure(right, gold, found, low, high)


def _number(value: float | None) -> str:
    return "  –  " if value is None else f"{value:.3f}"


def table(figures: dict[str, Figure]) -> str:
    """The figures as lines of text: first those with precision and recall, then the shares of the matched."""
    lines = [f"{'':24}P      R      F1     95 % interval  right/gold/found"]
    for name in F1_FIGURES:
        one = figures[name]
        numbers = "  ".join(map(_number, (one.precision, one.recall, one.value, one.low, one.high)))
        lines.append(f"{name:22}  {numbers}  {one.right}/{one.gold}/{one.found}")
    lines.append(f"\n{'':24}share                95 % interval  right/all")
    for name in SHARES:
        one = figures[name]
        numbers = f"{_number(one.value)}  {'':12}  {_number(one.low)}  {_number(one.high)}"
        lines.append(f"{name:22}  {numbers}  {one.right}/{one.gold}")
    return "\n".join(lines)

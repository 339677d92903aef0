"""`python -m evals`: scores the reader over the corpus."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path
from typing import get_args

from .corpus import CORPUS, Case, Part, cases
from .figures import Figure, pooled, table
from .floors import breaches, pin, read_floors
from .score import Score, score_story
from .story import story_of


def options() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m evals", description="Scores the reader over the corpus.")
    parser.add_argument("--part", choices=get_args(Part), help="one part only (default: development; with --gate: both)")
    parser.add_argument("--errors", action="store_true", help="every error of every page (development part only)")
    parser.add_argument("--only", metavar="NUMBERS", help="these stories only, e.g. 013,014")
    parser.add_argument("--gate", action="store_true", help="fail if a figure lies below its floor")
    parser.add_argument("--pin", metavar="WHY", help="raise the floors to the figures measured now")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower floors too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder with gold/ and pages/")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; 0 if no floor is broken, 1 if one is, 2 for wrong usage."""
    parser = options()
    chosen = parser.parse_args(arguments)
    both = chosen.gate or chosen.pin
    parts: list[Part] = [chosen.part] if chosen.part else ["development", "held"] if both else ["development"]
    if "held" in parts and (chosen.errors or chosen.only):
        parser.error("the held part is scored as a whole and its errors are shown to nobody")
    wanted = set(chosen.only.split(",")) if chosen.only else set()
    all_figures: dict[str, dict[str, Figure]] = {}
    for part in parts:
        chosen_cases = [case for case in cases(part, chosen.corpus) if not wanted or case.name[:3] in wanted]
        all_figures[part] = _report(part, chosen_cases, errors=chosen.errors)
    if chosen.json:
        plain = {part: {n: dataclasses.asdict(f) for n, f in figures.items()} for part, figures in all_figures.items()}
        chosen.json.parent.mkdir(parents=True, exist_ok=True)
        chosen.json.write_text(json.dumps(plain, indent=1), encoding="utf-8")
    return _settle(all_figures, chosen)


def _report(part: str, chosen: list[Case], *, errors: bool) -> dict[str, Figure]:
    """Scores and prints one part; the reader is loaded only now."""
    from .predict import read_case

    scores: list[Score] = []
    for case in chosen:
        score = score_story(story_of(case.gold), story_of(read_case(case)))
        if errors and score.errors:
            print(case.name, *(f"    {error}" for error in score.errors), sep="\n")
        scores.append(score)
    figures = pooled([score.counts for score in scores])
    print(f"\n{part}: {len(chosen)} pages\n{table(figures)}")
    return figures


def _settle(figures: dict[str, dict[str, Figure]], chosen: argparse.Namespace) -> int:
    """Pins or checks the floors, as asked."""
    for part, own in figures.items():
        if chosen.pin:
            print(*pin(part, own, chosen.pin, lower=chosen.lower), sep="\n")
    broken = [line for part, own in figures.items() for line in breaches(part, own, read_floors())] if chosen.gate else []
    print(*broken, sep="\n", file=sys.stderr, end="\n" if broken else "")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
